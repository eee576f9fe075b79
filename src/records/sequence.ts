/** Recorded dates and times in; which came first out, or that it cannot be said. */
import {
  type CalendarDate,
  compareEdtf,
  dayNumber,
  type Edtf,
  type Order,
  parseEdtf,
  sortKey
} from '../languages/edtf.ts'
import type { IncidentRecord } from './schema.ts'

type Occurred = IncidentRecord['occurred']

/** A date that the schema has checked. */
export function edtf(text: string): Edtf {
  const parsed = parseEdtf(text)
  if (!parsed) throw new Error(`\`${text}\` is no date: the shape was not checked`)
  return parsed
}

/** Whether one date came before another; of one that is not known nobody can tell. */
export function compareDays(a: string | null, b: string | null): Order {
  if (a === null || b === null) return 'undecided'
  return compareEdtf(edtf(a), edtf(b))
}

/**
 * Whether one event came before another: on exact times with offsets where both have them, else on calendar dates. Two
 * events of one day without such times are `same`, which says nothing of their order.
 */
export function compareEvents(a: Occurred, b: Occurred): Order {
  const [at, then] = [minutes(a), minutes(b)]
  if (at === null || then === null) return compareDays(a.date, b.date)
  return at < then ? 'before' : at > then ? 'after' : 'same'
}

/** Minutes since the year 0 in UTC, where date, time and offset are known exactly. */
function minutes({ date, time, qualifier, offset }: Occurred): number | null {
  if (time === undefined || offset === undefined || qualifier === 'approx') return null
  const on = dayAt(edtf(date), time)
  if (on === null) return null
  const { year, month, day, approximate } = on
  if (month === null || day === null || approximate) return null
  const sign = offset.startsWith('-') ? -1 : 1
  return dayNumber(year, month, day) * 1440 + clock(time) - sign * clock(offset.slice(1))
}

/** The day of a time: of an interval, which with a time is one night, the one before midnight or the one after. */
function dayAt(date: Edtf, time: string): CalendarDate | null {
  if (date.type === 'date') return date.date
  if (date.type === 'one-of') return null
  return time >= '12:00' ? date.from : date.to
}

/** Minutes of `01:30`. */
function clock(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}

/** A record with what puts it in order. */
export interface Dated {
  readonly id: string
  readonly date: string
  /** Local. */
  readonly time?: string | undefined
}

/** The same of a record whose date need not be known. */
type Ordered = Omit<Dated, 'date'> & { readonly date: string | null }

/** Puts records in reading order: by date, those without one last, then local time, then id. */
export function inOrder<T extends Ordered>(records: readonly T[]): T[] {
  const keyed = records.map(record => ({ record, key: record.date === null ? UNDATED : sortKey(edtf(record.date)) }))
  return keyed.sort(byKey).map(({ record }) => record)
}

const UNDATED = [Number.POSITIVE_INFINITY, 0] as const

type Keyed = { readonly record: Ordered; readonly key: readonly [number, number] }

function byKey({ record: a, key: aKey }: Keyed, { record: b, key: bKey }: Keyed): number {
  const byDay = aKey[0] === bKey[0] ? aKey[1] - bKey[1] : aKey[0] < bKey[0] ? -1 : 1
  return byDay || byCodeUnit(a.time ?? '', b.time ?? '') || byCodeUnit(a.id, b.id)
}

/** Puts texts in the order of their code units, which no locale changes. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
