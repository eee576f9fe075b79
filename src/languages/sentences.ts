/** A paragraph in; where its sentences begin, by the abbreviations of its language, out. */
import type { Sentences } from './language.ts'
import { pattern, patternSource } from './pattern.ts'

/** What may stand between the stop of a sentence and the first letter of the next. */
const CLOSING = /["'”’»)\]]*/u
const OPENING = /["'“‘«„([（「『]*/u

/**
 * A stop with what closes behind it, white space, and what can begin a sentence: a digit, or a letter that is no small
 * one, with what opens before it. Chinese writes no space, and neither Chinese nor Arabic has capitals.
 */
const END = patternSource`[.!?…؟]${CLOSING}\s+|[。！？]["'”’»）」』]*`
const BETWEEN = pattern('gu')`${END}(?=${OPENING}[\p{Lu}\p{Lt}\p{Lo}\p{N}])`
const AT_START = pattern('u')`(?:^|${END})${OPENING}$`
const AT_END = pattern('u')`${CLOSING}$`

/** A stretch of a paragraph that no sentence ends in. */
export interface Whole {
  readonly from: number
  readonly to: number
}

/** The offsets at which sentences begin, 0 not among them. */
export function sentenceStarts(text: string, sentences: Sentences, wholes: readonly Whole[] = []): number[] {
  const leading = endsWithAbbreviation(sentences.leading)
  return [...text.matchAll(BETWEEN)].flatMap(match => {
    const start = match.index + match[0].length
    const divides = wholes.some(({ from, to }) => from < start && start < to)
    return divides || leading.test(text.slice(0, match.index)) ? [] : [start]
  })
}

/** Whether what comes behind a text begins a sentence. */
export function beginsSentence(before: string, { leading }: Sentences): boolean {
  const start = AT_START.exec(before)
  return start !== null && !endsWithAbbreviation(leading).test(before.slice(0, start.index))
}

/** Whether the full stop at the end of a text ends a sentence: it is no word's own, and no ellipsis. */
export function endsWithSentence(text: string, closing: readonly string[]): boolean {
  const bare = text.replace(AT_END, '')
  return /(?<!\.)\.$/.test(bare) && !/\.\p{L}+\.$/u.test(bare) && !endsWithAbbreviation(closing).test(bare.slice(0, -1))
}

/** Initials, and words that are written with a full stop; what is looked at ends before the stop. */
function endsWithAbbreviation(words: readonly string[]): RegExp {
  return pattern('u')`(?:^|[\s(])(?:\p{Lu}\.)*(?:\p{Lu}|${words})$`
}
