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

/** What every piece says of itself besides its text. */
interface Placed {
  /** The stretch of the template file: a text as it is written there, or the mustache that printed a value. */
  readonly at: Span
  readonly because?: Because | undefined
  /** The statement of which it is a part. */
  readonly statement?: string | undefined
}

/**
 * Text of a template, to be read as house markup: a part of its file as written but for a capital, so offsets inside run
 * in parallel.
 */
interface TextPiece extends Placed {
  readonly type: 'text'
  readonly text: string
}

/** Text made from values: a leaf, never markup. */
export interface ValuePiece extends Placed {
  readonly type: 'value'
  readonly text: string
  /** Every record value that went into it; empty for what only the template decided (a blank to fill in by hand). */
  readonly origins: readonly Origin[]
  /** BCP 47, when it is not the note's own language. */
  readonly language?: string | undefined
}

/** A name whose form depends on where it stands in the reading order. */
export interface MentionPiece extends Placed {
  readonly type: 'mention'
  /** What is named, so that a second mention is known as one: the pointer of the record. */
  readonly subject: string
  readonly full: string
  readonly short: string | null
  readonly form: MentionForm
  readonly origins: readonly Origin[]
}

export type Piece = TextPiece | ValuePiece | MentionPiece
