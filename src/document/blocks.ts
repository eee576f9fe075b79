/** The lines of one section in, its blocks out: markdown-it's tokens walked once, each checked where it is met. */
import type { Block, Heading, List, Paragraph } from './document.ts'
import { type Reading, readFragments } from './fragments.ts'
import { lineFindings } from './lines.ts'
import { type Token, tokensOf } from './markup.ts'
import { lineText, type Reader, readInlines, refuseLine } from './reader.ts'
import type { MarkedSection } from './sections.ts'
import { readTable } from './table.ts'

/** Lists in lists in lists: more is a sign of a fault, and beyond any model. */
const DEEPEST_LIST = 3

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
  for (const { line, ...finding } of lineFindings({ fragments, first, after, from, reader }))
    refuseLine(reader, line, finding)
  const children = readInlines(fragments, reader.reading)
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

function readHeading(open: Token, reader: Reader): Heading[] {
  const inline = reader.tokens[reader.next + 1]
  reader.next += 3
  const line = open.map?.[0] ?? 0
  const marks = open.markup.length
  const level = marks === 1 || marks === 2 ? marks : 3
  if (reader.depth > 0)
    refuseLine(reader, line, {
      rule: 'markup/heading',
      message: 'a heading is inside a list',
      hint: 'end the list before it'
    })
  if (marks > 3)
    refuseLine(reader, line, {
      rule: 'markup/heading',
      message: `a heading of level ${marks} is too deep is too deep`,
      hint: 'use at most three levels'
    })
  const from = (reader.lines[line] ?? 0) + lineText(reader, line).indexOf('#') + marks
  const children = readInlines(readFragments(inline?.children ?? [], from, reader.reading), reader.reading)
  if (children.length > 0) return [{ type: 'heading', level, children }]
  refuseLine(reader, line, {
    rule: 'markup/blank',
    message: 'the heading is empty',
    hint: 'put it inside an `{{#if}}`'
  })
  return []
}

function readList(open: Token, reader: Reader): List {
  const line = open.map?.[0] ?? 0
  const inside: Reader = { ...reader, next: reader.next + 1, depth: reader.depth + 1 }
  if (inside.depth === DEEPEST_LIST + 1)
    refuseLine(reader, line, {
      rule: 'markup/list',
      message: 'a list is nested four deep',
      hint: 'lists nest three deep at most'
    })
  if (reader.depth === 0 && interrupts(open, reader))
    refuseLine(reader, line, {
      rule: 'markup/list',
      message: 'a list begins in the middle of a paragraph',
      hint: 'leave a blank line before the list; if it is text, write `\\` before the mark (`14\\.`, `\\-`)'
    })
  const items: Block[][] = []
  const numbers: number[] = []
  for (let token = inside.tokens[inside.next]; token?.type === 'list_item_open'; token = inside.tokens[inside.next]) {
    inside.next += 1
    items.push(readItem(token, inside))
    numbers.push(Number(token.info))
  }
  reader.next = inside.next + 1
  const ordered = open.type === 'ordered_list_open'
  if (ordered) checkNumbers(numbers, line, reader)
  const start = ordered ? (numbers[0] ?? 1) : 1
  return { type: 'list', ordered, start, delimiter: open.markup === ')' ? ')' : '.', items }
}

function readItem(token: Token, reader: Reader): Block[] {
  const before = reader.reading.found.length
  const blocks = blocksUntil('list_item_close', reader)
  if (blocks.length === 0 && reader.reading.found.length === before)
    refuseLine(reader, token.map?.[0] ?? 0, {
      rule: 'markup/blank',
      message: 'the list item is empty',
      hint: 'put the whole item inside an `{{#if}}`'
    })
  return blocks
}

/** Whether a list starts on the line after a paragraph's last. */
function interrupts(open: Token, reader: Reader): boolean {
  const before = reader.tokens[reader.next - 1]
  return before?.type === 'paragraph_close' && lineText(reader, (open.map?.[0] ?? 0) - 1).trim() !== ''
}

/** Items are numbered by counting, so what the template writes must be that count, or one number throughout. */
function checkNumbers(numbers: readonly number[], line: number, reader: Reader): void {
  const [start = 1] = numbers
  const hint = `if it is text, write \`${start}\\.\`; a list starts at 1, or continues from at most 99 with two items or more`
  const counted = numbers.every((number, index) => number === start + index)
  if (start > 99 || (start !== 1 && numbers.length === 1))
    refuseLine(reader, line, {
      rule: 'markup/list-number',
      message: `the number at the start of the paragraph makes it a list that starts at ${start}`,
      hint
    })
  else if (!counted && numbers.some(number => number !== start))
    refuseLine(reader, line, {
      rule: 'markup/list-number',
      message: `the items are numbered ${numbers.join(', ')} and would be printed as ${start} to ${start + numbers.length - 1}`,
      hint: 'number them in order, or write the first number before each'
    })
}
