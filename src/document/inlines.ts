/** The flat fragments of one paragraph in, its tree of inlines out: leaves with their places and origins. */
import type { MentionPiece, ValuePiece } from '../template/piece.ts'
import type { Inline, Text } from './document.ts'
import { follows, type Joined, spanAt } from './join.ts'

/** Template text from one stretch. */
interface TextFragment {
  readonly type: 'text'
  readonly text: string
  readonly from: number
  readonly stretch: number
}

/** A bit of a paragraph, before it is nested; `from` is an offset in the joined text. */
export type Fragment =
  | TextFragment
  | { readonly type: 'value'; readonly text: string; readonly from: number; readonly piece: ValuePiece | MentionPiece }
  | { readonly type: 'open'; readonly of: 'emphasis' | 'strong' }
  | { readonly type: 'close' }
  | { readonly type: 'break' }
  | { readonly type: 'footnote'; readonly number: number; readonly fragments: readonly Fragment[] }

/** A level of emphasis that is being filled; `grows` is its last leaf while template text may still be added to it. */
interface Level {
  readonly of: 'emphasis' | 'strong' | null
  readonly children: Inline[]
  grows: { readonly leaf: Text; readonly stretch: number } | null
}

/** Makes the tree of fragments: joins neighbours that are one stretch of a template, leaves out what prints nothing. */
export function nest(fragments: readonly Fragment[], joined: Joined): Inline[] {
  const root: Level = { of: null, children: [], grows: null }
  const levels = [root]
  for (const fragment of fragments) {
    const level = levels.at(-1) ?? root
    if (fragment.type === 'text') addText(level, fragment, joined)
    else if (fragment.type === 'open') levels.push({ of: fragment.of, children: [], grows: null })
    else if (fragment.type === 'close') close(levels)
    else level.children.push(...leaf(fragment, joined))
    if (fragment.type !== 'text') level.grows = null
  }
  return root.children
}

function close(levels: Level[]): void {
  const level = levels.pop()
  if (level?.of && level.children.length > 0) levels.at(-1)?.children.push({ type: level.of, children: level.children })
}

/** Puts template text at the end of the leaf before it where both are one in the file, else into a leaf of its own. */
function addText(level: Level, fragment: TextFragment, joined: Joined): void {
  const at = spanAt(joined, fragment.from, fragment.from + fragment.text.length)
  if (!at) throw new Error(`no piece at offset ${fragment.from}`)
  const { stretch } = fragment
  if (level.grows && continues(level.grows.stretch, stretch, joined)) {
    const before = level.grows.leaf
    level.children.pop()
    const leaf = { ...before, text: before.text + fragment.text, at: { ...before.at, end: at.end } }
    level.grows = { leaf, stretch }
  } else {
    const { because, statement } = joined.stretches[stretch]?.piece ?? {}
    level.grows = {
      leaf: { type: 'text', text: fragment.text, at, origins: [], language: undefined, because, statement },
      stretch
    }
  }
  level.children.push(level.grows.leaf)
}

/** Whether one stretch goes on in another, with nothing between them but stretches of the same text. */
function continues(before: number, after: number, joined: Joined): boolean {
  const run = joined.stretches.slice(before, after + 1)
  return run.every((stretch, index) => {
    const previous = run[index - 1]
    return previous === undefined || follows(previous, stretch)
  })
}

function leaf(fragment: Exclude<Fragment, { type: 'text' | 'open' | 'close' }>, joined: Joined): Inline[] {
  if (fragment.type === 'break') return [{ type: 'break' }]
  if (fragment.type === 'value') return valueLeaf(fragment.piece)
  return [{ type: 'footnote', number: fragment.number, children: nest(fragment.fragments, joined) }]
}

/** A value is one leaf whatever it holds; one that prints nothing is none. */
function valueLeaf(piece: ValuePiece | MentionPiece): Inline[] {
  if (piece.type === 'mention') return [piece]
  return piece.text === '' ? [] : [{ ...piece, type: 'text' }]
}
