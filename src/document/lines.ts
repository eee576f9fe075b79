/** The raw lines of a paragraph in; what looks like a block of markup in them and is read as text out. */
import type { Fragment } from './fragment.ts'
import { SENTINEL } from './join.ts'
import { lineText, type Reader } from './reader.ts'

/** A finding at a line of the section. */
export interface LineFinding {
  readonly line: number
  readonly rule: string
  readonly message: string
  readonly hint: string
}

interface Look {
  readonly pattern: RegExp
  readonly rule: string
  readonly message: string
  readonly hint: string
}

const ESCAPE = 'write `\\` before the sign where it is to be printed'

/** Looks of a whole line, wherever it stands in the paragraph. */
const LINES: readonly Look[] = [
  {
    pattern: /^[ \t]*(?=[^|]*\|)(?=[^-]*-)[|:\- \t]+$/,
    rule: 'markup/table',
    message: 'this is the rule under a table header, and the header above has another number of cells',
    hint: 'write as many cells in the header as in the line under it'
  },
  {
    pattern: /^[ \t]*(-{3,}|={3,})[ \t]*$/,
    rule: 'markup/literal',
    message: 'there are no rules in house markup',
    hint: ESCAPE
  }
]

/** Looks of a paragraph's start. */
const STARTS: readonly Look[] = [
  {
    pattern: /^(?:\d{1,9}[.)]|[-+])(?=[ \t]|$)/,
    rule: 'markup/list',
    message: 'this begins like a list item and is read as text, because it is indented by four spaces or more',
    hint: 'indent it less, or write `\\` before the mark where it is text (`14\\.`, `\\-`)'
  },
  { pattern: /^\|/, rule: 'markup/table', message: 'this begins like the row of a table that is none', hint: ESCAPE },
  {
    pattern: /^#/,
    rule: 'markup/heading',
    message: 'this begins like a heading and is none',
    hint: `put a space after the \`#\`; ${ESCAPE}`
  },
  { pattern: /^>/, rule: 'markup/literal', message: 'there are no block quotations in house markup', hint: ESCAPE }
]

/** A paragraph as it was read: its lines in the section, and the joined offset where its text starts. */
export interface ReadParagraph {
  readonly fragments: readonly Fragment[]
  readonly first: number
  readonly after: number
  readonly from: number
  readonly reader: Reader
}

/** What an author would take for a block of its own, and what they would not expect to belong to this one. */
export function lineFindings(paragraph: ReadParagraph): LineFinding[] {
  const { first, after, from, reader } = paragraph
  const found: LineFinding[] = typedNumber(paragraph)
  const start = lineText(reader, first).slice(from - (reader.lines[first] ?? 0))
  for (const { pattern, ...finding } of STARTS) if (pattern.test(start)) found.push({ line: first, ...finding })
  for (let line = first; line < after; line++) {
    const text = lineText(reader, line)
    for (const { pattern, ...finding } of LINES) if (pattern.test(text)) found.push({ line, ...finding })
    if (line > first && reader.depth > 0 && /^\S/.test(text)) found.push({ line, ...CONTINUES })
  }
  return found
}

const CONTINUES = {
  rule: 'markup/list',
  message: 'this line belongs to the list item above it',
  hint: 'leave a blank line to end the list, or indent the line to show that it belongs there'
}

/**
 * A number printed from a value, with a full stop or a bracket after it, looks like the label of a list item; labels are
 * never typed text.
 */
function typedNumber({ fragments, first, from, reader }: ReadParagraph): LineFinding[] {
  const value = fragments.find(each => each.type === 'value')
  if (value?.from !== from || !/^\d{1,9}$/.test(value.text)) return []
  const next = reader.reading.joined.text.slice(from + SENTINEL.length, from + SENTINEL.length + 2)
  if (!/^[.)](?:\s|$)/.test(next)) return []
  return [
    {
      line: first,
      rule: 'markup/list-number',
      message: `the paragraph begins with the value ${value.text} and looks like a list item, but is none`,
      hint: 'write `1.` before each item of a list, it is counted; elsewhere begin with a word'
    }
  ]
}
