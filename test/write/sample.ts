/** Small notes, already laid out by hand: words in, Layout out. Kerning and ligatures are what the test says. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'
import { originOf } from '../../src/fact.ts'
import type { Image } from '../../src/image/image.ts'
import type {
  Element,
  ImageItem,
  Item,
  Layout,
  LinePart,
  Owner,
  Role,
  ShapedWord,
  TextItem
} from '../../src/layout/page.ts'
import type { FaceName, World } from '../../src/world.ts'
import { glyphOf, readTrueType, type TrueType } from '../../src/write/pdf/truetype.ts'
import type { PdfFacts } from '../../src/write/pdf/write.ts'

const require = createRequire(import.meta.url)

const FILES = {
  regular: '400Regular/SourceSerif4_400Regular.ttf',
  italic: '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  bold: '700Bold/SourceSerif4_700Bold.ttf',
  'bold-italic': '700Bold_Italic/SourceSerif4_700Bold_Italic.ttf'
} as const satisfies Record<FaceName, string>

const bytes = new Map<FaceName, Uint8Array>()
const fonts = new Map<FaceName, TrueType>()

/** The bytes of a face of the house. */
export function fontBytes(face: FaceName): Uint8Array {
  const known = bytes.get(face)
  if (known) return known
  const read = new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/source-serif-4/${FILES[face]}`)))
  bytes.set(face, read)
  return read
}

export function font(face: FaceName): TrueType {
  const parsed = fonts.get(face) ?? readTrueType(fontBytes(face))
  fonts.set(face, parsed)
  return parsed
}

/** A world with fonts, a compressor and a digest, and no files. */
export const world: World = {
  read: () => null,
  list: () => [],
  font: fontBytes,
  shaper: () => new Uint8Array(),
  deflate: given => new Uint8Array(deflateSync(given, { level: 6 })),
  inflate: () => null,
  sha256: given => createHash('sha256').update(given).digest('hex'),
  version: '0.0.0'
}

export const facts: PdfFacts = {
  title: 'Note verbale',
  language: 'en',
  date: null,
  issuedAt: null,
  conformance: '2a',
  attachments: []
}

/** A glyph of its own number for some characters together, and its advance if it is not the font's own. */
export interface Glyph {
  readonly text: string
  readonly glyph?: number
  readonly advance?: number
  readonly dx?: number
  readonly dy?: number
}

/** A word of given glyphs; glyphs with the text '' belong to the cluster before them. */
export function wordOf(glyphs: readonly Glyph[], face: FaceName = 'regular'): ShapedWord {
  const { widths } = font(face)
  const ids = glyphs.map(each => each.glyph ?? glyphOf(font(face), each.text.charCodeAt(0)))
  const advances = glyphs.map((each, index) => each.advance ?? widths[ids[index] ?? 0] ?? 0)
  const clusters: number[] = []
  let start = 0
  for (const each of glyphs) {
    clusters.push(each.text === '' ? (clusters.at(-1) ?? 0) : start)
    start += each.text.length
  }
  return {
    face,
    language: 'en',
    text: glyphs.map(each => each.text).join(''),
    glyphs: Uint16Array.from(ids),
    advances: Int16Array.from(advances),
    dx: Int16Array.from(glyphs, each => each.dx ?? 0),
    dy: Int16Array.from(glyphs, each => each.dy ?? 0),
    clusters: Uint16Array.from(clusters),
    width: advances.reduce((sum, each) => sum + each, 0)
  }
}

/** A word of one glyph for each character, unkerned. */
export function plainWord(text: string, face: FaceName = 'regular'): ShapedWord {
  return wordOf(
    [...text].map(each => ({ text: each })),
    face
  )
}

/** A line of plain words; U+0020 and U+00A0 in it become spaces 3 points wide, U+00AD the hyphen of a broken word. */
function parts(text: string, face: FaceName = 'regular'): LinePart[] {
  return text.split(/([ \u00a0\u00ad])/).flatMap((each): LinePart[] => {
    if (each === '') return []
    if (each === '\u00ad') return [{ type: 'hyphen', word: plainWord('-', face) }]
    if (each === ' ' || each === '\u00a0') return [{ type: 'space', text: each, width: 3000 }]
    return [{ type: 'word', word: plainWord(each, face) }]
  })
}

/** What a line has besides its parts. */
export type LineOptions = Partial<Omit<TextItem, 'type' | 'parts' | 'owner'>>

/** A line of text for an owner: the number of an element, or the kind of an artifact. */
export function line(
  owner: number | Owner,
  content: string | readonly LinePart[],
  options: LineOptions = {}
): TextItem {
  const face = options.face ?? 'regular'
  return {
    type: 'text',
    x: 72000,
    y: 700000,
    size: 12000,
    at: null,
    origins: [],
    ...options,
    face,
    parts: typeof content === 'string' ? parts(content, face) : content,
    owner: typeof owner === 'number' ? { type: 'element', element: owner } : owner
  }
}

/** A picture for an element, a point wide and high for each of its pixels. */
export function imageItem(owner: number | Owner, image: Image, options: Partial<ImageItem> = {}): ImageItem {
  return {
    type: 'image',
    x: 72000,
    y: 700000,
    width: 1000 * image.width,
    height: 1000 * image.height,
    image,
    owner: typeof owner === 'number' ? { type: 'element', element: owner } : owner,
    origins: [originOf('profile', '/letterhead/emblem/alternate/en')],
    ...options
  }
}

/** An element as a test writes it down: role, kids, and what else there is to say. */
export interface Branch extends Partial<Pick<Element, 'language' | 'scope' | 'numbering' | 'alternate'>> {
  readonly role: Role
  readonly kids?: readonly Branch[]
}

/** Numbers a tree in reading order. */
function elementsOf(root: Branch): Element[] {
  const elements: Element[] = []
  const visit = ({ kids = [], ...rest }: Branch, parent: number | null): number => {
    const number = elements.length
    elements.push({ number, parent, kids: [], ...rest })
    const numbers = kids.map(kid => visit(kid, number))
    elements[number] = { number, parent, kids: numbers, ...rest }
    return number
  }
  visit(root, null)
  return elements
}

/** A4 pages of given items. */
export function layoutOf(root: Branch, ...pages: readonly (readonly Item[])[]): Layout {
  return {
    language: 'en',
    title: 'Note verbale',
    elements: elementsOf(root),
    pages: pages.map(items => ({ width: 595276, height: 841890, items }))
  }
}
