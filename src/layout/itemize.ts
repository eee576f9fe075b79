/** The inlines of a paragraph in; its words, spaces and breaks, shaped and owned by structure elements, out. */
import type { Footnote, Inline, Text } from '../document/document.ts'
import type { FaceName } from '../world.ts'
import { LONGEST_TEXT, UNITS_PER_EM } from './harfbuzz.ts'
import type { MissingGlyph } from './missing.ts'
import type { Millipoint } from './page.ts'
import type { FaceInLanguage, Typesetter, WordShapes } from './shape.ts'
import type { Tree } from './structure.ts'
import type { Style } from './style.ts'

/** Text in one face, language and size that one element owns. Later a run will also have one direction. */
export interface FontRun {
  readonly lettering: FaceInLanguage
  readonly size: Millipoint
  /** How far above the baseline it stands. */
  readonly rise: Millipoint
  readonly element: number
  readonly text: string
  /** The leaves that the text was put together from, and where each begins in it. */
  readonly sources: readonly Stretch[]
}

interface Stretch {
  readonly start: number
  readonly source: Text
}

/** Font units at the size of a run, in thousandths of a point. */
export function scaled(units: number, run: FontRun): Millipoint {
  return Math.round((units * run.size) / UNITS_PER_EM)
}

/** What a line is made of. `start` is the offset in the text of the run. */
export type Token =
  | {
      readonly type: 'word'
      readonly run: FontRun
      readonly start: number
      readonly word: WordShapes
      readonly mark: Footnote | null
    }
  | {
      readonly type: 'space'
      readonly run: FontRun
      readonly start: number
      readonly text: string
      /** Whether a line may end here: not at a no-break space, nor behind a word that is bound to the next. */
      readonly ends: boolean
    }
  | { readonly type: 'break'; readonly run: FontRun }

/** What itemising needs besides the inlines. */
export interface Setting {
  readonly typesetter: Typesetter
  readonly tree: Tree
  readonly missing: MissingGlyph
  /** Of the note. */
  readonly language: string
  readonly style: Style
  /** The element that owns the paragraph. */
  readonly element: number
}

/** A footnote's mark, as shares of the size of the text. */
const MARK = { size: 0.62, rise: 0.34 } as const

const strong: Readonly<Record<FaceName, FaceName>> = {
  regular: 'bold',
  italic: 'bold-italic',
  bold: 'bold',
  'bold-italic': 'bold-italic'
}
/** Emphasis inside emphasis is upright again. */
const emphatic: Readonly<Record<FaceName, FaceName>> = {
  regular: 'italic',
  italic: 'regular',
  bold: 'bold-italic',
  'bold-italic': 'bold'
}

/** A run that is still growing. */
interface GrowingRun extends FontRun {
  text: string
  readonly sources: Stretch[]
}

/** A run, or a footnote's mark, or a line break. */
type Draft =
  | { readonly type: 'text'; readonly run: GrowingRun }
  | { readonly type: 'mark'; readonly face: FaceName; readonly footnote: Footnote }
  | { readonly type: 'break' }

/** Makes tokens of inlines; blanks are folded to one space, and none is left at either end of a line that must end. */
export function itemize(inlines: readonly Inline[], setting: Setting): readonly Token[] {
  const drafts: Draft[] = []
  draft(inlines, setting.style.face, drafts, setting)
  return tokenize(drafts, setting)
}

function draft(inlines: readonly Inline[], face: FaceName, drafts: Draft[], setting: Setting): void {
  for (const inline of inlines) {
    if (inline.type === 'text') draftText(inline, face, drafts, setting)
    else if (inline.type === 'emphasis') draft(inline.children, emphatic[face], drafts, setting)
    else if (inline.type === 'strong') draft(inline.children, strong[face], drafts, setting)
    else if (inline.type === 'break') drafts.push({ type: 'break' })
    else if (inline.type === 'footnote') drafts.push({ type: 'mark', face, footnote: inline })
    else throw new Error(`a ${inline.type} must be settled before it is laid out`)
  }
}

/** Text that differs in nothing from the text before it is shaped with it, so that a comma kerns with the name before it. */
function draftText(source: Text, face: FaceName, drafts: Draft[], setting: Setting): void {
  if (source.text === '') return
  const language = isBlankText(source.text) ? setting.language : (source.language ?? setting.language)
  const last = drafts.at(-1)
  const open = last?.type === 'text' && last.run.lettering.language === language ? last.run : null
  if (open?.lettering.face === face) {
    open.sources.push({ start: open.text.length, source })
    open.text += source.text
    return
  }
  const { typesetter, style, tree, element: around } = setting
  const lettering = typesetter.lettering(face, language)
  // Text in another language than the note's stands in a Span that says so; a change of face alone does not open another.
  const element = language === setting.language ? around : (open?.element ?? tree.add('Span', around, { language }))
  const run = { lettering, size: style.size, rise: 0, element, text: source.text, sources: [{ start: 0, source }] }
  drafts.push({ type: 'text', run })
}

