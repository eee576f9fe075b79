/** The tokens of one pipe table in, the table out; a row with another number of cells than the header is refused. */
import type { Cell, Table } from './document.ts'
import { readFragments } from './fragments.ts'
import type { Token } from './markup.ts'
import { lineText, type Reader, readInlines, refuseLine } from './reader.ts'

/** Reads a table from its opening token on. */
export function readTable(open: Token, reader: Reader): Table[] {
  if (reader.depth > 0) return skipTable(open, reader)
  const rows: Cell[][] = []
  for (let token = open; token.type !== 'table_close'; token = reader.tokens[reader.next] ?? token) {
    if (token.type === 'tr_open') rows.push(readRow(token, rows[0]?.length, reader))
    reader.next += 1
  }
  reader.next += 1
  const [header = [], ...body] = rows
  if (body.length === 0)
    refuseLine(reader, open.map?.[0] ?? 0, {
      rule: 'markup/blank',
      message: 'the table has no rows',
      hint: 'put the whole table inside an `{{#if}}`'
    })
  return [{ type: 'table', header, rows: body }]
}

function skipTable(open: Token, reader: Reader): [] {
  const finding = { rule: 'markup/table', message: 'a table is inside a list', hint: 'end the list before it' }
  refuseLine(reader, open.map?.[0] ?? 0, finding)
  while (reader.tokens[reader.next]?.type !== 'table_close') reader.next += 1
  reader.next += 1
  return []
}

/** Where the cells of a row start in its line: after each `|` that no backslash escapes, less the outer ones. */
function cellStarts(line: string): number[] {
  const trimmed = line.trim()
  const indent = line.indexOf(trimmed)
  const bars = [...trimmed.matchAll(/(?<!\\)\|/g)].map(bar => bar.index)
  const starts = [-1, ...bars].map(bar => bar + 1)
  if (bars[0] === 0) starts.shift()
  if (bars.at(-1) === trimmed.length - 1) starts.pop()
  return starts.map(start => start + indent)
}

/** `expected` is the number of cells in the header; the header itself has none to meet. */
function readRow(row: Token, expected: number | undefined, reader: Reader): Cell[] {
  const line = row.map?.[0] ?? 0
  const starts = cellStarts(lineText(reader, line))
  if (expected !== undefined && starts.length !== expected)
    refuseLine(reader, line, {
      rule: 'markup/table',
      message: `the row has ${starts.length} cells, but the header has ${expected}`,
      hint: 'a blank line ends a table; to print a bar, write `\\|`'
    })
  const cells: Cell[] = []
  for (reader.next += 1; reader.tokens[reader.next]?.type !== 'tr_close'; reader.next += 3) {
    const start = starts[cells.length]
    const [open, inline] = [reader.tokens[reader.next], reader.tokens[reader.next + 1]]
    if (start === undefined) cells.push({ children: [], align: 'left' })
    else cells.push(readCell(open, inline, (reader.lines[line] ?? 0) + start, reader))
  }
  return cells
}

function readCell(open: Token | undefined, inline: Token | undefined, from: number, reader: Reader): Cell {
  const style = open?.attrGet('style')
  const align = style === 'text-align:center' ? 'center' : style === 'text-align:right' ? 'right' : 'left'
  return { children: readInlines(readFragments(inline?.children ?? [], from, reader.reading), reader.reading), align }
}
