/** A value that the schema refused → what its author may have meant by it. */
import { isEdtf, lengthOfMonth } from '../../languages/edtf.ts'
import type { Json } from '../../value.ts'
import { valueAt } from './parts.ts'
import { writtenDateHints, writtenTimeHints } from './written-dates.ts'

/** No date or time is longer; what is longer is not searched for one. */
const LONGEST = 60

/** Where a value stands, and what could stand there. */
interface Setting {
  readonly key?: string | number | undefined
  /** The mapping around it. */
  readonly around?: Json
  /** Whether another value would be accepted there. */
  readonly fits: (value: string) => boolean
}

/** Hints for one value under its key in a mapping; none when nothing suggests itself. */
export function formHints(value: Json, { key, around, fits }: Setting): string[] {
  if (typeof value === 'number') return swapHints(value, key, around)
  if (typeof value !== 'string') return []
  const text = value.trim()
  if (text !== value && fits(text)) return [`remove the white space at ${endsOf(value)}`]
  const written = text.length > LONGEST ? [] : [...writtenDateHints(text, fits), ...writtenTimeHints(text, fits)]
  if (written.length > 0) return written
  if (text.includes('\t')) return ['replace each tab with a space']
  const plain = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
  if (plain !== text && fits(plain)) return ['take out what cannot be seen, and type the word again']
  return [...intervalHints(value), ...calendarHints(value), ...caseHints(value, fits)]
}

function endsOf(text: string): string {
  if (text.trimStart() === text) return 'its end'
  return text.trimEnd() === text ? 'its start' : 'both ends'
}

function intervalHints(text: string): string[] {
  const [from, to, ...more] = text.split('/')
  if (to === undefined || more.length > 0 || !isEdtf(`${to}/${from}`)) return []
  return [`the interval is the wrong way round: \`${to}/${from}\``]
}

function calendarHints(text: string): string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? []
  if (year === undefined || isEdtf(text)) return []
  if (Number(month) < 1 || Number(month) > 12) return [`there is no month ${month}`]
  if (day === undefined) return []
  return [`${year}-${month} has ${lengthOfMonth(Number(year), Number(month))} days`]
}

/** An id or a code that only its case keeps from being one. */
function caseHints(text: string, fits: Setting['fits']): string[] {
  const meant = [text.toUpperCase(), text.toLowerCase().replaceAll(/[_ ]/g, '-')]
  const [first] = /^[A-Za-z0-9][A-Za-z0-9_ -]*$/.test(text) ? meant.filter(each => each !== text && fits(each)) : []
  return first === undefined ? [] : [`did you mean \`${first}\`?`]
}

/** A latitude beyond the poles beside a longitude that could be one: the two may stand in each other's place. */
function swapHints(value: number, key: Setting['key'], around: Json | undefined): string[] {
  const longitude = valueAt(around, 'longitude')
  if (key !== 'latitude' || typeof longitude !== 'number') return []
  const fits = Math.abs(longitude) <= 90 && Math.abs(value) <= 180
  return fits ? ['latitude and longitude may be swapped'] : []
}
