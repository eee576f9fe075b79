/** Dated records in; the dates between which all of them lie, as they can be printed, out. */
import { type Edtf, isApproximate, sortKey } from '../../languages/edtf.ts'
import { type Dated, edtf } from '../../records/sequence.ts'

/** One end of a period, as EDTF, and the records that it is taken from. */
export interface Edge {
  readonly date: string
  readonly ids: readonly string[]
}

/** What a year counts in a `sortKey`. */
const YEAR = 10_000

/**
 * The date that begins first and the one that ends last. Where one of several dates in the year of an end is approximate,
 * both ends are whole years, for nobody has said by how much that date may be off.
 */
export function periodOf(records: readonly Dated[]): { readonly first: Edge; readonly last: Edge } | null {
  const spans = records.map(record => ({ ...record, ...spanOf(edtf(record.date)) }))
  const [one, ...others] = spans
  if (one === undefined) return null
  const first = others.reduce((best, each) => (each.begins < best.begins ? each : best), one)
  const last = others.reduce((best, each) => (each.ends > best.ends ? each : best), one)
  const ends = [besideIn(spans, yearOf(first.begins)), besideIn(spans, yearOf(last.ends))]
  if (!ends.some(isVague)) return { first: edgeOf(first), last: edgeOf(last) }
  return { first: yearEdge(spans, yearOf(first.begins)), last: yearEdge(spans, yearOf(last.ends)) }
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

/** The dates that can be of a year. */
function besideIn(spans: readonly Span[], year: number): Span[] {
  return spans.filter(each => yearOf(each.begins) <= year && yearOf(each.ends) >= year)
}

/** Whether it is open which of several dates of a year is its first or last. */
function isVague(beside: readonly Span[]): boolean {
  return beside.length > 1 && beside.some(each => each.approximate)
}

function edgeOf({ date, id }: Span): Edge {
  return { date, ids: [id] }
}

function yearEdge(spans: readonly Span[], year: number): Edge {
  return { date: String(year), ids: besideIn(spans, year).map(each => each.id) }
}
