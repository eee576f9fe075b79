/** Finished pages in; for each face the glyphs that they use, what each is copied as, and what is wrong with them, out. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { blaming, placeName } from '../../fact.ts'
import type { Layout, LinePart, ShapedWord, TextItem } from '../../layout/page.ts'
import type { FaceName } from '../../world.ts'
import type { FontStore } from './store.ts'
import { glyphOf, type TrueType } from './truetype.ts'
import { hex4 } from './word.ts'

/** A character code of a font in a PDF: the glyph that it draws and the text that it is copied as. */
export interface Character {
  readonly cid: number
  readonly glyph: number
  readonly text: string
}

/** A space of a face: its code in hexadecimal and its advance in thousandths of the em. */
interface Space {
  readonly code: string
  readonly width: number
}

/** What one note uses of one face. */
export interface FaceUse {
  readonly face: FaceName
  readonly font: TrueType
  /** In ascending order of CID. */
  readonly characters: readonly Character[]
  /** CIDs other than the glyph's own number, by glyph and then by text. */
  readonly alternates: ReadonlyMap<number, ReadonlyMap<string, number>>
  /** Not 0 for each glyph that has any. */
  readonly ambiguous: Uint8Array
  readonly spaces: ReadonlyMap<string, Space>
}

/** The faces in the order in which they are numbered and written. */
export const FACES = ['regular', 'italic', 'bold', 'bold-italic'] as const satisfies readonly FaceName[]

/** What is being counted of a face: the first text of each glyph, and any others that it stands for too. */
interface Tally {
  readonly font: TrueType
  /** By glyph. */
  readonly first: (string | undefined)[]
  readonly others: Map<number, Set<string>>
  readonly spaces: Map<string, number>
}

/** Texts that may not be copied from a page: controls, the private use area, what is no character (ISO 19005-2, 6.2.11.7). */
const UNREADABLE = /[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff\p{Co}\p{Cs}]/u

/** Counts the glyphs of a note; the findings are those that forbid writing it. */
export function useGlyphs(layout: Layout, store: FontStore) {
  const tallies = new Map<FaceName, Tally>()
  const seen = new Set<ShapedWord>()
  const findings: Diagnostic[] = []
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.type !== 'text') continue
      const tally = tallies.get(item.face) ?? newTally(store.font(item.face))
      tallies.set(item.face, tally)
      for (const part of item.parts) {
        if (part.type === 'space') {
          countSpace(tally, part.text, item, findings)
          continue
        }
        const word = drawnWord(part, store)
        if (!seen.has(word)) countWord(tally, word, store, item, findings)
        seen.add(word)
      }
    }
  }
  const uses = FACES.flatMap(face => {
    const tally = tallies.get(face)
    return tally ? [useOf(face, tally)] : []
  })
  return { uses: new Map(uses.map(use => [use.face, use])), findings }
}

/** The word of a part as it is drawn and copied. */
export function drawnWord(part: Exclude<LinePart, { type: 'space' }>, store: FontStore): ShapedWord {
  return part.type === 'hyphen' ? store.hyphen(part.word) : part.word
}

function newTally(font: TrueType): Tally {
  return { font, first: new Array(font.glyphCount).fill(undefined), others: new Map(), spaces: new Map() }
}

function count(tally: Tally, glyph: number, text: string): void {
  const first = tally.first[glyph]
  if (first === undefined) tally.first[glyph] = text
  else if (first !== text) tally.others.set(glyph, (tally.others.get(glyph) ?? new Set()).add(text))
}

function countSpace(tally: Tally, text: string, item: TextItem, findings: Diagnostic[]): void {
  if (tally.spaces.has(text)) return
  const glyph = glyphOf(tally.font, text.charCodeAt(0))
  tally.spaces.set(text, glyph)
  if (glyph === 0 || text.length !== 1) findings.push(missingGlyph(text, item))
  count(tally, glyph, text)
}

function countWord(tally: Tally, word: ShapedWord, store: FontStore, item: TextItem, findings: Diagnostic[]): void {
  if (word.face !== item.face) throw new Error(`a word of face ${word.face} stands in an item of face ${item.face}`)
  const { copied } = store.word(word)
  const missing = copied.filter((_, index) => word.glyphs[index] === 0)
  if (missing.length > 0) findings.push(missingGlyph(missing.join(''), item))
  if (UNREADABLE.test(word.text)) findings.push(unreadable(word.text, item))
  for (let index = 0; index < copied.length; index++) count(tally, word.glyphs[index] ?? 0, copied[index] ?? '')
}

/**
 * CIDs of a face. A glyph's own number is its CID for the first of its texts in order of code units; each further text
 * gets a CID above the glyphs. So a CID depends on this note alone, never on those written before.
 */
function useOf(face: FaceName, { font, first, others, spaces }: Tally): FaceUse {
  const characters: Character[] = []
  const alternates = new Map<number, Map<string, number>>()
  let next = font.glyphCount
  for (let glyph = 0; glyph < first.length; glyph++) {
    const text = first[glyph]
    if (text === undefined) continue
    const texts = [text, ...(others.get(glyph) ?? [])].sort()
    for (const [index, text] of texts.entries()) {
      const cid = index === 0 ? glyph : next++
      characters.push({ cid, glyph, text })
      if (index > 0) alternates.set(glyph, (alternates.get(glyph) ?? new Map<string, number>()).set(text, cid))
    }
  }
  characters.sort((a, b) => a.cid - b.cid)
  const spaceOf = (text: string, glyph: number): Space => ({
    code: hex4(alternates.get(glyph)?.get(text) ?? glyph),
    width: font.widths[glyph] ?? 0
  })
  const spaceList = [...spaces].map(([text, glyph]) => [text, spaceOf(text, glyph)] as const)
  const ambiguous = new Uint8Array(font.glyphCount)
  for (const glyph of alternates.keys()) ambiguous[glyph] = 1
  return { face, font, characters, alternates, ambiguous, spaces: new Map(spaceList) }
}

/** `U+0259 U+0000`: the code points of a text. */
function codePoints(text: string): string {
  return [...text].map(each => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
}

function missingGlyph(text: string, item: TextItem): Diagnostic {
  return about(item, 'pdf/missing-glyph', `the ${item.face} face has no glyph for \`${text}\` (${codePoints(text)})`)
}

function unreadable(text: string, item: TextItem): Diagnostic {
  const found = [...text].filter(each => UNREADABLE.test(each)).join('')
  return about(
    item,
    'pdf/unreadable-text',
    `\`${text}\` holds ${codePoints(found)}, which cannot be copied or read aloud`
  )
}

/** An error about drawn text, with the place in the template and the records behind it. */
export function about(item: TextItem, rule: string, message: string): Diagnostic {
  const [origin] = item.origins
  return error({
    rule,
    message,
    span: item.at,
    ...blaming(origin),
    hints: item.origins.map(each => `the text comes from ${placeName(each)}`)
  })
}
