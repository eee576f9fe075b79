/** The tokens between two breaks in; one line, its spaces stretched to the measure, out. */
import type { Footnote } from '../document/document.ts'
import { type FontRun, scaled, sourcesBetween, type Token } from './itemize.ts'
import type { LinePart, Millipoint, TextItem } from './page.ts'
import { type Column, hangOf } from './plan-items.ts'
import type { WordShapes } from './shape.ts'
import { startIn } from './style.ts'

/** Where a line ends: at a token, or inside a word before the letter at `cut`, with a hyphen or without. */
export interface LinePlace {
  readonly token: number
  readonly cut: number
  readonly hyphen: boolean
}

/** A line: its text from the left edge of the strip, `y` counted from its own top. */
export interface Line {
  readonly items: readonly TextItem[]
  /** The footnotes whose marks stand in it. */
  readonly notes: readonly Footnote[]
  /** Whether it ends with a hyphen that is not in the text. */
  readonly divided: boolean
}

/** A stretch of a line in one run: what it draws, where, and the letters of the run that it shows. */
interface Stretch {
  readonly run: FontRun
  readonly x: Millipoint
  readonly parts: LinePart[]
  readonly start: number
  end: number
}

/** A line that is being drawn. */
interface Drawing {
  readonly stretches: Stretch[]
  pen: Millipoint
}

/** The tokens of a line, the words at its two ends cut where the breaks divide them. */
type Piece = { readonly run: FontRun; readonly start: number; readonly width: Millipoint } & (
  | { readonly type: 'word'; readonly word: WordShapes }
  | { readonly type: 'space'; readonly text: string }
)

/** Sets the line from one place to another; a space at its end is kept for who copies the text, outside the measure. */
export function setLine(
  tokens: readonly Token[],
  { from, to }: { from: LinePlace; to: LinePlace },
  column: Column
): Line {
  const pieces = piecesOf(tokens, from, to)
  const last = tokens[to.token]
  const dash = to.hyphen && last ? scaled(last.run.lettering.hyphen.width, last.run) : 0
  const natural = pieces.reduce((width, piece) => width + piece.width, dash)
  const room = column.measure - column.indent - natural
  const drawing: Drawing = {
    stretches: [],
    pen: column.left + column.indent + startIn(column.align, Math.max(0, room))
  }
  draw(pieces, given(room, column, pieces, { last, to }), drawing)
  if (last && to.hyphen)
    add(
      drawing,
      last.run,
      { type: 'hyphen', word: last.run.lettering.hyphen },
      { start: to.cut, end: to.cut, width: dash }
    )
  if (last && to.cut === 0) addTrailing(drawing, last)
  const notes = tokens
    .slice(from.token, to.token)
    .flatMap(token => (token.type === 'word' && token.mark ? [token.mark] : []))
  return { items: drawing.stretches.map(each => itemOf(each, column.baseline)), notes, divided: to.hyphen }
}

function piecesOf(tokens: readonly Token[], from: LinePlace, to: LinePlace): readonly Piece[] {
  const pieces: Piece[] = []
  const end = to.cut > 0 ? to.token + 1 : to.token
  for (let index = from.token; index < end; index++) {
    const token = tokens[index]
    if (!token || token.type === 'break') continue
    const { run } = token
    if (token.type === 'space') {
      pieces.push({ type: 'space', run, start: token.start, text: token.text, width: scaled(run.lettering.space, run) })
      continue
    }
    const cut = index === from.token ? from.cut : 0
    const word = partOf(token.word, run, cut, index === to.token ? to.cut : token.word.shaped.text.length)
    pieces.push({ type: 'word', run, start: token.start + cut, word, width: scaled(word.shaped.width, run) })
  }
  return pieces
}

/** A part of a word is shaped anew: no kerning and no ligature reaches over a break. */
function partOf(word: WordShapes, run: FontRun, from: number, to: number): WordShapes {
  const { text } = word.shaped
  return from === 0 && to === text.length ? word : run.lettering.word(text.slice(from, to))
}

/** What the spaces of a line get besides their own width: all that is missing of a justified line, and any excess. */
function given(
  room: Millipoint,
  { align }: Column,
  pieces: readonly Piece[],
  { last, to }: { last: Token | undefined; to: LinePlace }
): Millipoint {
  if (align !== 'justify') return Math.min(room, 0)
  const end = pieces.at(-1)
  const mark = to.hyphen ? '-' : end?.type === 'word' && end.run.rise === 0 ? end.word.shaped.text.slice(-1) : ''
  const hanging = room + (end ? hangOf(mark, end.run) : 0)
  return last === undefined || last.type === 'break' ? Math.min(hanging, 0) : hanging
}

/** Draws pieces one after the other; spaces share what is given by their widths, to the last thousandth. */
function draw(pieces: readonly Piece[], given: Millipoint, drawing: Drawing): void {
  let spaces = 0
  for (const piece of pieces) if (piece.type === 'space') spaces += piece.width
  let seen = 0
  let spent = 0
  for (const piece of pieces) {
    const { run, start } = piece
    if (piece.type === 'word') {
      add(drawing, run, piece.word.part, { start, end: start + piece.word.shaped.text.length, width: piece.width })
      continue
    }
    seen += piece.width
    const upTo = Math.round((given * seen) / spaces)
    const width = piece.width + upTo - spent
    spent = upTo
    add(drawing, run, { type: 'space', text: piece.text, width }, { start, end: start + 1, width })
  }
}

/** The space at which a line ends; a line that must end is a space too for who copies the text. */
function addTrailing(drawing: Drawing, token: Token): void {
  const { run } = token
  const width = scaled(run.lettering.space, run)
  const text = token.type === 'space' ? token.text : ' '
  const start = token.type === 'space' ? token.start : run.text.length
  add(drawing, run, { type: 'space', text, width }, { start, end: start, width })
}

function add(
  drawing: Drawing,
  run: FontRun,
  part: LinePart,
  { start, end, width }: { start: number; end: number; width: Millipoint }
): void {
  const last = drawing.stretches.at(-1)
  if (last?.run === run) {
    last.parts.push(part)
    last.end = end
  } else {
    drawing.stretches.push({ run, x: drawing.pen, parts: [part], start, end })
  }
  drawing.pen += width
}

function itemOf({ run, x, parts, start, end }: Stretch, baseline: Millipoint): TextItem {
  const sources = sourcesBetween(run, start, end)
  const [first] = sources
  return {
    type: 'text',
    x,
    y: run.rise - baseline,
    size: run.size,
    face: run.lettering.face,
    parts,
    owner: { type: 'element', element: run.element },
    at: first?.at ?? null,
    origins: first && sources.length === 1 ? first.origins : sources.flatMap(each => each.origins)
  }
}
