/** The bytes of a TrueType font in; what a PDF must say about it, and where its tables stand, out. */

/** A table of a font file: offset from the start of the file, length in bytes. */
interface Table {
  readonly offset: number
  readonly length: number
}

/**
 * A parsed font. Measures are in thousandths of the em, as PDF counts them (ISO 32000-1, 9.2.4): the shaper takes no face
 * of other units.
 */
export interface TrueType {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly tables: ReadonlyMap<string, Table>
  readonly postScriptName: string
  readonly glyphCount: number
  /** The advance of each glyph: what the W array says. */
  readonly widths: Uint16Array
  /** Where each glyph's outline starts in the glyf table, and where the last one ends. */
  readonly outlines: Uint32Array
  readonly box: readonly [number, number, number, number]
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly italicAngle: number
  readonly weight: number
  readonly serif: boolean
}

/** The table of a name; a font without it cannot be embedded. */
export function tableOf(tables: ReadonlyMap<string, Table>, tag: string): Table {
  const table = tables.get(tag)
  if (!table) throw new Error(`the font has no ${tag} table: only TrueType outlines can be embedded`)
  return table
}

/** The table directory (OpenType 1.9, "Organization of an OpenType font"). */
function readTables(view: DataView): Map<string, Table> {
  const tables = new Map<string, Table>()
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map(index => view.getUint8(at + index)))
    tables.set(tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) })
  }
  return tables
}

/** The PostScript name (name id 6, platform Windows), in characters that a PDF name may hold as they are. */
function readPostScriptName(view: DataView, table: Table): string {
  const strings = table.offset + view.getUint16(table.offset + 4)
  for (let index = 0; index < view.getUint16(table.offset + 2); index++) {
    const record = table.offset + 6 + 12 * index
    if (view.getUint16(record) !== 3 || view.getUint16(record + 6) !== 6) continue
    const start = strings + view.getUint16(record + 10)
    let name = ''
    for (let at = start; at < start + view.getUint16(record + 8); at += 2)
      name += String.fromCharCode(view.getUint16(at))
    return name.replace(/[^A-Za-z0-9-]/g, '')
  }
  throw new Error('the font has no PostScript name')
}

/** Advances from hmtx; glyphs past the last long record repeat its advance. */
function readWidths(view: DataView, tables: ReadonlyMap<string, Table>, glyphCount: number) {
  const long = view.getUint16(tableOf(tables, 'hhea').offset + 34)
  const { offset } = tableOf(tables, 'hmtx')
  const widths = new Uint16Array(glyphCount)
  for (let glyph = 0; glyph < glyphCount; glyph++)
    widths[glyph] = view.getUint16(offset + 4 * Math.min(glyph, long - 1))
  return widths
}

function readOutlines(view: DataView, tables: ReadonlyMap<string, Table>, glyphCount: number): Uint32Array {
  const long = view.getInt16(tableOf(tables, 'head').offset + 50) === 1
  const { offset } = tableOf(tables, 'loca')
  const outlines = new Uint32Array(glyphCount + 1)
  for (let glyph = 0; glyph <= glyphCount; glyph++) {
    outlines[glyph] = long ? view.getUint32(offset + 4 * glyph) : 2 * view.getUint16(offset + 2 * glyph)
  }
  return outlines
}

/** Parses a font file. Our own fonts are trusted: what is missing is an error of the house, not of an author. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = readTables(view)
  tableOf(tables, 'glyf')
  const head = tableOf(tables, 'head').offset
  const os2 = tableOf(tables, 'OS/2').offset
  const glyphCount = view.getUint16(tableOf(tables, 'maxp').offset + 4)
  const measure = (at: number) => view.getInt16(at)
  const serifStyle = view.getUint8(os2 + 33)
  return {
    bytes,
    view,
    tables,
    postScriptName: readPostScriptName(view, tableOf(tables, 'name')),
    glyphCount,
    widths: readWidths(view, tables, glyphCount),
    outlines: readOutlines(view, tables, glyphCount),
    box: [measure(head + 36), measure(head + 38), measure(head + 40), measure(head + 42)],
    ascent: measure(os2 + 68),
    descent: measure(os2 + 70),
    capHeight: measure(os2 + 88),
    italicAngle: view.getInt32(tableOf(tables, 'post').offset + 4) / 65536,
    weight: view.getUint16(os2 + 4),
    // PANOSE, Latin text: serif styles 2 to 10 have serifs, 11 to 15 have none.
    serif: view.getUint8(os2 + 32) === 2 && serifStyle >= 2 && serifStyle <= 10
  }
}

/** The glyph of a code point of the basic plane by cmap format 4, or 0 when the font has none. */
export function glyphOf(font: TrueType, codePoint: number): number {
  const { view } = font
  const { offset } = tableOf(font.tables, 'cmap')
  for (let index = 0; index < view.getUint16(offset + 2); index++) {
    const subtable = offset + view.getUint32(offset + 4 + 8 * index + 4)
    if (view.getUint16(subtable) === 4) return glyphInSegments(view, subtable, codePoint)
  }
  throw new Error('the font has no cmap of format 4')
}

/** Format 4: parallel arrays of segment ends, starts, deltas and offsets (OpenType 1.9, cmap). */
function glyphInSegments(view: DataView, subtable: number, codePoint: number): number {
  const size = view.getUint16(subtable + 6)
  for (let at = 0; at < size; at += 2) {
    if (view.getUint16(subtable + 14 + at) < codePoint) continue
    const start = view.getUint16(subtable + 16 + size + at)
    if (start > codePoint) return 0
    const delta = view.getUint16(subtable + 16 + 2 * size + at)
    const rangeAt = subtable + 16 + 3 * size + at
    const range = view.getUint16(rangeAt)
    if (range === 0) return (codePoint + delta) & 0xffff
    const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
