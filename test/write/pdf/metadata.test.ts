import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { srgbProfile, xmpPacket } from '../../../src/write/pdf/metadata.ts'
import { createFontStore, type PdfFacts, writePdf } from '../../../src/write/pdf/write.ts'
import { facts, layoutOf, line, world } from '../sample.ts'
import { run } from '../tools.ts'

const known: PdfFacts = {
  ...facts,
  title: 'Nota “A & B” <1>',
  language: 'az',
  date: '2025-11-14',
  issuedAt: '2025-11-14T09:30:00+04:00'
}

describe('what a PDF says of itself', () => {
  test('stands in XMP, with nothing that XML could misread', () => {
    const properties = xmpPacket(known)
      .split('\n')
      .filter(line => /^<(dc|xmp|pdfaid|pdfuaid):/.test(line))
    expect(properties).toEqual([
      '<dc:format>application/pdf</dc:format>',
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Nota “A &amp; B” &lt;1&gt;</rdf:li></rdf:Alt></dc:title>',
      '<dc:language><rdf:Bag><rdf:li>az</rdf:li></rdf:Bag></dc:language>',
      '<dc:date><rdf:Seq><rdf:li>2025-11-14</rdf:li></rdf:Seq></dc:date>',
      '<xmp:CreateDate>2025-11-14T09:30:00+04:00</xmp:CreateDate>',
      '<pdfaid:part>2</pdfaid:part>',
      '<pdfaid:conformance>A</pdfaid:conformance>',
      '<pdfuaid:part>1</pdfuaid:part>'
    ])
  })

  test.each([
    ['2u', 2, 'U'],
    ['2a', 2, 'A'],
    ['3a', 3, 'A']
  ] as const)('claims PDF/A-%s as part %i, level %s', (conformance, part, level) => {
    const packet = xmpPacket({ ...facts, conformance })
    expect(packet).toContain(`<pdfaid:part>${part}</pdfaid:part>\n<pdfaid:conformance>${level}</pdfaid:conformance>`)
  })

  test('describes the property that PDF/A does not know', () => {
    expect(xmpPacket(facts)).toContain(
      '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>'
    )
  })

  test('leaves out what is not known', () => {
    expect(xmpPacket(facts)).not.toMatch(/dc:date|CreateDate/)
  })

  test('stands in the document information too', () => {
    const pdf = writePdf(layoutOf({ role: 'Document' }, []), known, createFontStore(world), world)
    const printed = run('pdfinfo', pdf, '-rawdates', 'FILE')
    expect(printed).toMatch(/Title: +Nota “A & B” <1>\n/)
    expect(printed).toMatch(/CreationDate: +D:20251114093000\+04'00'\n/)
    expect(run('pdfinfo', pdf, '-meta', 'FILE').trimEnd()).toBe(xmpPacket(known))
  })

  test('says that a time in UTC is in UTC', () => {
    const issued = { ...facts, issuedAt: '2025-11-14T09:30:00Z' }
    const pdf = writePdf(layoutOf({ role: 'Document' }, [line(0, 'a')]), issued, createFontStore(world), world)
    expect(run('pdfinfo', pdf, '-rawdates', 'FILE')).toMatch(/CreationDate: +D:20251114093000\+00'00'\n/)
  })
})

describe('the colour profile', () => {
  const profile = srgbProfile()
  const view = new DataView(profile.buffer)

  test('is as long as it says, and every tag lies inside it', () => {
    expect(view.getUint32(0)).toBe(profile.length)
    for (let at = 132; at < 132 + 12 * view.getUint32(128); at += 12) {
      expect(view.getUint32(at + 4) + view.getUint32(at + 8)).toBeLessThanOrEqual(profile.length)
    }
  })

  test('has primaries that add up to its white', () => {
    const xyzAt = (index: number) =>
      [0, 4, 8].map(part => view.getInt32(view.getUint32(132 + 12 * index + 4) + 8 + part))
    const [white = [], red = [], green = [], blue = []] = [2, 3, 4, 5].map(xyzAt)
    for (const part of [0, 1, 2]) {
      const sum = (red[part] ?? 0) + (green[part] ?? 0) + (blue[part] ?? 0)
      expect(sum - (white[part] ?? 0)).toBe(0)
    }
  })

  test('has the tone curve of the standard', () => {
    const at = view.getUint32(132 + 12 * 6 + 4)
    const steps = view.getUint32(at + 8)
    for (let step = 0; step < steps; step++) {
      const code = step / (steps - 1)
      const light = code <= 0.04045 ? code / 12.92 : ((code + 0.055) / 1.055) ** 2.4
      expect(Math.abs(view.getUint16(at + 12 + 2 * step) - light * 65535)).toBeLessThan(1)
    }
  })

  test('is the same for ever', () => {
    expect(createHash('sha256').update(profile).digest('hex').slice(0, 16)).toBe('0cb54b0eb40c8b21')
  })
})
