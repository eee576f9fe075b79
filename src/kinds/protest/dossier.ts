/** What the dossier of a protest holds besides what every dossier holds, as zod schemas. */
import * as z from 'zod'
import { type Promised, promises } from '../../dossier/promises.ts'
import { code, type Dossier, date, facility, incident, noteCitation, party, state, text } from '../../dossier/schema.ts'
import { PROMISES } from '../../records/communications.ts'
import { DEMANDS, INSERT_PLACES, REQUESTS, STRENGTHS } from './request.ts'

/** Neither of two places is null. */
function bothOf(one: string, other: string): Promised {
  return { holds: [one, other].map(path => ({ path, isnt: [null] })) }
}

/** A protest holds an act of one State against it for another: a sender without one is refused, and a note that concerns none. */
export const promised = [bothOf('sender.state', 'concerned')]

const recall = z
  .strictObject({
    incidents: z.array(incident).min(1).describe('All of them, in the order of the note.'),
    groups: z.array(
      z.strictObject({
        class: z.enum(['diplomatic-and-consular', 'other-property', 'territory', 'all']),
        incidents: z.array(incident).min(1)
      })
    ),
    summarised: z.boolean().describe('Too many for the body: the body summarises and an annex lists them.'),
    first: date,
    last: date,
    reported: z
      .array(incident)
      .describe('Those of them that a communication of the sender reported which was not sent back, in order of date.'),
    numbered: z.array(noteCitation).describe('The communications that reported them and whose number is known.'),
    unnumbered: z.array(noteCitation).describe('Those whose number is not known.'),
    sentBack: z
      .array(z.strictObject({ note: noteCitation, incidents: z.array(incident).min(1) }))
      .describe('Those that were refused or returned, with the recalled incidents that each was about.')
  })
  .register(promises, {
    promised: [
      {
        holds: [
          { path: 'numbered.*.number', isnt: [null] },
          { path: 'numbered.*.date', isnt: [null] },
          { path: 'unnumbered.*.number', is: [null] },
          { path: 'sentBack.*.note.outcome', is: ['refused', 'returned'] }
        ]
      }
    ]
  })
const act = z
  .strictObject({
    note: noteCitation,
    incidents: z.array(incident).describe('Those of this note that it was about, in order of date.'),
    strength: z.enum(STRENGTHS).nullable().describe('What it did about them.'),
    asked: text.nullable().describe('What it asked for.'),
    said: text.nullable().describe('What it said, behind "that".'),
    deliveries: z
      .array(
        z.strictObject({
          date,
          sameDay: z.boolean().describe('On the day of the communication, or of the attempt before.'),
          told: text.nullable().describe('By whom and how, behind "was".'),
          through: z
            .strictObject({ by: state, of: state })
            .nullable()
            .describe('The State that passed it on, and the State whose interests it protects.'),
          outcome: z.enum(['accepted', 'refused', 'returned']),
          afterwards: text.nullable().describe('What was then done: a clause.')
        })
      )
      .describe('The attempts to deliver it of which something is told.'),
    answer: z
      .strictObject({
        note: noteCitation,
        sameDay: z.boolean().describe('On the day of what it answers.'),
        said: text.nullable().describe('What it said, behind "that".')
      })
      // one whose day is not known is not known to be from the as-of date or before
      .register(promises, { promised: [{ holds: [{ path: 'note.date', isnt: [null] }] }] })
      .nullable()
  })
  .describe('A communication of which the record tells more than that it was.')
const given = z.strictObject({
  as: z.enum(PROMISES).describe('What the words were, as the record decides.'),
  by: party,
  date: date.nullable(),
  wording: text.nullable().describe('What was assured, behind "that"; null where it is not known.')
})
const assurance = z.strictObject({
  note: noteCitation,
  given,
  broken: z.array(incident).describe('Incidents of this note that fall under it and came after it.')
})
const submission = z
  .strictObject({
    type: noteCitation.shape.type,
    date: date.nullable(),
    when: text.nullable(),
    from: party,
    to: party,
    number: text.nullable(),
    scope: text.nullable().describe('Whose coordinates were given; null where it was something else.'),
    thing: text.nullable().describe('What was given, where it was not coordinates.'),
    offices: z.boolean().describe('Whether the offices are named rather than their States.'),
    assurance: given.extend({ wording: text }).nullable(),
    despite: z.array(incident).describe('Incidents of this note that happened despite the submission.')
  })
  // it went from the sender's State to the State concerned, and a note whose parties have none cannot appeal to it
  .register(promises, {
    promised: [
      bothOf('from.state', 'to.state'),
      { when: { path: 'thing', is: [null] }, holds: [{ path: 'scope', isnt: [null] }] }
    ]
  })
