/** Pieces in, one text for the markup parser out: a value is one sentinel in it, and every offset knows its piece. */

import { type Diagnostic, error } from '../diagnostic.ts'
import { codeName } from '../languages/characters.ts'
import { lastUpTo, type Span } from '../source.ts'
import type { Piece } from '../template/piece.ts'

/**
 * Stands for a value, whatever the value holds. Private use: to a markup parser it is neither punctuation nor white
 * space, so that emphasis opens and closes beside it as beside a letter.
 */
export const SENTINEL = '\uE000'

/** A stretch of the joined text that comes from one piece; `start` is the source offset of its first character. */
export interface JoinedStretch {
  readonly from: number
  readonly to: number
  readonly piece: Piece
  readonly start: number
}

export interface Joined {
  readonly text: string
  readonly stretches: readonly JoinedStretch[]
}

/** What a template's text may not hold: the sentinel, control characters, and line ends that editors do not show. */
const STRANGER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\uE000]/g

/** The characters of template text that cannot be printed or would be taken for a value. */
export function strangers(pieces: readonly Piece[]): Diagnostic[] {
  return pieces.flatMap(piece => {
    if (piece.type !== 'text' || piece.text.search(STRANGER) < 0) return []
    return [...piece.text.matchAll(STRANGER)].map(match => {
      const start = piece.at.start + match.index
      const message = `template text holds the character ${codeName(match[0].charCodeAt(0))}, which cannot be printed`
      const span = { ...piece.at, start, end: start + 1 }
      return error({ rule: 'markup/character', message, span, hints: ['remove it; it is often left by pasting'] })
    })
  })
}

/** Joins pieces into one text; CRLF and a lone CR become LF. */
export function join(pieces: readonly Piece[]): Joined {
  const stretches: JoinedStretch[] = []
  const parts: string[] = []
  let length = 0
  const add = (text: string, piece: Piece, start: number): void => {
    if (text === '') return
    stretches.push({ from: length, to: length + text.length, piece, start })
    parts.push(text)
    length += text.length
  }
  for (const piece of pieces) {
    if (piece.type !== 'text') add(SENTINEL, piece, piece.at.start)
    else if (!piece.text.includes('\r')) add(piece.text, piece, piece.at.start)
    else
      for (const run of piece.text.matchAll(/\r\n?|[^\r]+/g)) {
        if (run[0].startsWith('\r')) add('\n', piece, piece.at.start + run.index + run[0].length - 1)
        else add(run[0], piece, piece.at.start + run.index)
      }
  }
  return { text: parts.join(''), stretches }
}

/** The number of the stretch that holds an offset (the last one for an offset past the end). */
export function stretchAt({ stretches }: Joined, offset: number): number {
  return lastUpTo(stretches.length, index => stretches[index]?.from ?? 0, offset)
}

/** The place in a template of a range of the joined text: cut where its file goes on elsewhere; a value's is its mustache. */
export function spanAt(joined: Joined, from: number, to: number): Span | null {
  const index = stretchAt(joined, from)
  const first = joined.stretches[index]
  if (!first) return null
  const { piece } = first
  if (piece.type !== 'text') return piece.at
  let last = first
  for (let at = index + 1; last.to < to; at++) {
    const next = joined.stretches[at]
    if (next?.piece.type !== 'text' || !follows(last, next)) break
    last = next
  }
  const start = sourceOffset(first, from)
  return { source: piece.at.source, start, end: Math.max(start, sourceOffset(last, to)) }
}

/** Where an offset of the joined text stands in the file of a stretch that holds it or ends there. */
function sourceOffset(stretch: JoinedStretch, offset: number): number {
  return stretch.start + Math.min(offset, stretch.to) - stretch.from
}

/** Whether two neighbouring stretches are one in their file too: nothing but a carriage return lies between them. */
export function follows(before: JoinedStretch, after: JoinedStretch): boolean {
  const gap = after.start - (before.start + before.to - before.from)
  return before.piece.at.source === after.piece.at.source && (gap === 0 || gap === 1)
}
