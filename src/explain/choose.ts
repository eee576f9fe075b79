/** An explanation and what the reader asks about in; the same with the statements that were asked for alone, out. */
import { byCodeUnit } from '../records/sequence.ts'
import type { Explanation, Statement } from './schema.ts'

/** Which statements are wanted; each of these that is given narrows the choice. */
export interface Choice {
  /** By number, or by name. */
  readonly statement: number | string | undefined
  readonly page: number | undefined
  /** Words that the statement holds; capitals and kinds of blanks make no difference. */
  readonly search: string | undefined
}

export function choose(explanation: Explanation, choice: Choice): Explanation {
  if (Object.values(choice).every(each => each === undefined)) return explanation
  const statements = explanation.statements.filter(each => isWanted(each, choice))
  const numbers = new Set(statements.map(each => each.number))
  const insertions = explanation.insertions.filter(each => each.statements.some(one => numbers.has(one)))
  const spans = statements.flatMap(each => each.spans)
  const reasons = [...spans.flatMap(each => each.because), ...statements.flatMap(each => each.concluded)]
  const decisions = used(explanation.decisions, reasons)
  const collected = spans.flatMap(each => each.collection ?? [])
  const collections = used(explanation.collections, collected)
  const records = used(explanation.records, [
    ...Object.values(collections).flat(),
    ...spans.flatMap(each => each.origins),
    ...Object.values(decisions).flatMap(each => each.origins)
  ])
  const formulas = spans.flatMap(each => each.formula ?? [])
  const evidence = Object.values(records).flatMap(each => each.evidence.map(one => one.source))
  return {
    ...explanation,
    insertions,
    unsourced: explanation.unsourced.filter(each => numbers.has(each.statement)),
    statements,
    decisions,
    records,
    collections,
    formulas: used(explanation.formulas, formulas),
    sources: used(explanation.sources, evidence)
  }
}

function isWanted({ number, names, from, to, text }: Statement, { statement, page, search }: Choice): boolean {
  const isOther = typeof statement === 'string' ? !names.includes(statement) : statement !== number
  if (statement !== undefined && isOther) return false
  if (page !== undefined && (page < from.page || page > to.page)) return false
  return search === undefined || plain(text).includes(plain(search))
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase()
}

function used<T>(entries: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  const wanted = new Set(keys)
  const kept = Object.entries(entries).filter(([key]) => wanted.has(key))
  return Object.fromEntries(kept.sort(([a], [b]) => byCodeUnit(a, b)))
}
