/** A note's tree as text in; the texts in it, each with the template line that printed it, out. */

/** A text that a tree holds, and the template line that printed it. */
export interface Leaf {
  readonly text: string
  readonly name: string
  readonly line: number
}

/** Where a line of a tree comes from: `  # templates/en/protest.hbs:4 register#/parties`. */
export const PLACE = / {2}# (\S+:\d+).*$/

/**
 *     - text "further "  # templates/en/partials/unnumbered.hbs:5 register#/…
 */
const LEAF = /^\s*- text ("(?:[^"\\]|\\.)*").*? {2}# (\S+):(\d+)/gm

export function leavesOf(tree: string): Leaf[] {
  return [...tree.matchAll(LEAF)].map(([, quoted = '""', name = '', line]) => ({
    text: String(JSON.parse(quoted)),
    name,
    line: Number(line)
  }))
}

/** White space and capitals apart, which the place in a sentence decides. */
export function fold(text: string): string {
  return text
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .toLowerCase()
}
