/** Text from records, templates and paths in, text that is safe and true on a terminal out: code frames, sizes, escapes. */
import { relative } from 'node:path'
import type { Difference, DifferenceLine, SentenceChange } from '../../diagnostic.ts'
import { codeName } from '../../languages/characters.ts'
import { lineOf, positionOf, type Span } from '../../source.ts'

/** Characters that would move the cursor, change colours or reorder what is read. */
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uD800-\uDFFF]/gu
const COMBINING = /^\p{M}$/u
/** What a terminal gives two cells (Unicode Standard Annex 11, Wide and Fullwidth, as far as records can hold them). */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u
/** The most cells of a source line that a frame shows. */
const FRAME_WIDTH = 100

/** A message on one line, with what cannot be seen written as `U+202E`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, found => `<${codeName(found.codePointAt(0) ?? 0)}>`)
}

/** A message and its hints, each on a line of its own. */
export function sentence({ message, hints }: { readonly message: string; readonly hints: readonly string[] }): string {
  return [message, ...hints].map(visible).join('\n')
}

/** A word as a POSIX shell takes it for what it is, to be typed or pasted. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_@%+:,./][A-Za-z0-9_@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

/** A source line with every unseen character in one cell. */
function inCells(text: string): string {
  return text.replaceAll('\t', ' ').replace(UNSEEN, '\uFFFD')
}

function cells(text: string): number {
  let count = 0
  for (const character of text) count += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return count
}

/** The line of a span and a mark under it: `12 | ocasion: []` and `^~~~~~~`; nothing where the text is not at hand. */
export function frame(span: Span): readonly [string, string] | null {
  const start = positionOf(span.source, span.start)
  const end = positionOf(span.source, span.end)
  const text = lineOf(span.source, start.line)
  if (text === '') return null
  const from = start.column - 1
  const to = end.line === start.line ? end.column - 1 : text.length
  const left = whole(text, from > FRAME_WIDTH - 20 ? from - 40 : 0)
  const right = whole(text, Math.min(text.length, left + FRAME_WIDTH))
  const before = `${left > 0 ? '…' : ''}${inCells(text.slice(left, from))}`
  const marked = inCells(text.slice(from, Math.min(Math.max(to, from), right)))
  const after = `${inCells(text.slice(from + marked.length, right))}${right < text.length ? '…' : ''}`
  return [before + marked + after, `${' '.repeat(cells(before))}^${'~'.repeat(Math.max(0, cells(marked) - 1))}`]
}

/** The offset, or the next one where it would cut a surrogate pair. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset
}

/** A size for people: `612 B`, `41 KB`, `1.2 MB`, counted by 1024. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** `1 page`, `3 pages`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** A path as it is shortest to read: from the current folder, or whole. */
export function shortPath(cwd: string, path: string): string {
  const short = relative(cwd, path)
  return short !== '' && short.length <= path.length ? short : path
}

/** More lines of one difference than this are counted and not shown. */
const MOST_LINES = 60
/** ECMA-48, 8.3.117: red and green lines, words that changed in reverse. */
const SGR = { '-': '31', '+': '32', place: '36', changed: '7', stayed: '27' } as const

/** A difference as people read it; without colour words that went stand as `[-so-]` and words that came as `{+so+}`. */
export function differenceLines(difference: Difference, colour: boolean): string[] {
  const shown = difference.lines.slice(0, MOST_LINES).map(line => (colour ? coloured(line) : plain(line)))
  const more = difference.lines.length - shown.length
  return more > 0 ? [...shown, `… ${more} more lines differ`] : shown
}

/** The same without colour, whole. */
export function plainDifference({ lines }: Difference): string[] {
  return lines.map(plain)
}

function plain({ sign, stretches }: DifferenceLine): string {
  if (sign === 'place') return `@@ ${stretches.map(each => visible(each.text)).join('')} @@`
  // a line that changed as a whole needs no marks in it
  const isPart = stretches.some(each => !each.changed)
  const words = stretches.map(({ text, changed }) => {
    if (!changed || !isPart || sign === ' ') return visible(text)
    return sign === '-' ? `[-${visible(text)}-]` : `{+${visible(text)}+}`
  })
  return `${sign}${words.join('')}`
}

function coloured(line: DifferenceLine): string {
  const { sign, stretches } = line
  if (sign === ' ') return plain(line)
  const isPart = stretches.some(each => !each.changed)
  const words = stretches.map(({ text, changed }) =>
    changed && isPart ? `\u001B[${SGR.changed}m${visible(text)}\u001B[${SGR.stayed}m` : visible(text)
  )
  const whole = sign === 'place' ? `@@ ${words.join('')} @@` : `${sign}${words.join('')}`
  return `\u001B[${SGR[sign]}m${whole}\u001B[0m`
}

/** A sentence before and after, as a row of a Markdown table. */
export function sentenceRow({ before, after }: SentenceChange): string {
  return `| ${before === null ? '' : markdown(before)} | ${after === null ? '' : markdown(after)} |`
}

/** A text as Markdown prints it, on one line. */
export function markdown(text: string): string {
  return visible(text.replaceAll('\n', ' ')).replace(/[\\`*_{}[\]<>()#+!|~-]/g, sign => `\\${sign}`)
}
