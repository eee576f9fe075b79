/** When an incident occurred, or a delivery was made → the times, hedges and nights in it that cannot be. */
import { type Diagnostic, didYouMean, error } from '../../diagnostic.ts'
import { type CalendarDate, type Edtf, lengthOfMonth, parseEdtf } from '../../languages/edtf.ts'
import { child, type Json, keySpan, type Loaded, type Pointer, placeOf } from '../../value.ts'
import { offsetsOf, zoneNames } from '../zones.ts'
import { type RecordPart, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** Every contradiction in the `occurred` of an incident. */
export function occurredFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const at = child(pointer, 'occurred')
  const occurred = valueAt(value, 'occurred')
  const timed = valueAt(occurred, 'night') === true ? nightFindings : timeFindings
  return [timed, besideTimeFindings, untilFindings, zoneFindings].flatMap(each => each(loaded, at, occurred))
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

/** What is said of the time, and would be lost where there is none. */
const OF_THE_TIME = [
  { key: 'qualifier', hint: 'a date that is approximate ends in `~`: `2025-11-14~`' },
  { key: 'until', hint: 'give the `time` at which it began; how long it lasted is its `duration`' },
  { key: 'clock', hint: 'give the `time` that the clock showed, or leave `clock` out' }
] as const

function besideTimeFindings(loaded: Loaded, around: Pointer, occurred: Json | undefined): Diagnostic[] {
  if (valueAt(occurred, 'time') !== undefined) return []
  return OF_THE_TIME.flatMap(({ key, hint }) => {
    if (valueAt(occurred, key) === undefined) return []
    const pointer = child(around, key)
    const message = `\`${key}\` belongs to the time, but there is no time`
    return [error({ rule: 'record/time', message, span: keySpan(loaded, pointer), pointer, hints: [hint] })]
  })
}

/** An end that comes before its beginning, or that is said twice. */
function untilFindings(loaded: Loaded, around: Pointer, occurred: Json | undefined): Diagnostic[] {
  const [time, until] = [textAt(occurred, 'time'), textAt(occurred, 'until')]
  if (until === null) return []
  const pointer = child(around, 'until')
  const found = (message: string, hint: string) => [
    error({ rule: 'record/time', message, span: placeOf(loaded, pointer), pointer, hints: [hint] })
  ]
  if (valueAt(occurred, 'duration') !== undefined) {
    return found('`until` and `duration` both say how long it lasted', 'leave one of the two out')
  }
  const night = valueAt(occurred, 'night') === true
  const hour = (text: string) => (night && text < '12:00' ? `next ${text}` : text)
  if (time === null || hour(time) < hour(until)) return []
  const both = 'where it ended on the day after, give both days: `date: 2025-05-03/2025-05-04`, `night: true`'
  return found(`it lasted until ${quoted(until)}, which is not after its time, ${quoted(time)}`, both)
}

/** A zone that there is not, or one whose clocks never had the offset on such a day. */
function zoneFindings(loaded: Loaded, around: Pointer, occurred: Json | undefined): Diagnostic[] {
  const [zone, offset, text] = [textAt(occurred, 'zone'), textAt(occurred, 'offset'), textAt(occurred, 'date')]
  if (zone === null) return []
  const found = (key: string, message: string, hints: readonly string[]) => {
    const pointer = child(around, key)
    return [error({ rule: 'record/zone', message, span: placeOf(loaded, pointer), pointer, hints })]
  }
  if (!zoneNames().includes(zone)) {
    const hints = [...didYouMean(zone, zoneNames()), 'or leave `zone` out: `offset` alone is enough']
    return found('zone', `there is no zone ${quoted(zone)} in the tz database`, hints)
  }
  const date = text === null ? null : parseEdtf(text)
  const offsets = date && offsetsOf(zone, date)
  if (offset === null || !offsets || offsets.includes(offset)) return []
  const has = offsets.map(each => quoted(each)).join(' or ')
  return found('offset', `the clocks of ${quoted(zone)} are at ${has} on ${quoted(text)}, not at ${quoted(offset)}`, [
    `where the time is that of the place, say \`offset: "${offsets[0]}"\``,
    'where another clock was recorded, name it, `clock: { en: GMT }`, and leave `zone` out'
  ])
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
