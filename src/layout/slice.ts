/** What pages are cut from: one line, one row or one empty room high, as wide as the text. */
import type { Span } from '../source.ts'
import type { Item, Millipoint } from './page.ts'

/** Things at fixed places: `x` from the left edge of the text, `y` from their own top edge, so never positive. */
export interface Frame {
  readonly height: Millipoint
  readonly items: readonly Item[]
}

/** Where something stands, from the left edge of the text, and the element around it. */
export interface Area {
  readonly left: Millipoint
  readonly measure: Millipoint
  readonly parent: number
}

/** A frame that no page break divides. */
export interface Slice extends Frame {
  /** A line, a row, an emblem, or room that is left empty for a seal or initials. */
  readonly kind: 'line' | 'row' | 'emblem' | 'seal' | 'initials'
  /** Space above it, but at the head of a page. */
  readonly gap: Millipoint
  /** What a page break just above it costs; `FORBIDDEN` and `FORCED` are those of the line breaker. */
  before: number
  /** The footnotes that go to the foot of its page. */
  readonly notes: readonly Frame[]
  /** The header row that is repeated above it at the head of a page. */
  readonly head: Frame | null
}

/** A slice that asks for nothing but its height, unless it is told. */
export function sliceOf(kind: Slice['kind'], { height, items }: Frame, asks: Partial<Slice> = {}): Slice {
  return { kind, height, items, gap: 0, before: 0, notes: [], head: null, ...asks }
}

/** Moves things. */
export function shift(items: readonly Item[], dx: Millipoint, dy: Millipoint): readonly Item[] {
  return items.map(item => ({ ...item, x: item.x + dx, y: item.y + dy }))
}

/** Frames one below the other as one frame, from a place downwards; above the first is no gap. */
export function stack(frames: readonly (Frame & Partial<Pick<Slice, 'gap'>>)[], left = 0, top = 0): Frame {
  const items: Item[] = []
  let y = top
  for (const [nth, frame] of frames.entries()) {
    if (nth > 0) y -= frame.gap ?? 0
    for (const item of shift(frame.items, left, y)) items.push(item)
    y -= frame.height
  }
  return { height: top - y, items }
}

/** The first place in a template that frames come from. */
export function placeOfFrames(frames: readonly Frame[]): Span | null {
  for (const frame of frames) {
    for (const item of frame.items) if (item.type === 'text' && item.at) return item.at
  }
  return null
}

/** The height of frames one below the other. */
export function heightOf(frames: readonly Frame[]): Millipoint {
  return frames.reduce((height, frame) => height + frame.height, 0)
}
