/** A place in a note in; the line of the template, or the value of a record, that put it there out. */
import type { Text } from '../document/document.ts'
import { blaming, factOf, type Origin } from '../fact.ts'
import type { Records } from '../records/records.ts'
import { nameOf, type Span } from '../source.ts'
import type { Pointer } from '../value.ts'

/** Where a finding stands, and what else is to be said of the place. */
export interface FindingPlace {
  readonly span: Span | null
  readonly pointer?: Pointer
  readonly origin?: Origin
  readonly hints?: readonly string[]
}

/** The place of a value of a record, or of the key that names it. */
export function atRecord({ spanOf }: Records, origin: Origin, part: 'value' | 'key' = 'value'): FindingPlace {
  return { span: spanOf(origin, part), ...blaming(origin) }
}

/** The place of a stretch of a leaf: in the template that holds the words, or in the record whose value they are. */
export function atLeaf(records: Records, leaf: Text, start = 0, end = leaf.text.length): FindingPlace {
  const origin = blamed(leaf, records.language)
  if (origin === null) return { span: within(leaf.at, leaf.text, start, end) }
  const span = records.spanOf(origin)
  return {
    span: span && within(span, leaf.text, start, end),
    ...blaming(origin),
    hints: span?.source === leaf.at.source ? [] : [`printed by ${nameOf(leaf.at)}`]
  }
}

/**
 * The record value to blame for a leaf: the text that the record has in the language of the note. Dates, numbers and
 * places are data, and how they stand on the page is the template's doing, as is what stands between the items of a list.
 */
function blamed(leaf: Text, language: string): Origin | null {
  if (isOfTemplate(leaf)) return null
  return leaf.origins.find(each => factOf(each).language === language) ?? null
}

/** Whether a template wrote the words of a leaf itself. */
export function isOfTemplate({ origins, at, text }: Text): boolean {
  return origins.length === 0 || (isBlockTag(at) && !/[\p{L}\p{N}]{4}/u.test(text))
}

function isBlockTag({ source, start }: Span): boolean {
  return /^\{\{~?#/.test(source.text.slice(start, start + 4))
}

/** The stretch itself where the words stand in the file as they are printed, but for a capital; else all of the span. */
function within(span: Span, text: string, start: number, end: number): Span {
  const { source } = span
  const inner = source.text.slice(span.start, span.end)
  const whole = inner.indexOf(text)
  const at = whole < 0 ? inner.indexOf(text.slice(1)) - 1 : whole
  if (at < 0) return span
  return { source, start: span.start + at + start, end: span.start + at + end }
}
