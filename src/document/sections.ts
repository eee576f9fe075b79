/** A joined text in, its stretches between container fences out: what stands in which part of the note. */
import { type Diagnostic, didYouMean, error } from '../diagnostic.ts'
import { PARTS, type Part } from '../records/parts.ts'
import type { Span } from '../source.ts'
import { type Joined, SENTINEL, spanAt } from './join.ts'

/** Lines between two fences; `from` is the start of the first, `to` the end of the last. */
export interface MarkedSection {
  /** `null` outside containers. */
  readonly part: Part | null
  /** The opening fence; `null` outside containers, and for joined texts without pieces. */
  readonly at: Span | null
  readonly from: number
  readonly to: number
}

interface Fence {
  readonly name: string
  readonly start: number
  readonly end: number
}

const FENCE = /^[ \t]*:{3,}(.*)$/gm

function partNamed(name: string): Part | undefined {
  return PARTS.find(part => part === name)
}

/** What is wrong with a fence, seen from what is open when it comes. */
function complain(fence: Fence, open: Fence | null, joined: Joined): Diagnostic[] {
  const finding = (message: string, hints: readonly string[]): Diagnostic =>
    error({ rule: 'markup/container', message, span: spanAt(joined, fence.start, fence.end), hints })
  if (fence.name === '')
    return open ? [] : [finding('a container is closed here, and none is open', ['open it with `::: NAME`'])]
  if (fence.name.includes(SENTINEL))
    return [finding('the name of a container is made from a value', ['write the name out: `::: opening`'])]
  const found: Diagnostic[] = []
  if (partNamed(fence.name) === undefined)
    found.push(finding(`there is no container \`${fence.name}\``, hintsFor(fence.name)))
  if (open)
    found.push(
      finding(`the container \`${fence.name}\` opens inside \`${open.name}\``, [
        `containers do not nest: close \`${open.name}\` with \`:::\` first`
      ])
    )
  return found
}

function hintsFor(name: string): readonly string[] {
  const near = didYouMean(name, PARTS)
  return near.length > 0 ? near : [`known: ${PARTS.map(part => `\`${part}\``).join(', ')}`]
}

/** Splits a joined text at its fences (`::: opening` … `:::`); adds what is wrong with them to `found`. */
export function sections(joined: Joined, found: Diagnostic[]): MarkedSection[] {
  const list: MarkedSection[] = []
  let open: Fence | null = null
  let from = 0
  const close = (to: number): void => {
    const part = open ? (partNamed(open.name) ?? null) : null
    const at = open && part ? spanAt(joined, open.start, open.end) : null
    list.push({ part, at, from, to: Math.max(from, to) })
  }
  for (const match of joined.text.matchAll(FENCE)) {
    const fence: Fence = {
      name: (match[1] ?? '').trim(),
      start: match.index + indentOf(match[0]),
      end: match.index + match[0].length
    }
    found.push(...complain(fence, open, joined))
    close(match.index)
    open = fence.name === '' ? null : fence
    from = Math.min(fence.end + 1, joined.text.length)
  }
  if (open) found.push(unclosed(open, joined))
  close(joined.text.length)
  return list
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function unclosed(fence: Fence, joined: Joined): Diagnostic {
  return error({
    rule: 'markup/container',
    message: `the container \`${fence.name}\` is not closed`,
    span: spanAt(joined, fence.start, fence.end),
    hints: ['end it with a line `:::`']
  })
}
