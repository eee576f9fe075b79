/** What the readers of blocks share: a place in the tokens of one section, its lines, and how a finding is put there. */
import { error } from '../diagnostic.ts'
import type { Inline } from './document.ts'
import { isBlank, type Reading, readFragments } from './fragments.ts'
import { type Fragment, nest } from './inlines.ts'
import { spanAt } from './join.ts'
import type { Token } from './markup.ts'
import { spacing } from './spacing.ts'

/** A walk over the tokens of one section; `next` is the token that is to be read. */
export interface Reader {
  readonly tokens: readonly Token[]
  next: number
  readonly reading: Reading
  /** The joined offset where each line of the section starts, and the end of the last. */
  readonly lines: readonly number[]
  /** How many lists are open. */
  readonly depth: number
}

/** The text of a line of the section, without its end. */
export function lineText(reader: Reader, line: number): string {
  return reader.reading.joined.text.slice(reader.lines[line] ?? 0, Math.max(0, (reader.lines[line + 1] ?? 0) - 1))
}

/** Adds an error at a line of the section. */
export function refuseLine(reader: Reader, line: number, rule: string, message: string, hint: string): void {
  const text = lineText(reader, line)
  const from = (reader.lines[line] ?? 0) + text.length - text.trimStart().length
  const span = spanAt(reader.reading.joined, from, from + Math.max(1, text.trim().length))
  reader.reading.found.push(error({ rule, message, span, hints: [hint] }))
}

/** The inlines of tokens whose source starts at `from`. */
export function readTokens(inline: Token | undefined, from: number, { reading }: Reader): Inline[] {
  return readInlines(readFragments(inline?.children ?? [], from, reading), reading)
}

/** The inlines of what was read; none where nothing is printed, which is an error when a value stood there. */
export function readInlines(fragments: readonly Fragment[], reading: Reading): Inline[] {
  if (!isBlank(fragments)) {
    reading.found.push(...spacing(fragments, reading.joined))
    return nest(fragments, reading.joined)
  }
  const value = fragments.find(each => each.type === 'value')
  if (value) {
    const span = spanAt(reading.joined, value.from, value.from + 1)
    const message = 'all values here are empty, and a blank would be printed'
    const hints = ['put it inside an `{{#if}}`, or give the record a value']
    reading.found.push(error({ rule: 'markup/blank', message, span, hints }))
  }
  return []
}
