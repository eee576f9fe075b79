/** The inlines of one paragraph in; its lines as frames, with the footnotes that they call, out. */
import type { Footnote, Inline } from '../document/document.ts'
import { breakLines, isHyphen, type Terms } from './break-lines.ts'
import { itemize, scaled, type Token } from './itemize.ts'
import type { MissingGlyph } from './missing.ts'
import type { Millipoint, TextItem } from './page.ts'
import { type Column, type Liberty, planItems } from './plan-items.ts'
import { type Line, type LinePlace, setLine } from './set-line.ts'
import type { Typesetter } from './shape.ts'
import { type Area, type Frame, stack } from './slice.ts'
import type { Tree } from './structure.ts'
import type { Style, Styles } from './style.ts'

/** One try at a paragraph; the first that gives lines is taken. */
interface Try extends Liberty {
  readonly tolerance: number
  /** Stretch of each line besides its glue, as a share of the measure. */
  readonly slack: number
}

/**
 * As TeX does (plain.tex: \pretolerance 100 and \tolerance 200 are ratios of 1 and 1.26): without hyphens, then with
 * them, then with lines as loose as need be. Loose rather than overfull, and divided by force rather than overfull.
 */
const justified: readonly Try[] = [
  { hyphens: false, strain: false, tolerance: 1.6, slack: 0 },
  { hyphens: true, strain: false, tolerance: 2, slack: 0 },
  { hyphens: true, strain: false, tolerance: Number.POSITIVE_INFINITY, slack: 0.06 },
  { hyphens: true, strain: true, tolerance: Number.POSITIVE_INFINITY, slack: 0.06 }
]
/** Lines that need not be even need no hyphens either, but in what is too wide for any line. */
const ragged: readonly Try[] = [
  { hyphens: false, strain: false, tolerance: Number.POSITIVE_INFINITY, slack: 0.25 },
  { hyphens: false, strain: true, tolerance: Number.POSITIVE_INFINITY, slack: 0.25 }
]

/** Sets a paragraph. */
function setLines(tokens: readonly Token[], column: Column): readonly Line[] {
  if (tokens.length === 0) return []
  for (const attempt of column.align === 'justify' ? justified : ragged) {
    const lines = trySetting(tokens, column, attempt)
    if (lines) return lines
  }
  throw new Error('a paragraph must break when what is too wide in it may break anywhere')
}

function trySetting(tokens: readonly Token[], column: Column, attempt: Try): readonly Line[] | null {
  const plan = planItems(tokens, column, { ...attempt, hyphens: attempt.hyphens && column.hyphenate })
  const terms: Terms = {
    measure: column.measure,
    tolerance: attempt.tolerance,
    slack: Math.round(column.measure * attempt.slack),
    shortest: column.align === 'justify' ? Math.max(column.indent, Math.round(column.measure / 16)) : 0
  }
  const breaks = breakLines(plan.items, terms)
  if (!breaks) return null
  let from: LinePlace = { token: 0, cut: 0, hyphen: false }
  return breaks.map((at, index) => {
    const to = { token: plan.token[at] ?? 0, cut: plan.cut[at] ?? 0, hyphen: isHyphen(plan.items, at) }
    const line = setLine(tokens, { from, to }, index === 0 ? column : { ...column, indent: 0 })
    from = to.cut > 0 ? to : { ...to, token: to.token + 1 }
    return line
  })
}

/** What is at hand all over one note. */
export interface ParagraphContext {
  readonly typesetter: Typesetter
  readonly tree: Tree
  readonly missing: MissingGlyph
  readonly styles: Styles
  readonly language: string
  /** Between the margins. */
  readonly measure: Millipoint
  readonly hyphenate: boolean
  /** A row of a table that is higher than this goes on on the next page; without it none does. */
  readonly highestRow?: Millipoint
}

/** A line as a frame. */
export interface LineFrame extends Frame {
  readonly notes: readonly Frame[]
  readonly divided: boolean
}

