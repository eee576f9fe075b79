/** The statements of a note and its request in; what a reader looks at first out: insertions, lack of sources, overrides, what is set aside. */
import { keyOf, originOf } from '../fact.ts'
import type { Records } from '../records/records.ts'
import type { Ledger } from './ledger.ts'
import { placeIn, type Showing } from './records.ts'
import type { Explanation, Statement } from './schema.ts'

/** The drafter's own sentences, and where they stand in the note. */
export function insertionsOf(
  { request, language }: Records,
  statements: readonly Statement[]
): Explanation['insertions'] {
  return (request.insert ?? []).map(({ by, after, text, source }, index) => {
    const record = keyOf(originOf('note', `/insert/${index}/text/${language}`))
    const numbers = statements.filter(each => each.spans.some(span => span.origins.includes(record)))
    return {
      by,
      after,
      text: text[language] ?? '',
      source,
      record,
      statements: numbers.map(each => each.number)
    }
  })
}

/** What no source carries. */
export function unsourcedOf(statements: readonly Statement[], ledger: Ledger): Explanation['unsourced'] {
  return statements.flatMap(({ number, spans }) =>
    spans
      .filter(each => each.unsourced)
      .map(span => {
        const grounds = [...ledger.keysOf(span), ...span.because.flatMap(ledger.grounds)]
        return { statement: number, text: span.text.trim(), records: grounds.filter(ledger.isUnsourced) }
      })
  )
}

/** Legal positions, with who decided them where the request says it; a file copy says only that they were taken. */
export function overridesOf({ records, located }: Showing): Explanation['overrides'] {
  const { request, spanOf } = records
  const decided = (request.override ?? []).map(({ rule, incident = null, authority, reason }, index) => {
    const span = located ? spanOf(originOf('note', `/override/${index}`)) : null
    return { rule, incident, authority, reason, place: span && placeIn(span) }
  })
  const stated = (request.stated?.positions ?? []).map(({ rule, incident = null }) => {
    return { rule, incident, authority: null, reason: null, place: null }
  })
  return [...decided, ...stated]
}

/** Findings of form that the request sets aside, which it alone says. */
export function setAsideOf({ records, located }: Showing): Explanation['set-aside'] {
  const { request, spanOf } = records
  return (request['set-aside'] ?? []).map(({ rule, match = null, reason, by }, index) => {
    const span = located ? spanOf(originOf('note', `/set-aside/${index}`)) : null
    return { rule, match, reason, by, place: span && placeIn(span) }
  })
}
