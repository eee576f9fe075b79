/** The world's fonts in; faces and words made ready once and kept from note to note out. */
import type { ShapedWord } from '../../layout/page.ts'
import { once } from '../../once.ts'
import type { FaceName, World } from '../../world.ts'
import { readTrueType, type TrueType } from './truetype.ts'
import { type ReadyWord, readyWord, softHyphen } from './word.ts'

/** What a note's fonts have in common with those of other notes. Nothing in it changes what is written. */
export interface FontStore {
  /** The parsed font of a face. */
  font(face: FaceName): TrueType
  /** A word of the text, made ready. */
  word(word: ShapedWord): ReadyWord
  /** The hyphen at a line's end, as the word U+00AD. */
  hyphen(word: ShapedWord): ShapedWord
  /** The font program for a key that names its face and characters; `make` is called unless one was kept. */
  program(key: string, make: () => FontProgram): FontProgram
  /** Bytes compressed; kept for as long as those bytes are, as those of a template that many notes carry. */
  deflated(bytes: Uint8Array, deflate: World['deflate']): Uint8Array
}

/** The streams of one embedded subset, compressed, and what else follows from its characters. */
export interface FontProgram {
  readonly tag: string
  readonly length: number
  readonly file: Uint8Array
  readonly glyphMap: Uint8Array
  readonly toUnicode: Uint8Array
  readonly widths: string
}

/** Subsets kept: about 15 KB each, so a megabyte at most. */
const KEPT = 64

/** A store for one process; the words in it live as long as the shaper holds them. */
export function createFontStore(world: World): FontStore {
  const fonts = new Map<FaceName, TrueType>()
  const programs = new Map<string, FontProgram>()
  const words = new WeakMap<ShapedWord, ReadyWord>()
  const hyphens = new WeakMap<ShapedWord, ShapedWord>()
  const compressed = new WeakMap<Uint8Array, Uint8Array>()
  const font = (face: FaceName) => once(fonts, face, () => readTrueType(world.font(face)))
  return {
    font,
    word: word => once(words, word, () => readyWord(word, font(word.face))),
    hyphen: word => once(hyphens, word, () => softHyphen(word)),
    program: (key, make) => keep(programs, key, make),
    deflated: (bytes, deflate) => once(compressed, bytes, () => deflate(bytes))
  }
}

/** Keeps the values that were asked for last: a map gives its keys in the order in which they were set. */
function keep<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const value = cache.get(key) ?? make()
  cache.delete(key)
  cache.set(key, value)
  const [oldest] = cache.keys()
  if (cache.size > KEPT && oldest !== undefined) cache.delete(oldest)
  return value
}
