/** What a letterhead has besides its text in; slices for it, the emblem above and the rule below, out. */
import { Rejected } from '../diagnostic.ts'
import type { Figure } from '../document/document.ts'
import { FORBIDDEN } from './break-lines.ts'
import type { Millipoint } from './page.ts'
import { type Area, type Slice, sliceOf } from './slice.ts'
import type { Tree } from './structure.ts'
import { points, startIn } from './style.ts'
import { tooWide } from './too-tall.ts'

/** Between an emblem and the text below it. */
export const FIGURE_GAP = 6000
/** The rule under a letterhead: how thick, and how far below and above text. */
const RULE = { thickness: 500, above: 5000, below: 4000 } as const

/** A picture by itself, as wide as its pixels make it. Throws `Rejected` where that is wider than the text. */
export function setFigure(figure: Figure, { left, measure, parent }: Area, tree: Tree): Slice {
  const { image, alternate, align, origins } = figure
  const height = points(figure.height)
  const width = Math.round((height * image.width) / image.height)
  if (width > measure) throw new Rejected([tooWide(width, measure)])
  const x = left + startIn(align, measure - width)
  const owner = { type: 'element', element: tree.add('Figure', parent, { alternate }) } as const
  const items = [{ type: 'image', x, y: -height, width, height, image, owner, origins } as const]
  return sliceOf('emblem', { height, items })
}

/** The rule below the text. */
export function ruleOf(measure: Millipoint): Slice {
  const { thickness, above, below } = RULE
  const owner = { type: 'artifact', kind: 'rule' } as const
  const rule = { type: 'rule', x: 0, y: -above - thickness, width: measure, height: thickness, owner } as const
  const height = above + thickness + below
  return sliceOf('line', { height, items: [rule] }, { before: FORBIDDEN })
}
