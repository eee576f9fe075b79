/** What a request for a protest says besides what every request says, as zod schemas. */
import * as z from 'zod'
import { STRENGTHS } from '../../languages/communications.ts'
import { day, id, inflected } from '../../records/fields.ts'
import type { NoteRequest } from '../../records/request.ts'

export { STRENGTHS }
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

const said = {
  qualifier: inflected
    .optional()
    .describe('The adjective of what is demanded, as the house words it: "appropriate" of an investigation.'),
  object: inflected
    .optional()
    .describe('What it is about, behind it: "into the circumstances of the strike", "for the loss of the vehicle".'),
  by: day.optional().describe('The day by which it is to be done.')
}
const own = z.strictObject({
  words: inflected.describe('A demand in words of one’s own, as an infinitive: "return the three crew members".'),
  source: id.describe('Who decided that it is made.'),
  by: said.by
})
const demand = z.union([z.enum(DEMANDS), z.strictObject({ demand: z.enum(DEMANDS), ...said }), own])
/** What an addressee is asked for that is not of the State whose conduct it is. */
export const REQUESTS = ['circulate', 'forward', 'inform'] as const
const requested = z.union([
  z.enum(REQUESTS),
  z.strictObject({ request: z.enum(REQUESTS), object: said.object, by: said.by }),
  own
])
export type RequestRecord = z.infer<typeof requested>
export type DemandRecord = z.infer<typeof demand>
export type DemandCode = (typeof DEMANDS)[number]

/** What a demand is; null for one in words of one's own. */
export function codeOfDemand(asked: DemandRecord): DemandCode | null {
  if (typeof asked === 'string') return asked
  return 'demand' in asked ? asked.demand : null
}

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

const ANNEXES = ['chronology', 'coordinates'] as const
const articleNumber = z.string().min(1)

export const protestFields = {
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
  assurances: z.array(id).optional().describe('The assurances that it appeals to: communications of that type.'),
  legal: z.enum(['general', 'reflected', 'assertive', 'none']),
  cite: z
    .record(id, z.union([articleNumber, z.array(articleNumber).min(1)]))
    .optional()
    .describe(
      'The articles that the note cites, by instrument and number as in law.yaml: `{ vcdr: ["22", "24"], vccr: all }`, where `all` takes those of an instrument that fit. Without it, every article that is made for what was struck. Naming an article says of the occasion what no record can ("archives were hit"); it never cites what the law denies.'
    ),
  strength: z.enum(STRENGTHS),
  condemn: z.boolean(),
  demands: z.array(demand).describe('A code, a code with what is said of it, or words of one’s own.'),
  requests: z
    .array(requested)
    .optional()
    .describe(
      'What the addressee is asked to do, where it is not of the State whose conduct it is (`concerning`): to circulate the note, to forward it to that State, to inform the sender; or words of one’s own.'
    ),
  'reserve-rights': z.boolean(),
  annexes: z
    .array(
      z.union([
        z.enum(ANNEXES),
        z.strictObject({
          type: z.literal('chronology'),
          'reported-by': z
            .boolean()
            .describe('Whether the table says by what each incident was reported; else it does where all of them were.')
        })
      ])
    )
    .optional()
}

/** A request for a protest. */
export type ProtestRequest = NoteRequest & z.infer<z.ZodObject<typeof protestFields>>

export type AnnexType = (typeof ANNEXES)[number]

/** The annexes that a request asks for, by type, each once. */
export function annexesAsked({ annexes = [] }: ProtestRequest): AnnexType[] {
  return [...new Set(annexes.map(each => (typeof each === 'string' ? each : each.type)))]
}
