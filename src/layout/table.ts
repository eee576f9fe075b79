/** A table in; its rows as slices, each column as wide as its text asks for, out. */
import { error, Rejected } from '../diagnostic.ts'
import type { Cell, Inline, Table } from '../document/document.ts'
import type { Span } from '../source.ts'
import { FORBIDDEN } from './break-lines.ts'
import type { Token } from './itemize.ts'
import type { Item, Millipoint, RuleItem } from './page.ts'
import { setTokens, stack, tokensOf, type Workshop } from './paragraph.ts'
import { scaled } from './plan-items.ts'
import { type Frame, heightOf, type Slice, shift } from './slice.ts'
import type { Style } from './style.ts'

/** Where a table stands. */
export interface Stand {
  readonly left: Millipoint
  readonly measure: Millipoint
  readonly parent: number
  /** Space above it. */
  readonly gap: Millipoint
}

/** Space between the edge of a cell and its text. */
const PAD = { x: 4000, y: 2500 } as const
/** Thickness of the rules above and below a table, below its header, and between rows. */
const RULE = { outer: 700, header: 500, inner: 200 } as const
/** A column narrower than this many times the size of its text cannot be read. */
const NARROWEST = 3
/** A page break above the last row of a table leaves a header over one row. */
const LAST_ROW = 150
/** A page break between a table and what leads up to it. */
const FIRST_ROW = 100

/** A cell with its element and its words. */
interface SetCell {
  readonly cell: Cell
  readonly element: number
  readonly style: Style
  readonly tokens: readonly Token[]
}

