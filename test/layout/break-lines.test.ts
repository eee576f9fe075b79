/** Line breaking is arithmetic: small paragraphs against every way to break them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  box,
  breakLines,
  createItems,
  FORBIDDEN,
  FORCED,
  glue,
  hyphen,
  type Items,
  judge,
  penalty,
  type Terms
} from '../../src/layout/break-lines.ts'

const SPACE = { width: 3, stretch: 3, shrink: 1, end: 0 }
const terms: Terms = { measure: 20, tolerance: 4, slack: 0, shortest: 0 }

/** Items of a notation: a number is a box, `_` a space, `~` a no-break space, `-` a hyphen of width 2, `!` a forced break. */
function itemsOf(notation: string): Items {
  const items = createItems()
  for (const sign of notation.split(' ')) {
    if (sign === '_') glue(items, SPACE)
    else if (sign === '-') hyphen(items, 50, 2)
    else if (sign === '!') penalty(items, FORCED, 0)
    else if (sign === '~') {
      penalty(items, FORBIDDEN, 0)
      glue(items, SPACE)
    } else box(items, Number(sign))
  }
  penalty(items, FORCED, 0)
  return items
}

/** The lines of a notation, as its breaks leave them. */
function linesOf(notation: string, changed: Partial<Terms> = {}): string | null {
  const breaks = breakLines(itemsOf(notation), { ...terms, ...changed })
  if (!breaks) return null
  const signs = notation.split(' ').flatMap(sign => (sign === '~' ? ['', '~'] : [sign]))
  let from = 0
  const lines = breaks.map(at => {
    const line = signs.slice(from, signs[at] === '-' ? at + 1 : at)
    from = at + 1
    return line.filter(sign => sign !== '').join(' ')
  })
  return lines.join(' | ')
}

describe('breakLines', () => {
  test('breaks at spaces, which vanish there', () => {
    expect(linesOf('8 _ 8 _ 8 _ 8')).toBe('8 _ 8 | 8 _ 8')
  })

  test('looks at the whole paragraph: the first line leaves a word that it could hold to the second', () => {
    expect(linesOf('5 _ 5 _ 4')).toBe('5 _ 5 _ 4')
    expect(linesOf('5 _ 5 _ 4 _ 14 _ 6 _ 9')).toBe('5 _ 5 | 4 _ 14 | 6 _ 9')
  })

  test('does not break at a no-break space', () => {
    expect(linesOf('9 _ 5 _ 3 ~ 4 _ 9', { tolerance: 9 })).toBe('9 _ 5 | 3 ~ 4 _ 9')
  })

  test('divides a word only where that is better than a loose line', () => {
    expect(linesOf('8 _ 7 - 9 _ 8')).toBe('8 _ 7 - | 9 _ 8')
    expect(linesOf('8 _ 8 _ 4 - 4 _ 8', { tolerance: 9 })).toBe('8 _ 8 | 4 - 4 _ 8')
  })

  test('holds two hyphens in a row, and one in the last line but one, against a paragraph', () => {
    const words = createItems()
    const dashes = createItems()
    for (const [items, divide] of [
      [words, hyphen],
      [dashes, penalty]
    ] as const) {
      for (let line = 0; line < 3; line++) {
        box(items, 18)
        divide(items, 50, 2)
      }
      box(items, 9)
      penalty(items, FORCED, 0)
    }
    const demerits = (items: Items, breaks: readonly number[]) =>
      judge(items, breaks, { ...terms, measure: 20, tolerance: FORBIDDEN })
    expect(demerits(dashes, [1, 3, 5, 7])).toBe(3 * 60 ** 2 + 10 ** 2)
    expect(demerits(words, [1, 3, 5, 7])).toBe(3 * 60 ** 2 + 10 ** 2 + 2 * 40000 + 20000)
  })

  test('rather tightens a line than leaves a hyphen in the last but one', () => {
    expect(linesOf('8 _ 7 - 5 _ 8 - 5 _ 9')).toBe('8 _ 7 - | 5 _ 8 - 5 | 9')
  })

  test('breaks where it must, however short the line', () => {
    expect(linesOf('2 ! 2 _ 2')).toBe('2 | 2 _ 2')
  })

  test('gives no line that is too long: rather none at all', () => {
    expect(linesOf('9 _ 21 _ 9')).toBeNull()
    expect(linesOf('9 _ 20 _ 9', { tolerance: FORBIDDEN })).toBe('9 | 20 | 9')
  })

  test('stretches no line further than told, unless it is given slack', () => {
    expect(linesOf('4 _ 5 _ 20', { tolerance: 1 })).toBeNull()
    expect(linesOf('4 _ 5 _ 20', { tolerance: 1, slack: 8 })).toBe('4 _ 5 | 20')
  })

  test('lets punctuation hang, so that a line may be longer by as much', () => {
    const items = createItems()
    box(items, 21)
    glue(items, { ...SPACE, end: -1 })
    box(items, 5)
    penalty(items, FORCED, 0)
    expect(breakLines(items, terms)).toEqual([1, 3])
  })

  test('leaves no last line of a syllable', () => {
    expect(linesOf('5 _ 2 _ 2 _ 2 _ 1')).toBe('5 _ 2 _ 2 _ 2 | 1')
    expect(linesOf('5 _ 2 _ 2 _ 2 _ 1', { shortest: 5 })).toBe('5 _ 2 _ 2 | 2 _ 1')
  })
})

