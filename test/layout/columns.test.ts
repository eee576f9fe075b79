/** How the columns of a table share its width, and what is divided when they cannot have all that they ask for. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Cell } from '../../src/document/document.ts'
import { cells, documentOf, isText, lay, rightEdge, textOfItem } from './notes.ts'

/** The lines of a row of cells, by column. */
function columnsOf(row: readonly Cell[]): readonly (readonly string[])[] {
  const table: Block = { type: 'table', header: [], rows: [row] }
  const layout = lay(documentOf(table))
  const items = layout.pages.flatMap(page => page.items).filter(isText)
  const elements = layout.elements.flatMap((element, index) => (element.role === 'TD' ? [index] : []))
  return elements.map(element =>
    items
      .filter(item => item.owner.type === 'element' && item.owner.element === element)
      .map(item => textOfItem(item).trim())
  )
}

const date = '11\u00a0April 2026'
const report = 'Note verbale No.\u00a077/2026 of 14\u00a0April 2026 and note verbale No.\u00a0140/2026'
const rest = ['2', date, 'The Consulate General of the Republic', 'Circumstances attributable to Cantarre'] as const
const row = (text: string) => cells(...rest, `Damage to the ${text}`, report)

/** What each line of the column with the long word holds of it. */
const divisionsOf = (text: string) => columnsOf(row(text))[4]?.join('|') ?? ''

const codes = {
  plate: 'CDP-12345-AAA/XYZ-2026/000417-B-QWERTZUIOP',
  places: 'guardhouse/gatehouse/reception/waiting-room',
  word: 'electroencephalographicallyelectroencephalographically-room',
  alphabet: 'abcdefghijklmnopqrstuvwxyzabcdefghijkl',
  digits: '0123456789'.repeat(12),
  seams: 'A1234567890.B1234567890.C1234567890.D1234567890.E1234567890'
}

describe('a token that is wider than its share of a table', () => {
  test.each(Object.entries(codes))('leaves the words and numbers of other columns whole: %s', (_, token) => {
    const columns = columnsOf(row(token))
    const lines = [...columns.slice(0, 4), ...columns.slice(5)].flat()
    expect(lines.join(' ')).toBe([...rest, report].join(' '))
  })

  test.each(Object.entries(codes))('leaves the ordinary words of its own column whole: %s', (_, token) => {
    expect(columnsOf(row(`${token} casualties garage`))[4]?.join(' ')).toMatch(/^Damage to the .* casualties garage$/)
  })

  test('is divided after its own dashes and slashes before all else', () => {
    const divided = divisionsOf(codes.places)
    for (const part of codes.places.split(/[/-]/)) expect(divided).toContain(part)
    expect(divided).toMatch(/guardhouse\/\|/)
  })

  test('is divided with hyphens where its dashes do not do', () => {
    expect(divisionsOf(codes.word)).toMatch(/electroen.*\u00ad\|/)
    expect(divisionsOf(codes.word).replaceAll(/\u00ad?\|/g, '')).toContain(codes.word)
  })

  test('is divided at the marks of a code where hyphens do not do', () => {
    expect(divisionsOf(codes.seams)).toMatch(/\.\|B1234567890\./)
  })

  test('is divided anywhere last, without a hyphen', () => {
    const divided = divisionsOf(codes.digits)
    expect(divided).not.toContain('\u00ad')
    expect(divided.split('|').length).toBeGreaterThan(3)
  })
})

test('a number that is tied to its sign is divided between them, where a column has no room for both', () => {
  const numbers = cells(...Array.from({ length: 9 }, () => 'No.\u00a01234/2026'))
  for (const lines of columnsOf(numbers)) expect(lines[0]).toBe('No.')
})

describe('whatever the cells', () => {
  const words = [
    'damage',
    'consulate',
    'reported',
    'circumstance',
    'of',
    'the',
    'officer',
    'No.\u00a0140/2026',
    '16\u00a0June'
  ]
  const ordinary = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map(all => all.join(' '))
  const letters = fc.constantFrom('a', 'e', 'n', 'r', 'W', 'i', '7', '0', '-', '/', '.', '_')
  const long = fc.array(letters, { minLength: 38, maxLength: 200 }).map(all => `x${all.join('')}x`)

  test('no word of another column is divided for one long token', () => {
    const inputs = fc.tuple(fc.array(ordinary, { minLength: 1, maxLength: 5 }), ordinary, long, fc.nat())
    fc.assert(
      fc.property(inputs, ([others, beside, token, place]) => {
        const at = place % (others.length + 1)
        const columns = columnsOf(cells(...others.slice(0, at), `${beside} ${token}`, ...others.slice(at)))
        expect(columns.filter((_, index) => index !== at).map(lines => lines.join(' '))).toEqual(others)
        expect(columns[at]?.join('').replaceAll(/[\u00ad ]/g, '')).toBe(`${beside}${token}`.replaceAll(' ', ''))
      }),
      { seed: 1752, numRuns: 150 }
    )
  })

  test('no column reaches into the next', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(ordinary, long), { minLength: 2, maxLength: 7 }), texts => {
        const table: Block = { type: 'table', header: [], rows: [cells(...texts)] }
        const items = lay(documentOf(table))
          .pages.flatMap(page => page.items)
          .filter(isText)
        const lines = items.filter(item => item.owner.type === 'element')
        const starts = [...new Set(lines.map(item => item.x))].sort((one, other) => one - other)
        for (const line of lines) {
          const next = starts.find(start => start > line.x)
          if (next !== undefined) expect(rightEdge(line)).toBeLessThan(next)
        }
      }),
      { seed: 17522, numRuns: 100 }
    )
  })
})
