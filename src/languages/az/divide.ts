/**
 * Azerbaijani: where a hyphen divides a word. A syllable has one vowel, and of the consonants before a vowel the last goes
 * with it: Res-pub-li-ka, sə-fir-lik. There are no patterns for the language (hyph-utf8 has none), and none are needed.
 */
import type { Division } from '../language.ts'
import { lower } from './suffixes.ts'

const VOWELS = 'aıoueəiöü'

/** 14-də, 2025-ci, 01:00-da, SOCAR-ın, «NATO»-nun */
const suffixHyphen = /(?<=[\p{Nd}\p{Lu}»”])-(?=\p{Ll})/gu

export const divide: Division = { before: 2, after: 2, lower, cuts, suffixHyphen }

function cuts(letters: string): number[] {
  const vowels = [...letters].flatMap((letter, index) => (VOWELS.includes(letter) ? [index] : []))
  return vowels.slice(1).map((vowel, index) => {
    const before = vowels[index] ?? 0
    return vowel - before === 1 ? vowel : vowel - 1
  })
}
