/** Texts in a face and a language in; shaped words out, made once and kept across notes. */
import { LANGUAGES } from '../languages/index.ts'
import { type Division, type Languages, languageOf } from '../languages/language.ts'
import { type Cache, lazily, once } from '../once.ts'
import type { FaceName, World } from '../world.ts'
import { createShaper, type Font, type Shaper } from './harfbuzz.ts'
import type { LinePart, ShapedWord } from './page.ts'

/** The shortest word that is divided at all. */
const SHORTEST = 5

/** Offsets of a word where a hyphen may divide it. */
type Hyphenate = (word: string) => readonly number[]

/** How words of a language (BCP 47) are divided, by its primary subtag; in a language that is not known, never. */
export function hyphenationOf(languages: Languages, language: string): Hyphenate {
  const divide = divisionOf(languages, language)
  return divide ? word => divideLetters(word, divide) : () => []
}

function divisionOf(languages: Languages, language: string): Division | null {
  return languageOf(languages, language.split('-', 1)[0] ?? '')?.divide ?? null
}

/**
 * Divides each stretch of letters by itself, so that `l'ambassade,` is divided as `ambassade` is. What has a digit, or an
 * ending behind its hyphen, is no word to divide.
 */
function divideLetters(word: string, { before, after, lower, cuts, suffixHyphen }: Division): readonly number[] {
  if (/\p{Nd}/u.test(word) || (suffixHyphen && word.search(suffixHyphen) >= 0)) return []
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

/** Capitals alone, or two running: an abbreviation (SOCAR, ООНовский) or a heading, neither of which is divided. */
function isAbbreviation(letters: string): boolean {
  return letters === letters.toUpperCase() || /\p{Lu}{2}/u.test(letters)
}

/** A text without a space in it, as one lettering shows it. What is asked of a word again and again is kept with it. */
export interface WordShapes {
  readonly shaped: ShapedWord
  /** The same as a part of a line; one object for all lines that have the word. */
  readonly part: LinePart
  /** Whether the face lacks a letter of it: glyph 0 is the face's mark for that (OpenType, glyf). */
  readonly isMissing: boolean
  /** Whether it has a capital letter: then it is taken for a name, or a part of one. */
  readonly isName: boolean
  /** Whether no line may end behind it. */
  readonly isBound: boolean
  /** Offsets after its own dashes and slashes where a line may break, ascending. */
  readonly dashes: readonly number[]
  /** Offsets where a hyphen may divide it, ascending; none in a word that has dashes. */
  divisions(): readonly number[]
  /** Offsets where a hyphen could divide it, its dashes apart: for a word that is wider than its column. */
  syllables(): readonly number[]
}

/** One face in one language: what a word looks like in it and where it may be divided. */
export interface FaceInLanguage {
  readonly face: FaceName
  readonly language: string
  /** The width of a space, in font units. */
  readonly space: number
  /** What a divided word ends with. */
  readonly hyphen: ShapedWord
  word(text: string): WordShapes
}

/** Faces and words, opened and shaped when they are first asked for. */
export interface Typesetter {
  lettering(face: FaceName, language: string): FaceInLanguage
}

/**
 * Words of one lettering that are kept, in each of two generations: twice what a note of three pages has, so that what
 * comes again stays, and little enough to be reached within some notes and not grow afterwards.
 */
const WORDS = 1024
/** Letterings that are kept; a house has four faces and a handful of languages. */
const LETTERINGS = 32

/** A typesetter for any number of notes in some languages; what it keeps is bounded, and what it gives does not depend on what it keeps. */
export function createTypesetter(world: World, languages: Languages = LANGUAGES): Typesetter {
  const shaper = lazily(() => createShaper(world.shaper()))
  const fonts = new Map<FaceName, Font>()
  const letterings = createCache<FaceInLanguage>(LETTERINGS)
  const lettering = (face: FaceName, language: string): FaceInLanguage =>
    once(letterings, `${face} ${language}`, () => {
      const running = shaper()
      const font = once(fonts, face, () => running.open(world.font(face)))
      return createLettering(running, font, { face, language, divide: divisionOf(languages, language) })
    })
  return { lettering }
}

/** Letters of a face in a language, and how words of that are divided. */
function createLettering(
  shaper: Shaper,
  font: Font,
  { face, language, divide }: Pick<FaceInLanguage, 'face' | 'language'> & { divide: Division | null }
): FaceInLanguage {
  const words = createCache<WordShapes>(WORDS)
  const make = (text: string): WordShapes => {
    const shaped = { face, language, text, ...shaper.shape(font, language, text) }
    const drawn = BLANK.test(text) ? joined(shaped, glyph => shaper.bearings(font, glyph)) : shaped
    return createWord(drawn, divide)
  }
  const word = (text: string) => once(words, text, make)
  return { face, language, space: word(' ').shaped.width, hyphen: word('-').shaped, word }
}

/** A blank to be filled in by hand is one line, not a row of dashes. */
const BLANK = /^_{2,}$/

/** The same glyphs, each drawn up to the one before. */
function joined(shaped: ShapedWord, bearings: (glyph: number) => number): ShapedWord {
  const advances = shaped.advances.map((advance, index) => advance - bearings(shaped.glyphs[index] ?? 0))
  return { ...shaped, advances, width: advances.reduce((sum, each) => sum + each, 0) }
}

function createWord(shaped: ShapedWord, divide: Division | null): WordShapes {
  const dashes = dashesOf(shaped.text, divide?.suffixHyphen)
  const syllables = lazily(() => (divide ? divideLetters(shaped.text, divide) : []))
  return {
    shaped,
    part: { type: 'word', word: shaped },
    isMissing: shaped.glyphs.includes(0),
    isName: /\p{Lu}/u.test(shaped.text),
    isBound: divide?.bound?.test(shaped.text) ?? false,
    dashes,
    divisions: () => (dashes.length > 0 ? [] : syllables()),
    syllables
  }
}

/** A dash or slash after which a line may break, with what may follow it: `and/or` breaks, `351/3` and `2022-04` do not. */
const BREAK_AFTER = /[-–—/](?=\p{L})|[–—](?=\d)/gu

/** A dash at the very start is a minus or a list's, and stays with its word; so does a hyphen before an ending. */
function dashesOf(text: string, suffixHyphen: RegExp | undefined): readonly number[] {
  const dashes = [...text.matchAll(BREAK_AFTER)].map(match => match.index + 1).filter(at => at > 1)
  if (dashes.length === 0 || suffixHyphen === undefined) return dashes
  const joints = new Set([...text.matchAll(suffixHyphen)].map(match => match.index + 1))
  return dashes.filter(at => !joints.has(at))
}

/**
 * A store of things that are dear to make; it may forget, so what it holds must follow from the key alone. Two generations
 * of at most `limit` entries each: when the young one is full the old one is dropped. That is cheaper than an exact order of
 * last use, and what is used again and again still stays.
 */
export function createCache<V>(limit: number): Cache<string, V> {
  let young = new Map<string, V>()
  let old = new Map<string, V>()
  const set = (key: string, value: V) => {
    if (young.size >= limit) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }
  const get = (key: string) => {
    const found = young.get(key)
    if (found !== undefined) return found
    const again = old.get(key)
    if (again !== undefined) set(key, again)
    return again
  }
  return { get, set }
}
