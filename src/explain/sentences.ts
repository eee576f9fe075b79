/** The texts of one paragraph in, those that are values marked; the offsets at which its sentences begin out. */

/** A stretch of a paragraph. A value is never divided: a sentence of the drafter's own may hold several. */
export interface Stretch {
  readonly text: string
  readonly isValue: boolean
}

/**
 * A full stop with what closes behind it, white space, and what can begin a sentence: a letter that is no small one, with
 * what opens before it. Chinese writes no space, and neither Chinese nor Arabic has capitals.
 */
const END = /(?:[.!?…؟]["'”’»)\]]*\s+|[。！？]["'”’»）」』]*)(?=["'“‘«„([（「『]*[\p{Lu}\p{Lt}\p{Lo}])/gu

/** What ends with a full stop inside a sentence: initials, and what stands before a name or a number. */
const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}\.)*(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Nos?|Arts?|paras?|cf|г|ул|ст)$/u

/** The offsets in the joined texts, 0 not among them. */
export function sentenceStarts(stretches: readonly Stretch[]): number[] {
  const text = stretches.map(each => each.text).join('')
  const values = rangesOf(stretches)
  return [...text.matchAll(END)].flatMap(match => {
    const start = match.index + match[0].length
    const divides = values.some(({ from, to }) => from < start && start < to)
    return divides || ABBREVIATED.test(text.slice(0, match.index)) ? [] : [start]
  })
}

function rangesOf(stretches: readonly Stretch[]): { readonly from: number; readonly to: number }[] {
  let at = 0
  return stretches.flatMap(({ text, isValue }) => {
    const from = at
    at += text.length
    return isValue ? [{ from, to: at }] : []
  })
}
