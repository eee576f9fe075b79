/** The inline tokens of one paragraph, heading or cell in; what was read, flat, each bit with its place, out. */
import { type Diagnostic, error } from '../diagnostic.ts'
import type { Fragment } from './inlines.ts'
import { type Joined, SENTINEL, spanAt, stretchAt } from './join.ts'
import type { Token } from './markup.ts'
import { spacing } from './spacing.ts'

/** What a parse carries along: the text, the findings so far, the footnotes counted so far. */
export interface Reading {
  readonly joined: Joined
  readonly found: Diagnostic[]
  footnotes: number
}

/** A cursor over the joined text: everything before `offset` has been accounted for. */
interface Cursor {
  readonly reading: Reading
  readonly fragments: Fragment[]
  offset: number
  /** How many emphases are open. */
  depth: number
}

/** Reads inline tokens whose source starts at `from`; adds the signs of markup that stayed literal to the findings. */
export function readFragments(tokens: readonly Token[], from: number, reading: Reading): Fragment[] {
  const cursor: Cursor = { reading, fragments: [], offset: from, depth: 0 }
  for (const token of tokens) take(token, cursor)
  return cursor.fragments
}

/** Whether nothing but white space would be printed. */
export function isBlank(fragments: readonly Fragment[]): boolean {
  return fragments.every(each => each.type !== 'footnote' && (!('text' in each) || each.text.trim() === ''))
}

/** What reads a token of each type. */
const TAKERS: Readonly<Record<string, (token: Token, cursor: Cursor) => void>> = {
  text: takeText,
  text_special: takeEscaped,
  softbreak: takeBreak,
  hardbreak: takeBreak,
  footnote: takeFootnote
}

/** Turns one token into fragments and moves the cursor past what it was made from. */
function take(token: Token, cursor: Cursor): void {
  const taker = TAKERS[token.type] ?? takeEmphasis
  taker(token, cursor)
}

/** One `*` inside one `**` or the other way round: bold italic is the heaviest that a face has. */
const DEEPEST_EMPHASIS = 2

function takeEmphasis(token: Token, cursor: Cursor): void {
  const { joined, found } = cursor.reading
  const from = find(token.markup, cursor)
  cursor.offset = from + token.markup.length
  cursor.depth += token.nesting
  if (token.nesting < 0) cursor.fragments.push({ type: 'close' })
  else cursor.fragments.push({ type: 'open', of: token.tag === 'strong' ? 'strong' : 'emphasis' })
  if (token.nesting < 1 || cursor.depth !== DEEPEST_EMPHASIS + 1) return
  const message = `\`${token.markup}\` emphasises text that is already emphasised twice`
  const hints = ['to print the sign itself, write `\\` before it']
  found.push(error({ rule: 'markup/literal', message, span: spanAt(joined, from, cursor.offset), hints }))
}

/** Where a token's first sign stands; that it stands nowhere would be a fault of the cursor, not of the template. */
function find(sign: string, cursor: Cursor): number {
  const at = cursor.reading.joined.text.indexOf(sign, cursor.offset)
  if (at === -1) throw new Error(`lost the place of ${JSON.stringify(sign)} after offset ${cursor.offset}`)
  return at
}

function takeText({ content }: Token, cursor: Cursor): void {
  if (content === '') return
  const { joined, found } = cursor.reading
  cursor.offset = find(content.charAt(0), cursor)
  found.push(...literals(content, cursor.offset, joined))
  addText(content, cursor)
}

/** `\*` is a star; a backslash before anything that needs none is an error, and would be printed. */
function takeEscaped(token: Token, cursor: Cursor): void {
  const { joined, found } = cursor.reading
  cursor.offset = find('\\', cursor)
  const escapes = token.markup === '\\\\' || !token.content.startsWith('\\')
  if (escapes) cursor.offset += 1
  else found.push(...literals('\\', cursor.offset, joined))
  addText(token.content, cursor)
}

/**
 * A token's text is a subsequence of the source: only a backslash before `|` in a table is passed over.
 *
 *   a \| b ▒ c       ▒ is the sentinel
 * >    ^   ^         one fragment ends where a sign is left out, another at the value
 */
