/** The tokens between two breaks in; one line, its spaces stretched to the measure, out. */
import type { Footnote } from '../document/document.ts'
import type { Origin } from '../value.ts'
import { type Run, sourcesBetween, type Token } from './itemize.ts'
import type { LinePart, Millipoint, TextItem } from './page.ts'
import { type Column, hangOf, type Place, scaled } from './plan-items.ts'

/** A line: its text from the left edge of its column, `y` counted from its baseline. */
export interface Line {
  readonly items: readonly TextItem[]
  /** The footnotes whose marks stand in it. */
  readonly notes: readonly Footnote[]
  /** Whether it ends with a hyphen that is not in the text. */
  readonly divided: boolean
}

/** Something drawn: a part of the line, the stretch of its run that it shows, and its width before spaces give. */
interface Bit {
  readonly run: Run
  readonly start: number
  readonly end: number
  readonly part: LinePart
  readonly width: Millipoint
}

/** Sets the line from one place to another; a space at its end is kept for who copies the text, outside the measure. */
export function setLine(tokens: readonly Token[], { from, to }: { from: Place; to: Place }, column: Column): Line {
  const bits: Bit[] = []
  const notes: Footnote[] = []
  for (
    let index = from.token;
    index < tokens.length && (index < to.token || (index === to.token && to.cut > 0));
    index++
  ) {
    const token = tokens[index]
    if (!token || token.type === 'break') continue
    const start = index === from.token ? from.cut : 0
    bits.push(bitOf(token, start, index === to.token ? to.cut : null))
    if (token.type === 'word' && token.mark) notes.push(token.mark)
  }
  const last = tokens[to.token]
  if (to.hyphen && last) bits.push(hyphenOf(last.run, last.type === 'break' ? 0 : to.cut))
  const natural = bits.reduce((width, bit) => width + bit.width, 0)
  const measure = column.measure - column.indent
  const room = measure - natural + (column.align === 'justify' ? hangAtEnd(bits) : 0)
  const isEnd = last === undefined || last.type === 'break'
  const given = room < 0 || (column.align === 'justify' && !isEnd) ? give(bits, room) : bits
  if (last && to.cut === 0) given.push(trailing(last))
  const x = column.indent + startOf(column, measure - natural)
  return { items: group(given, x), notes, divided: to.hyphen }
}

function bitOf(token: Exclude<Token, { type: 'break' }>, from: number, to: number | null): Bit {
  const { run } = token
  if (token.type === 'space') {
    const width = scaled(run.lettering.space, run)
    return { run, start: token.start, end: token.start + 1, part: { type: 'space', text: token.text, width }, width }
  }
  const { text } = token.word.shaped
  const end = to ?? text.length
  const whole = from === 0 && end === text.length
  const word = whole ? token.word.shaped : run.lettering.word(text.slice(from, end)).shaped
  return {
    run,
    start: token.start + from,
    end: token.start + end,
    part: { type: 'word', word },
    width: scaled(word.width, run)
  }
}

function hyphenOf(run: Run, at: number): Bit {
  const word = run.lettering.hyphen
  return { run, start: at, end: at, part: { type: 'hyphen', word }, width: scaled(word.width, run) }
}

/** The space at which a line ends; a line that must end is a space too for who copies the text. */
function trailing(token: Token): Bit {
  const { run } = token
  const width = scaled(run.lettering.space, run)
  const text = token.type === 'space' ? token.text : ' '
  const start = token.type === 'space' ? token.start : run.text.length
  return { run, start, end: start, part: { type: 'space', text, width }, width }
}

function hangAtEnd(bits: readonly Bit[]): Millipoint {
  const last = bits.at(-1)
  if (!last || last.part.type === 'space' || last.run.rise !== 0) return 0
  return hangOf(last.part.word.text.slice(-1), last.run)
}

/** Shares what a line has too much or too little among its spaces, by their widths, to the last thousandth. */
function give(bits: readonly Bit[], room: Millipoint): Bit[] {
  let spaces = 0
  for (const bit of bits) if (bit.part.type === 'space') spaces += bit.width
  if (spaces === 0) return [...bits]
  let seen = 0
  let given = 0
  return bits.map(bit => {
    if (bit.part.type !== 'space') return bit
    seen += bit.width
    const upTo = Math.round((room * seen) / spaces)
    const width = bit.width + upTo - given
    given = upTo
    return { ...bit, part: { ...bit.part, width }, width }
  })
}

/** Where a line that is not justified begins. */
function startOf({ align }: Column, room: Millipoint): Millipoint {
  if (align === 'center') return Math.max(0, Math.round(room / 2))
  return align === 'right' ? Math.max(0, room) : 0
}

/** One text item for each stretch of a run. */
function group(bits: readonly Bit[], x: Millipoint): readonly TextItem[] {
  const items: TextItem[] = []
  let pen = x
  for (let start = 0; start < bits.length; ) {
    const first = bits[start]
    if (!first) break
    let end = start + 1
    while (end < bits.length && bits[end]?.run === first.run) end++
    const stretch = bits.slice(start, end)
    items.push(itemOf(first.run, stretch, pen))
    for (const bit of stretch) pen += bit.width
    start = end
  }
  return items
}

function itemOf(run: Run, bits: readonly Bit[], x: Millipoint): TextItem {
  const sources = sourcesBetween(run, bits[0]?.start ?? 0, bits.at(-1)?.end ?? 0)
  const origins: Origin[] = sources.length === 1 ? [] : sources.flatMap(each => each.origins)
  return {
    type: 'text',
    x,
    y: run.rise,
    size: run.size,
    face: run.lettering.face,
    parts: bits.map(bit => bit.part),
    owner: { type: 'element', element: run.element },
    at: sources[0]?.at ?? null,
    origins: sources.length === 1 ? (sources[0]?.origins ?? []) : origins
  }
}
