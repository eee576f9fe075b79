/** The dossier: one note request with everything that it refers to resolved, in one language; all that a template sees. */
import * as z from 'zod'
import { COMMUNICATIONS } from '../languages/communications.ts'
import { HEDGES } from '../languages/quantities.ts'
import { once } from '../once.ts'
import { FORMS } from '../records/forms.ts'
import { NILS } from '../records/hedges.ts'
import { INSTRUMENTS } from '../records/means.ts'
import { STATUSES } from '../records/people.ts'
import { BASES } from '../records/schema.ts'
import { type Promised, promises } from './promises.ts'

/**
 * Values that only a helper can print are objects, so that a template that prints one bare is refused. `kind` names the
 * type for the helpers' signatures.
 */
const calendarDate = z.strictObject({
  year: z.int(),
  month: z.int().nullable(),
  day: z.int().nullable(),
  approximate: z.boolean()
})
export const date = z
  .strictObject({
    kind: z.literal('date'),
    edtf: z.string(),
    dates: z.array(calendarDate).min(1),
    relation: z.enum(['date', 'interval', 'night', 'one-of'])
  })
  .meta({ id: 'Date', description: 'Printed by `date`.' })
const time = z
  .strictObject({
    kind: z.literal('time'),
    local: z.string(),
    until: z.string().nullable(),
    qualifier: z.enum(['exact', 'approx'])
  })
  .meta({ id: 'Time', description: 'Printed by `time`.' })
const measure = z
  .strictObject({
    kind: z.literal('measure'),
    value: z.number(),
    to: z.number().nullable(),
    decimals: z.int(),
    unit: z.string(),
    words: z.strictObject({ one: z.array(z.string()), few: z.string().nullable(), many: z.array(z.string()) }),
    qualifier: z.enum(HEDGES)
  })
  .meta({ id: 'Measure', description: 'Printed by `measure`.' })
const quantity = z
  .strictObject({
    kind: z.literal('quantity'),
    value: z.int().nullable().describe('null where the number is not known; of means, more than one.'),
    to: z.int().nullable(),
    qualifier: z.enum(HEDGES)
  })
  .meta({ id: 'Quantity', description: 'Printed by `count`.' })
const name = z
  .strictObject({
    kind: z.literal('name'),
    subject: z.string().describe('The record that is named: mentions of one subject share their full and short form.'),
    plural: z.boolean(),
    forms: z.record(z.string(), z.string()).describe('By form: full, short, gen, dat …')
  })
  .meta({ id: 'Name', description: 'Printed by `name`.' })
/** What was struck, where a wording leaves it open. */
const openSlot = z.strictObject({ names: z.array(name).min(1), case: z.string() })
export const text = z.string().meta({
  id: 'Text',
  description: 'The house’s own wording in the language of the note, printed as it is.'
})
/** A word of the record format, not of any language: compared, never printed. */
export const code = z.string().meta({ id: 'Code', description: 'Compared, never printed.' })

/** The house's own words; those that leave something open in parts, printed as one. */
const wording = z.union([
  text,
  z.strictObject({ kind: z.literal('wording'), parts: z.array(z.union([text, openSlot])) })
])

export const state = z.strictObject({ name })
export const party = z.strictObject({
  name,
  state: state.nullable(),
  city: text.nullable(),
  address: z.array(text).describe('Line by line.')
})
export const facility = z.strictObject({
  id: code,
  name,
  sharedWith: z.array(z.strictObject({ name })).describe('Who else uses it.')
})
export const noteCitation = z.strictObject({
  id: code,
  type: z
    .enum([...COMMUNICATIONS, 'assurance', 'submission'])
    .describe(
      'In what form it came, else what it was. Only a `note` is a note verbale; a démarche may have been oral.'
    ),
  number: text.nullable(),
  date: date.nullable(),
  when: text.nullable().describe('Without a date, the record’s words for when.'),
  several: z.boolean().describe('Several of the kind, which are not told apart.'),
  summoned: z
    .strictObject({ who: text, of: state, by: text.nullable() })
    .nullable()
    .describe('Of a summons: whom, and who received him.'),
  subject: text.nullable().describe('What it was about, behind "concerning".'),
  from: party,
  outcome: z
    .enum(['accepted', 'refused', 'returned'])
    .nullable()
    .describe('Of the last attempt to deliver it; null where none is recorded.'),
  ours: z.boolean().describe('Sent by the sender of this note.')
})
const person = z.strictObject({ name: text, office: text, state: state.nullable() })
const people = z.array(
  z.strictObject({
    count: quantity,
    one: text,
    few: text.nullable(),
    many: text,
    named: z.array(person),
    others: z.boolean().describe('Whether there were, or may have been, more of them than are named.')
  })
)
const attribution = z
  .strictObject({
    to: state.nullable(),
    strength: z.enum(['named', 'implied', 'none']),
    basis: z.enum(BASES)
  })
  .register(promises, {
    promised: [
      {
        when: { path: 'strength', isnt: ['none'] },
        holds: [
          { path: 'to', isnt: [null] },
          { path: 'basis', isnt: ['unknown'] }
        ]
      }
    ]
  })
