/** The shapes of a register and of a note request, as zod schemas: what may be written, and nothing about relations. */
import { z } from 'zod'
import { isEdtf, isLocalTime } from '../language/edtf.ts'

/** The version of the record format that this package reads. */
export const FORMAT_VERSION = 1

/** An id: what other records refer to. */
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'an id has lower-case letters, digits and hyphens')
  .max(80)
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language is a BCP 47 tag: en, az, ru')

/**
 * One line that a reader sees. A newline, another control character or a bidirectional override would change what is
 * read without being seen, so they are refused here (Unicode Technical Report 36, part 2).
 */
const line = z
  .string()
  .min(1, 'a text that is printed may not be empty')
  .max(20_000)
  .refine(text => text.trim() === text, 'no white space at either end')
  .refine(text => firstForbidden(text) === null, {
    error: issue => forbiddenMessage(issue.input)
  })

/** The first code point of a text that may not be printed: controls, bidi overrides and isolates, noncharacters. */
export function firstForbidden(text: string): number | null {
  const found = text.match(
    /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF0-\uFFFF\uE000-\uF8FF\uD800-\uDFFF]/u
  )
  return found?.[0].codePointAt(0) ?? null
}

function forbiddenMessage(input: unknown): string {
  const code = typeof input === 'string' ? firstForbidden(input) : null
  return `the character U+${(code ?? 0).toString(16).toUpperCase().padStart(4, '0')} may not be printed`
}

/** A text in each language that the house gives it. */
const localised = z.record(language, line)
/** A date as EDTF, in our strict subset (language/edtf.ts). */
const date = z.string().refine(isEdtf, 'a date is EDTF: 2025-11-14, 2022-04, 2022, 2022-04~, 2025-08-17/2025-08-18')
const day = z.string().refine(text => isEdtf(text) && /^\d{4}-\d\d-\d\d$/.test(text), 'a day: 2025-11-14')
const time = z.string().refine(isLocalTime, 'a local time: 01:00')
const address = z.string().max(2000)

/**
 * The forms of a name in one language. English wants `full` and `short`; languages with cases want theirs (nom, gen,
 * dat …, and short-nom … for the short form). A form that a template asks for and that is not here is an error.
 */
const nameForms = z.partialRecord(
  z.enum([
    'full',
    'short',
    'adjective',
    'nom',
    'gen',
    'dat',
    'acc',
    'ins',
    'loc',
    'loc-adj',
    'short-nom',
    'short-gen',
    'short-dat',
    'short-acc',
    'short-ins',
    'short-loc',
    'short-loc-adj',
    'art',
    'de',
    'a',
    'in'
  ]),
  line
)
const names = z.record(language, nameForms)

/** Where a fact comes from. The quotation is shown by `explain` and never printed. */
const evidence = z
  .array(
    z.strictObject({
      source: id,
      quote: z.strictObject({ lang: language, text: z.string().min(1).max(5000) }).optional(),
      note: z.string().max(2000).optional()
    })
  )
  .min(1, 'every fact has a source')

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
  of: id.optional().describe('The State that it belongs to.'),
  'accredited-to': id.optional().describe('The State or organisation that it is accredited to.'),
  iso: z
    .string()
    .regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code: AZ')
    .optional()
    .describe('For a State that exists.'),
  invented: z.literal(true).optional().describe('For a State that does not exist.'),
  number: z.enum(['singular', 'plural']).optional(),
  gender: z.enum(['feminine', 'masculine', 'neuter']).optional(),
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

export const FACILITY_TYPES = [
  'embassy',
  'consular-section',
  'residence',
  'private-residence',
  'mission-vehicle',
  'consulate-general',
  'honorary-consulate',
  'permanent-mission',
  'delegation',
  'cultural-institute',
  'commercial',
  'civilian'
] as const

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
    time: time.optional(),
    qualifier: z.enum(['exact', 'approx']).optional().describe('Of the time.'),
    zone: z
      .string()
      .regex(/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/, 'a zone of the tz database: Europe/Kyiv')
      .optional(),
    offset: z
      .string()
      .regex(/^[+-]\d\d:\d\d$/, 'an offset from UTC: +02:00')
      .optional()
  })
  .describe('Local date and time at the place, as recorded; nothing is converted.')

