/** What the dossier of a protest holds besides what every dossier holds, as zod schemas. */
import * as z from 'zod'
import { type Promised, promises } from '../../dossier/promises.ts'
import { code, type Dossier, date, facility, incident, noteCitation, party, text } from '../../dossier/schema.ts'
import { DEMANDS, INSERT_PLACES, STRENGTHS } from './request.ts'

/** Neither of two places is null. */
function bothOf(one: string, other: string): Promised {
  return { holds: [one, other].map(path => ({ path, isnt: [null] })) }
}

/** A protest passes between two States: a sender without one is refused, and an occasion that is not the addressee's. */
export const promised = [bothOf('sender.state', 'recipient.state')]

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
          { path: 'unnumbered.*.number', is: [null] },
          { path: 'sentBack.*.note.outcome', is: ['refused', 'returned'] }
        ]
      }
    ]
  })
const submission = z
  .strictObject({
    date,
    from: party,
    to: party,
    number: text.nullable(),
    scope: text,
    assurance: z
      .strictObject({
        by: party,
        date: date.nullable(),
        wording: text
      })
      .nullable(),
    despite: z.array(incident).describe('Incidents of this note that happened despite the submission.')
  })
  // it went from the sender's State to the addressee's, and a note whose parties have none cannot appeal to it
  .register(promises, { promised: [bothOf('from.state', 'to.state')] })
const basis = z.strictObject({
  instrument: code,
  title: text.describe('The instrument’s name in the language of the note.'),
  article: text.nullable().describe('`22`, `31(3)`; null for custom, which has no articles.'),
  says: text.describe('The principle that the article states, as a noun phrase.'),
  force: z
    .enum(['direct', 'reflected'])
    .describe('`direct`: binds the addressee as receiving State, or a position says so.'),
  incidents: z.array(incident).min(1),
  sameIncidents: z.boolean().describe('They are those of the basis before it, with the same force.'),
  sameInstrument: z.boolean().describe('It is that of the basis before it.')
})
const annex = z
  .strictObject({
    number: z.int(),
    type: z.enum(['chronology', 'coordinates'])
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

const demand = z
  .strictObject({
    code: z.enum([...DEMANDS, 'own']),
    qualifier: text.nullable(),
    object: text.nullable().describe('What it is about, behind it.'),
    words: text.nullable().describe('The whole of it, where it is `own`.'),
    by: date.nullable()
  })
  .register(promises, {
    promised: [{ when: { path: 'code', is: ['own'] }, holds: [{ path: 'words', isnt: [null] }] }]
  })

export const protestDossier = {
  occasion: z.array(incident).min(1),
  recall: recall.nullable(),
  intent: z
    .enum(['asserted', 'questioned', 'not-addressed'])
    .describe('Of the occasion: the strongest that all its incidents bear.'),
  submission: submission.nullable(),
  legal: z.strictObject({
    characterisation: z.enum(['general', 'reflected', 'assertive', 'none']),
    bases: z.array(basis)
  }),
  strength: z.enum(STRENGTHS),
  condemn: z.boolean(),
  demands: z.array(demand),
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
export type DossierSubmission = z.infer<typeof submission>
export type DossierDemand = z.infer<typeof demand>
export type DossierBasis = z.infer<typeof basis>
export type DossierPosition = z.infer<typeof position>
