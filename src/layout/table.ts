/** A table in; its rows as slices, each column as wide as its text asks for, out. */
import type { Cell, Table } from '../document/document.ts'
import { firstPlace } from '../document/walk.ts'
import { FORBIDDEN } from './break-lines.ts'
import { columnsOf, columnWidths } from './columns.ts'
import type { Token } from './itemize.ts'
import type { Item, Millipoint, RuleItem } from './page.ts'
import { type ParagraphContext, setTokens, tokensOf } from './paragraph.ts'
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

/** Lays a table out over the whole measure. Rows never divide; the header stands again at the head of each page. */
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
  const head = header ? setRow(header, widths, stand, { top: RULE.outer, bottom: RULE.header }, context) : null
  const slices = rows.map((row, index): Slice => {
    const top = index === 0 && !head ? RULE.outer : 0
    const bottom = index === rows.length - 1 ? RULE.outer : RULE.inner
    const frame = setRow(row, widths, stand, { top, bottom }, context)
    const before = index === 0 ? (head ? FORBIDDEN : FIRST_ROW) : index === rows.length - 1 ? LAST_ROW : 0
    return { ...frame, kind: 'row', gap: index === 0 && !head ? stand.gap : 0, before, head }
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

/** One row with its rules. */
function setRow(
  cells: readonly SetCell[],
  widths: readonly Millipoint[],
  { left, measure }: TableFrame,
  rules: { readonly top: Millipoint; readonly bottom: Millipoint },
  context: ParagraphContext
): Frame & { readonly notes: readonly Frame[] } {
  const notes: Frame[] = []
  const texts: Item[] = []
  let tallest = 0
  let x = left
  for (const [column, { element, style, tokens }] of cells.entries()) {
    const width = widths[column] ?? 0
    const strip = { left: x + PAD.x, measure: width, style: { ...style, indent: 0 }, element, parent: element }
    const lines = setTokens(tokens, strip, context)
    notes.push(...lines.flatMap(line => line.notes))
    texts.push(...stack(lines, 0, -rules.top - PAD.y).items)
    tallest = Math.max(tallest, heightOf(lines))
    x += width + 2 * PAD.x
  }
  const height = rules.top + tallest + 2 * PAD.y + rules.bottom
  return { height, items: [...texts, ...ruleAt(-rules.top, rules.top), ...ruleAt(-height, rules.bottom)], notes }

  function ruleAt(y: Millipoint, thickness: Millipoint): readonly RuleItem[] {
    if (thickness === 0) return []
    return [
      { type: 'rule', x: left, y, width: measure, height: thickness, owner: { type: 'artifact', kind: 'table-rule' } }
    ]
  }
}
