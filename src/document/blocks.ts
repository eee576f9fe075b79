/** The lines of one section in, its blocks out: markdown-it's tokens walked once, each checked where it is met. */
import type { Block, Cell, Heading, List, Paragraph, Table } from './document.ts'
import { type Reading, readFragments } from './fragments.ts'
import { lineFindings } from './lines.ts'
import { type Token, tokensOf } from './markup.ts'
import { lineText, type Reader, readInlines, readTokens, refuseLine } from './reader.ts'
import type { MarkedSection } from './sections.ts'

/** Lists in lists in lists: more is a sign of a fault, and beyond any model. */
const DEEPEST_LIST = 3

const BLANK_LINE = 'leave a blank line before the list; if it is text, write `\\` before the mark (`14\\.`, `\\-`)'

/** Reads the blocks of one section; adds what is wrong with them to the findings. */
export function readBlocks(section: MarkedSection, reading: Reading): Block[] {
  const text = reading.joined.text.slice(section.from, section.to)
  const lines = [section.from, ...[...text.matchAll(/\n/g)].map(end => section.from + end.index + 1), section.to + 1]
  return blocksUntil(null, { tokens: tokensOf(text), next: 0, reading, lines, depth: 0 })
}

function blocksUntil(end: string | null, reader: Reader): Block[] {
  const blocks: Block[] = []
  for (let token = reader.tokens[reader.next]; token && token.type !== end; token = reader.tokens[reader.next]) {
    blocks.push(...readBlock(token, reader))
  }
  reader.next += 1
  return blocks
}

function readBlock(token: Token, reader: Reader): Block[] {
  switch (token.type) {
    case 'paragraph_open':
      return readParagraph(token, reader)
    case 'heading_open':
      return readHeading(token, reader)
    case 'bullet_list_open':
    case 'ordered_list_open':
      return [readList(token, reader)]
    case 'table_open':
      return readTable(token, reader)
    default:
      throw new Error(`a token that house markup does not have: ${token.type}`)
  }
}

/** Adds an error at the line in which a token begins. */
function refuse(token: Token, reader: Reader, rule: string, message: string, hint: string): void {
  refuseLine(reader, token.map?.[0] ?? 0, rule, message, hint)
}

/** Where the content of a paragraph starts: at the end of its first line less what is left of that line in it. */
function contentStart(content: string, line: number, reader: Reader): number {
  const shown = content.split('\n', 1)[0] ?? ''
  return (reader.lines[line] ?? 0) + lineText(reader, line).trimEnd().length - shown.trimEnd().length
}

