/** The golden tree of a note and what its templates print now in; the leaves that are gone from it out. */
import type { Piece } from '../template/piece.ts'
import { fold, type Leaf, leavesOf } from './leaves.ts'

/**
 * Where the text that a golden has and the pieces have not was printed. A note that is refused has no tree to compare: a
 * template that prints too little is found by what of each of its files is missing.
 */
export function lostLeaves(goldenTree: string, pieces: readonly Piece[]): Leaf[] {
  const printed = new Map<string, string>()
  for (const piece of pieces) {
    const name = piece.at.source.name
    printed.set(name, `${printed.get(name) ?? ''}${textsOf(piece).join(' ')}`)
  }
  const folded = new Map([...printed].map(([name, text]) => [name, fold(text)]))
  return leavesOf(goldenTree).filter(({ name, text }) => {
    const words = fold(text)
    return words !== '' && folded.get(name)?.includes(words) !== true
  })
}

function textsOf(piece: Piece): readonly string[] {
  return piece.type === 'mention' ? [piece.full, piece.short ?? ''] : [piece.text]
}
