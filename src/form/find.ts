/** A note and a pattern in; where its text says it, leaf by leaf, out. */
import type { Text } from '../document/document.ts'
import type { Field } from '../fact-fields.ts'
import { type PatternSource, pattern, patternSource } from '../languages/pattern.ts'
import { LINE_PARTS } from '../records/parts.ts'
import { isFrom } from './facts.ts'
import { type LeafRun, type Note, type NoteParagraph, placeIn, runsIn, type Sentence } from './note.ts'
import type { RuleFault } from './rules/rule.ts'

/** Words that were found; offsets count in the paragraph. */
export interface Match {
  readonly paragraph: NoteParagraph
  readonly start: number
  readonly end: number
  readonly text: string
  /** The run in which they begin. */
  readonly run: LeafRun
}

/** What is read as sentences: body, opening, closing, enclosures and annexes. */
export function isProse({ part }: NoteParagraph): boolean {
  return !LINE_PARTS.has(part)
}

/** The body and its opening. */
export function isBody({ part }: NoteParagraph): boolean {
  return part === null || part === 'opening'
}

/** The leaves of the body and its opening, in reading order. */
export function leavesOfBody({ paragraphs }: Note): Text[] {
  return paragraphs.filter(isBody).flatMap(each => each.runs.map(run => run.leaf))
}

/** Everything in the paragraphs that a pattern finds. */
export function find(note: Note, pattern: RegExp, where: (each: NoteParagraph) => boolean = isProse): Match[] {
  return note.paragraphs.filter(where).flatMap(paragraph => findIn(paragraph, pattern))
}

/** Everything in one paragraph, or one of its sentences, that a pattern finds. */
export function findIn(paragraph: NoteParagraph, pattern: RegExp, from = 0, to = paragraph.text.length): Match[] {
  return [...paragraph.text.slice(from, to).matchAll(pattern)].flatMap(match => {
    const start = from + match.index
    const end = start + match[0].length
    const [run] = runsIn(paragraph, start, end)
    return run ? [{ paragraph, start, end, text: match[0], run }] : []
  })
}

export function findInSentence({ paragraph, start, end }: Sentence, pattern: RegExp): Match[] {
  return findIn(paragraph, pattern, start, end)
}

/** What else a pattern finds in the sentence around what was found. */
export function findBeside(found: Match, pattern: RegExp): Match[] {
  const sentence = sentenceOf(found)
  return sentence ? findInSentence(sentence, pattern) : []
}

/** The sentence around what was found. */
export function sentenceOf({ paragraph, start }: Match): Sentence | null {
  return paragraph.sentences.find(each => each.start <= start && start < each.end) ?? null
}

/** The clause around what was found: in a list of clauses, what stands between semicolons. */
export function clauseOf(found: Match): Sentence | null {
  const sentence = sentenceOf(found)
  if (!sentence) return null
  const { paragraph } = sentence
  const before = paragraph.text.lastIndexOf(';', found.start)
  const after = paragraph.text.indexOf(';', found.start)
  const start = Math.max(sentence.start, before + 1)
  const end = after < 0 ? sentence.end : Math.min(sentence.end, after)
  return { paragraph, start, end, text: paragraph.text.slice(start, end) }
}

const NAMES: ReadonlySet<Field> = new Set<Field>(['names', 'means.designation', 'address', 'city', 'occurred.clock'])

/** Whether a leaf is a name, as records keep it: no word of the note's own. */
export function isName({ origins }: Text): boolean {
  return isFrom({ origins }, ({ field }) => field !== null && NAMES.has(field))
}

/** Whether words are the note's own: neither quoted nor a name. */
export function isOwn(found: Match): boolean {
  return !isQuoted(found) && !isName(found.run.leaf)
}

/** Those that tell their beginning from their end, in any language. */
const QUOTATION_MARKS = [
  ['“', '”'],
  ['«', '»'],
  ['„', '“']
] as const

/** Whether words stand inside quotation marks, and are somebody else's. */
export function isQuoted({ paragraph: { text }, start }: Match): boolean {
  const before = text.slice(0, start)
  const isInside = QUOTATION_MARKS.some(([opening, closing]) => {
    const opened = before.lastIndexOf(opening)
    return opened >= 0 && before.indexOf(closing, opened) < 0 && text.indexOf(closing, start) >= 0
  })
  if (isInside) return true
  const straight = before.split('"').length - 1
  return straight % 2 === 1 && text.indexOf('"', start) >= 0
}

/** A fault where words were found. */
export function faultAt(
  note: Note,
  { paragraph, start, end }: Match,
  message: string,
  hints: readonly string[] = []
): RuleFault {
  return { message, at: placeIn(note, paragraph, start, end), hints }
}

/** The same wherever words were found: each message is the words and what is said of them. */
export function faultsAt(
  note: Note,
  found: readonly Match[],
  says: string,
  hints: readonly string[] = []
): RuleFault[] {
  return found.map(each => faultAt(note, each, `\`${each.text.trim()}\` ${says}`, hints))
}

/** A pattern that finds a text as it is, but for white space and for a capital at its beginning. */
export function literally(text: string, flags = 'gu'): RegExp {
  return anyOf([text], flags)
}

/** A pattern that finds any of some texts as `literally` finds one; of two that begin alike, the first. */
export function anyOf(texts: readonly string[], flags = 'gu'): RegExp {
  return pattern(flags)`(?<![\p{L}\p{N}])${texts.map(asWritten)}(?![\p{L}\p{N}])`
}

function asWritten(text: string): PatternSource {
  const [first = '', ...rest] = [...text]
  const [start = '', ...words] = rest.join('').split(/\s+/u)
  const begun = patternSource`${[first.toLowerCase(), first.toUpperCase()]}${start}`
  return words.reduce((before, word) => patternSource`${before}\s+${word}`, begun)
}

/** The first of those that are alike: in one sentence, from one leaf. */
export function firstOfEach(all: readonly Match[], alike: (each: Match) => unknown): Match[] {
  const kinds = all.map(alike)
  return all.filter((_, index) => kinds.indexOf(kinds[index]) === index)
}
