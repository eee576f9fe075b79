/** The bits that a paragraph is read into, before they are nested. */
import type { MentionPiece, ValuePiece } from '../template/piece.ts'

/** Template text from one stretch. */
export interface TextFragment {
  readonly type: 'text'
  readonly text: string
  readonly from: number
  readonly stretch: number
}

/** A bit of a paragraph; `from` is an offset in the joined text. */
export type Fragment =
  | TextFragment
  | { readonly type: 'value'; readonly text: string; readonly from: number; readonly piece: ValuePiece | MentionPiece }
  | { readonly type: 'open'; readonly of: 'emphasis' | 'strong' }
  | { readonly type: 'close' }
  | { readonly type: 'break' }
  | {
      readonly type: 'footnote'
      readonly number: number
      readonly fragments: readonly Fragment[]
    }
