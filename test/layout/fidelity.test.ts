/** No text is lost, added or drawn outside the margins, whatever the document. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rejected } from '../../src/diagnostic.ts'
import type { Block, Document, Inline } from '../../src/document/document.ts'
import type { Layout } from '../../src/layout/page.ts'
import { times } from '../share.ts'
import { cells, container, documentOf, isText, lay, profile, rightEdge, text } from './notes.ts'

/**
 * The texts of a document in reading order, one for each paragraph, cell and footnote; a footnote's follows the text
 * that calls it. Blanks are one space, as the page shows them; a line that must end is a blank too.
 */
function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return textsOfInlines(block.children)
      case 'list':
        return block.items.flatMap(textsOf)
      case 'table':
        return [block.header, ...block.rows].flatMap(row => row.flatMap(cell => textsOfInlines(cell.children)))
      case 'figure':
        return []
      case 'container':
        return textsOf(block.blocks)
      default:
        return block satisfies never
    }
  })
}

function textsOfInlines(inlines: readonly Inline[]): string[] {
  const notes: string[] = []
  const flat = (each: Inline): string => {
    if (each.type === 'text') return each.text
    if (each.type === 'emphasis' || each.type === 'strong') return each.children.map(flat).join('')
    if (each.type !== 'footnote') return ' '
    notes.push(...textsOfInlines(each.children))
    return String(each.number)
  }
  return [fold(inlines.map(flat).join('')), ...notes].filter(each => each !== '')
}

function fold(words: string): string {
  return words.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '')
}

/** The texts of the tree in reading order: a paragraph with its Spans and marks is one, a hyphen at a line's end is none. */
function textsOfTree(layout: Layout): string[] {
  const owned = new Map<number, string>()
  for (const item of layout.pages.flatMap(page => page.items).filter(isText)) {
    if (item.owner.type === 'artifact') continue
    const owner = layout.elements[item.owner.element]
    const whole = owner?.role === 'Span' || owner?.role === 'Reference' ? owner.parent : owner?.number
    const words = item.parts.map(part =>
      part.type === 'hyphen' ? '' : part.type === 'space' ? part.text : part.word.text
    )
    owned.set(whole ?? 0, (owned.get(whole ?? 0) ?? '') + words.join(''))
  }
  const visit = (number: number): string[] => {
    const element = layout.elements[number]
    if (!element || element.role === 'Lbl') return []
    return [owned.get(number) ?? '', ...element.kids.flatMap(visit)].filter(each => each !== '')
  }
  return visit(0)
}

const words = fc.constantFrom(
  ...[
    'the',
    'Ministry',
    'of',
    'Foreign',
    'Affairs',
    'representation',
    'Посольство',
    'уничтожение',
    'səfirliyinə',
    'office',
    '35 steps',
    '№ 7',
    'drone-and-missile'
  ],
  ...[
    'l’ambassade',
    'Πρεσβεία',
    '14 November',
    '“quoted”',
    'inviolability',
    'and/or',
    '(sic)',
    '2022–2025',
    'x',
    'A.',
    '\u00a0',
    '\u202f',
    'é',
    'SOCAR,'
  ]
)
const blanks = fc.constantFrom(' ', ' ', ' ', ' ', '', '  ', '\n')
const prose = fc
  .array(fc.tuple(words, blanks), { minLength: 0, maxLength: 60 })
  .map(all => all.map(([word, blank]) => word + blank).join(''))
const letters = fc
  .tuple(fc.constantFrom('ab', 'Wm', 'i', 'щ', 'ffi'), fc.integer({ min: 1, max: 400 }))
  .map(([each, count]) => each.repeat(count))
