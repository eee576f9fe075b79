/** Where page breaks may stand in a note, and what stands on each page besides the text. */
import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/document/document.ts'
import {
  cells,
  container,
  documentOf,
  footnote,
  isText,
  lay,
  lines,
  linesOn,
  list,
  pagesOf,
  paragraph,
  profile,
  text,
  textOfItem
} from './notes.ts'

/** An A4 page of this profile has room for 43 lines of 16 points and no more. */
const LINES = 43
const closing = container('closing', lines('courtesy', 2))
const dateline = container('dateline', lines('place', 1))
const addressee = container('addressee', lines('embassy', 3))
const group: readonly Block[] = [closing, dateline, container('seal'), addressee]

describe('paragraphs', () => {
  test('a page holds what it has room for', () => {
    const pages = pagesOf(lay(documentOf(lines('a', LINES), lines('b', 1))))
    expect(pages.map(page => page.length)).toEqual([LINES, 1])
  })

  test.each([1, 2, 3, 4, 5])('with %i lines of room left, neither first nor last line stands alone', left => {
    const pages = pagesOf(lay(documentOf(lines('a', LINES - left), lines('b', 3), lines('c', 5))))
    for (const page of pages) {
      for (const [name, count] of [
        ['b', 3],
        ['c', 5]
      ] as const) {
        const here = page.filter(line => line.startsWith(name)).length
        expect(here === 0 || here === count || (here >= 2 && here <= count - 2)).toBe(true)
      }
    }
  })

  test('a heading stands with what follows it', () => {
    const heading: Block = { type: 'heading', level: 2, children: [text('Heading')] }
    const pages = pagesOf(lay(documentOf(lines('a', LINES - 3), heading, lines('b', 4))))
    expect(pages[0]).not.toContain('Heading')
    expect(pages[1]?.[0]).toBe('Heading')
  })
})

describe('the closing', () => {
  test.each(Array.from({ length: 20 }, (_, index) => LINES - index))(
    'after %i lines of body stands whole, with two of them',
    count => {
      const pages = pagesOf(lay(documentOf(lines('body', count), ...group)))
      const last = pages.at(-1) ?? []
      expect(last.slice(-6)).toEqual(['courtesy1', 'courtesy2', 'place1', 'embassy1', 'embassy2', 'embassy3'])
      expect(last.filter(line => line.startsWith('body')).length).toBeGreaterThanOrEqual(2)
    }
  )

  test.each(Array.from({ length: 20 }, (_, index) => 15 + index))(
    'takes two of %i short paragraphs with it, or two items of a list',
    count => {
      const items = Array.from({ length: count }, (_, index) => `item${index}`)
      for (const body of [items.map(each => paragraph(each)), [list(...items)]]) {
        const last = pagesOf(lay(documentOf(...body, ...group))).at(-1) ?? []
        expect(last.filter(line => line.includes('item')).length).toBeGreaterThanOrEqual(2)
      }
    }
  )

  test('leaves the room for the seal that the house wants', () => {
    const ys = (height: number) => {
      const items =
        lay(documentOf(lines('body', 3), ...group), { seal: { height } }).pages[0]?.items.filter(isText) ?? []
      const at = (words: string) => items.find(item => textOfItem(item).trim() === words)?.y ?? 0
      return at('place1') - at('embassy1')
    }
    expect(ys(100) - ys(72)).toBe(28000)
  })

  test('that does not fit on a page is refused, at its place', () => {
    const long = container('addressee', lines('embassy', LINES))
    const rejected = () => lay(documentOf(lines('body', 3), closing, long))
    expect(rejected).toThrow(/layout\/too-tall/)
    expect(rejected).toThrow(
      expect.objectContaining({
        diagnostics: [expect.objectContaining({ span: expect.objectContaining({ start: 0 }) })]
      })
    )
  })
})

describe('an annex', () => {
  test('begins a page, and each other one too', () => {
    const pages = pagesOf(
      lay(
        documentOf(lines('body', 2), ...group, container('annex', lines('one', 1)), container('annex', lines('two', 1)))
      )
    )
    expect(pages.slice(1)).toEqual([['one1'], ['two1']])
  })

  test('alone begins no second page', () => {
    expect(pagesOf(lay(documentOf(container('annex', lines('one', 1)))))).toEqual([['one1']])
  })
})

