/** English: where a hyphen divides a word, by derivation (know-ledge), which divides less often than the American way. */
import british from 'hyphen/patterns/en-gb.js'
import type { Division } from '../language.ts'
import { dividing } from '../patterns.ts'

export const divide: Division = {
  before: 2,
  after: 3,
  lower: letters => letters.toLowerCase(),
  cuts: dividing(british)
}
