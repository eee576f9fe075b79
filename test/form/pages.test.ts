/** The rules of pages, on pages that were tampered with: no pipeline makes what they catch. */
import { describe, expect, test } from 'vitest'
import { type Note, openNote } from '../../src/form/note.ts'
import { sheetsOf } from '../../src/form/pages.ts'
import { NV019 } from '../../src/form/rules/lines.ts'
import { NV017, NV018 } from '../../src/form/rules/pages.ts'
import type { RuleCheck } from '../../src/form/rules/rule.ts'
import { LEXICONS } from '../../src/languages/lexicons.ts'
import type { Item, Layout, Page } from '../../src/layout/page.ts'
import { prepare } from '../../src/render.ts'
import { askFor, engineHere } from '../fixtures.ts'

const engine = engineHere()
const long = openNote(prepare(engine, askFor('embassy-storming')), LEXICONS)
const footed = openNote(prepare(engine, askFor('mission-coordinates')), LEXICONS)

/** The same note on other pages. */
function onPages(note: Note, change: (pages: readonly Page[]) => readonly Page[]): Note {
  const layout: Layout = { ...note.layout(), pages: change(note.layout().pages) }
  return { ...note, layout: () => layout }
}

const said = (check: RuleCheck, note: Note) => check(note).map(each => each.message)
const page = (note: Note, number: number): Page => {
  const found = note.layout().pages[number - 1]
  if (!found) throw new Error(`there is no page ${number}`)
  return found
}

/** The items of some parts of the note on a page. */
function itemsOf(note: Note, number: number, parts: readonly (string | null)[]): Item[] {
  return (sheetsOf(note)[number - 1]?.items ?? []).filter(each => parts.includes(each.part)).map(each => each.item)
}

const isNumber = (item: Item) => item.owner.type === 'artifact' && item.owner.kind === 'page-number'

test('every text of a note is of a part', () => {
  const laid = sheetsOf(long).flatMap(each => each.items)
  expect(new Set(laid.map(each => each.part))).toEqual(
    new Set(['letterhead', 'reference', 'title', 'opening', null, 'closing', 'dateline', 'addressee'])
  )
})

describe('NV017', () => {
  test('lets a note be as it is laid out', () => {
    expect(said(NV017, long)).toEqual([])
  })

  test('finds an end that stands alone', () => {
    const last = long.layout().pages.length
    const body = itemsOf(long, last, [null])
    const alone = onPages(long, pages =>
      pages.map((each, index) =>
        index === last - 1 ? { ...each, items: each.items.filter(item => !body.includes(item)) } : each
      )
    )
    expect(said(NV017, alone)).toEqual([`page ${last} holds the end of the note with fewer than 2 lines of its body`])
  })
})

describe('NV018', () => {
  test('lets a note be as it is laid out', () => {
    expect(said(NV018, long)).toEqual([])
  })

  test('finds a number on page 1 and none on page 2', () => {
    const number = page(long, 2).items.filter(isNumber)
    const swapped = onPages(long, ([first, second, ...others]) => {
      if (!first || !second) throw new Error('there are two pages')
      return [
        { ...first, items: [...first.items, ...number] },
        { ...second, items: second.items.filter(item => !isNumber(item)) },
        ...others
      ]
    })
    expect(said(NV018, swapped)).toEqual([
      'page 1 has 1 page numbers, but should have 0',
      'page 2 has 0 page numbers, but should have 1'
    ])
  })

  test('finds a letterhead on page 2', () => {
    const head = itemsOf(long, 1, ['letterhead'])
    const twice = onPages(long, pages =>
      pages.map((each, index) => (index === 1 ? { ...each, items: [...head, ...each.items] } : each))
    )
    expect(said(NV018, twice)).toEqual(['page 2 bears the letterhead'])
  })
})

describe('NV018 of emblems', () => {
  test('finds one on page 2', () => {
    const image = { width: 1, height: 1, color: 'rgb', bits: 8, streams: [] }
    const emblem = {
      type: 'image',
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      image,
      owner: { type: 'element', element: 1 },
      origins: []
    }
    const put = onPages(long, pages =>
      pages.map((each, index) => (index === 1 ? { ...each, items: [...each.items, emblem as unknown as Item] } : each))
    )
    expect(said(NV018, put)).toEqual(['page 2 has the emblem, which belongs on the first page only'])
  })
})

describe('NV019', () => {
  test('lets notes be as they are laid out', () => {
    expect([said(NV019, long), said(NV019, footed)]).toEqual([[], []])
  })

  test('finds an addressee that left the foot of page 1', () => {
    const block = itemsOf(footed, 1, ['addressee'])
    const moved = onPages(footed, pages =>
      pages.map((each, index) => {
        if (index === 0) return { ...each, items: each.items.filter(item => !block.includes(item)) }
        return index === 1 ? { ...each, items: [...each.items, ...block] } : each
      })
    )
    expect(said(NV019, moved)).toEqual(['the addressee is on page 2, but the house puts it at the foot of page 1'])
  })

  test('finds an addressee outside of the paper', () => {
    const last = long.layout().pages.length
    const block = itemsOf(long, last, ['addressee'])
    const below = onPages(long, pages =>
      pages.map(each => ({
        ...each,
        items: each.items.map(item => (block.includes(item) ? { ...item, y: -1 } : item))
      }))
    )
    expect(said(NV019, below)).toHaveLength(1)
  })
})