describe('the foot of the first page', () => {
  const parts = { ...profile.parts, placement: { addressee: { align: 'left', position: 'first-page-foot' } } } as const

  test('holds the addressee, which is read at its own place', () => {
    const layout = lay(
      documentOf(lines('body', LINES), closing, dateline, addressee, container('enclosures', lines('enclosed', 1))),
      { parts }
    )
    const pages = pagesOf(layout)
    expect(pages[0]?.slice(-3)).toEqual(['embassy1', 'embassy2', 'embassy3'])
    expect(pages[0]?.filter(line => line.startsWith('body'))).toHaveLength(LINES - 3)
    expect(pages[1]?.slice(-2)).toEqual(['place1', 'enclosed1'])
    const order = layout.elements.map(element =>
      layout.pages
        .flatMap(page => page.items)
        .filter(isText)
        .find(item => item.owner.type === 'element' && item.owner.element === element.number)
    )
    expect(order.flatMap(item => (item ? [textOfItem(item).trim()] : []))).toEqual([
      'body1',
      'courtesy1',
      'place1',
      'embassy1',
      'enclosed1'
    ])
  })

  test('stands just above the bottom margin', () => {
    const items = lay(documentOf(lines('body', 1), addressee), { parts }).pages[0]?.items.filter(isText) ?? []
    const lowest = Math.min(...items.map(item => item.y))
    expect(lowest).toBeGreaterThan(70866)
    expect(lowest).toBeLessThan(70866 + 16000)
  })

  test('keeps its own footnotes on that page', () => {
    const noted = container('addressee', paragraph('embassy', footnote(1, 'Moved.')))
    expect(pagesOf(lay(documentOf(lines('body', LINES), noted), { parts }))[0]?.slice(-2)).toEqual([
      '1Moved.',
      'embassy1'
    ])
  })

  test('that is taller than the page is refused', () => {
    expect(() => lay(documentOf(container('addressee', lines('embassy', LINES + 1))), { parts })).toThrow(
      /layout\/too-tall/
    )
  })

  test('that leaves no room above it is refused', () => {
    const tall = container('addressee', lines('embassy', LINES - 1))
    expect(() => lay(documentOf(lines('body', 3), tall), { parts })).toThrow(/layout\/too-tall/)
  })
})

describe('tables', () => {
  const table = (rows: number, height = 1): Block => ({
    type: 'table',
    header: cells('Date', 'Place'),
    rows: Array.from({ length: rows }, (_, index) => [
      ...cells(`day${index}`),
      { children: lines('row', height).children, align: 'left' }
    ])
  })

  test('repeat their header on each page, as furniture', () => {
    const layout = lay(documentOf(table(60)))
    expect(layout.pages.length).toBe(2)
    expect(linesOn(layout.pages[0])[0]).toBe('DatePlace')
    expect(linesOn(layout.pages[1])[0]).toMatch(/^day\d+row1$/)
    expect(
      linesOn(layout.pages[1], item => item.owner.type === 'artifact' && item.owner.kind === 'repeated-header')
    ).toEqual(['DatePlace'])
  })

  test('divide no row', () => {
    for (const page of pagesOf(lay(documentOf(lines('a', 10), table(12, 7))))) {
      expect(page.filter(line => line.endsWith('row1')).length).toBe(page.filter(line => line === 'row7').length)
    }
  })

  test('that have a row taller than a page are refused', () => {
    expect(() => lay(documentOf(table(2, 60)))).toThrow(/layout\/row-too-tall/)
  })

  test('go on on the next page where a working paper divides rows, and lose no line', () => {
    const page = { ...profile.page, dividesRows: true }
    const layout = lay(documentOf(lines('a', 3), table(2, 60)), { page })
    const pages = pagesOf(layout)
    const told = pages.flatMap(each =>
      each.filter(line => /row\d+$/.test(line)).map(line => line.replace(/^day\d/, ''))
    )
    const row = Array.from({ length: 60 }, (_, index) => `row${index + 1}`)
    expect(told).toEqual([...row, ...row])
    const heads = layout.pages
      .slice(1)
      .map(each => linesOn(each, ({ owner }) => owner.type === 'artifact' && owner.kind === 'repeated-header'))
    expect(heads).toEqual(heads.map(() => ['DatePlace']))
    // a row of less than half a page stays whole
    const low = table(12, 7)
    expect(lay(documentOf(low), { page })).toEqual(lay(documentOf(low)))
  })

  test('keep dates and numbers on one line beside columns of text', () => {
    const row = cells(
      '7',
      '25 February 2026',
      'a long account of what happened there and then '.repeat(3),
      'and what was said of it afterwards '.repeat(3)
    )
    const page = lay(documentOf({ type: 'table', header: [], rows: [row] })).pages[0]
    const first = page?.items.filter(isText).map(item => textOfItem(item))
    expect(first?.slice(0, 2)).toEqual(['7', '25 February 2026'])
  })

  test('with more columns than can be read are refused', () => {
    const many = cells(...Array.from({ length: 20 }, (_, index) => `c${index}`))
    expect(() => lay(documentOf({ type: 'table', header: many, rows: [many] }))).toThrow(/layout\/table-too-wide/)
  })
})

