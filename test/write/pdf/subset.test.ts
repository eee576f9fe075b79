import { describe, expect, test } from 'vitest'
import { subsetFont } from '../../../src/write/pdf/subset.ts'
import { glyphOf, readTrueType, type TrueType, tableOf } from '../../../src/write/pdf/truetype.ts'
import { font } from '../sample.ts'

/** A subset has no name and no cmap: enough of it to look at outlines and advances. */
function tablesOf(bytes: Uint8Array): Map<string, { offset: number; length: number }> {
  const view = new DataView(bytes.buffer)
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = 12 + 16 * index
      const tag = new TextDecoder('latin1').decode(bytes.subarray(at, at + 4))
      return [tag, { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) }]
    })
  )
}

function outlineIn(bytes: Uint8Array, glyph: number): Uint8Array {
  const tables = tablesOf(bytes)
  const view = new DataView(bytes.buffer)
  const loca = tableOf(tables, 'loca').offset + 4 * glyph
  const glyf = tableOf(tables, 'glyf').offset
  return bytes.slice(glyf + view.getUint32(loca), glyf + view.getUint32(loca + 4))
}

function outlineOf(source: TrueType, glyph: number): Uint8Array {
  const { offset } = tableOf(source.tables, 'glyf')
  return source.bytes.slice(offset + (source.outlines[glyph] ?? 0), offset + (source.outlines[glyph + 1] ?? 0))
}

const glyphs = (text: string) => [...text].map(letter => glyphOf(font('regular'), letter.charCodeAt(0)))
const isComposite = (outline: Uint8Array) => outline.length > 0 && (outline[0] ?? 0) >= 0x80

describe('a subset', () => {
  const source = font('regular')
  const wanted = glyphs('Ağ əЯ.,i')
  const { bytes, renumbered } = subsetFont(source, wanted)

  test('has .notdef first and every glyph that was asked for', () => {
    expect(renumbered.get(0)).toBe(0)
    for (const glyph of wanted) expect(renumbered.has(glyph)).toBe(true)
  })

  test('has the outlines of simple glyphs to the byte, padded to four', () => {
    const simple = wanted.filter(glyph => !isComposite(outlineOf(source, glyph)))
    expect(simple.length).toBeGreaterThan(4)
    for (const glyph of simple) {
      const outline = outlineOf(source, glyph)
      const kept = outlineIn(bytes, renumbered.get(glyph) ?? -1)
      expect(kept.subarray(0, outline.length)).toEqual(outline)
      expect([...kept.subarray(outline.length)].every(byte => byte === 0) && kept.length % 4 === 0).toBe(true)
    }
  })

  test('brings the parts of a composite glyph along and names them by their new numbers', () => {
    const [breve = 0] = glyphs('ğ')
    const before = outlineOf(source, breve)
    const after = outlineIn(bytes, renumbered.get(breve) ?? -1)
    expect(isComposite(before)).toBe(true)
    // The first component's glyph id stands behind ten bytes of header and two of flags.
    const [old, now] = [before, after].map(each => new DataView(each.buffer, each.byteOffset).getUint16(12))
    expect(old).toBe(glyphs('g')[0])
    expect(now).toBe(renumbered.get(old ?? 0))
    expect([...after.subarray(0, 12)]).toEqual([...before.subarray(0, 12)])
  })

  test('keeps the advances', () => {
    const view = new DataView(bytes.buffer)
    const { offset } = tableOf(tablesOf(bytes), 'hmtx')
    for (const [old, now] of renumbered) expect(view.getUint16(offset + 4 * now)).toBe(source.widths[old])
  })

  test('sums to what the format asks, in each table and as a whole', () => {
    const view = new DataView(bytes.buffer)
    let sum = 0
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    expect(sum.toString(16)).toBe('b1b0afba')
  })

  test('does not change the font that it was made from', () => {
    const again = subsetFont(source, wanted)
    expect(again.bytes).toEqual(bytes)
    expect(readTrueType(source.bytes).glyphCount).toBe(1463)
  })
})
