/** A text in; the first character that may not stand in what is printed out. */
import { pattern, patternSource } from './pattern.ts'

/**
 * Controls, surrogate halves, private use and noncharacters, and every default-ignorable code point (Unicode 16,
 * DerivedCoreProperties.txt): each changes what is read, searched or compared without being seen. U+200C and U+200D are
 * letters' affair in some scripts, and stand between two letters there.
 */
const FORBIDDEN = pattern('gu')`${[
  patternSource`(?<![\p{L}\p{M}])[\u200C\u200D]`,
  patternSource`[\u200C\u200D](?!\p{L})`,
  patternSource`[\u0000-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F]`,
  patternSource`[\u2028-\u202E\u2060-\u206F\u3164\uD800-\uDFFF\uE000-\uF8FF\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFF]`,
  patternSource`[\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]`
]}`

/** A character that may not be printed; `at` and `length` count UTF-16 code units. */
export interface Forbidden {
  readonly at: number
  readonly length: number
  readonly code: number
}

/** The forbidden characters of a text, but for those of `allowed`. Most text is plain ASCII, and is looked at once. */
export function forbiddenIn(text: string, allowed = ''): readonly Forbidden[] {
  if (/^[ -~]*$/.test(text)) return []
  return [...text.matchAll(FORBIDDEN)]
    .filter(([character]) => !allowed.includes(character))
    .map(({ 0: character, index }) => ({ at: index, length: character.length, code: character.codePointAt(0) ?? 0 }))
}

/** What a template's text may hold besides what is printed: it ends lines and indents them. */
export const LAYOUT_CHARACTERS = '\t\n\r'

/** `U+00AD` */
export function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Whether anything of a text is seen on paper: not only spaces, marks without a letter, and the empty Braille cell. */
export function isVisible(text: string): boolean {
  return /[^\p{Z}\p{M}\p{C}\u2800]/u.test(text)
}

/** The text with a capital first letter, behind any opening quotation marks and brackets; `capital` gives that of a letter. */
export function withCapital(text: string, capital: (letter: string) => string): string {
  return text.replace(/^(["'“‘«„(]*)(\p{Ll})/u, (_, opening: string, letter: string) => opening + capital(letter))
}

/** The word with each letter that stands twice in a row once: `Odessa` and `Odesa` are one name. */
export function withoutDoubles(word: string): string {
  return word.replace(/(\p{L})\1/gu, '$1')
}
