/** The tokens of one pipe table in, the table out; a row with another number of cells than the header is refused. */

import { lineText, readInlines, refuseLine, type Walk } from './blocks.ts'
import type { Cell, Table } from './document.ts'
import { readFragments } from './fragments.ts'
import type { Token } from './markup.ts'

/** Reads a table from its opening token on. */
export function readTable(open: Token, walk: Walk): Table {
  const rows: Cell[][] = []
  for (let token = open; token.type !== 'table_close'; token = walk.tokens[walk.next] ?? token) {
    if (token.type === 'tr_open') rows.push(readRow(token, rows[0]?.length, walk))
    walk.next += 1
  }
  walk.next += 1
  const [header = [], ...body] = rows
  if (body.length === 0)
    refuseLine(walk, open.map?.[0] ?? 0, {
      rule: 'markup/blank',
      message: 'the table has no rows',
      hint: 'put the whole table inside an `{{#if}}`'
    })
  return { type: 'table', header, rows: body }
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
function readRow(row: Token, expected: number | undefined, walk: Walk): Cell[] {
  const line = row.map?.[0] ?? 0
  const starts = cellStarts(lineText(walk, line))
  if (expected !== undefined && starts.length !== expected)
    refuseLine(walk, line, {
      rule: 'markup/table',
      message: `the row has ${starts.length} cells and the header ${expected}`,
      hint: 'a blank line ends a table; a bar that is to be printed is written `\\|`'
    })
  const cells: Cell[] = []
  for (walk.next += 1; walk.tokens[walk.next]?.type !== 'tr_close'; walk.next += 3) {
    const start = starts[cells.length]
    const [open, inline] = [walk.tokens[walk.next], walk.tokens[walk.next + 1]]
    if (start === undefined) cells.push({ children: [], align: 'left' })
    else cells.push(readCell(open, inline, (walk.lines[line] ?? 0) + start, walk))
  }
  return cells
}

function readCell(open: Token | undefined, inline: Token | undefined, from: number, walk: Walk): Cell {
  const style = open?.attrGet('style')
  const align = style === 'text-align:center' ? 'center' : style === 'text-align:right' ? 'right' : 'left'
  return { children: readInlines(readFragments(inline?.children ?? [], from, walk.reading), walk.reading), align }
}