describe('footnotes', () => {
  test('stand at the foot of the page that calls them, below a rule', () => {
    const layout = lay(
      documentOf(
        paragraph('The note', footnote(1, 'Below.'), ' goes on.'),
        lines('a', LINES - 3),
        paragraph('End', footnote(2, 'Later.'))
      )
    )
    const pages = pagesOf(layout)
    expect(pages[0]?.[0]).toBe('The note1 goes on.')
    expect(pages[0]?.at(-1)).toBe('1Below.')
    expect(pages[1]).toEqual(['End2', '2Later.'])
    expect(layout.pages[0]?.items.filter(item => item.type === 'rule')).toHaveLength(1)
  })

  test('that do not fit on a page with their line are refused', () => {
    const long = footnote(1, 'word '.repeat(3000))
    expect(() => lay(documentOf(paragraph('The note', long)))).toThrow(/layout\/footnotes-too-tall/)
  })
})

describe('furniture', () => {
  const furniture = (kind: 'page-number' | 'label') => (item: { owner: { type: string; kind?: string } }) =>
    item.owner.type === 'artifact' && item.owner.kind === kind

  test('numbers every page but the first', () => {
    const numbers = { ...profile.page.numbers, before: '– ', after: ' –' }
    const layout = lay(documentOf(lines('a', 2 * LINES + 1)), { page: { ...profile.page, numbers } })
    expect(layout.pages.map(page => linesOn(page, furniture('page-number')))).toEqual([[], ['– 2 –'], ['– 3 –']])
  })

  test('refuses letters around page numbers that the face lacks', () => {
    const numbers = { ...profile.page.numbers, before: '第' }
    expect(() => lay(documentOf(lines('a', 1)), { page: { ...profile.page, numbers } })).toThrow(
      'layout/missing-glyph: the regular face has no glyph for U+7B2C `第` (profile /page/numbers/before)'
    )
  })

  test('labels are content on the first page and furniture on the others', () => {
    const layout = lay({ ...documentOf(lines('a', LINES + 1)), labels: [text('DRAFT'), text('Specimen')] })
    expect(linesOn(layout.pages[0]).slice(0, 3)).toEqual(['DRAFT', 'Specimen', 'a1'])
    expect(linesOn(layout.pages[0], furniture('label'))).toEqual([])
    expect(linesOn(layout.pages[1], furniture('label'))).toEqual(['DRAFT', 'Specimen'])
  })

  test('labels take no room from the text while the margin can hold them', () => {
    const plain = documentOf(lines('a', LINES + 1))
    const places = (labels: readonly string[]) =>
      lay({ ...plain, labels: labels.map(each => text(each)) }).pages.map(page =>
        page.items
          .filter(isText)
          .filter(item => textOfItem(item).startsWith('a'))
          .map(item => item.y)
      )
    expect(places(['DRAFT', 'Specimen'])).toEqual(places([]))
    expect(places(Array.from({ length: 9 }, () => 'DRAFT'))).not.toEqual(places([]))
  })
})

test('more than 1500 pages are refused', () => {
  const pages = (count: number) =>
    documentOf(...Array.from({ length: count }, (_, index) => container('annex', lines(`annex${index}`, 1))))
  expect(lay(pages(1500)).pages).toHaveLength(1500)
  expect(() => lay(pages(1501))).toThrow(/layout\/too-many-pages/)
  expect(() => lay(documentOf(...Array.from({ length: 1600 }, () => lines('a', LINES))))).toThrow(
    /layout\/too-many-pages/
  )
})
