/** The texts of a table's cells in; its rows as lines of aligned columns out. */
import { type Align, aligned, length, widest, wordsOf, wrap } from './wrap.ts'

/** Spaces between two columns. */
const GAP = 2

/** A table whose cells are plain text, the header first. */
export interface TextTable {
  readonly rows: readonly (readonly string[])[]
  readonly aligns: readonly Align[]
}

/**
 * A rule under the header; the cells of a column wrapped to one width. Where any cell takes several lines, a blank line
 * parts the rows.
 */
export function tableLines({ rows, aligns }: TextTable, width: number): string[] {
  const widths = columnWidths(rows, aligns.length, width - GAP * (aligns.length - 1))
  const set = rows.map(row => rowLines(row, widths, aligns))
  const rule = widths.map(each => '-'.repeat(each)).join(' '.repeat(GAP))
  const [header = [], ...body] = set
  const loose = body.some(lines => lines.length > 1)
  return [...header, rule, ...body.flatMap((lines, index) => (loose && index > 0 ? ['', ...lines] : lines))]
}

function rowLines(row: readonly string[], widths: readonly number[], aligns: readonly Align[]): string[] {
  const cells = widths.map((width, column) => wrap(row[column] ?? '', width))
  const height = Math.max(...cells.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) => {
    const parts = widths.map((width, column) => {
      const text = aligned(cells[column]?.[line] ?? '', width, aligns[column] ?? 'left')
      return text + ' '.repeat(Math.max(0, width - length(text)))
    })
    return parts.join(' '.repeat(GAP)).trimEnd()
  })
}

/** The least and the most that a column can use: its longest word, and its longest text on one line. */
interface Wants {
  readonly least: number
  readonly most: number
}

/**
 * Columns that ask for little get it, so that dates and numbers stay on one line; the others get their longest words, and
 * what is left is shared by how much more than those they ask for.
 */
function columnWidths(rows: readonly (readonly string[])[], count: number, room: number): number[] {
  const wants = Array.from({ length: count }, (_, column) => wantsOf(rows.map(row => row[column] ?? '')))
  const modest = modestOf(wants, room)
  const floor = wants.map((want, column) => (modest.has(column) ? want.most : want.least))
  const growth = wants.map(({ most }, column) => most - (floor[column] ?? 0))
  const spare = Math.max(0, Math.min(room - sum(floor), sum(growth)))
  const widths = floor.map((each, column) => each + Math.floor((spare * (growth[column] ?? 0)) / (sum(growth) || 1)))
  return handOut(widths, wants, spare - (sum(widths) - sum(floor)))
}

function wantsOf(texts: readonly string[]): Wants {
  return { least: widest(texts.flatMap(wordsOf)), most: widest(texts.flatMap(text => text.split('\n'))) }
}

/** The columns that ask for no more than an equal share of what is left, while the words of the others still fit. */
function modestOf(wants: readonly Wants[], room: number): ReadonlySet<number> {
  const modest = new Set<number>()
  const byWish = [...wants.entries()].sort(([a, one], [b, other]) => one.most - other.most || a - b)
  for (const [column, { most }] of byWish) {
    const left = room - sum(wants.map((want, each) => (modest.has(each) ? want.most : 0)))
    const words = sum(wants.map((want, each) => (modest.has(each) || each === column ? 0 : want.least)))
    if (most > left / (wants.length - modest.size) || most + words > left) break
    modest.add(column)
  }
  return modest
}

/** What rounding down has left over, to the first columns that can use it. */
function handOut(widths: readonly number[], wants: readonly Wants[], left: number): number[] {
  const wanting = widths.flatMap((width, column) => (width < (wants[column]?.most ?? 0) ? [column] : [])).slice(0, left)
  return widths.map((width, column) => (wanting.includes(column) ? width + 1 : width))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
