/** The shapes of what becomes of numbers and notes, as zod schemas: attempts to deliver, and numbers that were given up. */
import * as z from 'zod'
import { date, id, line, time } from './fields.ts'

export const delivery = z.array(
  z.strictObject({
    on: date,
    time: time.optional(),
    mode: z.enum(['handed-over', 'messenger', 'post', 'electronic', 'summons']),
    by: line.optional(),
    to: line.optional(),
    outcome: z.enum(['accepted', 'refused', 'returned'])
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
