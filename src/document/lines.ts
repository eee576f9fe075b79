/** The raw lines of a paragraph in; what looks like a block of markup in them and is read as text out. */
import type { Fragment } from './inlines.ts'
import { SENTINEL } from './join.ts'
import { lineText, type Reader } from './reader.ts'

/** What a line looks like. */
interface MarkupLookalike {
  readonly rule: string
  readonly message: string
  readonly hint: string
}

/** A finding at a line of the section. */
export interface LineFinding extends MarkupLookalike {
  readonly line: number
}

type MarkupLookalikes = readonly (MarkupLookalike & { readonly pattern: RegExp })[]

const ESCAPE = 'to print the sign itself, write `\\` before it'

/** Looks of a whole line, wherever it stands in the paragraph. */
const LINES: MarkupLookalikes = [
  {
    pattern: /^[ \t]*(?=[^|]*\|)(?=[^-]*-)[|:\- \t]+$/,
    rule: 'markup/table',
    message: 'the table header and the line under it have different numbers of cells',
    hint: 'write as many cells in the header as in the line under it'
  },
  {
    pattern: /^[ \t]*(-{3,}|={3,})[ \t]*$/,
    rule: 'markup/literal',
    message: 'house markup has no horizontal rules',
    hint: ESCAPE
  }
]

/** Looks of a paragraph's start. */
const STARTS: MarkupLookalikes = [
  {
    pattern: /^(?:\d{1,9}[.)]|[-+])(?=[ \t]|$)/,
    rule: 'markup/list',
    message: 'this looks like a list item but is read as text: it is indented by four spaces or more',
    hint: 'indent it less; if it is text, write `\\` before the mark (`14\\.`, `\\-`)'
  },
  { pattern: /^\|/, rule: 'markup/table', message: 'this looks like a table row but is not in a table', hint: ESCAPE },
  {
    pattern: /^#/,
    rule: 'markup/heading',
    message: 'this looks like a heading but is not one',
    hint: `put a space after the \`#\`; ${ESCAPE}`
  },
  { pattern: /^>/, rule: 'markup/literal', message: 'house markup has no block quotations', hint: ESCAPE }
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
      message: `the paragraph begins with the value ${value.text} and looks like a list item, but is not one`,
      hint: 'in a list, write `1.` before each item; elsewhere begin with a word'
    }
  ]
}
