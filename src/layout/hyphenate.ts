/** A word in; the places where its language lets a hyphen divide it, out. */
import el from 'hyphen/patterns/el-monoton.js'
import en from 'hyphen/patterns/en-gb.js'
import es from 'hyphen/patterns/es.js'
import fr from 'hyphen/patterns/fr.js'
import ru from 'hyphen/patterns/ru.js'
import tr from 'hyphen/patterns/tr.js'
import uk from 'hyphen/patterns/uk.js'
import { type FlatTrie, flatten, NONE, STRIDE } from './trie.ts'

/** Liang's patterns of one language: rows of levels, the trie, and where exceptions are divided. */
interface Patterns {
  readonly rows: readonly (readonly number[])[]
  readonly trie: FlatTrie
  readonly exceptions: Readonly<Record<string, readonly number[]>>
}

/** Letters that stay together before and after a hyphen, as in TeX (\lefthyphenmin, \righthyphenmin). */
const LEFT = 2
const RIGHT = 3
/** The shortest word that is divided at all. */
const SHORTEST = 5

/**
 * The languages whose words are divided, by their primary subtag. English has the British patterns: they divide by
 * derivation (know-ledge), which suits the Oxford spelling of international instruments, and divide less often.
 */
const languages: Readonly<Record<string, (word: string) => readonly number[]>> = {
  az: divideAzerbaijani,
  el: dividing(el),
  en: dividing(en),
  es: dividing(es),
  fr: dividing(fr),
  ru: dividing(ru),
  tr: dividing(tr),
  uk: dividing(uk)
}

/** How words of a language (BCP 47) are divided; where we have no rules, never. */
export function hyphenationOf(language: string): (word: string) => readonly number[] {
  const primary = language.split('-', 1)[0] ?? ''
  const divide = Object.hasOwn(languages, primary) ? languages[primary] : undefined
  if (!divide) return () => []
  return word => divideLetters(word, lowerCase(primary), divide)
}

/** Divides each stretch of letters by itself, so that `l'ambassade,` is divided as `ambassade` is. */
function divideLetters(
  word: string,
  lower: (letters: string) => string,
  divide: (letters: string) => readonly number[]
): readonly number[] {
  const cuts: number[] = []
  for (const match of word.matchAll(/\p{L}+/gu)) {
    const letters = lower(match[0])
    if (letters.length !== match[0].length || letters.length < SHORTEST || isAbbreviation(match[0])) continue
    for (const cut of divide(letters)) {
      if (cut >= LEFT && cut <= letters.length - RIGHT) cuts.push(match.index + cut)
    }
  }
  return cuts
}

/** Capitals alone: an abbreviation (SOCAR) or a heading, neither of which is divided. */
function isAbbreviation(letters: string): boolean {
  return letters === letters.toUpperCase()
}

/** Small letters; Azerbaijani and Turkish have two pairs of i, which a plain `toLowerCase` confuses. */
function lowerCase(language: string): (letters: string) => string {
  if (language !== 'az' && language !== 'tr') return letters => letters.toLowerCase()
  return letters => letters.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase()
}

/** The tables are looked into when the first word comes: the build keeps each as text until then. */
function dividing(table: typeof en): (word: string) => readonly number[] {
  let patterns: Patterns | null = null
  return word => {
    patterns ??= { rows: table[0], trie: flatten(table[1]), exceptions: table[2] }
    return divideByPatterns(patterns, word)
  }
}

/**
 * Liang, Word Hy-phen-a-tion by Com-put-er (1983), chapter 4: each pattern that occurs in the word puts a level between
 * its letters, the highest wins, and an odd one divides. A walk of our own over the package's tables, because the package's
 * lower-cases by the machine's locale, reads the clock and never forgets a word.
 */
function divideByPatterns(patterns: Patterns, word: string): readonly number[] {
  if (Object.hasOwn(patterns.exceptions, word)) return patterns.exceptions[word] ?? []
  const dotted = `.${word}.`
  const levels = new Array<number>(dotted.length + 1).fill(0)
  for (let start = 0; start < dotted.length; start++) markPatterns(patterns, dotted, start, levels)
  const cuts: number[] = []
  for (let cut = 1; cut < word.length; cut++) if ((levels[cut + 1] ?? 0) % 2 === 1) cuts.push(cut)
  return cuts
}

/** Raises the levels by every pattern that begins at `start`. */
function markPatterns({ rows, trie }: Patterns, dotted: string, start: number, levels: number[]): void {
  let node = 0
  for (let at = start; node !== NONE && at < dotted.length; at++) {
    const found = find(trie, node, dotted.charCodeAt(at))
    if (found === NONE) return
    const levelsHere = rows[trie[found + 1] ?? NONE] ?? []
    for (let offset = 0; offset < levelsHere.length; offset++) {
      levels[start + offset] = Math.max(levelsHere[offset] ?? 0, levels[start + offset] ?? 0)
    }
    node = trie[found + 2] ?? NONE
  }
}

/** Where a node has a letter, or `NONE`. */
function find(trie: FlatTrie, node: number, letter: number): number {
  const end = node + 1 + (trie[node] ?? 0) * STRIDE
  for (let at = node + 1; at < end; at += STRIDE) if (trie[at] === letter) return at
  return NONE
}

const AZERBAIJANI_VOWELS = 'aeəıioöuü'

/**
 * Azerbaijani has no TeX patterns and needs none: words go over by syllables, a syllable has one vowel, and the last
 * consonant before a vowel belongs to it (və-kil, mək-təb, qırx-lıq, sa-at).
 */
function divideAzerbaijani(word: string): readonly number[] {
  const cuts: number[] = []
  let seen = false
  for (let at = 0; at < word.length; at++) {
    if (!AZERBAIJANI_VOWELS.includes(word.charAt(at))) continue
    if (seen) cuts.push(AZERBAIJANI_VOWELS.includes(word.charAt(at - 1)) ? at : at - 1)
    seen = true
  }
  return cuts
}
