/** The shapes of what becomes of numbers and notes, as zod schemas: editions, attempts to deliver, and numbers given up. */
import * as z from 'zod'
import { date, id, language, line, sha256, time, wording } from './fields.ts'

export const edition = z
  .strictObject({
    language: language.describe('The language of its file.'),
    to: id
      .optional()
      .describe('Of identical notes under one number: to whom, where it is not the addressee of the entry.'),
    form: z.enum(['issue', 'courtesy-copy', 'certified-copy']).describe('As what it went out.'),
    sha256: sha256.describe('Of its file.'),
    'file-copy': sha256.optional().describe('Of the copy that keeps what it was made from.'),
    pages: z.number().int().min(1).optional().describe('Where it is not of as many pages as the entry says.'),
    epoch: z.number().int().min(1).optional().describe('Where it was made in another render epoch than the entry says.')
  })
  .describe('A note in one language and form, to one addressee: one number can stand for several.')

export const delivery = z.array(
  z.strictObject({
    on: date,
    time: time.optional(),
    mode: z.enum(['handed-over', 'messenger', 'post', 'electronic', 'summons']),
    by: line.optional(),
    to: line.optional(),
    outcome: z.enum(['accepted', 'refused', 'returned']),
    told: wording
      .optional()
      .describe('By whom and how, as a note tells it behind "was": "handed to the Chargé d’affaires by …".'),
    through: id.optional().describe('The State that protects the interests of the sender, and that passed it on.'),
    afterwards: wording
      .optional()
      .describe('What was done when it was refused or returned: "it was left on the table".')
  })
)

export const cancelled = z
  .strictObject({
    from: id.describe('The house whose number it was.'),
    series: id.optional(),
    number: line,
    date: date.describe('When it was given up: it is missing from the numbers of that year.'),
    reason: z.string().min(1).max(1000)
  })
  .describe('A number that no communication bears, so that its place in the series is no gap.')
