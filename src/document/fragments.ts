/** The inline tokens of one paragraph, heading or cell in; what was read, flat, each bit with its place, out. */
import { type Diagnostic, error } from '../diagnostic.ts'
import type { Fragment } from './fragment.ts'
import { type Joined, SENTINEL, spanAt, stretchAt } from './join.ts'
import { literals } from './literals.ts'
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

/** Turns one token into fragments and moves the cursor past what it was made from. */
function take(token: Token, cursor: Cursor): void {
  switch (token.type) {
    case 'text':
      takeText(token.content, cursor)
      break
    case 'text_special':
      takeEscaped(token, cursor)
      break
    case 'softbreak':
    case 'hardbreak':
      takeBreak(token.type === 'hardbreak', cursor)
      break
    case 'footnote':
      takeFootnote(token, cursor)
      break
    default:
      takeEmphasis(token, cursor)
  }
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
  if (token.nesting > 0 && cursor.depth === DEEPEST_EMPHASIS + 1)
    found.push(
      error({
        rule: 'markup/literal',
        message: `\`${token.markup}\` emphasises text that is already emphasised twice`,
        span: spanAt(joined, from, cursor.offset),
        hints: ['to print the sign itself, write `\\` before it']
      })
    )
}

/** Where a token's first sign stands; that it stands nowhere would be a fault of the cursor, not of the template. */
function find(sign: string, cursor: Cursor): number {
  const at = cursor.reading.joined.text.indexOf(sign, cursor.offset)
  if (at === -1) throw new Error(`lost the place of ${JSON.stringify(sign)} after offset ${cursor.offset}`)
  return at
}

function takeText(content: string, cursor: Cursor): void {
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
function takeBreak(hard: boolean, cursor: Cursor): void {
  const { joined } = cursor.reading
  const lineEnd = find('\n', cursor)
  if (hard && joined.text[lineEnd - 1] === '\\') {
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
    reading.found.push(
      error({
        rule: 'markup/blank',
        message: 'the footnote is empty',
        span: spanAt(reading.joined, from, from + 2),
        hints
      })
    )
  }
  reading.found.push(...spacing(inside.fragments, reading.joined))
  reading.footnotes += 1
  cursor.fragments.push({ type: 'footnote', number: reading.footnotes, fragments: inside.fragments })
  cursor.offset = inside.offset
  cursor.offset = find(']', cursor) + 1
}
