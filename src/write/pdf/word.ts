/** A shaped word in; what a reader copies from each of its glyphs, and the operands that draw it, out. */
import type { Millipoint, ShapedWord } from '../../layout/page.ts'
import type { TrueType } from './truetype.ts'

/** A word made ready once and kept for as long as the shaper keeps the word. */
export interface ReadyWord {
  /** For each glyph what ToUnicode says of it. */
  readonly copied: readonly string[]
  /** The text to be given as ActualText, where glyphs and characters do not match one to one. */
  readonly actual: string | null
  /** The drawing with CID = glyph id, which holds in any document; `null` when it depends on the font size. */
  readonly drawing: Drawing | null
}

/** Operands of TJ without the first `<` and the last `>`, so that words and spaces join into one string. */
export interface Drawing {
  readonly operands: string
  /** How far the pen stands after the word to the right of where it should: thousandths of the em. */
  readonly drift: number
}

/** Given to the second and later glyphs of a cluster: PDF/A level A wants a character for each (ISO 19005-2, 6.2.11.7). */
const NOTHING_TO_COPY = '\u200b'

/** A number as four hexadecimal digits. */
export function hex4(value: number): string {
  return (0x10000 + value).toString(16).slice(1)
}

/** The texts of a word's clusters by their start. */
function clusterTexts(word: ShapedWord): Map<number, string> {
  const starts = [...new Set(word.clusters)].sort((a, b) => a - b)
  return new Map(starts.map((start, index) => [start, word.text.slice(start, starts[index + 1] ?? word.text.length)]))
}

/** What each glyph of a word is copied as. */
function copiedFrom(word: ShapedWord): string[] {
  const texts = clusterTexts(word)
  const copied: string[] = []
  for (let from = 0; from < word.glyphs.length; ) {
    const cluster = word.clusters[from] ?? 0
    let to = from + 1
    while (to < word.glyphs.length && word.clusters[to] === cluster) to++
    const text = texts.get(cluster) ?? ''
    const characters = [...text]
    if (characters.length === to - from && to - from > 1) copied.push(...characters)
    else copied.push(text, ...new Array<string>(to - from - 1).fill(NOTHING_TO_COPY))
    from = to
  }
  return copied
}

/**
 * The operands that draw a word with the given CIDs. A glyph that stands off the baseline leaves the array for a
 * moment (`Ts`), so a word with one needs the font size.
 */
export function drawWord(word: ShapedWord, font: TrueType, cids: ArrayLike<number>, size: Millipoint): Drawing {
  let operands = ''
  let drift = 0
  for (let index = 0; index < word.glyphs.length; index++) {
    const shift = word.dx[index] ?? 0
    const back = Math.round(drift - shift)
    const code = hex4(cids[index] ?? 0)
    const rise = word.dy[index] ?? 0
    if (back !== 0) operands += `>${back}<`
    operands += rise === 0 ? code : raised(code, Math.round((rise * size) / 1000))
    drift += (font.widths[word.glyphs[index] ?? 0] ?? 0) - (word.advances[index] ?? 0) - back
  }
  return { operands, drift }
}

/** A glyph at another height: text rise (ISO 32000-1, 9.3.7), set back at once. */
function raised(code: string, rise: Millipoint): string {
  return `>] TJ ${rise / 1000} Ts [<${code}>] TJ 0 Ts [<`
}

/** Makes a word ready. */
export function readyWord(word: ShapedWord, font: TrueType): ReadyWord {
  const copied = copiedFrom(word)
  const plain = word.dy.every(rise => rise === 0)
  return {
    copied,
    actual: copied.join('') === word.text ? null : word.text,
    drawing: plain ? drawWord(word, font, word.glyphs, 0) : null
  }
}

/** The hyphen at a line's end as it is copied: it is no part of the text (U+00AD; ISO 32000-1, 14.8.2.2.3). */
export function softHyphen(word: ShapedWord): ShapedWord {
  return { ...word, text: '\u00ad', clusters: new Uint16Array(word.glyphs.length) }
}
