/** Slices and where pages begin in; pages with everything at its place out. */
import type { Flow } from './flow.ts'
import type { ArtifactKind, Item, Millipoint, Page } from './page.ts'
import { type Frame, heightOf, type Slice, shift, stack } from './slice.ts'
import type { Paper } from './style.ts'

/** What stands on pages besides the text. */
export interface Furniture {
  /** Said once, above the text of the first page. */
  readonly labels: Frame
  /** How much lower the text begins, because labels do not fit into the margin. */
  readonly lowered: Millipoint
  /** The number of a page, from the second on, at its place on the sheet. */
  readonly number: (page: number) => readonly Item[]
}

/** The rule above footnotes, and the space that it takes. */
const SEPARATOR = { above: 8000, thickness: 400, below: 4000, share: 0.25 } as const
export const SEPARATOR_HEIGHT = SEPARATOR.above + SEPARATOR.thickness + SEPARATOR.below
/** Between the text of the first page and what stands at its foot. */
export const FOOT_GAP = 12000
/** Between labels and the text below them. */
export const LABEL_GAP = 8000

/** Puts each slice on its page, footnotes and furniture around them. */
export function compose(
  { slices, foot }: Flow,
  starts: readonly number[],
  sheet: Paper,
  furniture: Furniture
): readonly Page[] {
  return starts.map((start, index) => {
    const page = slices.slice(start, starts[index + 1])
    const items = [
      ...labelsOn(index, sheet, furniture),
      ...textOn(page, index, sheet, furniture.lowered),
      ...footOn(page, index === 0 ? foot : [], sheet),
      ...(index === 0 ? [] : furniture.number(index + 1))
    ]
    return { width: sheet.width, height: sheet.height, items }
  })
}

/** Labels are content once; the same words on later pages are furniture. */
function labelsOn(index: number, sheet: Paper, { labels, lowered }: Furniture): readonly Item[] {
  const items = shift(labels.items, sheet.left, sheet.height - sheet.top - lowered + LABEL_GAP + labels.height)
  return index === 0 ? items : items.map(item => asArtifact(item, 'label'))
}

/** The text of a page from the top down. */
function textOn(slices: readonly Slice[], index: number, sheet: Paper, lowered: Millipoint): readonly Item[] {
  const top = sheet.height - sheet.top - lowered
  const head = index > 0 ? slices[0]?.head : null
  if (!head) return stack(slices, sheet.left, top).items
  const repeated = shift(head.items, sheet.left, top).map(item => asArtifact(item, 'repeated-header'))
  return [...repeated, ...stack(slices, sheet.left, top - head.height).items]
}

/** Footnotes, and below them what belongs to the foot of the first page, from the bottom margin up. */
function footOn(page: readonly Slice[], foot: readonly Slice[], sheet: Paper): readonly Item[] {
  const notes = [...page, ...foot].flatMap(slice => slice.notes)
  const top = sheet.bottom + stack(foot).height
  const above = top + (foot.length > 0 ? FOOT_GAP : 0) + heightOf(notes)
  return [
    ...(notes.length > 0 ? [separatorAt(above + SEPARATOR.below, sheet)] : []),
    ...stack(notes, sheet.left, above).items,
    ...stack(foot, sheet.left, top).items
  ]
}

function separatorAt(y: Millipoint, { left, measure }: Paper): Item {
  const width = Math.round(measure * SEPARATOR.share)
  return { type: 'rule', x: left, y, width, height: SEPARATOR.thickness, owner: { type: 'artifact', kind: 'rule' } }
}

/** The same thing as furniture; rules that are furniture already stay what they are. */
function asArtifact(item: Item, kind: ArtifactKind): Item {
  return item.owner.type === 'artifact' ? item : { ...item, owner: { type: 'artifact', kind } }
}
