/** The shape of a register, as a zod schema: what may be written, and nothing about relations. */
import * as z from 'zod'
import { communication } from './communications.ts'
import { cancelled } from './dispatch.ts'
import { FACILITY_TYPES } from './facility-types.ts'
import {
  address,
  amounts,
  date,
  day,
  evidence,
  FORMAT_VERSION,
  id,
  language,
  line,
  localised,
  names,
  sha256,
  wording
} from './fields.ts'
import { hedgedCount, measured } from './hedges.ts'
import { MEANS } from './means.ts'
import { occurred } from './occurred.ts'
import { casualties, others } from './people.ts'

const party = z.strictObject({
  kind: z.enum([
    'state',
    'ministry',
    'embassy',
    'consulate-general',
    'consulate',
    'vice-consulate',
    'consular-agency',
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
  address: z
    .record(language, z.union([line, z.array(line).min(1)]))
    .optional()
    .describe('Of one line or of several: `{ en: [4 Lantern Square, "PO Box 12"] }`.'),
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
  of: id
    .nullable()
    .describe(
      'The State whose facility it is; of property (`commercial`, `civilian`) the State whose nationals own it, null where that is not known.'
    ),
  owner: id.optional().describe('The company or body that it belongs to, if not the State.'),
  in: id.describe('The State where it stands.'),
  'part-of': id.optional(),
  'shared-with': z.array(id).min(1).optional().describe('Who else uses it: the mission of another State, a tenant.'),
  names,
  city: localised.optional(),
  coordinates: coordinates.optional().describe('Restricted: never in the body of a note, never in an outgoing file.')
})

const statement = z.strictObject({ what: wording, evidence })
const damage = z.strictObject({
  at: id
    .optional()
    .describe('Which of the facilities of the incident it befell, where there are several: "at the Embassy …".'),
  ...statement.shape
})

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
  called: wording
    .optional()
    .describe(
      'What the note calls it where it protests, cites law or says what came of it: "the shelling of the Consulate General". Which noun is the choice of the house; without one it is "the incident".'
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
  damage: z.array(damage),
  casualties,
  people: others
    .optional()
    .describe('Others whom it befell, or who were there: `{ status: detained, count: 1, who: …, evidence: … }`.'),
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
