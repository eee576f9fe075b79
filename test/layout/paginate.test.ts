/** Page breaks as arithmetic: heights in, pages out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORBIDDEN, FORCED } from '../../src/layout/break-lines.ts'
import { type PageBlock, paginate } from '../../src/layout/paginate.ts'

const room = { first: 100, later: 100, separator: 10 }
const block = (height: number, given: Partial<PageBlock> = {}): PageBlock => ({
  height,
  gap: 0,
  before: 0,
  notes: 0,
  head: 0,
  ...given
})
const starts = (blocks: readonly PageBlock[], given = room) => {
  const found = paginate(blocks, given)
  return found.type === 'pages' ? found.starts : `stuck at ${found.at}`
}

describe('paginate', () => {
  test('fills pages', () => {
    expect(starts([block(50), block(50), block(50), block(30)])).toEqual([0, 2])
  })

  test('drops the gap at the head of a page', () => {
    expect(starts([block(90), block(100, { gap: 20 })])).toEqual([0, 1])
  })

  test('makes room on the first page for what stands at its foot', () => {
    expect(starts([block(40), block(40), block(40), block(40)], { ...room, first: 50 })).toEqual([0, 1, 3])
  })

  test('leaves a page early rather than break where it costs much', () => {
    expect(starts([block(40), block(40), block(20, { before: 400 }), block(30)])).toEqual([0, 3])
    expect(starts([block(40), block(40), block(10), block(30, { before: 400 })])).toEqual([0, 2])
  })

  test('breaks where it must, and not where it must not', () => {
    expect(starts([block(10), block(10, { before: FORCED }), block(10)])).toEqual([0, 1])
    expect(starts([block(60), block(40), block(10, { before: FORBIDDEN })])).toEqual([0, 1])
  })

  test('counts footnotes and what parts them from the text', () => {
    expect(starts([block(80, { notes: 10 }), block(1)])).toEqual([0, 1])
    expect(starts([block(79, { notes: 10 }), block(1)])).toEqual([0])
    expect(starts([block(40, { notes: 10 }), block(30, { notes: 10 })])).toEqual([0])
  })

  test('counts what is repeated at the head of a later page', () => {
    expect(starts([block(90), block(70, { head: 30 }), block(1)])).toEqual([0, 1, 2])
    expect(starts([block(90), block(70, { head: 29 }), block(1)])).toEqual([0, 1])
  })

  test('says where it is stuck', () => {
    expect(starts([block(50), block(60), block(60, { before: FORBIDDEN }), block(1)])).toBe('stuck at 1')
    expect(starts([block(101)])).toBe('stuck at 0')
  })
})

const blocks = fc.array(
  fc.record({
    height: fc.integer({ min: 1, max: 60 }),
    gap: fc.integer({ min: 0, max: 10 }),
    before: fc.constantFrom(0, 0, 0, 30, 100, FORBIDDEN, FORCED),
    notes: fc.constantFrom(0, 0, 0, 15),
    head: fc.constantFrom(0, 0, 20)
  }),
  { minLength: 1, maxLength: 40 }
)

test('every page fits, breaks no rule, and there is no way with fewer pages', () => {
  let found = 0
  fc.assert(
    fc.property(blocks, given => {
      const pages = starts(given)
      const fewest = fewestPages(given)
      if (typeof pages === 'string') {
        expect(fewest).toBeNull()
        return
      }
      found++
      for (const [index, start] of pages.entries()) {
        expect(heightOfPage(given, start, pages[index + 1] ?? given.length)).toBeLessThanOrEqual(100)
        if (index > 0) expect(given[start]?.before).not.toBe(FORBIDDEN)
      }
      for (const [at, each] of given.entries()) if (at > 0 && each.before === FORCED) expect(pages).toContain(at)
      expect(pages.length).toBe(fewest)
    }),
    { seed: 7, numRuns: 1000 }
  )
  expect(found).toBeGreaterThan(300)
})

function heightOfPage(given: readonly PageBlock[], start: number, end: number): number {
  const page = given.slice(start, end)
  const notes = page.reduce((sum, each) => sum + each.notes, 0)
  const text = page.reduce((sum, each, index) => sum + each.height + (index > 0 ? each.gap : (each.head ?? 0)), 0)
  return text + notes + (notes > 0 ? room.separator : 0)
}

/** By the plainest search there is: from the back, the fewest pages for what is left. */
function fewestPages(given: readonly PageBlock[]): number | null {
  const fewest: (number | null)[] = Array.from({ length: given.length + 1 }, () => null)
  fewest[given.length] = 0
  for (let start = given.length - 1; start >= 0; start--) {
    for (let end = start + 1; end <= given.length; end++) {
      const rest = fewest[end] ?? null
      const mayEnd = end === given.length || given[end]?.before !== FORBIDDEN
      const runsOver = given.slice(start + 1, end).some(each => each.before === FORCED)
      if (rest === null || !mayEnd || runsOver || heightOfPage(given, start, end) > 100) continue
      const count = rest + 1
      if ((fewest[start] ?? count) >= count) fewest[start] = count
    }
  }
  return fewest[0] ?? null
}
