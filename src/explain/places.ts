/** The statements of a note and its finished pages in; where each of them begins and ends, page and line, out. */
import type { Element, Item, Layout, TextItem } from '../layout/page.ts'
import { once } from '../once.ts'
import { lastUpTo } from '../source.ts'
import type { Statement } from './schema.ts'
import type { Draft } from './statements.ts'

/** Where a statement stands. */
export type StatementPlace = Pick<Statement, 'from' | 'to' | 'turns'>

/** A stretch of what is read, all of it in one line; `from` counts visible characters from the beginning of the note. */
interface Printed {
  readonly from: number
  readonly page: number
  readonly line: number | null
}

/**
 * Finds every statement on the pages by counting characters: what is read from the pages is, blanks and hyphens at the ends
 * of lines apart, what the document says. That it is not would be a fault of ours.
 */
export function placesOf(drafts: readonly Draft[], layout: Layout): StatementPlace[] {
  const texts = drafts.map(each => each.fragments.map(one => one.text).join(''))
  const labels = drafts.filter(each => each.type === 'label').length
  const { text, printed } = readingOf(layout, visibleIn(texts.slice(0, labels).join('')).length)
  if (visibleIn(texts.join('')) !== text) throw new Error('what the pages say is not what the document says')
  let at = 0
  return texts.map(words => {
    const from = at
    at += visibleIn(words).length
    return placed(words, from, Math.max(from, at - 1), printed)
  })
}

/** A statement of blanks alone (an empty cell) stands where the next one begins. */
function placed(words: string, first: number, last: number, printed: readonly Printed[]): StatementPlace {
  const [begin, end] = [stretchAt(printed, first), stretchAt(printed, last)]
  const turns = printed.slice(begin + 1, end + 1).flatMap(({ page, from }, index) => {
    const isTurn = page !== printed[begin + index]?.page
    return isTurn ? [{ page, at: offsetOf(words, from - first) }] : []
  })
  return { from: spot(printed[begin]), to: spot(printed[end]), turns }
}

function spot(printed: Printed | undefined): StatementPlace['from'] {
  if (!printed) throw new Error('nothing is printed on the pages')
  return { page: printed.page, line: printed.line }
}

/** The number of the last stretch that begins at or before a character. */
function stretchAt(printed: readonly Printed[], at: number): number {
  return lastUpTo(printed.length, index => printed[index]?.from ?? 0, at)
}

/** What layout decides about: blanks of every kind, and hyphens that are seen at a line's end alone. */
const UNSEEN = /[\s\u00AD]/g

function visibleIn(text: string): string {
  return text.replace(UNSEEN, '')
}

/** The offset of a text's nth visible character. */
function offsetOf(text: string, nth: number): number {
  let seen = 0
  for (let at = 0; at < text.length; at++) {
    if (visibleIn(text.charAt(at)) === '') continue
    if (seen === nth) return at
    seen++
  }
  return text.length
}

/** An item of a page that belongs to the text of the note. */
interface Owned {
  readonly item: TextItem
  readonly page: number
  readonly element: number
}

/** The note as it is read from its pages: visible characters only, for layout decides about blanks and hyphens. */
function readingOf(layout: Layout, labelled: number): { readonly text: string; readonly printed: readonly Printed[] } {
  const byElement = new Map<number, Owned[]>()
  for (const owned of ownedItems(layout)) once(byElement, owned.element, () => []).push(owned)
  const read = inOrder(layout.elements, 0).flatMap(number => byElement.get(number) ?? [])
  const texts = read.map(({ item }) => visibleIn(wordsOf(item)))
  let at = 0
  const starts = texts.map(text => {
    const from = at
    at += text.length
    return from
  })
  const lines = baselines(read.filter((_, index) => (starts[index] ?? 0) >= labelled))
  const printed = read.map(({ item, page }, index): Printed => {
    const from = starts[index] ?? 0
    return { from, page, line: from < labelled ? null : (lines.get(baseline(page, item.y)) ?? null) }
  })
  return { text: texts.join(''), printed: printed.filter((_, index) => texts[index] !== '') }
}

/** The text of the note, without the marks of footnotes and list items; a passage in another language is its paragraph's. */
function ownedItems({ pages, elements }: Layout): Owned[] {
  return pages.flatMap(({ items }, index) =>
    items.flatMap((item: Item) => {
      if (item.type !== 'text' || item.owner.type === 'artifact') return []
      const owner = elements[item.owner.element]
      if (!owner || owner.role === 'Lbl' || owner.role === 'Reference') return []
      return [{ item, page: index + 1, element: paragraphOf(owner, elements) }]
    })
  )
}

function paragraphOf(element: Element, elements: readonly Element[]): number {
  const parent = element.role === 'Span' && element.parent !== null ? elements[element.parent] : undefined
  return parent ? paragraphOf(parent, elements) : element.number
}

/** Elements as they are read: each before what stands below it. */
function inOrder(elements: readonly Element[], number: number): number[] {
  return [number, ...(elements[number]?.kids ?? []).flatMap(kid => inOrder(elements, kid))]
}

function wordsOf({ parts }: TextItem): string {
  return parts.map(part => (part.type === 'word' ? part.word.text : '')).join('')
}

function baseline(page: number, y: number): string {
  return `${page} ${y}`
}

/** The number of each line on its page, from the top; what stands side by side is one line. */
function baselines(read: readonly Owned[]): ReadonlyMap<string, number> {
  const byPage = new Map<number, Set<number>>()
  for (const { page, item } of read) once(byPage, page, () => new Set()).add(item.y)
  return new Map(
    [...byPage].flatMap(([page, heights]) =>
      [...heights].sort((a, b) => b - a).map((y, index) => [baseline(page, y), index + 1] as const)
    )
  )
}