function addText(content: string, cursor: Cursor): void {
  const { joined } = cursor.reading
  let index = stretchAt(joined, cursor.offset)
  for (let done = 0; done < content.length; ) {
    const from = find(content.charAt(done), cursor)
    while ((joined.stretches[index]?.to ?? Number.POSITIVE_INFINITY) <= from) index++
    const stretch = joined.stretches[index]
    if (!stretch) throw new Error(`no piece at offset ${from}`)
    const { piece } = stretch
    const isText = piece.type === 'text'
    const length = isText ? commonLength(content, done, joined.text.slice(from, stretch.to)) : SENTINEL.length
    if (isText) cursor.fragments.push({ type: 'text', text: content.slice(done, done + length), from, stretch: index })
    else cursor.fragments.push({ type: 'value', text: piece.type === 'mention' ? piece.full : piece.text, from, piece })
    done += length
    cursor.offset = from + length
  }
}

/** How much of `text`, from `at` on, `source` starts with. */
function commonLength(text: string, at: number, source: string): number {
  let length = 0
  while (at + length < text.length && length < source.length && text[at + length] === source[length]) length++
  return length
}

/** A line's end is one space; with a backslash before it the line ends on the page too. Spaces around it mean nothing. */
function takeBreak({ type }: Token, cursor: Cursor): void {
  const { joined } = cursor.reading
  const lineEnd = find('\n', cursor)
  if (type === 'hardbreak' && joined.text[lineEnd - 1] === '\\') {
    trimEnd(cursor.fragments)
    cursor.fragments.push({ type: 'break' })
  } else cursor.fragments.push({ type: 'text', text: ' ', from: lineEnd, stretch: stretchAt(joined, lineEnd) })
  cursor.offset = lineEnd + 1
}

function trimEnd(fragments: Fragment[]): void {
  const last = fragments.at(-1)
  if (last?.type !== 'text') return
  fragments.pop()
  const text = last.text.replace(/ +$/, '')
  if (text !== '') fragments.push({ ...last, text })
}

function takeFootnote(token: Token, cursor: Cursor): void {
  const { reading } = cursor
  const from = find('^[', cursor)
  const inside: Cursor = { reading, fragments: [], offset: from + 2, depth: 0 }
  for (const each of token.children ?? []) take(each, inside)
  if (isBlank(inside.fragments)) {
    const hints = ['put the whole footnote inside the `{{#if}}`']
    const span = spanAt(reading.joined, from, from + 2)
    reading.found.push(error({ rule: 'markup/blank', message: 'the footnote is empty', span, hints }))
  }
  reading.found.push(...spacing(inside.fragments, reading.joined))
  reading.footnotes += 1
  cursor.fragments.push({ type: 'footnote', number: reading.footnotes, fragments: inside.fragments })
  cursor.offset = inside.offset
  cursor.offset = find(']', cursor) + 1
}

/** What a template's author meant as markup and would see printed; an escaped sign never comes here. */
const SIGNS: readonly { pattern: RegExp; message: (sign: string) => string; hint: string }[] = [
  {
    pattern: /\*+|_+/g,
    message: sign => `\`${sign}\` emphasises nothing and would be printed`,
    hint: 'close it, with no space between it and the words; to print the sign itself, write `\\` before it'
  },
  {
    pattern: /\\/g,
    message: () => 'this backslash escapes nothing',
    hint: 'a backslash escapes a sign of markup or ends a line; to print one, write `\\\\`'
  },
  {
    pattern: /\^\[|\[\^[^\]]*\]?/g,
    message: sign => `\`${sign}\` is not a footnote`,
    hint: 'write the footnote at its mark: `^[text of the note]`'
  },
  {
    pattern: /`+|~~+|<\/?[a-z!][^\s<>]*>?|\]\([^)\s]*\)|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi,
    message: sign => `\`${sign}\` is not house markup and would be printed`,
    hint: 'house markup has no HTML, links, code or entities; to print the sign itself, write `\\` before it'
  }
]

/** What every pattern above needs: most text has none of it, and is looked through once. */
const ANY = /[*_\\^[\]`~<&]/

/** The unused signs of markup in a stretch of text that stands at `from` in the joined text. */
function literals(text: string, from: number, joined: Joined): Diagnostic[] {
  if (!ANY.test(text)) return []
  return SIGNS.flatMap(({ pattern, message, hint }) =>
    [...text.matchAll(pattern)].map(match =>
      error({
        rule: 'markup/literal',
        message: message(match[0].replaceAll('\uE000', '…')),
        span: spanAt(joined, from + match.index, from + match.index + match[0].length),
        hints: [hint]
      })
    )
  )
}
