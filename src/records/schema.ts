/** The shape of a register, as a zod schema: what may be written, and nothing about relations. */
import * as z from 'zod'
import { communication } from './communications.ts'
import { cancelled } from './dispatch.ts'
import { FACILITY_TYPES } from './facility-types.ts'
import {
  address,
  amounts,
  counted,
  date,
  day,
  evidence,
  FORMAT_VERSION,
  id,
  language,
  localised,
  names,
  sha256,
  time,
  wording
} from './fields.ts'
import { hedgedCount, hedgedNil, measured } from './hedges.ts'
import { MEANS } from './means.ts'

const party = z.strictObject({
  kind: z.enum([
    'state',
    'ministry',
    'embassy',
    'consulate-general',
    'permanent-mission',
    'international-organisation',
    'company',
    'armed-force',
    'ministry-of-defence',
    'other'
  ]),
  of: id.optional().describe('The State that it belongs to; of an organ of an organisation, that organisation.'),
  'accredited-to': id.optional().describe('The State or organisation that it is accredited to.'),
  iso: z
    .string()
    .regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code: AZ')
    .optional()
    .describe('For a State that exists.'),
  invented: z.literal(true).optional().describe('For a State that does not exist.'),
  number: z.enum(['singular', 'plural']).optional(),
  names,
  city: localised.optional(),
  address: localised.optional(),
  treaties: z
    .record(id, date.nullable())
    .optional()
    .describe(
      'For an invented State: since when it is bound by an instrument of law.yaml; null where it is known not to be.'
    )
})

const degrees = z.number()
const coordinates = z.strictObject({
  latitude: degrees.min(-90, 'a latitude is between -90 and 90').max(90, 'a latitude is between -90 and 90'),
  longitude: degrees.min(-180, 'a longitude is between -180 and 180').max(180, 'a longitude is between -180 and 180'),
  datum: z.literal('WGS 84'),
  decimals: z.number().int().min(0).max(7).optional().describe('Digits after the point that were given.')
})

export { FACILITY_TYPES }

const facility = z.strictObject({
  type: z.enum(FACILITY_TYPES),
  of: id.describe('The State whose facility it is.'),
  owner: id.optional().describe('The company or body that it belongs to, if not the State.'),
  in: id.describe('The State where it stands.'),
  'part-of': id.optional(),
  names,
  city: localised.optional(),
  coordinates: coordinates.optional().describe('Restricted: never in the body of a note, never in an outgoing file.')
})

const occurred = z
  .strictObject({
    date,
    night: z
      .literal(true)
      .optional()
      .describe('In the night between the two days of `date`: `date: 2025-05-03/2025-05-04`. It can have a time.'),
    time: time.optional(),
    qualifier: z.enum(['exact', 'approx']).optional().describe('Of the time.'),
    zone: z
      .string()
      .regex(/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/, 'a zone of the tz database: Europe/Kyiv')
      .optional(),
    offset: z
      .string()
      .regex(/^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/, 'an offset from UTC, of 14 hours at most: +02:00')
      .optional()
  })
  .describe('Local date and time at the place, as recorded; nothing is converted.')

const statement = z.strictObject({ what: wording, evidence })
const people = z.strictObject({
  count: z.number().int().min(1).nullable().describe('null where the number is not known.'),
  ...hedgedCount,
  who: counted,
  evidence
})
const casualties = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('none'), ...hedgedNil, evidence }),
  z.strictObject({ status: z.literal('unknown') }),
  z.strictObject({
    status: z.literal('known'),
    killed: z.array(people).optional(),
    injured: z
      .array(
        people.extend({ degree: z.enum(['serious', 'slight']).optional().describe('How badly they were injured.') })
      )
      .optional(),
    nil: z
      .strictObject({ ...hedgedNil, of: z.enum(['life', 'injury']), evidence })
      .optional()
      .describe('What there was none of all the same: no loss of life beside the injured.')
  })
])

/** What an attribution rests on. */
export const BASES = ['physical', 'official-report', 'press', 'unknown'] as const

const incident = z.strictObject({
  occurred,
  recorded: day.describe('The day since which the house has known it.'),
  facilities: z.array(id).describe('What was struck; empty for an incident without a facility.'),
  place: wording.optional().describe('Where, in words that follow "in" or stand alone: the Odesa region.'),
  territory: id.optional().describe('The State whose territory, waters or airspace it was, when no facility says it.'),
  means: z
    .strictObject({
      kind: z
        .enum(MEANS)
        .describe(
          'The sentence begins with it; for `entry`, `siege`, `detention` and their like `event` is a whole clause.'
        ),
      designation: wording.optional().describe('Iskander.'),
      certainty: z.enum(['identified', 'type', 'unknown']),
      count: z
        .union([z.number().int().min(1), z.literal('several')])
        .optional()
        .describe('How many; `several` where it was more than one. Where nothing is said, none is printed as one.'),
      ...hedgedCount
    })
    .optional(),
  event: wording
    .optional()
    .describe(
      'What happened, as the house words it. After a means, a predicate that ends where what was struck follows: "fell on the grounds of". With a means that begins no sentence (`entry`, `siege`, `detention`, `other` …), or without means, a whole clause: "red paint was thrown at the Embassy".'
    ),
  'amounts-to': amounts,
  attribution: z.strictObject({
    to: id.nullable(),
    strength: z.enum(['named', 'implied', 'none']),
    basis: z.enum(BASES)
  }),
  intent: z.enum(['asserted', 'questioned', 'not-addressed']),
  circumstances: z
    .array(statement)
    .optional()
    .describe('Further facts, each a clause of the house: "unexploded ordnance was found".'),
  measures: z.array(measured).optional(),
  damage: z.array(statement),
  casualties,
  evidence
})

const source = z.strictObject({
  publisher: z.string().min(1).max(500),
  title: z.string().max(1000).optional(),
  date: date.nullable(),
  language,
  url: address.optional(),
  copy: z.strictObject({ file: z.string().max(500), sha256 }).optional()
})

export const registerSchema = z
  .strictObject({
    verbale: z.literal(FORMAT_VERSION),
    parties: z.record(id, party),
    facilities: z.record(id, facility),
    incidents: z.record(id, incident),
    communications: z.record(id, communication),
    cancelled: z.array(cancelled).optional(),
    sources: z.record(id, source)
  })
  .meta({ id: 'Register', title: 'verbale register' })

export type Register = z.infer<typeof registerSchema>
export type PartyRecord = z.infer<typeof party>
export type FacilityRecord = z.infer<typeof facility>
export type IncidentRecord = z.infer<typeof incident>
export type CommunicationRecord = z.infer<typeof communication>
export type NoteRecord = Extract<CommunicationRecord, { type: 'note' }>
