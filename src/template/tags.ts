/** The text of a template in; its tags as an author sees them, also where they are broken, out. */

/** A word (a path, a number), a text in quotation marks, or any other sign. */
interface Token {
  readonly type: 'word' | 'text' | 'sign'
  readonly text: string
  readonly at: number
}

/** A tag from its `{{` on. `closed` is how it ends, or null where it does not. */
export interface Tag {
  readonly start: number
  readonly end: number
  /** `{{`, `{{#`, `{{/`, `{{>`, `{{{` and their like, without `~`. */
  readonly opener: string
  readonly tokens: readonly Token[]
  readonly closed: string | null
}

const OPENER = /\{\{~?(?:\{\{|\{|#[>*]?|\^|\/|>|&|\*)?/y
const COMMENT = /\{\{~?!(?:--[\s\S]*?--~?\}\}|(?!--)[\s\S]*?\}\})/y
const COMMENT_START = /\{\{~?!/y
const CLOSER = /\}~?\}\}|~?\}\}/y
const SPACE = /\s+/y
const TEXT = /"(?:\\"|[^"])*"?|'(?:\\'|[^'])*'?/y
/** A path with its `@`, dots, slashes and `[…]`, or a number: all but the signs that Handlebars keeps for itself. */
const WORD = /@?(?:[^\s!"#%-,;->@[-^`{-~]|\[[^\]\n]*\])+/y

/** The tags of a text in order; comments are left out unless one has no end. */
export function tagsOf(text: string): Tag[] {
  const tags: Tag[] = []
  for (let at = text.indexOf('{{'); at >= 0; ) {
    const comment = match(COMMENT, text, at)
    const isEscaped = text[at - 1] === '\\' && text[at - 2] !== '\\'
    const tag = comment !== null || isEscaped ? null : readTag(text, at)
    if (tag) tags.push(tag)
    at = text.indexOf('{{', Math.max(at + (comment?.length ?? 2), tag?.end ?? 0))
  }
  return tags
}

function readTag(text: string, start: number): Tag {
  if (match(COMMENT_START, text, start) !== null)
    return { start, end: text.length, opener: '{{!', tokens: [], closed: null }
  const opener = match(OPENER, text, start) ?? '{{'
  const tokens: Token[] = []
  let at = start + opener.length
  while (at < text.length && !text.startsWith('{{', at)) {
    const closed = match(CLOSER, text, at)
    if (closed !== null) return { start, end: at + closed.length, opener: bare(opener), tokens, closed: bare(closed) }
    const space = match(SPACE, text, at)
    const token = space === null ? readToken(text, at) : null
    if (token) tokens.push(token)
    at += (space ?? token?.text ?? '').length
  }
  return { start, end: at, opener: bare(opener), tokens, closed: null }
}

function readToken(text: string, at: number): Token {
  const quoted = match(TEXT, text, at)
  if (quoted !== null) return { type: 'text', text: quoted, at }
  const word = match(WORD, text, at)
  return word === null ? { type: 'sign', text: text.charAt(at), at } : { type: 'word', text: word, at }
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function bare(braces: string): string {
  return braces.replace('~', '')
}