/** Lays a table out over the whole measure. Rows never divide; the header stands again at the head of each page. */
export function setTable(table: Table, stand: Stand, workshop: Workshop): readonly Slice[] {
  const { tree, styles } = workshop
  const element = tree.add('Table', stand.parent)
  const header =
    table.header.length > 0
      ? startRow(table.header, 'TH', tree.add('THead', element), styles['header-cell'], workshop)
      : null
  const body = table.rows.length > 0 ? tree.add('TBody', element) : element
  const rows = table.rows.map(row => startRow(row, 'TD', body, styles.cell, workshop))
  const all = header ? [header, ...rows] : rows
  const widths = columnWidths(all, stand.measure, placeOf(table))
  const head = header ? setRow(header, widths, stand, { top: RULE.outer, bottom: RULE.header }, workshop) : null
  const slices = rows.map((row, index): Slice => {
    const top = index === 0 && !head ? RULE.outer : 0
    const bottom = index === rows.length - 1 ? RULE.outer : RULE.inner
    const frame = setRow(row, widths, stand, { top, bottom }, workshop)
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
  workshop: Workshop
): readonly SetCell[] {
  const row = workshop.tree.add('TR', parent)
  return cells.map(cell => {
    const element = workshop.tree.add(role, row, role === 'TH' ? { scope: 'Column' } : {})
    const placed = { ...style, align: cell.align }
    return { cell, element, style: placed, tokens: tokensOf(cell.children, placed, element, workshop) }
  })
}

/** The first place in a template that a table comes from. */
function placeOf(table: Table): Span | null {
  const inCells = (cells: readonly Cell[]) => cells.map(cell => placeOfInlines(cell.children))
  return [...inCells(table.header), ...table.rows.flatMap(inCells)].find(at => at !== null) ?? null
}

/** The first place in a template that inlines come from. */
export function placeOfInlines(inlines: readonly Inline[]): Span | null {
  for (const inline of inlines) {
    if (inline.type === 'text' || inline.type === 'mention') return inline.at
    const inside = inline.type === 'break' ? null : placeOfInlines(inline.children)
    if (inside) return inside
  }
  return null
}

/** The least and the most that a column can use: its longest word, and its longest text on one line. */
interface Wants {
  readonly least: Millipoint
  readonly most: Millipoint
}

/**
 * Shares the measure among columns, each getting at least its longest word. Where even the words are too wide together,
 * columns shrink alike and words break.
 */
function columnWidths(
  rows: readonly (readonly SetCell[])[],
  measure: Millipoint,
  at: Span | null
): readonly Millipoint[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const room = measure - 2 * PAD.x * count
  const narrowest = NARROWEST * Math.max(0, ...rows.flat().map(cell => cell.style.size))
  if (room < narrowest * count) throw new Rejected([tooWide(count, at)])
  const wants = Array.from({ length: count }, (_, column) => wantsOf(rows.map(row => row[column])))
  const least = wants.map(want => want.least)
  if (total(least) <= room) return comfortable(wants, room)
  const floor = least.map(each => Math.min(each, narrowest))
  const excess = least.map((each, column) => each - (floor[column] ?? 0))
  return share(excess, room - total(floor), floor)
}

/**
 * Columns that ask for less than an equal share get what they ask for, so that dates and numbers stay on one line; the
 * others share the rest by how much more than their longest words they ask for.
 */
function comfortable(wants: readonly Wants[], room: Millipoint): readonly Millipoint[] {
  const modest = modestOf(wants, room)
  const floor = wants.map((want, column) => (modest.has(column) ? want.most : want.least))
  const growth = wants.map((want, column) => (modest.has(column) ? 0 : want.most - want.least))
  return share(total(growth) > 0 ? growth : floor, room - total(floor), floor)
}

/** The columns that get all they ask for: taken out one by one, while the words of the others still fit. */
function modestOf(wants: readonly Wants[], room: Millipoint): ReadonlySet<number> {
  const modest = new Set<number>()
  const byWant = wants.map((_, column) => column).sort((a, b) => (wants[a]?.most ?? 0) - (wants[b]?.most ?? 0) || a - b)
  for (const column of byWant) {
    const taken = total(wants.map((want, each) => (modest.has(each) ? want.most : 0)))
    const words = total(wants.map((want, each) => (modest.has(each) || each === column ? 0 : want.least)))
    const want = wants[column]?.most ?? 0
    if (want > (room - taken) / (wants.length - modest.size) || want + words > room - taken) break
    modest.add(column)
  }
  return modest
}

function tooWide(columns: number, at: Span | null) {
  return error({
    rule: 'layout/table-too-wide',
    message: `a table of ${columns} columns does not fit between the margins`,
    span: at,
    hints: ['leave columns out, or make two tables of it']
  })
}

function wantsOf(cells: readonly (SetCell | undefined)[]): Wants {
  let least = 0
  let most = 0
  for (const cell of cells) {
    let line = 0
    let unbroken = 0
    for (const token of cell?.tokens ?? []) {
      if (token.type === 'break') line = unbroken = 0
      else {
        const width = scaled(token.type === 'word' ? token.word.shaped.width : token.run.lettering.space, token.run)
        line += width
        unbroken = token.type === 'space' && token.text === ' ' ? 0 : unbroken + width
      }
      least = Math.max(least, unbroken)
      most = Math.max(most, line)
    }
  }
  return { least, most }
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0)
}

/** Adds a room to lengths in proportion to weights, to the last thousandth. */
function share(weights: readonly number[], room: Millipoint, lengths: readonly Millipoint[]): readonly Millipoint[] {
  const all = total(weights)
  let seen = 0
  let given = 0
  return lengths.map((length, column) => {
    seen += weights[column] ?? 0
    const upTo = all === 0 ? 0 : Math.round((room * seen) / all)
    const width = length + upTo - given
    given = upTo
    return width
  })
}

/** One row with its rules. */
function setRow(
  cells: readonly SetCell[],
  widths: readonly Millipoint[],
  { left, measure }: Stand,
  rules: { readonly top: Millipoint; readonly bottom: Millipoint },
  workshop: Workshop
): Frame & { readonly notes: readonly Frame[] } {
  const notes: Frame[] = []
  const texts: Item[] = []
  let tallest = 0
  let x = left
  for (const [column, { element, style, tokens }] of cells.entries()) {
    const width = widths[column] ?? 0
    const strip = { left: x + PAD.x, measure: width, style: { ...style, indent: 0 }, element, parent: element }
    const lines = setTokens(tokens, strip, workshop)
    notes.push(...lines.flatMap(line => line.notes))
    texts.push(...shift(stack(lines).items, 0, -rules.top - PAD.y))
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