export const incident = z
  .strictObject({
    id: code,
    date,
    time: time.nullable(),
    clock: text.nullable().describe('By which clock, where it is not that of the place.'),
    duration: measure.nullable().describe('How long it lasted; `until` of the time says when it ended.'),
    place: text.nullable(),
    territory: state.nullable(),
    facilities: z.array(facility),
    besides: z.array(facility).describe('Other property, where missions or posts were struck as well.'),
    means: z
      .strictObject({
        type: z.enum(INSTRUMENTS),
        designation: text.nullable(),
        certainty: z.enum(['identified', 'type', 'unknown']),
        count: quantity.nullable()
      })
      .nullable()
      .describe('What the sentence begins with; null where the house words the whole of it.'),
    event: wording.nullable(),
    called: text.nullable().describe('What the house calls it; null where it is "the incident".'),
    attribution,
    circumstances: z.array(wording),
    measures: z.array(z.strictObject({ before: text, measure, after: text.nullable() })),
    damage: z
      .array(z.strictObject({ facility: facility.nullable(), items: z.array(wording).min(1) }))
      .describe('By facility, where the record says at which; first what it ascribes to none.'),
    casualties: z.strictObject({
      status: z.enum(['none', 'known', 'unknown']),
      killed: people,
      injured: z
        .array(z.strictObject({ degree: z.enum(['serious', 'slight']).nullable(), people }))
        .describe('By degree of injury, the gravest first; null where none is recorded.'),
      nil: z.enum(NILS).nullable().describe('What there was none of, and how sure that is; null where nothing is said.')
    }),
    people: z.array(z.strictObject({ status: z.enum(STATUSES), people })).describe('Those who were not hurt.'),
    reports: z.array(noteCitation).describe('The communications that reported it.'),
    coverage: z
      .enum(['despite', 'before', 'not-listed', 'undecided', 'none'])
      .describe(
        '`despite`: its facility was in the list and it came after the submission; `none`: the note appeals to no submission.'
      )
  })
  .register(promises, {
    // what nothing else says happened, the house words; so do the checks of records have it
    promised: [{ when: { path: 'means', is: [null] }, holds: [{ path: 'event', isnt: [null] }] }]
  })
const insert = z.strictObject({ after: code, text })
const annex = z.strictObject({ number: z.int(), type: code })
/** What every dossier has, whatever the kind of its note. */
const commonFields = {
  language: code,
  original: z.boolean().describe('False for a translation.'),
  form: z.enum(FORMS),
  copyOf: text.nullable().describe('Of a regenerated copy: the SHA-256 of the file that it is a copy of.'),
  internal: z.boolean().describe('Whether an issue carries what it was made from, and must not leave the house.'),
  number: text.nullable(),
  date: date.nullable(),
  place: text,
  sender: party,
  recipient: party,
  concerned: state
    .nullable()
    .describe('The State whose conduct the note is about: that of the recipient, or another that the request names.'),
  toAnother: z.boolean().describe('Whether the recipient is not of that State: an organisation, or a third State.'),
  courtesy: z.enum(['full', 'reduced', 'none']),
  opening: z.enum(['full', 'reduced', 'none']).describe('The courtesy of the first sentence.'),
  closing: z.boolean().describe('Whether the closing courtesy stands: the courtesy and the profile decide.'),
  refersTo: z.array(noteCitation),
  unanswered: z
    .array(noteCitation)
    .describe('Those of the communications of this note to which the register says that no response came.'),
  inReplyTo: noteCitation.nullable(),
  supersedes: noteCitation.nullable(),
  annexes: z.array(annex),
  inserts: z.array(insert),
  specimen: text.nullable(),
  profile: z.strictObject({
    title: text.nullable(),
    numberSign: text,
    blank: z.int()
  })
}

/** What a kind of note adds to a dossier. */
export interface DossierKind {
  /** Its own fields; one that every dossier has can be narrowed. */
  readonly dossier: z.ZodRawShape
  /** What holds of the dossier beyond its shape. */
  readonly promised: readonly Promised[]
}

const schemas = new WeakMap<DossierKind, z.ZodObject>()

/** The schema of the dossiers of one kind, made once. */
export function dossierSchemaOf(kind: DossierKind): z.ZodObject {
  return once(schemas, kind, ({ dossier, promised }) =>
    z
      .strictObject({ ...commonFields, ...dossier })
      .meta({ id: 'Dossier', title: 'verbale dossier' })
      .register(promises, { promised })
  )
}

/** What stages know of a dossier, whatever its kind. */
export type Dossier = z.infer<z.ZodObject<typeof commonFields>>
export type DossierDate = z.infer<typeof date>
export type DossierTime = z.infer<typeof time>
export type DossierMeasure = z.infer<typeof measure>
export type DossierQuantity = z.infer<typeof quantity>
export type DossierName = z.infer<typeof name>
export type DossierIncident = z.infer<typeof incident>
export type DossierParty = z.infer<typeof party>
export type DossierWording = z.infer<typeof wording>
export type DossierState = z.infer<typeof state>
export type DossierFacility = z.infer<typeof facility>
export type DossierCitation = z.infer<typeof noteCitation>
