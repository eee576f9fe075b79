/** The lines of one section in, its blocks out: markdown-it's tokens walked once, each checked where it is met. */
import { error } from '../diagnostic.ts'
import type { Block, Heading, List, Paragraph } from './document.ts'
import { type Fragment, isBlank, type Reading, readFragments } from './fragments.ts'
import { nest } from './inlines.ts'
import { spanAt } from './join.ts'
import { lineFindings } from './lines.ts'
import { type Token, tokensOf } from './markup.ts'
import type { Section } from './sections.ts'
import { spacing } from './spacing.ts'
import { readTable } from './table.ts'

/** A walk over the tokens of one section. */
export interface Walk {
  readonly tokens: readonly Token[]
  next: number
  readonly reading: Reading
  /** The joined offset where each line of the section starts, and the end of the last. */
  readonly lines: readonly number[]
  /** How many lists are open. */
  readonly depth: number
}

/** Lists in lists in lists: more is a sign of a fault, and beyond any model. */
const DEEPEST_LIST = 3

/** Reads the blocks of one section; adds what is wrong with them to the findings. */
export function readBlocks(section: Section, reading: Reading): Block[] {
  const text = reading.joined.text.slice(section.from, section.to)
  const lines = [section.from, ...[...text.matchAll(/\n/g)].map(end => section.from + end.index + 1), section.to + 1]
  return blocksUntil(null, { tokens: tokensOf(text), next: 0, reading, lines, depth: 0 })
}

/** The text of a line of the section, without its end. */
export function lineText(walk: Walk, line: number): string {
  return walk.reading.joined.text.slice(walk.lines[line] ?? 0, Math.max(0, (walk.lines[line + 1] ?? 0) - 1))
}

/** Adds an error at a line of the section. */
export function refuseLine(walk: Walk, line: number, finding: { rule: string; message: string; hint: string }): void {
  const { rule, message, hint } = finding
  const text = lineText(walk, line)
  const from = (walk.lines[line] ?? 0) + text.length - text.trimStart().length
  const span = spanAt(walk.reading.joined, from, from + Math.max(1, text.trim().length))
  walk.reading.found.push(error({ rule, message, span, hints: [hint] }))
}

function blocksUntil(end: string | null, walk: Walk): Block[] {
  const blocks: Block[] = []
  for (let token = walk.tokens[walk.next]; token && token.type !== end; token = walk.tokens[walk.next]) {
    blocks.push(...readBlock(token, walk))
  }
  walk.next += 1
  return blocks
}

function readBlock(token: Token, walk: Walk): Block[] {
  switch (token.type) {
    case 'paragraph_open':
      return readParagraph(token, walk)
    case 'heading_open':
      return readHeading(token, walk)
    case 'bullet_list_open':
    case 'ordered_list_open':
      return [readList(token, walk)]
    case 'table_open':
      return [readTable(token, walk)]
    default:
      throw new Error(`a token that house markup does not have: ${token.type}`)
  }
}

/** Where the content of a paragraph starts: at the end of its first line less what is left of that line in it. */
function contentStart(content: string, line: number, walk: Walk): number {
  const shown = content.split('\n', 1)[0] ?? ''
  return (walk.lines[line] ?? 0) + lineText(walk, line).trimEnd().length - shown.trimEnd().length
}

