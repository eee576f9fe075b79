/** Russian: where a hyphen divides a word, by Lebedev's patterns (hyph-utf8, LPPL 1.2 or later). */
import russian from 'hyphen/patterns/ru.js'
import type { Division } from '../language.ts'
import { dividing } from '../patterns.ts'

export const divide: Division = {
  before: 2,
  after: 2,
  lower: letters => letters.toLowerCase(),
  cuts: dividing(russian),
  // 14-го, 35-метровый, ООН-овский
  suffixHyphen: /(?<=[\p{Nd}\p{Lu}»”])-(?=\p{Ll})/gu,
  bound: /^[«(]?[авикосу]$/iu
}
