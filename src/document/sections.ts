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

const FENCE = /^[ \t]*(:{3,}(.*))$/gm

function refused({ start, end }: Fence, joined: Joined, message: string, ...hints: string[]): Diagnostic {
  return error({ rule: 'markup/container', message, span: spanAt(joined, start, end), hints })
}

/** What is wrong with a fence, seen from what is open when it comes. */
function complain(fence: Fence, open: Fence | null, joined: Joined): Diagnostic[] {
  const { name } = fence
  const finding = (message: string, ...hints: string[]) => [refused(fence, joined, message, ...hints)]
  if (name === '') return open ? [] : finding('a container is closed here, and none is open', 'open it with `::: NAME`')
  if (name.includes(SENTINEL))
    return finding('the name of a container is made from a value', 'write the name out: `::: opening`')
  const unknown = PARTS.some(part => part === name)
    ? []
    : finding(`there is no container \`${name}\``, ...didYouMean(name, PARTS))
  if (!open) return unknown
  const hint = `containers do not nest: close \`${open.name}\` with \`:::\` first`
  return [...unknown, ...finding(`the container \`${name}\` opens inside \`${open.name}\``, hint)]
}

/** Splits a joined text at its fences (`::: opening` … `:::`); adds what is wrong with them to `found`. */
export function sections(joined: Joined, found: Diagnostic[]): MarkedSection[] {
  const list: MarkedSection[] = []
  let open: Fence | null = null
  let from = 0
  const close = (to: number): void => {
    const part = PARTS.find(part => part === open?.name) ?? null
    const at = open && part ? spanAt(joined, open.start, open.end) : null
    list.push({ part, at, from, to: Math.max(from, to) })
  }
  for (const match of joined.text.matchAll(FENCE)) {
    const [line, marked = '', name = ''] = match
    const end = match.index + line.length
    const fence: Fence = { name: name.trim(), start: end - marked.length, end }
    found.push(...complain(fence, open, joined))
    close(match.index)
    open = fence.name === '' ? null : fence
    from = Math.min(fence.end + 1, joined.text.length)
  }
  if (open)
    found.push(refused(open, joined, `the container \`${open.name}\` is not closed`, 'end it with a line `:::`'))
  close(joined.text.length)
  return list
}
