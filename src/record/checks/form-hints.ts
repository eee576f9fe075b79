/** A value that the schema refused → what its author may have meant by it. */
import { isEdtf, lengthOfMonth } from '../../language/edtf.ts'
import type { Json } from '../../value.ts'
import { valueAt } from './parts.ts'

/** Hints for one value under its key in a mapping; none when nothing suggests itself. */
export function formHints(value: Json, key: string | number | undefined, around: Json): string[] {
  if (typeof value === 'string') return [...dateHints(value), ...caseHints(value)]
  return typeof value === 'number' ? swapHints(value, key, around) : []
}

function dateHints(text: string): string[] {
  const [from, to, ...more] = text.split('/')
  if (to !== undefined && more.length === 0 && isEdtf(`${to}/${from}`)) {
    return [`the interval is the wrong way round: \`${to}/${from}\``]
  }
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? []
  if (year !== undefined) return [`the year stands first: \`${year}-${twoDigits(month)}-${twoDigits(day)}\``]
  return calendarHints(text)
}

function calendarHints(text: string): string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? []
  if (year === undefined || isEdtf(text)) return []
  if (Number(month) < 1 || Number(month) > 12) return [`there is no month ${month}`]
  if (day === undefined) return []
  return [`${year}-${month} has ${lengthOfMonth(Number(year), Number(month))} days`]
}

function twoDigits(number: string | undefined): string {
  return (number ?? '').padStart(2, '0')
}

/** An id or a code that only its case keeps from being one. */
function caseHints(text: string): string[] {
  if (/^[a-z]{2}$/.test(text)) return [`did you mean \`${text.toUpperCase()}\`?`]
  const id = text.toLowerCase().replaceAll(/[_ ]/g, '-')
  return /^[A-Za-z0-9][A-Za-z0-9_ -]*$/.test(text) && id !== text ? [`did you mean \`${id}\`?`] : []
}

/** A latitude beyond the poles beside a longitude that could be one: the two may stand in each other's place. */
function swapHints(value: number, key: string | number | undefined, around: Json): string[] {
  const longitude = valueAt(around, 'longitude')
  if (key !== 'latitude' || typeof longitude !== 'number') return []
  const fits = Math.abs(longitude) <= 90 && Math.abs(value) <= 180
  return fits ? ['latitude and longitude may have changed places'] : []
}
