/** The shape of a note request, as a zod schema: which note to draft, and with what choices. */
import * as z from 'zod'
import { STRENGTHS } from '../languages/language.ts'
import { day, FORMAT_VERSION, id, language, line, localised } from './fields.ts'

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
    number: line
      .max(60)
      .nullable()
      .describe('The number that the note bears; without one it is a `form: draft`, where null leaves a blank.'),
    series: id.optional(),
    date: day.nullable().describe('The day of the note; without one it is a `form: draft`, where null leaves a blank.'),
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
    specimen: localised
      .nullable()
      .optional()
      .describe('The line that says that this is no real note; null for a note that the house itself sends.')
  })
  .meta({ id: 'NoteRequest', title: 'verbale note request' })

export type NoteRequest = z.infer<typeof requestSchema>
export type Form = NoteRequest['form']
