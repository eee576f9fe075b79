/** The golden tree of a note and what its templates print now in; the template lines whose text is gone from it out. */
import type { Piece } from '../template/piece.ts'

/** A line of a template as goldens name it: `templates/en/partials/recall.hbs:8`. */
export type TemplateLine = string

/**
 *     - text "further "  # templates/en/partials/unnumbered.hbs:5 register#/…
 */
const LEAF = /^\s*- text ("(?:[^"\\]|\\.)*").*? {2}# (\S+):(\d+)/gm

/**
 * Where the text that a golden has and the pieces have not was printed. A note that is refused has no tree to compare: a
 * template that prints too little is found by what of each of its files is missing.
 */
export function lostLines(goldenTree: string, pieces: readonly Piece[]): TemplateLine[] {
  const printed = new Map<string, string>()
  for (const piece of pieces) {
    const name = piece.at.source.name
    printed.set(name, (printed.get(name) ?? '') + textsOf(piece).join(' '))
  }
  const folded = new Map([...printed].map(([name, text]) => [name, fold(text)]))
  const lost = [...goldenTree.matchAll(LEAF)].flatMap(([, quoted = '""', name = '', line]) => {
    const text = fold(String(JSON.parse(quoted))).trim()
    return text === '' || folded.get(name)?.includes(text) ? [] : [`${name}:${line}`]
  })
  return [...new Set(lost)]
}

function textsOf(piece: Piece): readonly string[] {
  return piece.type === 'mention' ? [piece.full, piece.short ?? ''] : [piece.text]
}

/** White space and capitals apart, which the place in a sentence decides. */
function fold(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').toLowerCase()
}
