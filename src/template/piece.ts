/** What a merge makes: stretches of template text and values, each with its place and its origins. */
import type { Origin } from '../fact.ts'
import type { Span } from '../source.ts'
import type { Pointer } from '../value.ts'

/** How a name is to stand: `auto` is full at first mention and short afterwards. */
export type MentionForm = 'auto' | 'full' | 'short'

/**
 * Why a text is printed at all: the places of the dossier that chose the formula, for which the block runs or which the
 * partial is about; then what is around that, outwards.
 */
export interface Because {
  readonly pointers: readonly Pointer[]
  readonly outer: Because | null
}

/** Text of a template, to be read as house markup. */
interface TextPiece {
  readonly type: 'text'
  readonly text: string
  /** The stretch of the template file; `text` is a part of it as written but for a capital, so offsets inside run in parallel. */
  readonly at: Span
  readonly because?: Because | undefined
  /** The statement of which it is a part. */
  readonly statement?: string | undefined
}

/** Text made from values: a leaf, never markup. */
export interface ValuePiece {
  readonly type: 'value'
  readonly text: string
  /** The mustache that printed it. */
  readonly at: Span
  /** Every record value that went into it; empty for what only the template decided (a blank to fill in by hand). */
  readonly origins: readonly Origin[]
  /** BCP 47, when it is not the note's own language. */
  readonly language?: string | undefined
  readonly because?: Because | undefined
  readonly statement?: string | undefined
}

/** A name whose form depends on where it stands in the reading order. */
export interface MentionPiece {
  readonly type: 'mention'
  /** What is named, so that a second mention is known as one: the pointer of the record. */
  readonly subject: string
  readonly full: string
  readonly short: string | null
  readonly form: MentionForm
  readonly at: Span
  readonly origins: readonly Origin[]
  readonly because?: Because | undefined
  readonly statement?: string | undefined
}

export type Piece = TextPiece | ValuePiece | MentionPiece
