/** A zone of the tz database and a day → the offsets from UTC that its clocks can have had. */
import { datesIn, type Edtf } from '../languages/edtf.ts'
import { lazily } from '../once.ts'
import table from './zones.json'

interface Zone {
  /** By month: the one that is in force all through it, in every year since, or both in a month of change. */
  readonly months: readonly (readonly string[])[]
  readonly since: number
}

/**
 * Keys of the table: `+02:00 1992 +03:00 ww-sssss--ww`, the offset of winter (w), the year since which it has been so
 * without a break, and where clocks are changed the offset of summer (s) and the months of each. Made of the tz database
 * 2025b; a test holds it against the one of Node. Of a zone without a key no rule is known.
 */
const zones = lazily(
  () =>
    new Map(
      Object.entries(table).flatMap(([key, names]) => {
        const [winter = '', since, summer = winter, months = 'wwwwwwwwwwww'] = key.split(' ')
        const offsets: Readonly<Record<string, readonly string[]>> = { w: [winter], s: [summer] }
        const zone = { months: [...months].map(each => offsets[each] ?? [winter, summer]), since: Number(since) }
        return names.split(' ').map((name): [string, Zone] => [name, zone])
      })
    )
)

export function zoneNames(): string[] {
  return [...zones().keys()]
}

/** Null where it cannot be known: of a zone without a rule, or before the year since which it has had one. */
export function offsetsOf(zone: string, date: Edtf): readonly string[] | null {
  const known = zones().get(zone)
  const days = datesIn(date)
  if (!known || !days.every(each => each.year >= known.since)) return null
  const [month, ...others] = new Set(days.map(each => each.month))
  const isOneMonth = others.length === 0 && !days.some(each => each.approximate)
  const offsets = isOneMonth ? (known.months[(month ?? 0) - 1] ?? known.months.flat()) : known.months.flat()
  return [...new Set(offsets)]
}