/** A space that waits for a word to stand before. */
interface Pending {
  readonly run: FontRun
  readonly start: number
}

/** The tokens so far, and the space that is to come before the next one. */
interface TokensSoFar {
  readonly tokens: Token[]
  readonly missing: MissingGlyph
  pending: Pending | null
}

function tokenize(drafts: readonly Draft[], setting: Setting): readonly Token[] {
  const soFar: TokensSoFar = { tokens: [], missing: setting.missing, pending: null }
  for (const each of drafts) {
    if (each.type === 'text') scan(each.run, soFar)
    else if (each.type === 'mark') addMark(each.footnote, each.face, soFar, setting)
    else addBreak(soFar)
  }
  return soFar.tokens
}

/** Blanks have no language: a Span is not made for a space that may vanish at a line's end. */
function isBlankText(text: string): boolean {
  return !/[^ \t-\r]/.test(text)
}

const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d)
const NO_BREAK_SPACE = 0xa0

/** Cuts the text of a run into words and spaces. */
function scan(run: FontRun, soFar: TokensSoFar): void {
  const { text } = run
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (isBlank(code)) {
      if (soFar.tokens.length > 0 && soFar.tokens.at(-1)?.type !== 'break') soFar.pending ??= { run, start: at }
      at++
    } else if (code === NO_BREAK_SPACE) {
      flush(soFar)
      soFar.tokens.push({ type: 'space', run, start: at, text: '\u00a0', ends: false })
      at++
    } else {
      const end = endOfWord(text, at)
      flush(soFar)
      addWord(run, text.slice(at, end), at, soFar)
      at = end
    }
  }
}

/** Where a word ends: at a blank, or where it grows too long to be shaped at once (never inside a surrogate pair). */
function endOfWord(text: string, start: number): number {
  let at = start
  while (at < text.length && !isBlank(text.charCodeAt(at)) && text.charCodeAt(at) !== NO_BREAK_SPACE) {
    if (at - start >= LONGEST_TEXT - 1 && (text.charCodeAt(at) & 0xfc00) !== 0xdc00) return at
    at++
  }
  return at
}

function flush(soFar: TokensSoFar): void {
  const before = soFar.tokens.at(-1)
  const ends = !(before?.type === 'word' && before.word.isBound)
  if (soFar.pending) soFar.tokens.push({ type: 'space', ...soFar.pending, text: ' ', ends })
  soFar.pending = null
}

function addWord(run: FontRun, text: string, start: number, soFar: TokensSoFar): void {
  const word = run.lettering.word(text)
  if (word.isMissing) noteMissing(run, text, start, soFar.missing)
  soFar.tokens.push({ type: 'word', run, start, word, mark: null })
}

function noteMissing(run: FontRun, text: string, start: number, missing: MissingGlyph): void {
  for (const [index, stretch] of run.sources.entries()) {
    const end = run.sources[index + 1]?.start ?? run.text.length
    const part = text.slice(Math.max(0, stretch.start - start), Math.max(0, end - start))
    if (part !== '') missing.note(part, stretch.source, run.lettering)
  }
}

function addMark(
  footnote: Footnote,
  face: FaceName,
  soFar: TokensSoFar,
  { typesetter, style, language, tree, element }: Setting
): void {
  flush(soFar)
  const text = String(footnote.number)
  const run: FontRun = {
    lettering: typesetter.lettering(face, language),
    size: Math.round(style.size * MARK.size),
    rise: Math.round(style.size * MARK.rise),
    element: tree.add('Reference', element),
    text,
    sources: []
  }
  soFar.tokens.push({ type: 'word', run, start: 0, word: run.lettering.word(text), mark: footnote })
}

/** A break before any text or after another break ends nothing and is passed over. */
function addBreak(soFar: TokensSoFar): void {
  soFar.pending = null
  const last = soFar.tokens.at(-1)
  if (last && last.type !== 'break') soFar.tokens.push({ type: 'break', run: last.run })
}

/** The leaves behind a stretch of a run. */
export function sourcesBetween(run: FontRun, start: number, end: number): readonly Text[] {
  if (run.sources.length <= 1) return run.sources.map(each => each.source)
  return run.sources
    .filter((each, index) => each.start < end && (run.sources[index + 1]?.start ?? run.text.length) > start)
    .map(each => each.source)
}
