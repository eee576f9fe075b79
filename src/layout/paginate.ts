/** Heights and costs of what stands on pages in; where the pages begin, best over the whole note, out. */
import { FORBIDDEN, FORCED } from './break-lines.ts'
import type { Millipoint } from './page.ts'

/** One thing that no page break divides, as heights alone. */
export interface PageBlock {
  readonly height: Millipoint
  /** Space above it, but at the head of a page. */
  readonly gap: Millipoint
  /** What a page break above it costs; `FORBIDDEN` or `FORCED` as in lines. */
  readonly before: number
  /** What it adds to the foot of its page. */
  readonly notes: Millipoint
  /** What is repeated above it at the head of a page. */
  readonly head: Millipoint
}

/** How high pages are. */
export interface Room {
  readonly first: Millipoint
  readonly later: Millipoint
  /** What parts footnotes from the text, once on a page that has any. */
  readonly separator: Millipoint
}

/** Where pages begin, or the block from which on no page can be made. */
export type Pagination =
  | { readonly type: 'pages'; readonly starts: readonly number[] }
  | { readonly type: 'stuck'; readonly at: number }

/** A page costs more than any break on it, so that no note has a page more than it needs. */
const PAGE = 10000
/**
 * What an empty page would cost; a page pays for the share of it that is empty. Space that must be left somewhere is
 * better left late than early: a page pays up to twice as much, by the share of the note that is still to come.
 */
const EMPTY = 400

/** Chooses page breaks so that the sum of what they cost is least; the same search as for lines, with pages of two heights. */
export function paginate(blocks: readonly PageBlock[], room: Room): Pagination {
  const least = new Float64Array(blocks.length + 1).fill(FORBIDDEN)
  const before = new Int32Array(blocks.length + 1).fill(-1)
  least[0] = 0
  let reached = 0
  for (let start = 0; start < blocks.length; start++) {
    if (least[start] === FORBIDDEN) continue
    reached = start
    extend(blocks, start, room, (end, cost) => {
      const sum = (least[start] ?? 0) + cost
      if (sum >= (least[end] ?? 0)) return
      least[end] = sum
      before[end] = start
    })
  }
  if (least[blocks.length] === FORBIDDEN) return { type: 'stuck', at: reached }
  const starts: number[] = []
  for (let at = before[blocks.length] ?? -1; at >= 0; at = before[at] ?? -1) starts.push(at)
  return { type: 'pages', starts: starts.reverse() }
}

/** Offers every page that can begin at a block: where the next one would begin, and what that costs (where it must not, infinitely much). */
function extend(
  blocks: readonly PageBlock[],
  start: number,
  room: Room,
  offer: (end: number, cost: number) => void
): void {
  const height = start === 0 ? room.first : room.later
  let text = blocks[start]?.head ?? 0
  let notes = 0
  for (let at = start; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block) return
    text += block.height + (at === start ? 0 : block.gap)
    if (block.notes > 0) notes += block.notes + (notes === 0 ? room.separator : 0)
    if (text + notes > height) return
    const next = blocks[at + 1]?.before ?? FORCED
    offer(at + 1, PAGE + costOf(next, (height - text - notes) / height, 1 - (at + 1) / blocks.length))
    if (next === FORCED) return
  }
}

/** What the end of a page costs; one that must end there costs nothing, however empty. */
function costOf(before: number, empty: number, rest: number): number {
  return before === FORCED ? 0 : before + EMPTY * empty * (1 + rest)
}
