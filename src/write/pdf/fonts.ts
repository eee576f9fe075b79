/** The glyphs that a note uses of a face in; an embedded composite font (Type0) out. */
import type { PDFContext, PDFObject, PDFRef } from 'pdf-lib'
import type { World } from '../../world.ts'
import type { Character, FaceUse } from './glyphs.ts'
import { asciiString, deflatedStream, verbatim } from './objects.ts'
import type { FontProgram, FontStore } from './store.ts'
import { subsetFont } from './subset.ts'
import type { TrueType } from './truetype.ts'
import { hex4 } from './word.ts'

// FontDescriptor flags (ISO 32000-1, table 123).
const SERIF = 1 << 1
const SYMBOLIC = 1 << 2
const ITALIC = 1 << 6

const encoder = new TextEncoder()

/** Writes the font of a face: Type0 over CIDFontType2, CIDs mapped to the subset's glyphs by a stream. */
export function writeFont(context: PDFContext, use: FaceUse, store: FontStore, world: World): PDFRef {
  const program = store.program(programKey(use), () => makeProgram(use, world))
  // As a PDFName, the name of a subset would stay in pdf-lib's pool of names for ever: one more for each note.
  const name = verbatim(`/${program.tag}+${use.font.postScriptName}`)
  const file = context.register(deflatedStream(context, program.file, { Length1: program.length }))
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: asciiString('Adobe'), Ordering: asciiString('Identity'), Supplement: 0 },
    FontDescriptor: context.register(describe(context, use.font, { FontName: name, FontFile2: file })),
    W: verbatim(program.widths),
    CIDToGIDMap: context.register(deflatedStream(context, program.glyphMap))
  })
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(descendant)],
      ToUnicode: context.register(deflatedStream(context, program.toUnicode))
    })
  )
}

/** A font descriptor (ISO 32000-1, 9.8). */
function describe(context: PDFContext, font: TrueType, named: Record<'FontName' | 'FontFile2', PDFObject>) {
  return context.obj({
    Type: 'FontDescriptor',
    Flags: SYMBOLIC | (font.serif ? SERIF : 0) | (font.italicAngle === 0 ? 0 : ITALIC),
    FontBBox: [...font.box],
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent,
    Descent: font.descent,
    CapHeight: font.capHeight,
    // No table of a font says it: the estimate from the weight that krilla and Typst make.
    StemV: Math.round(10 + 0.244 * (font.weight - 50)),
    ...named
  })
}

/** All that a font program depends on. */
function programKey({ face, characters }: FaceUse): string {
  return `${face} ${characters.map(each => `${each.cid} ${each.glyph} ${each.text}`).join('\n')}`
}

/** Subsets the font and writes the maps from character codes to glyphs, to widths and to text. */
function makeProgram({ font, characters }: FaceUse, world: World): FontProgram {
  const subset = subsetFont(font, new Set(characters.map(each => each.glyph)))
  return {
    tag: tagOf(world.sha256(subset.bytes)),
    length: subset.bytes.length,
    file: world.deflate(subset.bytes),
    glyphMap: world.deflate(glyphMap(characters, subset.renumbered)),
    toUnicode: world.deflate(encoder.encode(toUnicode(characters))),
    widths: widths(characters, font)
  }
}

/** Six capitals that tell subsets of one font apart (ISO 32000-1, 9.6.4). */
function tagOf(hash: string): string {
  return Array.from({ length: 6 }, (_, index) =>
    String.fromCharCode(65 + (parseInt(hash.slice(4 * index, 4 * index + 4), 16) % 26))
  ).join('')
}

/** CIDToGIDMap: two bytes for each CID up to the last one in use. */
function glyphMap(characters: readonly Character[], renumbered: ReadonlyMap<number, number>): Uint8Array {
  const map = new DataView(new ArrayBuffer(2 * ((characters.at(-1)?.cid ?? 0) + 1)))
  for (const { cid, glyph } of characters) map.setUint16(2 * cid, renumbered.get(glyph) ?? 0)
  return new Uint8Array(map.buffer)
}

/** The W array, runs of neighbouring CIDs together: `[3 [250] 36 [700 612]]`. */
function widths(characters: readonly Character[], font: TrueType): string {
  let array = '['
  let expected = -1
  for (const { cid, glyph } of characters) {
    array += `${cid === expected ? ' ' : `${expected < 0 ? '' : ']'}${cid}[`}${font.widths[glyph] ?? 0}`
    expected = cid + 1
  }
  return `${array}]]`
}

/** A ToUnicode CMap (ISO 32000-1, 9.10.3): at most 100 entries in a section. */
function toUnicode(characters: readonly Character[]): string {
  const sections: string[] = []
  for (let from = 0; from < characters.length; from += 100) {
    const section = characters.slice(from, from + 100)
    const entries = section.map(({ cid, text }) => `<${hex4(cid)}><${utf16(text)}>\n`)
    sections.push(`${section.length} beginbfchar\n${entries.join('')}endbfchar\n`)
  }
  return [
    '/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n',
    '/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n',
    '1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n',
    ...sections,
    'endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend'
  ].join('')
}

/** A text as UTF-16BE in hexadecimal. */
export function utf16(text: string): string {
  let hex = ''
  for (let index = 0; index < text.length; index++) hex += hex4(text.charCodeAt(index))
  return hex
}
