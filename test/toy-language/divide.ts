/** The toy language: words are divided by syllables, before the last consonant in front of a vowel. */
import type { Division } from '../../src/languages/language.ts'

const VOWELS = 'aeiou'

export const divide: Division = {
  before: 2,
  after: 2,
  lower: letters => letters.toLowerCase(),
  cuts: letters => {
    const vowels = [...letters].flatMap((letter, at) => (VOWELS.includes(letter) ? [at] : []))
    return vowels.slice(1).map(at => (VOWELS.includes(letters.charAt(at - 1)) ? at : at - 1))
  }
}
