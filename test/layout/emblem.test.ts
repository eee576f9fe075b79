/** Where an emblem stands on the page, and what is refused of it. */

import { describe, expect, test } from 'vitest'
import { Rejected } from '../../src/diagnostic.ts'
import type { Document, Figure } from '../../src/document/document.ts'
import { originOf } from '../../src/fact.ts'
import type { ImageItem, Layout } from '../../src/layout/page.ts'
import type { Profile } from '../../src/records/profile.ts'
import { container, documentOf, isText, lay, lines, paragraph, profile, treeOf } from './notes.ts'

/** An emblem of a size in pixels; nothing of it is drawn here. */
function emblem(changed: Partial<Figure> = {}, width = 80, height = 100): Figure {
  const plane = { colours: { type: 'grey' }, bits: 8, coding: 'flate', bytes: new Uint8Array() } as const
  const image = { width, height, samples: plane, opacity: null }
  const origins = [originOf('profile', '/letterhead/emblem/alternate/en')]
  return { type: 'figure', image, alternate: 'The arms', height: 60, align: 'center', origins, ...changed }
}

const noteWith = (figure: Figure, ...after: Document['blocks']): Document =>
  documentOf(container('letterhead', figure, paragraph('Ministry')), ...after)

function drawn(layout: Layout, page = 0): ImageItem[] {
  return (layout.pages[page]?.items ?? []).flatMap(item => (item.type === 'image' ? [item] : []))
}

/** What a document is refused for. */
function refusal(document: Document, changed: Partial<Profile> = {}) {
  try {
    lay(document, changed)
    return null
  } catch (thrown) {
    if (thrown instanceof Rejected) return thrown.diagnostics
    throw thrown
  }
}

const note = noteWith(emblem(), lines('a', 3))
/** Of an A4 page with margins of 25, 25 and 30 millimetres. */
const [LEFT, RIGHT, TOP] = [85039, 595276 - 70866, 841890 - 70866]

describe('an emblem', () => {
  test('stands at the head of the page, as high as the house says and as wide as its pixels make it', () => {
    const [image] = drawn(lay(note))
    expect(image).toMatchObject({ y: TOP - 60000, width: 48000, height: 60000 })
    expect(drawn(lay(noteWith(emblem({ height: 75.5 }), lines('a', 3))))).toMatchObject([
      { width: 60400, height: 75500 }
    ])
  })

  test.each([
    ['left', LEFT],
    ['center', Math.round((LEFT + RIGHT - 48000) / 2)],
    ['right', RIGHT - 48000]
  ] as const)('stands %s between the margins', (align, x) => {
    const [image] = drawn(lay(noteWith(emblem({ align }), lines('a', 3))))
    expect(Math.abs((image?.x ?? 0) - x)).toBeLessThanOrEqual(1)
  })

  test('has the text of the letterhead below it, with some room between', () => {
    const layout = lay(note)
    const [image] = drawn(layout)
    const [text] = (layout.pages[0]?.items ?? []).filter(isText)
    // The line of the letterhead is 17.28 points high, and its capitals stand in the middle of it.
    const gap = (image?.y ?? 0) - ((text?.y ?? 0) + 0.67 * (text?.size ?? 0))
    expect(gap).toBeGreaterThan(6000)
    expect(gap).toBeLessThan(12000)
  })

  test('is a figure in the structure, with its alternate text, before the letterhead', () => {
    const layout = lay(note)
    expect(treeOf(layout)).toMatch(/^Document \[Figure P\(Ministry\) P/)
    expect(layout.elements[1]).toMatchObject({ role: 'Figure', alternate: 'The arms' })
    expect(drawn(layout)).toMatchObject([{ owner: { type: 'element', element: 1 } }])
  })

  test('stands on the first page alone, however many there are', () => {
    const layout = lay(noteWith(emblem(), lines('a', 200)))
    expect(layout.pages.map((_, page) => drawn(layout, page).length)).toEqual([1, 0, 0, 0, 0])
  })

  test('makes room for itself: the text begins lower', () => {
    const first = (document: Document) => lay(document).pages[0]?.items.findLast(isText)?.y ?? 0
    const without = documentOf(container('letterhead', paragraph('Ministry')), lines('a', 3))
    expect(first(without) - first(note)).toBe(66000)
  })

  test('stands at the foot where the house has its letterhead there', () => {
    const placement = { letterhead: { align: 'center', position: 'first-page-foot' } } as const
    const [image] = drawn(lay(note, { parts: { ...profile.parts, placement } }))
    expect(image?.y).toBeLessThan(841890 / 4)
  })

  test('stands alone in a letterhead without text', () => {
    const layout = lay(documentOf(container('letterhead', emblem()), lines('a', 3)))
    expect(treeOf(layout)).toMatch(/^Document \[Figure P/)
  })
})

describe('an emblem is refused', () => {
  test('that is wider than the text, at its height', () => {
    expect(refusal(noteWith(emblem({}, 1000, 100), lines('a', 3)))).toMatchObject([
      {
        rule: 'layout/emblem-too-wide',
        message: 'the emblem would be 600 points wide, but there are only 439 between the margins',
        origin: originOf('profile', '/letterhead/emblem/height'),
        hints: ['reduce its `height`: its width follows from its pixels']
      }
    ])
  })

  test('that would stand on a later page', () => {
    const late = documentOf(lines('a', 60), container('letterhead', emblem(), paragraph('Ministry')))
    expect(refusal(late)).toMatchObject([
      {
        rule: 'layout/emblem-too-late',
        message: 'the emblem would be on page 2: it belongs on the first',
        origin: originOf('profile', '/letterhead/emblem')
      }
    ])
  })

  test('that leaves no room on the page for the letterhead, at its height', () => {
    const page = { ...profile.page, margins: { top: 80, right: 25, bottom: 80, left: 25 } }
    const words = 'a long letterhead '.repeat(36)
    const tall = documentOf(container('letterhead', emblem({ height: 200 }), paragraph(words)), lines('a', 3))
    expect(refusal(tall, { page })).toMatchObject([
      {
        rule: 'layout/too-tall',
        origin: originOf('profile', '/letterhead/emblem/height'),
        hints: ['leave less room here']
      }
    ])
  })
})
