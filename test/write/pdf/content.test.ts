import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Item, LinePart } from '../../../src/layout/page.ts'
import { drawPage } from '../../../src/write/pdf/content.ts'
import { useGlyphs } from '../../../src/write/pdf/glyphs.ts'
import { namesOfImages } from '../../../src/write/pdf/images.ts'
import { runsOf } from '../../../src/write/pdf/reading-order.ts'
import { createFontStore } from '../../../src/write/pdf/write.ts'
import { font, layoutOf, line, wordOf, world } from '../sample.ts'

function draw(...items: readonly Item[]): string {
  const layout = layoutOf({ role: 'Document', kids: [{ role: 'P' }, { role: 'P' }] }, items)
  const store = createFontStore(world)
  const { uses } = useGlyphs(layout, store)
  const [page] = layout.pages
  if (!page) throw new Error('no page')
  return drawPage(runsOf(layout)[0] ?? [], page, { uses, store, images: namesOfImages(layout) })
}

// Glyphs 2 and 23 of the regular face are drawn below; the space is glyph 3.
const word = (...advances: readonly number[]): LinePart => ({
  type: 'word',
  word: wordOf(advances.map(advance => ({ text: 'A', glyph: 2, advance })))
})
const width = font('regular').widths[2] ?? 0

describe('the content of a page', () => {
  test('sets a face once and moves from line to line', () => {
    const first = line(1, [word(width)], { x: 72000, y: 700000 })
    const second = line(1, [word(width)], { x: 90500, y: 685123 })
    expect(draw(first, second)).toBe(
      '/P<</MCID 0>>BDC\nBT\n/F1 12 Tf\n72 700 Td[<0002>]TJ\n18.5 -14.877 Td[<0002>]TJ\nET\nEMC\n'
    )
  })

  test('marks each owner apart and keeps the face over text objects', () => {
    const rule = {
      type: 'rule',
      x: 1000,
      y: 2000,
      width: 3000,
      height: 500,
      owner: { type: 'artifact', kind: 'rule' }
    } as const
    expect(draw(line(1, [word(width)]), rule, line(2, [word(width)]))).toBe(
      [
        '/P<</MCID 0>>BDC\nBT\n/F1 12 Tf\n72 700 Td[<0002>]TJ\nET\nEMC\n',
        '/Artifact<</Type/Layout>>BDC\n1 2 3 0.5 re f\nEMC\n',
        '/P<</MCID 1>>BDC\nBT\n72 700 Td[<0002>]TJ\nET\nEMC\n'
      ].join('')
    )
  })

  test('draws a rule of a paragraph between two text objects', () => {
    const rule = {
      type: 'rule',
      x: 0,
      y: 0,
      width: 1000,
      height: 1000,
      owner: { type: 'element', element: 1 }
    } as const
    expect(draw(line(1, [word(width)]), rule, line(1, [word(width)]))).toBe(
      '/P<</MCID 0>>BDC\nBT\n/F1 12 Tf\n72 700 Td[<0002>]TJ\nET\n0 0 1 1 re f\nBT\n72 700 Td[<0002>]TJ\nET\nEMC\n'
    )
  })

  test('says whether a label or page number stands at the head or the foot', () => {
    const label = { type: 'artifact', kind: 'label' } as const
    expect(draw(line(label, 'A', { y: 800000 }))).toContain('/Artifact<</Type/Pagination/Subtype/Header>>BDC')
    expect(draw(line(label, 'A', { y: 20000 }))).toContain('/Artifact<</Type/Pagination/Subtype/Footer>>BDC')
  })

  test('ends any line where the layout ends it, to half a thousandth of the em', () => {
    const part = fc.oneof(
      fc.array(fc.integer({ min: 300, max: 900 }), { minLength: 1, maxLength: 6 }).map(advances => word(...advances)),
      fc.integer({ min: 0, max: 20000 }).map((space): LinePart => ({ type: 'space', text: ' ', width: space }))
    )
    const size = fc.integer({ min: 6000, max: 24000 })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), size, (parts, points) => {
        const content = draw(line(1, [...parts, word(width)], { size: points }))
        const [, operands = ''] = /Td\[(.*)\]TJ/.exec(content) ?? []
        const drawn = [...operands.matchAll(/<([0-9a-f]*)>(-?\d+)?/g)].reduce((sum, [, codes = '', back]) => {
          const glyphs = (codes.match(/.{4}/g) ?? []).map(code => font('regular').widths[parseInt(code, 16)] ?? 0)
          return glyphs.reduce((a, b) => a + b, sum) - Number(back ?? 0)
        }, 0)
        const wanted = parts.reduce(
          (sum, each) => sum + (each.type === 'space' ? (each.width * 1000) / points : each.word.width),
          width
        )
        expect(Math.abs(drawn - wanted)).toBeLessThanOrEqual(0.5 + 1e-6)
      }),
      { seed: 1961, numRuns: 100 }
    )
  })
})
