/** What is printed of quantities: a number of things or a measure, how sure it is, and the words that go with it. */

/** How sure a quantity is: the same for what is measured and for what is counted. `between` has a second value. */
export const HEDGES = [
  'exact',
  'about',
  'nearly',
  'a-little-over',
  'at-least',
  'at-most',
  'between',
  'reported'
] as const
export type Hedge = (typeof HEDGES)[number]

/** A number of things as recorded; `to` is the greater of two values, of `between` alone. */
export interface PrintedCount {
  readonly value: number
  readonly to: number | null
  readonly qualifier: Hedge
}

/** A quantity as recorded; `decimals` is how many digits after the point were given. */
export interface PrintedMeasure extends PrintedCount {
  readonly decimals: number
  readonly words: UnitWords
}

/**
 * The words of a unit: one form, or, in a language with cases, those of nom, gen, dat, acc, ins and loc. `few` stands behind
 * 2, 3 and 4 where that is no other form; `many` is empty where a noun stays singular behind a number.
 */
export interface UnitWords {
  readonly one: readonly string[]
  readonly few: string | null
  readonly many: readonly string[]
}

/** The words for what is counted, by number. */
export interface CountedWords {
  readonly one: string
  readonly few: string | null
  readonly many: string
}
