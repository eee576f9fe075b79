/** What pages are cut from: one line, one row or one empty room high, as wide as the text. */
import type { Span } from '../source.ts'
import type { Item, Millipoint } from './page.ts'

/** Things at fixed places: `x` from the left edge of the text, `y` from their own top edge, so never positive. */
export interface Frame {
  readonly height: Millipoint
  readonly items: readonly Item[]
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

/** Moves things. */
export function shift(items: readonly Item[], dx: Millipoint, dy: Millipoint): readonly Item[] {
  return items.map(item => ({ ...item, x: item.x + dx, y: item.y + dy }))
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
