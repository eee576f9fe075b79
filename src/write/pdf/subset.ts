/** A TrueType font and the glyphs that a note uses in; a smaller font with just those out. */
import { type TrueType, tableOf } from './truetype.ts'

/** A font program for FontFile2, and the number that each old glyph has in it. */
export interface Subset {
  readonly bytes: Uint8Array
  readonly renumbered: ReadonlyMap<number, number>
}

/** Tables that a CIDFontType2 program needs (ISO 32000-1, 9.9); the first three only when hinted. */
const COPIED = ['cvt ', 'fpgm', 'prep', 'head', 'hhea', 'maxp']

// Flags of a composite glyph's component (OpenType 1.9, glyf).
const ARGUMENTS_ARE_WORDS = 0x0001
const HAS_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const HAS_TWO_SCALES = 0x0040
const HAS_MATRIX = 0x0080

/** Where the component glyph ids of an outline stand, as offsets in it; none for a simple or empty one. */
function componentsOf(outline: DataView): number[] {
  const found: number[] = []
  if (outline.byteLength === 0 || outline.getInt16(0) >= 0) return found
  for (let at = 10, flags = MORE_COMPONENTS; flags & MORE_COMPONENTS; ) {
    flags = outline.getUint16(at)
    found.push(at + 2)
    at += flags & ARGUMENTS_ARE_WORDS ? 8 : 6
    if (flags & HAS_SCALE) at += 2
    else if (flags & HAS_TWO_SCALES) at += 4
    else if (flags & HAS_MATRIX) at += 8
  }
  return found
}

/** The outline of a glyph, still in the bytes of the font. */
function outlineOf(font: TrueType, glyph: number): DataView {
  const start = font.outlines[glyph] ?? 0
  const end = font.outlines[glyph + 1] ?? start
  return new DataView(
    font.bytes.buffer,
    font.bytes.byteOffset + tableOf(font.tables, 'glyf').offset + start,
    end - start
  )
}

/** The glyphs, `.notdef`, and every component that one of them is built from, in ascending order. */
function closeOver(font: TrueType, glyphs: Iterable<number>): number[] {
  const closed = new Set([0])
  const open = [...glyphs]
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    closed.add(glyph)
    const outline = outlineOf(font, glyph)
    for (const at of componentsOf(outline)) {
      const component = outline.getUint16(at)
      if (!closed.has(component)) open.push(component)
    }
  }
  return [...closed].sort((a, b) => a - b)
}

/** glyf and loca (long offsets) for the kept glyphs, with components renumbered. */
function writeOutlines(font: TrueType, kept: readonly number[], renumbered: ReadonlyMap<number, number>) {
  const outlines = kept.map(glyph => outlineOf(font, glyph))
  const padded = outlines.map(outline => (outline.byteLength + 3) & ~3)
  const glyf = new Uint8Array(padded.reduce((sum, length) => sum + length, 0))
  const loca = new DataView(new ArrayBuffer(4 * (kept.length + 1)))
  const written = new DataView(glyf.buffer)
  let start = 0
  for (const [index, outline] of outlines.entries()) {
    glyf.set(new Uint8Array(outline.buffer, outline.byteOffset, outline.byteLength), start)
    for (const at of componentsOf(outline)) written.setUint16(start + at, renumbered.get(outline.getUint16(at)) ?? 0)
    start += padded[index] ?? 0
    loca.setUint32(4 * (index + 1), start)
  }
  return { glyf, loca: new Uint8Array(loca.buffer) }
}

/** hmtx with a full record for each kept glyph. */
function writeMetrics(font: TrueType, kept: readonly number[]): Uint8Array {
  const long = font.view.getUint16(tableOf(font.tables, 'hhea').offset + 34)
  const source = tableOf(font.tables, 'hmtx').offset
  const hmtx = new DataView(new ArrayBuffer(4 * kept.length))
  for (const [index, glyph] of kept.entries()) {
    const bearing = glyph < long ? source + 4 * glyph + 2 : source + 4 * long + 2 * (glyph - long)
    hmtx.setUint16(4 * index, font.view.getUint16(source + 4 * Math.min(glyph, long - 1)))
    hmtx.setInt16(4 * index + 2, font.view.getInt16(bearing))
  }
  return new Uint8Array(hmtx.buffer)
}

/** The sum of a table's bytes as big-endian words, modulo 2³². */
function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) {
    const word =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    sum = (sum + word) >>> 0
  }
  return sum
}

/**
 * Puts tables together behind a directory, sorted by tag, each at a multiple of four bytes. The whole file is made to
 * sum to 0xB1B0AFBA by a field of head, which itself counts as nought (OpenType 1.9, head.checksumAdjustment).
 */
function assemble(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort()
  const power = 1 << (31 - Math.clz32(tags.length))
  const size = tags.reduce((sum, tag) => sum + (((tables.get(tag)?.length ?? 0) + 3) & ~3), 12 + 16 * tags.length)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tags.length)
  view.setUint16(6, 16 * power)
  view.setUint16(8, 31 - Math.clz32(power))
  view.setUint16(10, 16 * (tags.length - power))
  let offset = 12 + 16 * tags.length
  let head = 0
  for (const [index, tag] of tags.entries()) {
    const table = tables.get(tag) ?? new Uint8Array()
    for (let letter = 0; letter < 4; letter++) bytes[12 + 16 * index + letter] = tag.charCodeAt(letter)
    view.setUint32(12 + 16 * index + 4, checksum(table))
    view.setUint32(12 + 16 * index + 8, offset)
    view.setUint32(12 + 16 * index + 12, table.length)
    bytes.set(table, offset)
    if (tag === 'head') head = offset
    offset += (table.length + 3) & ~3
  }
  view.setUint32(head + 8, (0xb1b0afba - checksum(bytes)) >>> 0)
  return bytes
}

/** Makes the font program with the given glyphs of a font and what they are built from, renumbered from 0. */
export function subsetFont(font: TrueType, glyphs: Iterable<number>): Subset {
  const kept = closeOver(font, glyphs)
  const renumbered = new Map(kept.map((glyph, index) => [glyph, index]))
  const tables = new Map<string, Uint8Array>()
  for (const tag of COPIED) {
    const table = font.tables.get(tag)
    // A copy through Uint8Array: Buffer's own slice shares memory, and head, hhea and maxp are changed below.
    if (table) tables.set(tag, new Uint8Array(font.bytes.subarray(table.offset, table.offset + table.length)))
  }
  const { glyf, loca } = writeOutlines(font, kept, renumbered)
  tables.set('glyf', glyf).set('loca', loca).set('hmtx', writeMetrics(font, kept))
  patch(tables, 'head', 50, 1)
  patch(tables, 'hhea', 34, kept.length)
  patch(tables, 'maxp', 4, kept.length)
  patch(tables, 'head', 8, 0)
  patch(tables, 'head', 10, 0)
  return { bytes: assemble(tables), renumbered }
}

/** Sets a 16-bit field of a table. */
function patch(tables: ReadonlyMap<string, Uint8Array>, tag: string, at: number, value: number): void {
  const table = tables.get(tag)
  if (table) new DataView(table.buffer, table.byteOffset, table.length).setUint16(at, value)
}
