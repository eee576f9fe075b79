/** A note as blocks and inlines: what its parts are, in what order they are read; knows no fonts and no pages. */
import type { Origin } from '../fact.ts'
import type { Image } from '../image/image.ts'
import type { Part } from '../records/parts.ts'
import type { Span } from '../source.ts'
import type { MentionPiece, ValuePiece } from '../template/piece.ts'

/** A leaf: text with its place in a template and the record values behind it. */
export interface Text extends Omit<ValuePiece, 'type'> {
  readonly type: 'text'
}

/** A name that is not settled yet; none is left after `settle`. */
export type Mention = MentionPiece

interface Emphasis {
  readonly type: 'emphasis' | 'strong'
  readonly children: readonly Inline[]
}

/** A line that must end here. */
interface LineBreak {
  readonly type: 'break'
}

/** A footnote's mark; the note itself stands with it, and is numbered in reading order. */
export interface Footnote {
  readonly type: 'footnote'
  readonly number: number
  readonly children: readonly Inline[]
}

export type Inline = Text | Mention | Emphasis | LineBreak | Footnote

export interface Paragraph {
  readonly type: 'paragraph'
  readonly children: readonly Inline[]
}

export interface Heading {
  readonly type: 'heading'
  readonly level: 1 | 2 | 3
  readonly children: readonly Inline[]
}

/** Ordered lists number from `start` with the mark that the source has (`1.` or `1)`); a label is never typed text. */
export interface List {
  readonly type: 'list'
  readonly ordered: boolean
  readonly start: number
  readonly delimiter: '.' | ')'
  readonly items: readonly (readonly Block[])[]
}

export interface Table {
  readonly type: 'table'
  readonly header: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Cell {
  readonly children: readonly Inline[]
  readonly align: 'left' | 'center' | 'right'
}

/** A picture, which nobody's text is: the emblem of a house, for which `alternate` speaks where it is not seen. */
export interface Figure {
  readonly type: 'figure'
  readonly image: Image
  readonly alternate: string
  /** In points. */
  readonly height: number
  readonly align: 'left' | 'center' | 'right'
  readonly origins: readonly Origin[]
}

/** A marked part of the note. */
export interface Container {
  readonly type: 'container'
  readonly part: Part
  readonly at: Span
  readonly blocks: readonly Block[]
}

export type Block = Paragraph | Heading | List | Table | Figure | Container

/**
 * A whole note. `labels` are the words that mark what kind of paper it is (DRAFT, a specimen line): said once on the
 * first page and repeated on each later one as furniture.
 */
export interface Document {
  readonly language: string
  readonly title: string
  readonly labels: readonly Text[]
  readonly blocks: readonly Block[]
}
