/** Texts in a face and a language in; shaped words out, made once and kept across notes. */
import type { FaceName, World } from '../world.ts'
import { createCache } from './cache.ts'
import { createShaper, type Font, type Shaper } from './harfbuzz.ts'
import { hyphenationOf } from './hyphenate.ts'
import type { ShapedWord } from './page.ts'

/** One face in one language: what a word looks like in it and where it may be divided. */
export interface Lettering {
  readonly face: FaceName
  readonly language: string
  /** The width of a space, in font units. */
  readonly space: number
  /** What a divided word ends with. */
  readonly hyphen: ShapedWord
  /** Shapes a text without a space in it. */
  shape(text: string): ShapedWord
  /** The offsets in a word where a hyphen may divide it, ascending. */
  divide(word: string): readonly number[]
}

/** Faces and words, opened and shaped when they are first asked for. */
export interface Typesetter {
  lettering(face: FaceName, language: string): Lettering
}

/** Words of one lettering that are kept: some tens of notes' worth; at about 0.5 KB each, 4 MB in two generations. */
const WORDS = 4096
/** Letterings that are kept; a house has four faces and a handful of languages. */
const LETTERINGS = 32

/** A typesetter for any number of notes; what it keeps is bounded, and what it gives does not depend on what it keeps. */
export function createTypesetter(world: World): Typesetter {
  let shaper: Shaper | null = null
  const fonts = new Map<FaceName, Font>()
  const letterings = createCache<Lettering>(LETTERINGS)
  const fontOf = (running: Shaper, face: FaceName): Font => {
    const known = fonts.get(face)
    if (known !== undefined) return known
    const font = running.open(world.font(face))
    fonts.set(face, font)
    return font
  }
  const lettering = (face: FaceName, language: string): Lettering => {
    const key = `${face} ${language}`
    const known = letterings.get(key)
    if (known) return known
    shaper ??= createShaper(world.shaper())
    const made = createLettering(shaper, fontOf(shaper, face), face, language)
    letterings.set(key, made)
    return made
  }
  return { lettering }
}

function createLettering(shaper: Shaper, font: Font, face: FaceName, language: string): Lettering {
  const words = createCache<ShapedWord>(WORDS)
  const divisions = createCache<readonly number[]>(WORDS)
  const hyphenate = hyphenationOf(language)
  const shape = (text: string): ShapedWord => {
    const known = words.get(text)
    if (known) return known
    const word = { face, language, text, ...shaper.shape(font, language, text) }
    words.set(text, word)
    return word
  }
  const divide = (word: string): readonly number[] => {
    const known = divisions.get(word)
    if (known) return known
    const cuts = hyphenate(word)
    divisions.set(word, cuts)
    return cuts
  }
  return { face, language, space: shape(' ').width, hyphen: shape('-'), shape, divide }
}
