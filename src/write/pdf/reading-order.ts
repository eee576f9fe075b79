/** Pages and structure elements in; what is read under each element, in order, out. */
import type { Element, Item, Layout, Owner } from '../../layout/page.ts'

/** Consecutive items of one owner on one page: a marked-content sequence. */
export interface TaggedRun {
  readonly owner: Owner
  readonly page: number
  /** Its identifier on its page; an artifact has none. */
  readonly mcid: number | null
  readonly items: readonly Item[]
}

/** What stands under an element: another element, by its number, or drawn content. */
export type Kid =
  | { readonly type: 'element'; readonly number: number }
  | { readonly type: 'content'; readonly run: TaggedRun }

/** A kid, and the number of the run at which it starts. */
interface Started {
  readonly start: number
  readonly kid: Kid
}

/** The runs of each page, in drawing order. */
export function runsOf(layout: Layout): readonly (readonly TaggedRun[])[] {
  return layout.pages.map(({ items }, page) => {
    const runs: TaggedRun[] = []
    let mcid = 0
    for (let from = 0; from < items.length; ) {
      const owner = items[from]?.owner
      if (!owner) break
      let to = from + 1
      while (to < items.length && sameOwner(owner, items[to]?.owner)) to++
      runs.push({ owner, page, mcid: owner.type === 'element' ? mcid++ : null, items: items.slice(from, to) })
      from = to
    }
    return runs
  })
}

function sameOwner(one: Owner, other: Owner | undefined): boolean {
  if (one.type === 'element') return other?.type === 'element' && one.element === other.element
  return other?.type === 'artifact' && one.kind === other.kind
}

/**
 * What is read under each element. Elements keep the order that the layout gives them, content the order in which it
 * is drawn, and the two meet by where they start. A footnote is the exception: drawn at the foot, read where its mark stands.
 */
export function readingOrder(
  elements: readonly Element[],
  pages: readonly (readonly TaggedRun[])[]
): readonly (readonly Kid[])[] {
  const own: Started[][] = elements.map(() => [])
  const starts = new Map<number, number>()
  for (const [start, run] of pages.flat().entries()) {
    if (run.owner.type === 'artifact') continue
    own[run.owner.element]?.push({ start, kid: { type: 'content', run } })
    begin(starts, run.owner.element, start, elements)
  }
  return elements.map((element, number) => merge(own[number] ?? [], kidsOf(element, elements, starts)))
}

/** Notes the first run of an element and of those around it. What a footnote draws begins nothing above it. */
function begin(starts: Map<number, number>, first: number, start: number, elements: readonly Element[]): void {
  let number: number | null = first
  while (number !== null && !starts.has(number)) {
    starts.set(number, start)
    const element: Element | undefined = elements[number]
    number = element && element.role !== 'Note' ? element.parent : null
  }
}

/** The elements below one. One without content goes where the one before it goes. */
function kidsOf(element: Element, elements: readonly Element[], starts: ReadonlyMap<number, number>): Started[] {
  let start = -1
  return element.kids.map(number => {
    if (elements[number]?.role !== 'Note') start = Math.max(start, starts.get(number) ?? start)
    return { start, kid: { type: 'element', number } }
  })
}

function merge(own: readonly Started[], below: readonly Started[]): Kid[] {
  const merged: Kid[] = []
  let next = 0
  for (const { start, kid } of below) {
    for (let mine = own[next]; mine && mine.start < start; mine = own[++next]) merged.push(mine.kid)
    merged.push(kid)
  }
  return [...merged, ...own.slice(next).map(each => each.kid)]
}
