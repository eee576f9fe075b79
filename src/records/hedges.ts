/** How sure a record is: of what it measures, of what it counts, and of what there was none. */
import * as z from 'zod'
import { HEDGES } from '../languages/quantities.ts'
import { evidence, id, language, line } from './fields.ts'

const hedge = z
  .enum(HEDGES)
  .describe('How sure the number is, as it was recorded. `between` has its second number in `to`.')

/** A number with its unit and its hedge, as recorded. */
export const amountIn = <U extends z.ZodType>(unit: U) => ({
  value: z.number().min(0, 'a measure is not negative'),
  to: z.number().optional().describe('The greater of two values: `value: 20, to: 30, qualifier: between`.'),
  decimals: z.number().int().min(0).max(6).optional().describe('Digits after the point that were given.'),
  unit,
  qualifier: hedge
})

/** What was measured, with the words around it. */
export const measured = z.strictObject({
  phrase: z
    .record(language, z.strictObject({ before: line, after: line.optional() }))
    .describe('The words around the measure.'),
  ...amountIn(
    id.describe(
      'A unit of `templates/units/package.yaml`, or of `templates/units.yaml`, in which a house adds its own. What is counted rather than measured (people, vehicles) is said in `event` or `circumstances`.'
    )
  ),
  evidence
})

/** Beside a number of people or of means; without these it is exact. */
export const hedgedCount = {
  qualifier: hedge.optional(),
  to: z.number().int().optional().describe('The greater of two numbers: `count: 20, to: 30, qualifier: between`.')
}

/** What there can be none of: dead, injured, or either. */
const NIL_OF = ['both', 'life', 'injury'] as const
const NIL_HEDGES = ['exact', 'reported', 'apparent'] as const

/** Beside the evidence of a nil. */
export const hedgedNil = {
  of: z
    .enum(NIL_OF)
    .optional()
    .describe('`life`: nobody died. `injury`: nobody was injured. `both`, as where nothing is said: no casualties.'),
  qualifier: z
    .enum(NIL_HEDGES)
    .optional()
    .describe('`reported`: none have been reported. `apparent`: there appear to have been none.')
}

/** A nil with its hedge, as one word by which a formula is chosen. */
export const NILS = [
  'none',
  'none-reported',
  'none-apparent',
  'life',
  'life-reported',
  'life-apparent',
  'injury',
  'injury-reported',
  'injury-apparent'
] as const

interface Nil {
  readonly of?: (typeof NIL_OF)[number] | undefined
  readonly qualifier?: (typeof NIL_HEDGES)[number] | undefined
}

export function nilWord({ of = 'both', qualifier = 'exact' }: Nil): (typeof NILS)[number] {
  const what = of === 'both' ? 'none' : of
  return qualifier === 'exact' ? what : `${what}-${qualifier}`
}