/** Every set of breaks, each ending at the last item, that passes over no forced one. */
function everyWay(items: Items): number[][] {
  const last = items.kind.length - 1
  const legal = items.kind.flatMap((kind, at) => {
    const isGlue = kind === 1 && at > 0 && items.kind[at - 1] === 0
    return at < last && (isGlue || (kind > 1 && items.cost[at] !== FORBIDDEN)) ? [at] : []
  })
  const forced = legal.filter(at => items.cost[at] === FORCED)
  return Array.from({ length: 2 ** legal.length }, (_, mask) => [
    ...legal.filter((_, bit) => mask & (2 ** bit)),
    last
  ]).filter(way => forced.every(at => way.includes(at)))
}

const item = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 14 }).map(width => (items: Items) => box(items, width)) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        width: fc.integer({ min: 0, max: 5 }),
        stretch: fc.integer({ min: 0, max: 5 }),
        end: fc.integer({ min: -2, max: 0 })
      })
      .map(given => (items: Items) => glue(items, { ...given, shrink: Math.floor(given.width / 2) }))
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ cost: fc.constantFrom(0, 50, 200, FORBIDDEN, FORCED), end: fc.integer({ min: -2, max: 3 }) })
      .map(
        ({ cost, end }) =>
          (items: Items) =>
            penalty(items, cost, end)
      )
  },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }).map(end => (items: Items) => hyphen(items, 50, end)) }
)
const paragraphs = fc.array(item, { minLength: 1, maxLength: 12 }).map(adds => {
  const items = createItems()
  for (const add of adds) add(items)
  penalty(items, FORCED, 0)
  return items
})
const anyTerms = fc.record({
  measure: fc.integer({ min: 8, max: 30 }),
  tolerance: fc.constantFrom(1, 2, 6, FORBIDDEN),
  slack: fc.integer({ min: 0, max: 4 }),
  shortest: fc.integer({ min: 0, max: 8 })
})

test('no way to break a paragraph of twelve items is better than the one found', () => {
  let broken = 0
  fc.assert(
    fc.property(paragraphs, anyTerms, (items, given) => {
      const all = everyWay(items).map(way => judge(items, way, given))
      const least = all.reduce<number | null>(
        (best, each) => (each === null || (best !== null && best <= each) ? best : each),
        null
      )
      const found = breakLines(items, given)
      if (found) broken++
      expect(found && judge(items, found, given)).toBe(least)
    }),
    { seed: 1981, numRuns: 3000 }
  )
  expect(broken).toBeGreaterThan(1000)
})
