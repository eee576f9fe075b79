/** What a request for a protest says besides what every request says, as zod schemas. */
import * as z from 'zod'
import { STRENGTHS } from '../../languages/language.ts'
import { id } from '../../records/fields.ts'
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
  legal: z.enum(['general', 'reflected', 'assertive', 'none']),
  strength: z.enum(STRENGTHS),
  condemn: z.boolean(),
  demands: z.array(z.enum(DEMANDS)),
  'reserve-rights': z.boolean(),
  annexes: z.array(z.enum(['chronology', 'coordinates'])).optional()
}

/** A request for a protest. */
export type ProtestRequest = NoteRequest & z.infer<z.ZodObject<typeof protestFields>>