const leaf = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: prose }, { weight: 1, arbitrary: letters }),
    fc.constantFrom(undefined, undefined, undefined, 'ru', 'az')
  )
  .map(([each, language]): Inline => text(each, 0, [], language))
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 8, arbitrary: leaf },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
  {
    weight: 1,
    arbitrary: fc.array(leaf, { maxLength: 3 }).map((children): Inline => ({ type: 'emphasis', children }))
  },
  { weight: 1, arbitrary: fc.array(leaf, { maxLength: 3 }).map((children): Inline => ({ type: 'strong', children })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 99 }), leaf)
      .map(([number, each]): Inline => ({ type: 'footnote', number, children: [each] }))
  }
)
const inlines = fc.array(inline, { maxLength: 6 })
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: inlines.map((children): Block => ({ type: 'paragraph', children })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(1, 2, 3), inlines)
      .map(([level, children]): Block => ({ type: 'heading', level, children }))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.boolean(),
        fc.array(
          fc.array(
            inlines.map((children): Block => ({ type: 'paragraph', children })),
            { maxLength: 2 }
          ),
          { maxLength: 4 }
        )
      )
      .map(([ordered, items]): Block => ({ type: 'list', ordered, start: 8, delimiter: '.', items }))
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(leaf, leaf, leaf), { minLength: 1, maxLength: 5 }).map(
      (rows): Block => ({
        type: 'table',
        header: cells('No.', 'Place', 'Event'),
        rows: rows.map(row => row.map(each => ({ children: [each], align: 'left' })))
      })
    )
  }
)
const part = fc.constantFrom(
  'letterhead',
  'title',
  'opening',
  'closing',
  'dateline',
  'addressee',
  'enclosures',
  'annex'
)
const documents = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: block },
      { weight: 2, arbitrary: fc.tuple(part, block).map(([name, each]): Block => container(name, each)) }
    ),
    { minLength: 1, maxLength: 8 }
  )
  .map((blocks): Document => documentOf(...blocks))

/** Lays a document out; a document that fits no page is passed over. */
function layOrPass(document: Document): Layout | null {
  try {
    return lay(document)
  } catch (cause) {
    if (cause instanceof Rejected && cause.diagnostics.every(each => /too-(tall|wide)/.test(each.rule))) return null
    throw cause
  }
}

describe('whatever the document', () => {
  test('the text of its elements, in reading order, is its text', () => {
    let laid = 0
    fc.assert(
      fc.property(documents, document => {
        const layout = layOrPass(document)
        if (!layout) return
        laid++
        expect(textsOfTree(layout).map(fold)).toEqual(textsOf(document.blocks))
      }),
      { seed: 1911, numRuns: times(150) }
    )
    expect(laid).toBeGreaterThan(times(100))
  })

  test('all that is drawn stays between the margins, but for a mark that hangs by less than its own width', () => {
    const left = (profile.page.margins.left * 72000) / 25.4
    const right = 595276 - (profile.page.margins.right * 72000) / 25.4
    const bottom = (profile.page.margins.bottom * 72000) / 25.4
    const top = 841890 - (profile.page.margins.top * 72000) / 25.4
    fc.assert(
      fc.property(documents, document => {
        for (const page of layOrPass(document)?.pages ?? []) {
          for (const item of page.items.filter(isText)) {
            if (item.owner.type === 'artifact' && item.owner.kind === 'page-number') continue
            expect(item.x).toBeGreaterThanOrEqual(left - 1)
            expect(rightEdge(item)).toBeLessThanOrEqual(right + 0.4 * item.size)
            expect(item.y).toBeGreaterThanOrEqual(bottom)
            expect(item.y + 0.6 * item.size).toBeLessThanOrEqual(top)
          }
        }
      }),
      { seed: 25, numRuns: times(150) }
    )
  })

  test('no element is empty, and each is where its parent says', () => {
    fc.assert(
      fc.property(documents, document => {
        const layout = layOrPass(document)
        const owners = new Set(
          layout?.pages
            .flatMap(page => page.items)
            .map(item => (item.owner.type === 'element' ? item.owner.element : -1))
        )
        for (const element of layout?.elements ?? []) {
          const isEmpty = element.kids.length === 0 && !owners.has(element.number)
          if (element.role !== 'TD' && element.number !== 0) expect(isEmpty).toBe(false)
          for (const kid of element.kids) expect(layout?.elements[kid]?.parent).toBe(element.number)
        }
      }),
      { seed: 14289, numRuns: times(100) }
    )
  })

  test('the pages are the same when they are made again', () => {
    fc.assert(
      fc.property(documents, document => {
        expect(layOrPass(document)).toEqual(layOrPass(document))
      }),
      { seed: 3, numRuns: 30 }
    )
  })
})
