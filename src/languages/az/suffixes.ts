/** Azerbaijani suffixes: a word, or a number as it is spoken, in; what is written behind it by vowel harmony out. */

/** The grammar behind these rules: the last vowel decides, in two ways (a, ə) or in four (ı, i, u, ü). */
const FOURFOLD: Readonly<Record<string, string>> = {
  a: 'ı',
  ı: 'ı',
  e: 'i',
  ə: 'i',
  i: 'i',
  o: 'u',
  u: 'u',
  ö: 'ü',
  ü: 'ü'
}
const BACK = 'aıou'

/** The small letters of Azerbaijani: İ and I are two letters, and so are i and ı. */
export function lower(text: string): string {
  return text.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase()
}

/** A capital of Azerbaijani. */
export function upper(letter: string): string {
  return letter === 'i' ? 'İ' : letter.toUpperCase()
}

function lastVowel(word: string): string {
  return lower(word).match(/[aıoueəiöü](?=[^aıoueəiöü]*$)/u)?.[0] ?? 'ə'
}

/** `ı`, `i`, `u` or `ü`, as the word asks for. */
export function fourfold(word: string): string {
  return FOURFOLD[lastVowel(word)] ?? 'i'
}

/** `a` or `ə`, as the word asks for. */
export function twofold(word: string): string {
  return BACK.includes(lastVowel(word)) ? 'a' : 'ə'
}

export function endsInVowel(word: string): boolean {
  return /[aıoueəiöü]$/u.test(lower(word))
}

const UNITS = ['sıfır', 'bir', 'iki', 'üç', 'dörd', 'beş', 'altı', 'yeddi', 'səkkiz', 'doqquz']
const TENS = ['', 'on', 'iyirmi', 'otuz', 'qırx', 'əlli', 'altmış', 'yetmiş', 'səksən', 'doxsan']
/** Powers of ten that are spoken as words, the greatest first. */
const POWERS = [
  [1_000_000, 'milyon'],
  [1000, 'min'],
  [100, 'yüz']
] as const

/** Whole numbers below ten as words. */
export function smallNumber(value: number): string | undefined {
  return Number.isInteger(value) && value > 0 ? UNITS[value] : undefined
}

/** The last word of a whole number as it is spoken: `beş` of 2025, `min` of 3000. */
export function lastSpoken(value: number): string {
  const whole = Math.abs(value)
  if (whole % 10 !== 0 || whole === 0) return UNITS[whole % 10] ?? ''
  if (whole % 100 !== 0) return TENS[(whole % 100) / 10] ?? ''
  return POWERS.find(([power]) => whole % power === 0)?.[1] ?? ''
}

/** `-ci`, `-cü` …: 2025-ci, 2023-cü, 2026-cı, 2029-cu. */
export function ordinal(value: number): string {
  return `${value}-c${fourfold(lastSpoken(value))}`
}

/** What stands behind a day of a month, which the month in its genitive possesses. */
export const DAY_SUFFIXES = {
  /** noyabrın 14-ü */
  nominative: (word: string) => `${endsInVowel(word) ? 's' : ''}${fourfold(word)}`,
  /** noyabrın 14-də */
  locative: (word: string) => `d${twofold(word)}`,
  /** avqustun 17-dən */
  ablative: (word: string) => `d${twofold(word)}n`,
  /** avqustun 18-nə */
  dative: (word: string) => `n${twofold(word)}`
}

/** A number with a suffix behind a hyphen: `14-də`. */
export function withSuffix(value: number, suffix: keyof typeof DAY_SUFFIXES): string {
  return `${value}-${DAY_SUFFIXES[suffix](lastSpoken(value))}`
}
