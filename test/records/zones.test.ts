/** The zones of the tz database, and the offsets that their clocks had, against what Node knows of them. */
import { describe, expect, test } from 'vitest'
import { parseEdtf } from '../../src/languages/edtf.ts'
import { offsetsOf, zoneNames } from '../../src/records/zones.ts'

/** As the engine's own table has it, at noon of a day by UTC. */
function offsetAt(format: Intl.DateTimeFormat, day: string): string {
  const part = format.formatToParts(new Date(`${day}T12:00:00Z`)).find(each => each.type === 'timeZoneName')
  const offset = part?.value.slice('GMT'.length) ?? ''
  return offset === '' ? '+00:00' : offset
}

function known(zone: string, date: string): readonly string[] | null {
  const parsed = parseEdtf(date)
  return parsed && offsetsOf(zone, parsed)
}

const DAYS = ['01-15', '02-20', '03-12', '05-02', '06-10', '07-15', '08-20', '10-05', '11-10', '12-20']

test('no offset that a clock had is refused', () => {
  const zones = zoneNames()
  expect(zones.length).toBeGreaterThan(500)
  let decided = 0
  for (const zone of zones) {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    for (const year of [1972, 1980, 1991, 2000, 2010, 2015, 2021, 2025]) {
      for (const day of DAYS) {
        const offsets = known(zone, `${year}-${day}`)
        if (offsets === null) continue
        decided += 1
        expect(offsets, `${zone} ${year}-${day}`).toContain(offsetAt(format, `${year}-${day}`))
      }
    }
  }
  expect(decided).toBeGreaterThan(20_000)
})

describe('what is known of a day', () => {
  test.each([
    ['Europe/Kyiv', '2025-11-14', ['+02:00']],
    ['Europe/Kyiv', '2025-10-14', ['+02:00', '+03:00']],
    ['Europe/Kyiv', '2025-01-14', ['+02:00']],
    ['Europe/Kyiv', '2025-07-14', ['+03:00']],
    ['Europe/Kyiv', '2025-07-14~', ['+02:00', '+03:00']],
    ['Europe/Kyiv', '2025-01/2025-07', ['+02:00', '+03:00']],
    ['Europe/Kyiv', '1990-01-14', null],
    ['Europe/Moscow', '2013-01-14', null],
    ['Europe/Moscow', '2025-11-14', ['+03:00']],
    ['Australia/Sydney', '2025-01-14', ['+11:00']],
    ['Africa/Casablanca', '2025-01-14', null],
    ['Europe/Nowhere', '2025-01-14', null]
  ])('%s on %s', (zone, date, offsets) => {
    expect(known(zone, date)).toEqual(offsets)
  })
})
