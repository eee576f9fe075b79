import { describe, expect, test } from 'vitest'
import { type Kid, readingOrder, runsOf } from '../../../src/write/pdf/reading-order.ts'
import { layoutOf, line } from '../sample.ts'

const number = { type: 'artifact', kind: 'page-number' } as const

/** `3` for element 3, `p1m0` for what is marked 0 on page 1. */
const shown = (kids: readonly Kid[] = []) =>
  kids.map(kid => (kid.type === 'element' ? kid.number : `p${kid.run.page + 1}m${kid.run.mcid}`))

describe('runs', () => {
  test('join neighbours of one owner, and number those of elements page by page', () => {
    const layout = layoutOf(
      { role: 'Document', kids: [{ role: 'P' }, { role: 'P' }] },
      [line(1, 'a'), line(1, 'b'), line(number, '1'), line(1, 'c'), line(2, 'd')],
      [line(number, '2'), line(2, 'e')]
    )
    expect(runsOf(layout).map(runs => runs.map(run => [run.mcid, run.items.length]))).toEqual([
      [
        [0, 2],
        [null, 1],
        [1, 1],
        [2, 1]
      ],
      [
        [null, 1],
        [0, 1]
      ]
    ])
  })
})

describe('reading order', () => {
  test('puts an emphasis where it stands in its paragraph', () => {
    const layout = layoutOf({ role: 'Document', kids: [{ role: 'P', kids: [{ role: 'Span' }] }] }, [
      line(1, 'before '),
      line(2, 'emphasis'),
      line(1, ' after')
    ])
    expect(readingOrder(layout.elements, runsOf(layout)).map(shown)).toEqual([[1], ['p1m0', 2, 'p1m2'], ['p1m1']])
  })

  test('reads a footnote where its mark stands, though it is drawn at the foot before the paragraph goes on', () => {
    const paragraph = { role: 'P', kids: [{ role: 'Reference' }, { role: 'Note', kids: [{ role: 'P' }] }] } as const
    const layout = layoutOf(
      { role: 'Document', kids: [paragraph] },
      [line(1, 'a claim'), line(2, '1'), line(1, ' goes on '), line(4, 'its source')],
      [line(1, 'to the next page')]
    )
    expect(readingOrder(layout.elements, runsOf(layout)).map(shown)).toEqual([
      [1],
      ['p1m0', 2, 3, 'p1m2', 'p2m0'],
      ['p1m1'],
      [4],
      ['p1m3']
    ])
  })

  test('does not let a footnote move what is around it', () => {
    const paragraph = { role: 'P', kids: [{ role: 'Reference' }, { role: 'Span', kids: [{ role: 'Note' }] }] } as const
    const layout = layoutOf({ role: 'Document', kids: [paragraph] }, [
      line(1, 'a claim'),
      line(2, '1'),
      line(1, ' goes on'),
      line(4, 'its source')
    ])
    expect(shown(readingOrder(layout.elements, runsOf(layout))[1])).toEqual(['p1m0', 2, 3, 'p1m2'])
  })

  test("keeps the layout's order of elements, wherever they are drawn", () => {
    const layout = layoutOf({ role: 'Document', kids: [{ role: 'P' }, { role: 'P' }, { role: 'P' }] }, [
      line(3, 'the addressee, last in reading'),
      line(1, 'first')
    ])
    expect(readingOrder(layout.elements, runsOf(layout)).map(shown)).toEqual([[1, 2, 3], ['p1m1'], [], ['p1m0']])
  })
})
