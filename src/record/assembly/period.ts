/** Dated records in; the dates between which all of them lie, as they can be printed, out. */
import { type Edtf, isApproximate, sortKey } from '../../language/edtf.ts'
import { edtf } from '../decisions/sequence.ts'

/** A record with its date. */
interface Dated {
  readonly id: string
  readonly date: string
}

/** One end of a period, as EDTF, and the records that it is taken from. */
export interface Edge {
  readonly date: string
  readonly ids: readonly string[]
}

/** What a year counts in a `sortKey`. */
const YEAR = 10_000

/**
 * The date that begins first and the one that ends last. Where one of several dates in the year of an end is approximate,
 * that end is the whole year, for nobody has said by how much that date may be off.
 */
export function periodOf(records: readonly Dated[]): { readonly first: Edge; readonly last: Edge } | null {
  const spans = records.map(record => ({ ...record, ...spanOf(edtf(record.date)) }))
  const [one, ...others] = spans
  if (one === undefined) return null
  const first = others.reduce((best, each) => (each.begins < best.begins ? each : best), one)
  const last = others.reduce((best, each) => (each.ends > best.ends ? each : best), one)
  return { first: edgeIn(spans, first, yearOf(first.begins)), last: edgeIn(spans, last, yearOf(last.ends)) }
}

interface Span extends Dated {
  readonly begins: number
  readonly ends: number
  readonly approximate: boolean
}

function spanOf(date: Edtf): Pick<Span, 'begins' | 'ends' | 'approximate'> {
  const [begins, ends] = sortKey(date)
  return { begins, ends, approximate: isApproximate(date) }
}

function yearOf(day: number): number {
  return Math.trunc(day / YEAR)
}

function edgeIn(spans: readonly Span[], end: Span, year: number): Edge {
  const beside = spans.filter(each => yearOf(each.begins) <= year && yearOf(each.ends) >= year)
  const wide = beside.length > 1 && beside.some(each => each.approximate)
  return wide ? { date: String(year), ids: beside.map(each => each.id) } : { date: end.date, ids: [end.id] }
}