const measured = z.strictObject({
  phrase: z
    .record(language, z.strictObject({ before: line, after: line.optional() }))
    .describe('The words around the measure.'),
  value: z.number(),
  decimals: z.number().int().min(0).max(6).optional(),
  unit: z.enum([
    'step',
    'metre',
    'kilometre',
    'cubic-metre',
    'hectare',
    'tonne',
    'minute',
    'hour',
    'nautical-mile',
    'foot'
  ]),
  qualifier: z.enum(['exact', 'about', 'at-least', 'at-most', 'reported']),
  evidence
})

const statement = z.strictObject({ what: localised, evidence })
const people = z.array(
  z.strictObject({
    count: z.number().int().min(1).nullable(),
    who: z.record(language, z.strictObject({ one: line, many: line })),
    evidence
  })
)
const casualties = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('none'), evidence }),
  z.strictObject({ status: z.literal('unknown') }),
  z.strictObject({
    status: z.literal('known'),
    killed: people.optional(),
    injured: people.optional()
  })
])

export const MEANS = [
  'missile',
  'airstrike',
  'drone',
  'shelling',
  'crowd',
  'armed-persons',
  'aircraft',
  'vessel',
  'vehicle',
  'explosive',
  'other'
] as const

const incident = z.strictObject({
  occurred,
  recorded: day.describe('The day since which the house has known it.'),
  facilities: z.array(id).describe('What was struck; empty for an incident without a facility.'),
  place: localised.optional().describe('Where, in words that follow "in" or stand alone: the Odesa region.'),
  territory: id.optional().describe('The State whose territory, waters or airspace it was, when no facility says it.'),
  means: z
    .strictObject({
      kind: z.enum(MEANS),
      designation: localised.optional().describe('Iskander.'),
      certainty: z.enum(['identified', 'type', 'unknown']),
      count: z.number().int().min(1).optional()
    })
    .optional(),
  event: localised
    .optional()
    .describe(
      'What happened, as the house words it, when the means alone does not say it: "entered the airspace of …".'
    ),
  attribution: z.strictObject({
    to: id.nullable(),
    strength: z.enum(['named', 'implied', 'none']),
    basis: z.enum(['physical', 'official-report', 'press', 'unknown'])
  }),
  intent: z.enum(['asserted', 'questioned', 'not-addressed']),
  circumstances: z
    .array(statement)
    .optional()
    .describe('Further facts, each a clause of the house: "unexploded ordnance was found".'),
  measures: z.array(measured).optional(),
  damage: z.array(statement.extend({ verb: z.enum(['caused', 'none']).optional() })),
  casualties,
  evidence
})

const delivery = z.array(
  z.strictObject({
    on: date,
    time: time.optional(),
    mode: z.enum(['handed-over', 'messenger', 'post', 'electronic', 'summons']),
    by: line.optional(),
    to: line.optional(),
    outcome: z.enum(['accepted', 'refused', 'returned'])
  })
)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal')
const communicationBase = {
  date,
  from: id,
  to: id,
  number: line.nullable().describe('null where it is not known or not public; never invented.'),
  series: id.optional(),
  subject: localised.optional(),
  languages: z.array(language).optional(),
  incidents: z.array(id).optional().describe('The incidents that it reported.'),
  'in-reply-to': id.optional(),
  'refers-to': z.array(id).optional(),
  supersedes: id.optional(),
  delivery: delivery.optional(),
  pages: z.number().int().min(1).optional(),
  annexes: z.number().int().min(0).optional(),
  sha256: z.strictObject({ issue: sha256.optional(), 'file-copy': sha256.optional() }).optional(),
  evidence
}
const assurance = z.strictObject({
  by: id,
  concerning: id.optional(),
  date: date.optional(),
  wording: localised.describe(
    'What was assured, in reported speech: "the coordinates would be taken into account by …".'
  ),
  evidence
})

/** What `select` states in place of the restricted values that it leaves out; not written by hand. */
const stated = z.strictObject({
  coverage: z.record(id, z.enum(['despite', 'before', 'not-listed', 'undecided'])).describe('By incident.')
})