const basis = z.strictObject({
  instrument: code,
  title: text.describe('The instrument’s name in the language of the note.'),
  article: text.nullable().describe('`22`, `31(3)`; null for custom, which has no articles.'),
  says: text.describe('The principle that the article states, as a noun phrase.'),
  force: z
    .enum(['direct', 'reflected'])
    .describe('`direct`: binds the State concerned as receiving State, or a position says so.'),
  incidents: z.array(incident).min(1),
  sameIncidents: z.boolean().describe('They are those of the basis before it, with the same force.'),
  sameInstrument: z.boolean().describe('It is that of the basis before it.')
})
const annex = z
  .strictObject({
    number: z.int(),
    type: z.enum(['chronology', 'coordinates']),
    reportedBy: z.boolean().describe('Of a chronology: whether it says by what each incident was reported.')
  })
  .register(promises, {
    promised: [
      { when: { path: 'type', is: ['chronology'] }, holds: [{ path: '@root.recall', isnt: [null] }] },
      { when: { path: 'type', is: ['coordinates'] }, holds: [{ path: '@root.positions', isnt: [null] }] }
    ]
  })
const position = z.strictObject({
  facility,
  latitude: z.number(),
  longitude: z.number(),
  decimals: z.int()
})

/** What is asked, by its code. */
const asked = <const Code extends string, Shape extends z.ZodRawShape>(codes: readonly Code[], more: Shape) =>
  z
    .strictObject({
      ...more,
      code: z.enum([...codes, 'own']),
      object: text.nullable().describe('What it is about, behind it.'),
      words: text.nullable().describe('The whole of it, where it is `own`.'),
      by: date.nullable()
    })
    .register(promises, {
      promised: [{ when: { path: 'code', is: ['own'] }, holds: [{ path: 'words', isnt: [null] }] }]
    })
const demand = asked(DEMANDS, { qualifier: text.nullable() })
const request = asked(REQUESTS, {})

export const protestDossier = {
  occasion: z.array(incident).min(1),
  recall: recall.nullable(),
  intent: z
    .enum(['asserted', 'questioned', 'not-addressed'])
    .describe('Of the occasion: the strongest that all its incidents bear.'),
  acts: z.array(act),
  assurances: z.array(assurance),
  submission: submission.nullable(),
  legal: z.strictObject({
    characterisation: z.enum(['general', 'reflected', 'assertive', 'none']),
    bases: z.array(basis)
  }),
  strength: z.enum(STRENGTHS),
  condemn: z.boolean(),
  demands: z.array(demand).describe('Of the State concerned.'),
  requests: z.array(request).describe('Of an addressee that is not of that State.'),
  reserveRights: z.boolean(),
  annexes: z.array(annex),
  positions: z
    .array(position)
    .nullable()
    .describe('Restricted: for the annex of coordinates alone, and only when the request asks for it.')
    .meta({ restricted: true }),
  inserts: z.array(z.strictObject({ after: z.enum(INSERT_PLACES), text }))
}

/** The dossier of a protest. */
export type ProtestDossier = Omit<Dossier, 'annexes' | 'inserts'> & z.infer<z.ZodObject<typeof protestDossier>>
export type DossierRecall = z.infer<typeof recall>
export type DossierAct = z.infer<typeof act>
export type DossierGiven = z.infer<typeof given>
export type DossierAssurance = z.infer<typeof assurance>
export type DossierSubmission = z.infer<typeof submission>
export type DossierDemand = z.infer<typeof demand>
export type DossierRequest = z.infer<typeof request>
export type DossierBasis = z.infer<typeof basis>
export type DossierPosition = z.infer<typeof position>