function readParagraph(open: Token, reader: Reader): Paragraph[] {
  const inline = reader.tokens[reader.next + 1]
  reader.next += 3
  const [first = 0, after = first + 1] = open.map ?? []
  const from = contentStart(inline?.content ?? '', first, reader)
  const fragments = readFragments(inline?.children ?? [], from, reader.reading)
  for (const { line, rule, message, hint } of lineFindings({ fragments, first, after, from, reader }))
    refuseLine(reader, line, rule, message, hint)
  const children = readInlines(fragments, reader.reading)
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

function readHeading(open: Token, reader: Reader): Heading[] {
  const inline = reader.tokens[reader.next + 1]
  reader.next += 3
  const line = open.map?.[0] ?? 0
  const marks = open.markup.length
  const level = marks === 1 || marks === 2 ? marks : 3
  if (reader.depth > 0) refuse(open, reader, 'markup/heading', 'a heading is inside a list', 'end the list before it')
  if (marks > 3)
    refuse(open, reader, 'markup/heading', `a heading of level ${marks} is too deep`, 'use at most three levels')
  const from = (reader.lines[line] ?? 0) + lineText(reader, line).indexOf('#') + marks
  const children = readTokens(inline, from, reader)
  if (children.length > 0) return [{ type: 'heading', level, children }]
  refuse(open, reader, 'markup/blank', 'the heading is empty', 'put it inside an `{{#if}}`')
  return []
}

function readList(open: Token, reader: Reader): List {
  const inside: Reader = { ...reader, next: reader.next + 1, depth: reader.depth + 1 }
  if (inside.depth === DEEPEST_LIST + 1)
    refuse(open, reader, 'markup/list', 'a list is nested four deep', 'lists nest three deep at most')
  if (reader.depth === 0 && interrupts(open, reader))
    refuse(open, reader, 'markup/list', 'a list begins in the middle of a paragraph', BLANK_LINE)
  const items: Block[][] = []
  const numbers: number[] = []
  for (let token = inside.tokens[inside.next]; token?.type === 'list_item_open'; token = inside.tokens[inside.next]) {
    inside.next += 1
    items.push(readItem(token, inside))
    numbers.push(Number(token.info))
  }
  reader.next = inside.next + 1
  const ordered = open.type === 'ordered_list_open'
  if (ordered) checkNumbers(numbers, open, reader)
  const start = ordered ? (numbers[0] ?? 1) : 1
  return { type: 'list', ordered, start, delimiter: open.markup === ')' ? ')' : '.', items }
}

function readItem(token: Token, reader: Reader): Block[] {
  const before = reader.reading.found.length
  const blocks = blocksUntil('list_item_close', reader)
  if (blocks.length === 0 && reader.reading.found.length === before)
    refuse(token, reader, 'markup/blank', 'the list item is empty', 'put the whole item inside an `{{#if}}`')
  return blocks
}

/** Whether a list starts on the line after a paragraph's last. */
function interrupts(open: Token, reader: Reader): boolean {
  const before = reader.tokens[reader.next - 1]
  return before?.type === 'paragraph_close' && lineText(reader, (open.map?.[0] ?? 0) - 1).trim() !== ''
}

/** Items are numbered by counting, so what the template writes must be that count, or one number throughout. */
function checkNumbers(numbers: readonly number[], open: Token, reader: Reader): void {
  const [start = 1] = numbers
  const hint = `if it is text, write \`${start}\\.\`; a list starts at 1, or continues from at most 99 with two items or more`
  const counted = numbers.every((number, index) => number === start + index)
  const wrong = (message: string, hint: string) => refuse(open, reader, 'markup/list-number', message, hint)
  if (start > 99 || (start !== 1 && numbers.length === 1))
    wrong(`the number at the start of the paragraph makes it a list that starts at ${start}`, hint)
  else if (!counted && numbers.some(number => number !== start))
    wrong(
      `the items are numbered ${numbers.join(', ')} and would be printed as ${start} to ${start + numbers.length - 1}`,
      'number them in order, or write the first number before each'
    )
}

/** Reads a table from its opening token on. */
function readTable(open: Token, reader: Reader): Table[] {
  if (reader.depth > 0) return skipTable(open, reader)
  const rows: Cell[][] = []
  for (let token = open; token.type !== 'table_close'; token = reader.tokens[reader.next] ?? token) {
    if (token.type === 'tr_open') rows.push(readRow(token, rows[0]?.length, reader))
    reader.next += 1
  }
  reader.next += 1
  const [header = [], ...body] = rows
  if (body.length === 0)
    refuse(open, reader, 'markup/blank', 'the table has no rows', 'put the whole table inside an `{{#if}}`')
  return [{ type: 'table', header, rows: body }]
}

function skipTable(open: Token, reader: Reader): [] {
  refuse(open, reader, 'markup/table', 'a table is inside a list', 'end the list before it')
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

const ROW_ENDS = 'a blank line ends a table; to print a bar, write `\\|`'

/** `expected` is the number of cells in the header; the header itself has none to meet. */
function readRow(row: Token, expected: number | undefined, reader: Reader): Cell[] {
  const line = row.map?.[0] ?? 0
  const starts = cellStarts(lineText(reader, line))
  if (expected !== undefined && starts.length !== expected)
    refuse(row, reader, 'markup/table', `the row has ${starts.length} cells, but the header has ${expected}`, ROW_ENDS)
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
  return { children: readTokens(inline, from, reader), align }
}
