/** Dates and times as records write them: EDTF (ISO 8601-2:2019) in a strict subset; text in, plain parts out. */

/** One date, with the precision that is known. */
export interface CalendarDate {
  readonly year: number
  /** 1 to 12, or null where only the year is known. */
  readonly month: number | null
  /** 1 to 31, or null where only the month is known. */
  readonly day: number | null
  /** `~`: approximately (ISO 8601-2, 8.2.3). */
  readonly approximate: boolean
}

/** A date, an interval with both ends (`2025-08-17/2025-08-18`), or one of a set (`[2025-08-17,2025-08-18]`). */
export type Edtf =
  | { readonly type: 'date'; readonly date: CalendarDate }
  | { readonly type: 'interval'; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly type: 'one-of'; readonly dates: readonly CalendarDate[] }

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days a month of the Gregorian calendar has; months count from 1. */
export function lengthOfMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

function parseDate(text: string): CalendarDate | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)$/.exec(text)
  if (!match) return null
  const [, yearText, monthText, dayText, tilde] = match
  const year = Number(yearText)
  const month = monthText === undefined ? null : Number(monthText)
  const day = dayText === undefined ? null : Number(dayText)
  if (year < 1000) return null
  if (month !== null && (month < 1 || month > 12)) return null
  if (month !== null && day !== null && (day < 1 || day > lengthOfMonth(year, month))) return null
  return { year, month, day, approximate: tilde === '~' }
}

/**
 * Parses our subset of EDTF, or gives null: an impossible date (29 February 2023), an empty or reversed interval, a set
 * with members that are equal, out of order, or one inside the other.
 */
export function parseEdtf(text: string): Edtf | null {
  if (text.startsWith('[') && text.endsWith(']')) return parseSet(text.slice(1, -1))
  if (text.includes('/')) return parseInterval(text)
  const date = parseDate(text)
  return date && { type: 'date', date }
}

function parseInterval(text: string): Edtf | null {
  const [from, to, ...more] = text.split('/').map(parseDate)
  if (!from || !to || more.length > 0 || compareDates(from, to) !== 'before') return null
  return { type: 'interval', from, to }
}

function parseSet(text: string): Edtf | null {
  const dates = text.split(',').map(each => parseDate(each.trim()))
  const whole = dates.filter(each => each !== null)
  const [, ...later] = whole
  if (later.length === 0 || whole.length < dates.length) return null
  const inOrder = whole.every((each, index) => {
    const next = later[index]
    return next === undefined || compareDates(each, next) === 'before'
  })
  return inOrder ? { type: 'one-of', dates: whole } : null
}

/** True for a text that `parseEdtf` reads. */
export function isEdtf(text: string): boolean {
  return parseEdtf(text) !== null
}

/** True for a local time of day, `00:00` to `23:59`. */
export function isLocalTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** What can be said of the order of two dates: `undecided` where their precision leaves it open, `same` for one day. */
export type Order = 'before' | 'after' | 'same' | 'undecided'

/** The first and last day that a date can mean, as year × 10000 + month × 100 + day. */
function range(date: CalendarDate): readonly [number, number] {
  const { year, month, day } = date
  const first = year * 10_000 + (month ?? 1) * 100 + (day ?? 1)
  const last = year * 10_000 + (month ?? 12) * 100 + (day ?? lengthOfMonth(year, month ?? 12))
  return [first, last]
}

/** The dates that it is made of. */
export function datesIn(edtf: Edtf): readonly CalendarDate[] {
  if (edtf.type === 'interval') return [edtf.from, edtf.to]
  return edtf.type === 'date' ? [edtf.date] : edtf.dates
}

function rangeOf(edtf: Edtf): readonly [number, number] {
  const ranges = datesIn(edtf).map(range)
  return [Math.min(...ranges.map(each => each[0])), Math.max(...ranges.map(each => each[1]))]
}

/** True when some part of a date is hedged by `~`. */
export function isApproximate(edtf: Edtf): boolean {
  return datesIn(edtf).some(each => each.approximate)
}

function orderOf([aFirst, aLast]: readonly [number, number], [bFirst, bLast]: readonly [number, number]): Order {
  if (aLast < bFirst) return 'before'
  if (aFirst > bLast) return 'after'
  return aFirst === aLast && aFirst === bFirst && bFirst === bLast ? 'same' : 'undecided'
}

function yearsOf(edtf: Edtf): readonly [number, number] {
  const [first, last] = rangeOf(edtf)
  return [Math.trunc(first / 10_000), Math.trunc(last / 10_000)]
}

/** Each date once, in the order in which they first stand. */
export function distinctDates(dates: readonly CalendarDate[]): CalendarDate[] {
  return dates.filter((each, index) => dates.findIndex(other => isSameDate(each, other)) === index)
}

function isSameDate(a: CalendarDate, b: CalendarDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day && a.approximate === b.approximate
}

/** What can be said of the order of two single dates from their precision alone; `~` is not heeded. */
export function compareDates(a: CalendarDate, b: CalendarDate): Order {
  return orderOf(range(a), range(b))
}

/**
 * Whether `a` came before or after `b`, on calendar dates. Where a date is approximate, only a different year decides,
 * for nobody has said by how much it may be off.
 */
export function compareEdtf(a: Edtf, b: Edtf): Order {
  if (!isApproximate(a) && !isApproximate(b)) return orderOf(rangeOf(a), rangeOf(b))
  const order = orderOf(yearsOf(a), yearsOf(b))
  return order === 'same' ? 'undecided' : order
}

/** A number that puts dates in reading order: by first possible day, then by last. */
export function sortKey(edtf: Edtf): readonly [number, number] {
  return rangeOf(edtf)
}

/** Days of the Gregorian calendar since 1 March of year 0 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const sinceMarch = (month + 9) % 12
  const leaps = Math.trunc(y / 4) - Math.trunc(y / 100) + Math.trunc(y / 400)
  return y * 365 + leaps + Math.trunc((153 * sinceMarch + 2) / 5) + day - 1
}
