/** The shape of a communication, as a zod schema: what passed between two sides, in what form, and what came of it. */
import * as z from 'zod'
import { PAPERS, STRENGTHS } from '../languages/communications.ts'
import { delivery, edition } from './dispatch.ts'
import { FACILITY_TYPES } from './facility-types.ts'
import { date, evidence, id, language, line, localised, noteEvidence, sha256, wording } from './fields.ts'
import { excepted, keeping, setAside } from './keeping.ts'

const communicationBase = {
  date: date.nullable().describe('null where the register gives `when` or the number alone.'),
  when: wording
    .optional()
    .describe('Without a date, the record’s own words for when, behind "made": "on several occasions".'),
  from: id,
  to: id,
  number: line.nullable().describe('null where it is not known or not public; never invented.'),
  series: id.optional(),
  subject: wording.optional().describe('What it was about, in words that follow "concerning".'),
  languages: z.array(language).optional(),
  incidents: z.array(id).optional().describe('The incidents that it reported.'),
  'in-reply-to': id.optional(),
  'refers-to': z.array(id).optional(),
  supersedes: id.optional(),
  delivery: delivery.optional(),
  pages: z.number().int().min(1).optional(),
  annexes: z.number().int().min(0).optional(),
  ...keeping,
  sha256: z
    .strictObject({ issue: sha256.optional(), 'file-copy': sha256.optional() })
    .optional()
    .describe('Of the files of its one edition; where there are several, `editions` says it of each.'),
  editions: z.array(edition).min(1).optional(),
  epoch: z.number().int().min(1).optional().describe('The render epoch in which its file was made.'),
  title: localised.optional().describe('As an archive describes it (ISAD(G), 3.1.2).'),
  evidence
}

const act = {
  several: z.literal(true).optional().describe('Several of the kind, which the record does not tell apart.'),
  strength: z.enum(STRENGTHS).optional().describe('What it did about its incidents or its subject.'),
  asked: wording.optional().describe('What it asked for: "an immediate and public apology".'),
  wording: wording.optional().describe('What it said, in reported speech: "the matter would be examined".')
}

const form = z
  .enum(PAPERS)
  .optional()
  .describe('In what form it came: note, letter, oral-protest …; without it the form is not known.')

/** What the words were, which the record decides once for all languages. */
export const PROMISES = ['assurance', 'statement', 'undertaking'] as const

const assured = wording.describe(
  'What was assured, in reported speech: "the coordinates would be taken into account by …".'
)
const assurance = z.strictObject({
  by: id,
  concerning: id.optional(),
  date: date.optional(),
  as: z
    .enum(PROMISES)
    .optional()
    .describe('What the words were: an `assurance` where nothing is said, a `statement` or an `undertaking`.'),
  wording: assured.optional(),
  covers: z
    .array(id)
    .optional()
    .describe('The incidents that fall under it: a note says that they happened notwithstanding it.'),
  evidence
})

/** What `select` states in place of the restricted values that it leaves out; not written by hand. */
const stated = z.strictObject({
  coverage: z.record(id, z.enum(['despite', 'before', 'not-listed', 'undecided'])).describe('By incident.')
})

const scope = z.strictObject({
  described: wording
    .optional()
    .describe('Whose coordinates were given, in words: "its diplomatic facilities in Ukraine".'),
  thing: wording
    .optional()
    .describe('What else was given, with how much and for whom: "three copies of a map of its posts, for the police".'),
  types: z.array(z.enum(FACILITY_TYPES)).optional().describe('The types of facility that the description can mean.'),
  in: id.optional().describe('The State where they stand.'),
  facilities: z.array(id).nullable().describe('The list that was given; null where it is not known. Restricted.'),
  offices: z.literal(true).optional().describe('Names the offices between which it passed, not their States alone.')
})

const response = z
  .literal('none')
  .optional()
  .describe('The house states that no response came. Where it says nothing, no note says that one is outstanding.')

const summoned = z
  .strictObject({
    who: wording.describe(
      'Behind it stands "of" and the State of `to`: "the Ambassador", "the Chargé d’affaires ad interim".'
    ),
    by: wording.optional().describe('Who received him: "the Deputy Minister for Foreign Affairs".')
  })
  .describe('Whom `from` summoned, of the State of `to`.')

export const communication = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('note').describe('A note verbale.'),
    ...communicationBase,
    ...act,
    evidence: noteEvidence,
    response,
    'set-aside': setAside.optional(),
    excepted: excepted.optional()
  }),
  z.strictObject({ type: z.literal('response'), ...communicationBase, ...act, form }),
  z.strictObject({
    type: z.enum(['first-person-note', 'letter', 'aide-memoire', 'oral-protest', 'demarche', 'communication']),
    ...communicationBase,
    ...act,
    response
  }),
  z.strictObject({ type: z.literal('summons'), ...communicationBase, ...act, summoned, response }),
  z.strictObject({ type: z.literal('assurance'), ...communicationBase, form, assurance }),
  z.strictObject({
    type: z.literal('submission'),
    ...communicationBase,
    form,
    scope,
    assurance: assurance.omit({ covers: true }).extend({ wording: assured }).optional(),
    stated: stated.optional()
  })
])
