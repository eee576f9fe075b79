/** Text of the house markup in, markdown-it's tokens out: only the rules that leave inline text a subsequence of it. */
import MarkdownIt, { type StateInline, type Token } from 'markdown-it'

export type { Token } from 'markdown-it'

/** Where the footnote that opens at `open` (its `^`) closes, or -1; brackets inside it pair, an escaped one is text. */
function footnoteEnd(text: string, open: number): number {
  let depth = 0
  for (let at = open + 1; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at++
    else if (sign === '[') depth++
    else if (sign === ']' && --depth === 0) return at
  }
  return -1
}

/**
 *   said so^[In a note of 2 May.] and
 * >        ^
 * A footnote stands where its mark is; its text is read on its own, so that emphasis cannot run out of it, and holds no
 * other footnote.
 */
function footnote(state: StateInline, silent: boolean): boolean {
  if (state.env['inFootnote'] === true || !state.src.startsWith('^[', state.pos)) return false
  const end = footnoteEnd(state.src, state.pos)
  if (end === -1) return false
  if (!silent) {
    const children: Token[] = []
    state.md.inline.parse(state.src.slice(state.pos + 2, end).trim(), state.md, { inFootnote: true }, children)
    state.push('footnote', '', 0).children = children
  }
  state.pos = end + 1
  return true
}

/**
 * No HTML, links, code, entities or typographic replacement: they would print what the template does not say. `text_join`
 * is off so that an escaped sign is told from a bare one. Lists nest far deeper here than the house allows, because
 * beyond this depth markdown-it drops text in silence.
 */
const parser = new MarkdownIt('zero', { maxNesting: 1000 })
  .enable(['table', 'list', 'heading', 'newline', 'escape', 'emphasis'])
  .disable('text_join')
parser.inline.ruler.before('emphasis', 'footnote', footnote)

/** The block tokens of a text, each `inline` one with its children. */
export function tokensOf(text: string): Token[] {
  return parser.parse(text, {})
}
