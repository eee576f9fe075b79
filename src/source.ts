/** A named text, and places in it: offsets in, lines and columns out. */
import { once } from './once.ts'

/** A text that was read, under the name by which diagnostics call it. */
export interface Source {
  readonly name: string
  readonly text: string
}

/** A stretch of a source, as UTF-16 offsets; `end` is the first offset after it. */
export interface Span {
  readonly source: Source
  readonly start: number
  readonly end: number
}

/** The beginning of a file whose text is not at hand or not to be shown. */
export function startOf(name: string): Span {
  return { source: { name, text: '' }, start: 0, end: 0 }
}

/** A place for people: both numbers count from 1, the column in UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number
  readonly column: number
}

const lineStartsOf = new WeakMap<Source, readonly number[]>()

/** Where the lines of a source start (offsets; CRLF and a lone CR end a line as LF does). */
function lineStarts(source: Source): readonly number[] {
  return once(lineStartsOf, source, ({ text }) => [
    0,
    ...Array.from(text.matchAll(/\r\n|\r|\n/g), match => match.index + match[0].length)
  ])
}

/** The line and column of an offset; an offset past the end is taken as the end. */
export function positionOf(source: Source, offset: number): Position {
  const starts = lineStarts(source)
  const at = Math.max(0, Math.min(offset, source.text.length))
  const index = lastUpTo(starts.length, line => starts[line] ?? 0, at)
  return { line: index + 1, column: at - (starts[index] ?? 0) + 1 }
}

/** The number of the last of some rising offsets that is not behind a limit, -1 where all are: a search by halves. */
export function lastUpTo(count: number, offsetOf: (index: number) => number, limit: number): number {
  let low = -1
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (offsetOf(middle) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

/** `file:line:column`, for a sentence. */
export function nameOf({ source, start }: Span): string {
  const { line, column } = positionOf(source, start)
  return `${source.name}:${line}:${column}`
}

/** `file:line`, for a sentence. */
export function lineNameOf({ source, start }: Span): string {
  return `${source.name}:${positionOf(source, start).line}`
}

/** The text of one line, counted from 1, without its line end; empty when there is no such line. */
export function lineOf(source: Source, line: number): string {
  const starts = lineStarts(source)
  const start = starts[line - 1]
  if (start === undefined) return ''
  return source.text.slice(start, starts[line] ?? source.text.length).replace(/[\r\n]+$/, '')
}

/** The offset of a line and column, both counted from 1. */
export function offsetOf(source: Source, position: Position): number {
  return (lineStarts(source)[position.line - 1] ?? source.text.length) + position.column - 1
}