/** Where the lines of a paragraph stand; the element around them gets their footnotes. */
export interface Strip extends Area {
  readonly style: Style
  /** The element that owns the text. */
  readonly element: number
}

/** Whether anything of inlines will be seen; an element is made only for what will. */
export function isVisible(inlines: readonly Inline[]): boolean {
  return inlines.some(inline => {
    if (inline.type === 'text') return /[^ \t-\r]/.test(inline.text)
    if (inline.type === 'emphasis' || inline.type === 'strong') return isVisible(inline.children)
    return inline.type !== 'break'
  })
}

/** The tokens of a paragraph that an element owns. */
export function tokensOf(
  inlines: readonly Inline[],
  style: Style,
  element: number,
  context: ParagraphContext
): readonly Token[] {
  return itemize(inlines, { ...context, style, element })
}

/** Sets a paragraph in its strip. */
export function setParagraph(
  inlines: readonly Inline[],
  strip: Strip,
  context: ParagraphContext
): readonly LineFrame[] {
  return setTokens(tokensOf(inlines, strip.style, strip.element, context), strip, context)
}

/** Sets tokens in their strip. */
export function setTokens(tokens: readonly Token[], strip: Strip, context: ParagraphContext): readonly LineFrame[] {
  const lines = setLines(tokens, columnOf(strip, context))
  return lines.map(({ items, divided, notes }) => ({
    height: strip.style.leading,
    items,
    divided,
    notes: notes.map(note => setNote(note, strip.parent, context))
  }))
}

function columnOf({ style, left, measure }: Strip, { hyphenate }: ParagraphContext): Column {
  return { left, measure, baseline: baselineOf(style), align: style.align, indent: style.indent, hyphenate }
}

/** How far a baseline is below the top of its line: capitals (two thirds of the size) stand in the middle of the leading. */
function baselineOf({ size, leading }: Style): Millipoint {
  return Math.round(leading / 2 + size / 3)
}

/** A short text that the layout itself writes: the label of a list item or of a footnote. */
export function setLabel(
  text: string,
  { style, element, left = 0, rise = 0 }: { style: Style; element: number; left?: Millipoint; rise?: Millipoint },
  { typesetter, language }: ParagraphContext
): { readonly items: readonly TextItem[]; readonly width: Millipoint } {
  const lettering = typesetter.lettering(style.face, language)
  const word = lettering.word(text).shaped
  const run = { lettering, size: style.size, rise, element, text, sources: [] }
  const item: TextItem = {
    type: 'text',
    x: left,
    y: rise - baselineOf(style),
    size: style.size,
    face: style.face,
    parts: [{ type: 'word', word }],
    owner: { type: 'element', element },
    at: null,
    origins: []
  }
  return { items: [item], width: scaled(word.width, run) }
}

/** Sets a footnote as wide as the column of text; its label stands in the indent of its first line. */
function setNote(note: Footnote, parent: number, context: ParagraphContext): Frame {
  const { tree, styles } = context
  const style = styles.note
  const element = tree.add('Note', parent)
  const lifted = { ...style, size: Math.round(style.size * 0.75) }
  const rise = Math.round(style.size / 4) + baselineOf(lifted) - baselineOf(style)
  const label = setLabel(String(note.number), { style: lifted, element: tree.add('Lbl', element), rise }, context)
  if (!isVisible(note.children)) return { height: style.leading, items: label.items }
  const indent = label.width + Math.round(style.size / 4)
  const text = tree.add('P', element)
  const strip = { left: 0, measure: context.measure, style: { ...style, indent }, element: text, parent: element }
  const lines = setParagraph(note.children, strip, context)
  if (lines.some(line => line.notes.length > 0)) throw new Error('a footnote cannot hold a footnote')
  const { height, items } = stack(lines)
  return { height, items: [...label.items, ...items] }
}
