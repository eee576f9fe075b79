/** The texts of a table's cells in; its rows as lines of aligned columns out. */
import { type Bounds, total, widthsBetween } from '../layout/share-room.ts'
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

/** The widths of columns that are no wider than their texts; their longest words stay whole, in too little room too. */
function columnWidths(rows: readonly (readonly string[])[], count: number, room: number): readonly number[] {
  const wants = Array.from({ length: count }, (_, column) => wantsOf(rows.map(row => row[column] ?? '')))
  const [least, most] = [total(wants.map(want => want.least)), total(wants.map(want => want.most))]
  return widthsBetween(wants, Math.max(least, Math.min(room, most)))
}

function wantsOf(texts: readonly string[]): Bounds {
  return { least: widest(texts.flatMap(wordsOf)), most: widest(texts.flatMap(text => text.split('\n'))) }
}