const communication = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('note'), ...communicationBase }),
  z.strictObject({
    type: z.literal('response'),
    ...communicationBase,
    wording: localised.optional()
  }),
  z.strictObject({ type: z.literal('demarche'), ...communicationBase }),
  z.strictObject({
    type: z.literal('assurance'),
    ...communicationBase,
    assurance
  }),
  z.strictObject({
    type: z.literal('submission'),
    ...communicationBase,
    scope: z.strictObject({
      described: localised.describe('What was given, in words: "its diplomatic facilities in Ukraine".'),
      types: z.array(facility.shape.type).optional().describe('The types of facility that the description can mean.'),
      in: id.optional().describe('The State where they stand.'),
      facilities: z.array(id).nullable().describe('The list that was given; null where it is not known. Restricted.')
    }),
    assurance: assurance.optional(),
    stated: stated.optional()
  })
])

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
    sources: z.record(id, source)
  })
  .meta({ id: 'Register', title: 'verbale register' })

/** The order of the strength ladder, weakest first. Condemnation is a choice of its own. */
export const STRENGTHS = ['attention', 'concern', 'regret', 'protest', 'strong-protest', 'strongest-protest'] as const
export const DEMANDS = [
  'investigate',
  'explain',
  'cease',
  'non-repetition',
  'restitution',
  'compensation',
  'satisfaction',
  'apology',
  'punish',
  'protect',
  'inform'
] as const
export const FORMS = ['draft', 'issue', 'courtesy-copy', 'file-copy', 'certified-copy', 'regenerated-copy'] as const
/** Where a drafter's own sentence can go. */
export const INSERT_PLACES = [
  'occasion',
  'damage',
  'recall',
  'inference',
  'submission',
  'legal',
  'protest',
  'demands'
] as const

export const requestSchema = z
  .strictObject({
    verbale: z.literal(FORMAT_VERSION),
    template: id,
    profile: id,
    languages: z.strictObject({
      original: language,
      translations: z.array(language).optional()
    }),
    form: z.enum(FORMS),
    number: line.max(60).nullable().describe('null while it is not issued.'),
    series: id.optional(),
    date: day.nullable(),
    'issued-at': z.iso
      .datetime({ offset: true })
      .optional()
      .describe('The only source of a creation time in the file.'),
    'as-of': day.describe('What was known by this day; newer records are left out and named.'),
    place: localised.describe('Where it is dated.'),
    from: id,
    to: id,
    occasion: z.array(id).min(1, 'a protest note has an occasion'),
    recall: z
      .strictObject({
        incidents: z.union([z.enum(['all', 'none']), z.array(id).min(1)]),
        order: z.enum(['by-class', 'chronological']),
        except: z
          .array(
            z.strictObject({
              incident: id,
              reason: z.string().min(1).max(500)
            })
          )
          .optional()
      })
      .describe('Prior incidents.'),
    submission: id.nullable().describe('The communication that gave the coordinates, or null.'),
    legal: z.enum(['general', 'reflected', 'assertive', 'none']),
    strength: z.enum(STRENGTHS),
    condemn: z.boolean(),
    courtesy: z.enum(['full', 'reduced', 'none']),
    demands: z.array(z.enum(DEMANDS)),
    'reserve-rights': z.boolean(),
    'refers-to': z.array(id).optional(),
    'in-reply-to': id.optional(),
    supersedes: id.optional(),
    annexes: z.array(z.enum(['chronology', 'coordinates'])).optional(),
    insert: z
      .array(
        z.strictObject({
          after: z.enum(INSERT_PLACES),
          text: localised,
          source: id.nullable(),
          by: z.string().min(1).max(200)
        })
      )
      .optional(),
    override: z
      .array(
        z.strictObject({
          rule: z.string().regex(/^NV\d{3}$/),
          incident: id.optional(),
          authority: z.string().min(1).max(500),
          reason: z.string().min(1).max(1000)
        })
      )
      .optional()
      .describe('A legal position, never a fact: who decided it, and why. Stays in the register.'),
    stated: z
      .strictObject({
        positions: z.array(z.strictObject({ rule: z.string().regex(/^NV\d{3}$/), incident: id.optional() }))
      })
      .optional()
      .describe('What `select` states in place of `override`: the positions taken, without who and why; not by hand.'),
    specimen: localised.optional().describe('The line that says that this is no real note.')
  })
  .meta({ id: 'NoteRequest', title: 'verbale note request' })

export type Register = z.infer<typeof registerSchema>
export type NoteRequest = z.infer<typeof requestSchema>
export type PartyRecord = z.infer<typeof party>
export type FacilityRecord = z.infer<typeof facility>
export type IncidentRecord = z.infer<typeof incident>
export type CommunicationRecord = z.infer<typeof communication>
export type Form = NoteRequest['form']
