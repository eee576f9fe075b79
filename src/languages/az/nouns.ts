/** Azerbaijani nouns: a nominative in; the forms of its cases out. */
import type { GrammaticalCase } from '../language.ts'
import { endsInVowel, fourfold, lower, twofold } from './suffixes.ts'

/** What stands between the noun and its ending: nothing, or `n` behind a possessive (Səfirliyi-n-də). */
type Endings = Readonly<Record<Exclude<GrammaticalCase, 'nom' | 'ins'>, (word: string) => string>>

/** A noun whose last word bears the possessive of the third person: Səfirliyi, Respublikası. */
const POSSESSED: Endings = {
  gen: word => `n${fourfold(word)}n`,
  dat: word => `n${twofold(word)}`,
  acc: word => `n${fourfold(word)}`,
  abl: word => `nd${twofold(word)}n`,
  loc: word => `nd${twofold(word)}`,
  'loc-adj': word => `nd${twofold(word)}k${twofold(word) === 'a' ? 'ı' : 'i'}`
}
const PLAIN: Endings = {
  gen: word => `${endsInVowel(word) ? 'n' : ''}${fourfold(word)}n`,
  dat: word => `${endsInVowel(word) ? 'y' : ''}${twofold(word)}`,
  acc: word => `${endsInVowel(word) ? 'n' : ''}${fourfold(word)}`,
  abl: word => `d${twofold(word)}n`,
  loc: word => `d${twofold(word)}`,
  'loc-adj': word => `d${twofold(word)}k${twofold(word) === 'a' ? 'ı' : 'i'}`
}
/** Endings that begin with a vowel behind a consonant: before them k and q soften. */
const SOFTENING: readonly GrammaticalCase[] = ['gen', 'dat', 'acc']

/** The form of a noun in a case. `possessed`: its last word bears a possessive ending. */
export function decline(noun: string, inCase: GrammaticalCase, possessed: boolean): string {
  if (inCase === 'nom') return noun
  if (inCase === 'ins') return `${noun} il\u0259`
  const ending = (possessed ? POSSESSED : PLAIN)[inCase](noun)
  return (possessed || !SOFTENING.includes(inCase) ? noun : softened(noun)) + ending
}

/** Səfirlik → Səfirliy-, Konsulluq → Konsulluğ-: of words of more than one syllable. */
function softened(noun: string): string {
  const last = noun.split(' ').at(-1) ?? ''
  const syllables = lower(last).match(/[aıoueəiöü]/gu)?.length ?? 0
  if (syllables < 2) return noun
  return noun.replace(/k$/u, 'y').replace(/q$/u, 'ğ')
}

/** Whether a name reads as possessed: of several words, the last with the vowel of a possessive at its end. */
export function looksPossessed(noun: string): boolean {
  return / .*[ıiuü]$/u.test(noun)
}
