/** Template text and the part of the note in which it begins in; the part in which it ends out. */
import type { Content } from '../template/syntax.ts'
import type { Fence } from './site.ts'

const FENCE = /^[ \t]*:{3,}(.*)$/gm

/** A fence at the start of a text opens a part only where the template's own line starts there; any closes one. */
export function fenceAfter(before: Fence, { at, text }: Content): Fence {
  let fence = before
  for (const match of text.matchAll(FENCE)) {
    const name = match[1]?.trim() ?? ''
    const startsLine = match.index > 0 || at.start === 0 || /[\r\n]/.test(at.source.text.charAt(at.start - 1))
    fence = name !== '' && startsLine ? name : null
  }
  return fence
}

/** Where two ways meet. */
export function meet(a: Fence, b: Fence): Fence {
  return a === b ? a : 'unclear'
}
