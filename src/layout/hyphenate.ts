/** A word in; the places where its language lets a hyphen divide it, out. */
import { type Division, type Languages, languageOf } from '../languages/language.ts'

/** The shortest word that is divided at all. */
const SHORTEST = 5

/** How words of a language (BCP 47) are divided, by its primary subtag; in a language that is not known, never. */
export function hyphenationOf(languages: Languages, language: string): (word: string) => readonly number[] {
  const found = languageOf(languages, language.split('-', 1)[0] ?? '')
  return found ? word => divideLetters(word, found.divide) : () => []
}

/** Divides each stretch of letters by itself, so that `l'ambassade,` is divided as `ambassade` is. */
function divideLetters(word: string, { before, after, lower, cuts }: Division): readonly number[] {
  const found: number[] = []
  for (const match of word.matchAll(/\p{L}+/gu)) {
    const letters = lower(match[0])
    if (letters.length !== match[0].length || letters.length < SHORTEST || isAbbreviation(match[0])) continue
    for (const cut of cuts(letters)) {
      if (cut >= before && cut <= letters.length - after) found.push(match.index + cut)
    }
  }
  return found
}

/** Capitals alone: an abbreviation (SOCAR) or a heading, neither of which is divided. */
function isAbbreviation(letters: string): boolean {
  return letters === letters.toUpperCase()
}