function readParagraph(open: Token, walk: Walk): Paragraph[] {
  const inline = walk.tokens[walk.next + 1]
  walk.next += 3
  const [first = 0, after = first + 1] = open.map ?? []
  const from = contentStart(inline?.content ?? '', first, walk)
  const fragments = readFragments(inline?.children ?? [], from, walk.reading)
  for (const { line, ...finding } of lineFindings({ fragments, first, after, from, walk }))
    refuseLine(walk, line, finding)
  const children = readInlines(fragments, walk.reading)
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

/** The inlines of what was read; none where nothing is printed, which is an error when a value stood there. */
export function readInlines(fragments: readonly Fragment[], reading: Reading): Paragraph['children'] {
  if (!isBlank(fragments)) {
    reading.found.push(...spacing(fragments, reading.joined))
    return nest(fragments, reading.joined)
  }
  const value = fragments.find(each => each.type === 'value')
  if (value) {
    const span = spanAt(reading.joined, value.from, value.from + 1)
    reading.found.push(
      error({
        rule: 'markup/blank',
        message: 'nothing but empty values stands here, and a blank would be printed',
        span,
        hints: ['put it inside an `{{#if}}`, or give the record a value']
      })
    )
  }
  return []
}

function readHeading(open: Token, walk: Walk): Heading[] {
  const inline = walk.tokens[walk.next + 1]
  walk.next += 3
  const line = open.map?.[0] ?? 0
  const marks = open.markup.length
  const level = marks === 1 || marks === 2 ? marks : 3
  if (marks > 3)
    refuseLine(walk, line, {
      rule: 'markup/heading',
      message: `a heading of level ${marks}`,
      hint: 'there are three levels'
    })
  const from = (walk.lines[line] ?? 0) + lineText(walk, line).indexOf('#') + marks
  const children = readInlines(readFragments(inline?.children ?? [], from, walk.reading), walk.reading)
  if (children.length > 0) return [{ type: 'heading', level, children }]
  refuseLine(walk, line, { rule: 'markup/blank', message: 'the heading is empty', hint: 'put it inside an `{{#if}}`' })
  return []
}

function readList(open: Token, walk: Walk): List {
  const line = open.map?.[0] ?? 0
  const inside: Walk = { ...walk, next: walk.next + 1, depth: walk.depth + 1 }
  if (inside.depth === DEEPEST_LIST + 1)
    refuseLine(walk, line, { rule: 'markup/list', message: 'a list four deep', hint: 'lists nest three deep at most' })
  if (walk.depth === 0 && interrupts(open, walk))
    refuseLine(walk, line, {
      rule: 'markup/list',
      message: 'a list begins in the middle of a paragraph',
      hint: 'leave a blank line before the list; where it is text, write `\\` before the mark (`14\\.`, `\\-`)'
    })
  const items: Block[][] = []
  const numbers: number[] = []
  for (let token = inside.tokens[inside.next]; token?.type === 'list_item_open'; token = inside.tokens[inside.next]) {
    inside.next += 1
    items.push(readItem(token, inside))
    numbers.push(Number(token.info))
  }
  walk.next = inside.next + 1
  const ordered = open.type === 'ordered_list_open'
  if (ordered) checkNumbers(numbers, line, walk)
  return { type: 'list', ordered, start: numbers[0] ?? 1, delimiter: open.markup === ')' ? ')' : '.', items }
}

function readItem(token: Token, walk: Walk): Block[] {
  const before = walk.reading.found.length
  const blocks = blocksUntil('list_item_close', walk)
  if (blocks.length === 0 && walk.reading.found.length === before)
    refuseLine(walk, token.map?.[0] ?? 0, {
      rule: 'markup/blank',
      message: 'the list item is empty',
      hint: 'put the whole item inside an `{{#if}}`'
    })
  return blocks
}

/** Whether a list starts on the line after a paragraph's last. */
function interrupts(open: Token, walk: Walk): boolean {
  const before = walk.tokens[walk.next - 1]
  return before?.type === 'paragraph_close' && lineText(walk, (open.map?.[0] ?? 0) - 1).trim() !== ''
}

/** Items are numbered by counting, so what the template writes must be that count, or one number throughout. */
function checkNumbers(numbers: readonly number[], line: number, walk: Walk): void {
  const [start = 1] = numbers
  const hint = `write \`${start}\\.\` where it is text; a list starts at 1, or goes on from at most 99 with two items or more`
  const counted = numbers.every((number, index) => number === start + index)
  if (start > 99 || (start !== 1 && numbers.length === 1))
    refuseLine(walk, line, {
      rule: 'markup/list-number',
      message: `the number at the start of the paragraph makes it a list that starts at ${start}`,
      hint
    })
  else if (!counted && numbers.some(number => number !== start))
    refuseLine(walk, line, {
      rule: 'markup/list-number',
      message: `the items are numbered ${numbers.join(', ')} and would be printed as ${start} to ${start + numbers.length - 1}`,
      hint: 'number them in order, or write the first number before each'
    })
}
