/** A table in; its rows as slices, each column as wide as its text asks for, out. */
import type { Cell, Table } from '../document/document.ts'
import { firstPlace } from '../document/walk.ts'
import { FORBIDDEN } from './break-lines.ts'
import { columnsOf, columnWidths } from './columns.ts'
import type { Token } from './itemize.ts'
import type { Millipoint, RuleItem } from './page.ts'
import { type LineFrame, type ParagraphContext, setTokens, tokensOf } from './paragraph.ts'
import { type Area, type Frame, heightOf, type Slice, stack } from './slice.ts'
import type { Style } from './style.ts'

/** Where a table stands. */
export interface TableFrame extends Area {
  /** Space above it. */
  readonly gap: Millipoint
}

/** Space between the edge of a cell and its text. */
const PAD = { x: 4000, y: 2500 } as const
/** Thickness of the rules above and below a table, below its header, and between rows. */
const RULE = { outer: 700, header: 500, inner: 200 } as const
/** A page break above the last row of a table leaves a header over one row. */
const LAST_ROW = 150
/** A page break between a table and what leads up to it. */
const FIRST_ROW = 100

/** A cell with its element and its words. */
interface SetCell {
  readonly element: number
  readonly style: Style
  readonly tokens: readonly Token[]
}

/** What a page break between two lines of a row costs, and lines at either end of a row that stay together. */
const INSIDE_ROW = { cost: 30, together: 2 } as const

/** Lays a table out over the whole measure. Rows of a note never divide; the header stands again at the head of each page. */
export function setTable(table: Table, stand: TableFrame, context: ParagraphContext): readonly Slice[] {
  const { tree, styles } = context
  const element = tree.add('Table', stand.parent)
  const header =
    table.header.length > 0
      ? startRow(table.header, 'TH', tree.add('THead', element), styles['header-cell'], context)
      : null
  const body = table.rows.length > 0 ? tree.add('TBody', element) : element
  const rows = table.rows.map(row => startRow(row, 'TD', body, styles.cell, context))
  const all = header ? [header, ...rows] : rows
  const widths = columnWidths(all, stand.measure - 2 * PAD.x * columnsOf(all), firstPlace([table]))
  const whole = { ...context, highestRow: Number.POSITIVE_INFINITY }
  const [head = null] = header ? setRow(header, widths, stand, { top: RULE.outer, bottom: RULE.header }, whole) : []
  const slices = rows.flatMap((row, index): Slice[] => {
    const top = index === 0 && !head ? RULE.outer : 0
    const bottom = index === rows.length - 1 ? RULE.outer : RULE.inner
    const frames = setRow(row, widths, stand, { top, bottom }, context)
    const before = index === 0 ? (head ? FORBIDDEN : FIRST_ROW) : index === rows.length - 1 ? LAST_ROW : 0
    return frames.map((frame, line): Slice => {
      if (line === 0) return { ...frame, kind: 'row', gap: index === 0 && !head ? stand.gap : 0, before, head }
      const isNear = Math.min(line, frames.length - line) < INSIDE_ROW.together
      return { ...frame, kind: 'row', gap: 0, before: isNear ? FORBIDDEN : INSIDE_ROW.cost, head }
    })
  })
  return head ? [{ ...head, kind: 'row', gap: stand.gap, before: FIRST_ROW, head: null }, ...slices] : slices
}

function startRow(
  cells: readonly Cell[],
  role: 'TH' | 'TD',
  parent: number,
  style: Style,
  context: ParagraphContext
): readonly SetCell[] {
  const row = context.tree.add('TR', parent)
  return cells.map(cell => {
    const element = context.tree.add(role, row, role === 'TH' ? { scope: 'Column' } : {})
    const placed = { ...style, align: cell.align }
    return { element, style: placed, tokens: tokensOf(cell.children, placed, element, context) }
  })
}

type RowFrame = Frame & { readonly notes: readonly Frame[] }

/** One row with its rules; one that is too high, a line of all its cells at a time. */
function setRow(
  cells: readonly SetCell[],
  widths: readonly Millipoint[],
  { left, measure }: TableFrame,
  rules: { readonly top: Millipoint; readonly bottom: Millipoint },
  context: ParagraphContext
): readonly RowFrame[] {
  const { highestRow = Number.POSITIVE_INFINITY } = context
  let x = left
  const columns = cells.map(({ element, style, tokens }, column) => {
    const width = widths[column] ?? 0
    const strip = { left: x + PAD.x, measure: width, style: { ...style, indent: 0 }, element, parent: element }
    x += width + 2 * PAD.x
    return setTokens(tokens, strip, context)
  })
  const whole = frameOf(columns, true, true)
  if (whole.height <= highestRow) return [whole]
  const count = Math.max(...columns.map(lines => lines.length))
  return Array.from({ length: count }, (_, at) =>
    frameOf(
      columns.map(lines => lines.slice(at, at + 1)),
      at === 0,
      at === count - 1
    )
  )

  function frameOf(parts: readonly (readonly LineFrame[])[], isFirst: boolean, isLast: boolean): RowFrame {
    const [top, bottom] = [isFirst ? rules.top : 0, isLast ? rules.bottom : 0]
    const above = isFirst ? top + PAD.y : 0
    const height = above + Math.max(0, ...parts.map(heightOf)) + (isLast ? PAD.y + bottom : 0)
    const texts = parts.flatMap(lines => stack(lines, 0, -above).items)
    const notes = parts.flatMap(lines => lines.flatMap(line => line.notes))
    return { height, items: [...texts, ...ruleAt(-top, top), ...ruleAt(-height, bottom)], notes }
  }

  function ruleAt(y: Millipoint, thickness: Millipoint): readonly RuleItem[] {
    if (thickness === 0) return []
    return [
      { type: 'rule', x: left, y, width: measure, height: thickness, owner: { type: 'artifact', kind: 'table-rule' } }
    ]
  }
}
