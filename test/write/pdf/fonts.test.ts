import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { createFontStore, writePdf } from '../../../src/write/pdf/write.ts'
import { facts, font, layoutOf, line, plainWord, world } from '../sample.ts'

/** The streams of the only font of a PDF, inflated. */
async function fontStreams(pdf: Uint8Array) {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  const dictionaries = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
  return (key: string): DataView => {
    const holder = dictionaries.find(each => each.has(PDFName.of(key)))
    const stream = holder?.lookup(PDFName.of(key))
    if (!(stream instanceof PDFRawStream)) throw new Error(`the PDF has no stream ${key}`)
    const bytes = inflateSync(stream.contents)
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
}

/** Where a table of a font program starts. */
function tableIn(program: DataView, tag: string): number {
  for (let at = 12; at < 12 + 16 * program.getUint16(4); at += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map(index => program.getUint8(at + index)))
    if (name === tag) return program.getUint32(at + 8)
  }
  throw new Error(`no ${tag}`)
}

describe('an embedded font', () => {
  const text = 'The Səfirlik\u00a0Ы well-known com\u00ad'
  const pdf = writePdf(layoutOf({ role: 'Document' }, [line(0, text)]), facts, createFontStore(world), world)

  test('draws each character with the outline of the font', async () => {
    const stream = await fontStreams(pdf)
    const [map, program] = [stream('CIDToGIDMap'), stream('FontFile2')]
    const [loca, glyf] = [tableIn(program, 'loca'), tableIn(program, 'glyf')]
    const source = font('regular')
    const sourceGlyf = source.tables.get('glyf')?.offset ?? 0
    for (const glyph of plainWord('TheSəfirlikЫwl-nocm').glyphs) {
      const at = loca + 4 * map.getUint16(2 * glyph)
      const [start = 0, end = 0] = [source.outlines[glyph], source.outlines[glyph + 1]]
      const drawn = new Uint8Array(program.buffer, program.byteOffset + glyf + program.getUint32(at), end - start)
      expect(program.getUint32(at + 4) - program.getUint32(at)).toBeGreaterThan(0)
      expect([...drawn]).toEqual([...source.bytes.subarray(sourceGlyf + start, sourceGlyf + end)])
    }
  })

  test('draws the no-break space and the soft hyphen as the space and the hyphen', async () => {
    const map = (await fontStreams(pdf))('CIDToGIDMap')
    const [space = 0, hyphen = 0] = plainWord(' -').glyphs
    const { glyphCount } = font('regular')
    expect(map.getUint16(2 * glyphCount)).toBe(map.getUint16(2 * space))
    expect(map.getUint16(2 * glyphCount + 2)).toBe(map.getUint16(2 * hyphen))
    expect(map.byteLength).toBe(2 * (glyphCount + 2))
  })

  test('has a text for every code in at most a hundred lines a section', async () => {
    const many = [
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрст'
    ]
    const layout = layoutOf({ role: 'Document' }, [line(0, many.join(''))])
    const toUnicode = (await fontStreams(writePdf(layout, facts, createFontStore(world), world)))('ToUnicode')
    const cmap = new TextDecoder().decode(toUnicode)
    expect([...cmap.matchAll(/(\d+) beginbfchar/g)].map(match => match[1])).toEqual(['100', String(many.length - 100)])
    const texts = [...cmap.matchAll(/^<[0-9a-f]{4}><([0-9a-f]{4})>$/gm)].map(match =>
      String.fromCharCode(parseInt(match[1] ?? '', 16))
    )
    expect(texts.sort()).toEqual([...many].sort())
  })
})
