/** When an incident occurred, or a delivery was made → the times, hedges and nights in it that cannot be. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { type CalendarDate, type Edtf, lengthOfMonth, parseEdtf } from '../../languages/edtf.ts'
import { child, type Json, keySpan, type Loaded, type Pointer, placeOf } from '../../value.ts'
import { type RecordPart, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** Every contradiction in the `occurred` of an incident. */
export function occurredFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const at = child(pointer, 'occurred')
  const occurred = valueAt(value, 'occurred')
  return valueAt(occurred, 'night') === true
    ? [...nightFindings(loaded, at, occurred), ...qualifierFindings(loaded, at, occurred)]
    : [...timeFindings(loaded, at, occurred), ...qualifierFindings(loaded, at, occurred)]
}

/** A time beside a date, which can only be that of one day. */
export function timeFindings(loaded: Loaded, around: Pointer, dated: Json | undefined, dateKey = 'date'): Diagnostic[] {
  const [text, time] = [textAt(dated, dateKey), textAt(dated, 'time')]
  const date = text === null ? null : parseEdtf(text)
  if (time === null || !date || (date.type === 'date' && date.date.day !== null)) return []
  const pointer = child(around, 'time')
  const message = `the time ${quoted(time)} belongs to one day, but the date is ${quoted(text)}`
  const night = isNight(date) && dateKey === 'date' ? ['say `night: true` where it was in the night between them'] : []
  const hints = [...night, 'leave the time out, or give the one day of the incident']
  return [error({ rule: 'record/time', message, span: placeOf(loaded, pointer), pointer, hints })]
}

/** A hedge that would be lost, for it is of a time that is not there. */
function qualifierFindings(loaded: Loaded, around: Pointer, occurred: Json | undefined): Diagnostic[] {
  if (valueAt(occurred, 'qualifier') === undefined || valueAt(occurred, 'time') !== undefined) return []
  const pointer = child(around, 'qualifier')
  const message = '`qualifier` belongs to the time, but there is no time'
  const hints = ['a date that is approximate ends in `~`: `2025-11-14~`']
  return [error({ rule: 'record/time', message, span: keySpan(loaded, pointer), pointer, hints })]
}

/** Hours that are of no night: a time between them was meant for a day. */
const DAY = { from: '09:00', to: '16:00' }

/** A night lies between two days, and a time in it is of the evening before or of the morning after. */
function nightFindings(loaded: Loaded, around: Pointer, occurred: Json | undefined): Diagnostic[] {
  const [text, time] = [textAt(occurred, 'date'), textAt(occurred, 'time')]
  const date = text === null ? null : parseEdtf(text)
  const found = (key: string, message: string, hint: string) => {
    const pointer = child(around, key)
    return [error({ rule: 'record/night', message, span: placeOf(loaded, pointer), pointer, hints: [hint] })]
  }
  if (date && !isNight(date)) {
    const message = `\`night\` needs two consecutive days, but the date is ${quoted(text)}`
    return found('date', message, 'give both days: `date: 2025-05-03/2025-05-04`')
  }
  if (time === null || time < DAY.from || time >= DAY.to) return []
  return found(
    'time',
    `${quoted(time)} is not a time of night`,
    'leave `night` out, and give the one day of the incident'
  )
}

/** Two days, exactly known, of which the second follows the first. */
function isNight(date: Edtf): boolean {
  if (date.type !== 'interval') return false
  const { from, to } = date
  const next = dayAfter(from)
  if (next === null || from.approximate || to.approximate) return false
  return next.year === to.year && next.month === to.month && next.day === to.day
}

function dayAfter({ year, month, day }: CalendarDate): Omit<CalendarDate, 'approximate'> | null {
  if (month === null || day === null) return null
  if (day < lengthOfMonth(year, month)) return { year, month, day: day + 1 }
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 }
}
