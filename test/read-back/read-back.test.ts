/** What is printed means what is recorded: all that a record can hold, printed by `say` and read back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMUNICATIONS } from '../../src/languages/communications.ts'
import { type CalendarDate, compareDates, lengthOfMonth } from '../../src/languages/edtf.ts'
import { LANGUAGES } from '../../src/languages/index.ts'
import { CASES, DATE_FORMS, type PrintedDate } from '../../src/languages/language.ts'
import { unitWords } from '../records/make-records.ts'
import { times } from '../share.ts'
import { azerbaijani } from './az.ts'
import { english } from './en.ts'
import { type Reading, readAll, readWhole } from './reader.ts'
import { russian } from './ru.ts'

const READERS = { az: azerbaijani, en: english, ru: russian } as const
const TAGS = ['az', 'en', 'ru'] as const
const SEED = 632

/** Years as EDTF writes them; many of them near each other, so that dates share their year and their month. */
const year = fc.oneof(fc.integer({ min: 2020, max: 2026 }), fc.integer({ min: 1000, max: 9999 }))
const calendarDate: fc.Arbitrary<CalendarDate> = fc
  .record({
    year,
    month: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 8 }),
    day: fc.option(fc.integer({ min: 1, max: 31 }), { freq: 6 }),
    approximate: fc.integer({ min: 0, max: 4 }).map(each => each === 0)
  })
  .map(({ year: of, month, day, approximate }) => ({
    year: of,
    month,
    day: month === null || day === null ? null : Math.min(day, lengthOfMonth(of, month)),
    approximate
  }))

const inOrder = (dates: readonly CalendarDate[]): boolean =>
  dates.every((each, index) => {
    const next = dates[index + 1]
    return next === undefined || compareDates(each, next) === 'before'
  })
const sorted = (dates: readonly CalendarDate[]) =>
  dates.toSorted((a, b) => a.year - b.year || (a.month ?? 0) - (b.month ?? 0) || (a.day ?? 0) - (b.day ?? 0))

/** Dates of one month or year more often than chance would make them. */
const near = (length: { minLength: number; maxLength: number }) =>
  fc.tuple(fc.array(calendarDate, length), fc.constantFrom('year', 'month', 'none')).map(([dates, share]) => {
    const [first] = dates
    return sorted(
      dates.map(each => {
        if (share === 'none' || !first) return each
        if (share === 'year' || first.month === null || each.month === null)
          return clamped({ ...each, year: first.year })
        return clamped({ ...each, year: first.year, month: first.month })
      })
    )
  })

function clamped(date: CalendarDate): CalendarDate {
  if (date.month === null || date.day === null) return date
  return { ...date, day: Math.min(date.day, lengthOfMonth(date.year, date.month)) }
}

const single = calendarDate.map((date): PrintedDate => ({ relation: 'date', dates: [date] }))
const interval = near({ minLength: 2, maxLength: 2 })
  .filter(inOrder)
  .map((dates): PrintedDate => ({ relation: 'interval', dates }))
const oneOf = near({ minLength: 2, maxLength: 4 })
  .filter(inOrder)
  .map((dates): PrintedDate => ({ relation: 'one-of', dates }))
/** A night lies between two consecutive days, which the register knows for certain. */
const night = fc.tuple(year, fc.integer({ min: 0, max: 363 })).map(([of, offset]): PrintedDate => {
  const day = (count: number): CalendarDate => {
    const date = new Date(Date.UTC(of, 0, 1 + count))
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), approximate: false }
  }
  return { relation: 'night', dates: [day(offset), day(offset + 1)] }
})
const printedDate = fc.oneof(single, interval, oneOf, night)
const form = fc.constantFrom(...DATE_FORMS)

const whens = (dates: readonly PrintedDate[]): Reading => ({
  kind: 'dates',
  dates: dates.map(({ relation, dates: all }) => ({ relation, dates: all }))
})

describe.each(TAGS)('what %s prints is read back', tag => {
  const { say } = LANGUAGES[tag]
  const reader = READERS[tag]
  const read = (text: string) => readWhole(text, reader)

  test('a date in every form', () => {
    fc.assert(
      fc.property(printedDate, form, (date, as) => {
        const text = say.date(date, as)
        expect(read(text), text).toEqual(whens([date]))
        expect(read(say.capital(text)), text).toEqual(whens([date]))
      }),
      { seed: SEED, numRuns: times(20_000) }
    )
  })

  test('several dates', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          near({ minLength: 1, maxLength: 5 }).map(all =>
            all.map((each): PrintedDate => ({ relation: 'date', dates: [each] }))
          ),
          fc.array(printedDate, { minLength: 1, maxLength: 4 })
        ),
        form,
        (dates, as) => {
          const text = say.dates(dates, as)
          const different = [...new Map(dates.map(each => [JSON.stringify(each), each])).values()]
          expect(read(text), text).toEqual(whens(different))
        }
      ),
      { seed: SEED, numRuns: times(20_000) }
    )
  })

  test('a period', () => {
    fc.assert(
      fc.property(printedDate, printedDate, (from, to) => {
        const text = say.period(from, to)
        const [first, last] = [from.dates.at(0), to.dates.at(-1)]
        if (!first || !last) throw new Error('a date has dates')
        const order = compareDates(first, last)
        expect(text === null).toBe(order === 'after')
        if (text === null) return
        const found = read(text)
        if (order === 'before') expect(found, text).toEqual(whens([{ relation: 'interval', dates: [first, last] }]))
        else {
          // the date that holds the other
          const [only] = found?.kind === 'dates' ? (found.dates[0]?.dates ?? []) : []
          expect(
            [first, last].some(each => JSON.stringify(each) === JSON.stringify(only)),
            text
          ).toBe(true)
          for (const each of [first, last]) {
            expect(only?.year, text).toBe(each.year)
            if (only?.month) expect(each.month, text).toBe(only.month)
            if (only?.day) expect(each.day, text).toBe(only.day)
          }
        }
      }),
      { seed: SEED, numRuns: times(10_000) }
    )
  })

  test('every minute of the day', () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const local = [Math.trunc(minute / 60), minute % 60].map(each => String(each).padStart(2, '0')).join(':')
      for (const qualifier of ['exact', 'approx'] as const) {
        const text = say.time({ local, until: null, qualifier }, 'at')
        expect(read(text), text).toEqual({ kind: 'hour', local, qualifier })
      }
    }
  })

  test('a measure in every case', () => {
    const measure = fc
      .record({
        units: fc.oneof(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 999_999_999 })),
        decimals: fc.integer({ min: 0, max: 6 }),
        unit: fc.constantFrom(
          ...[
            'step',
            'metre',
            'kilometre',
            'cubic-metre',
            'hectare',
            'tonne',
            'minute',
            'hour',
            'nautical-mile',
            'foot'
          ]
        ),
        qualifier: fc.constantFrom(
          'exact' as const,
          'about' as const,
          'nearly' as const,
          'a-little-over' as const,
          'at-least' as const,
          'at-most' as const,
          'reported' as const
        )
      })
      .map(({ units, ...rest }) => ({ ...rest, value: units / 10 ** rest.decimals }))
    let said = 0
    fc.assert(
      fc.property(measure, fc.option(fc.constantFrom(...CASES)), (each, inCase) => {
        const text = say.measure({ ...each, to: null, words: unitWords(each.unit, tag) }, inCase)
        if (text === null) return
        said++
        expect(read(text), text).toEqual({ kind: 'measure', ...each })
      }),
      { seed: SEED, numRuns: times(20_000) }
    )
    // Russian has no word in an ablative, nor for two cases at once; Azerbaijani has none for "a little over"
    expect(said).toBeGreaterThan(times({ ru: 8_000, az: 16_000, en: 19_000 }[tag]))
  })

  test('a count, and that it is of what the record counts', () => {
    const words = {
      az: { one: 'silahlı şəxs', few: null, many: 'silahlı şəxslər' },
      en: { one: 'armed person', few: null, many: 'armed persons' },
      ru: { one: 'вооружённое лицо', few: 'вооружённых лица', many: 'вооружённых лиц' }
    }[tag]
    const number = fc.oneof(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 0, max: 9_999_999 }))
    fc.assert(
      fc.property(number, each => {
        const text = say.count({ value: each, to: null, qualifier: 'exact' }, words) ?? ''
        const noun = [words.one, words.few, words.many].find(word => word !== null && text.endsWith(word))
        expect(noun, text).toBeDefined()
        expect(readWhole(text, reader, (noun ?? '').replace(/^\p{L}+/u, '')), text).toEqual({
          kind: 'count',
          count: each
        })
      }),
      { seed: SEED, numRuns: times(10_000) }
    )
    const some = say.count(null, words) ?? ''
    expect(readAll(some, reader)).toEqual([])
  })

  test('the date of a communication, whose number counts nothing', () => {
    const number = fc.constantFrom(null, '12', '17/2026', '05-12/1', 'NV-2026/3')
    const type = fc.constantFrom(...COMMUNICATIONS)
    fc.assert(
      fc.property(single, number, type, fc.option(fc.constantFrom(...CASES)), (date, named, each, inCase) => {
        const text = say.cite({ type: each, number: named, date }, inCase)
        // of a form without words yet nothing is printed
        if (text === null) return
        expect(readAll(text, reader), text).toEqual([whens([date])])
        expect(named === null || text.replaceAll('\u00A0', ' ').includes(named), text).toBe(true)
      }),
      { seed: SEED, numRuns: times(5_000) }
    )
  })

  test('a position, as exactly as it was given', () => {
    const coordinate = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true })
    fc.assert(
      fc.property(coordinate(90), coordinate(180), fc.integer({ min: 0, max: 7 }), (latitude, longitude, decimals) => {
        const [north, east] = [latitude, longitude].map(each => Number(each.toFixed(decimals)))
        const text = say.coordinates({ latitude: north ?? 0, longitude: east ?? 0, decimals })
        const found = read(text)
        if (found?.kind !== 'position') throw new Error(text)
        const half = found.unit / 2 + 1e-9
        expect(Math.abs(found.latitude - (north ?? 0)), text).toBeLessThanOrEqual(half)
        expect(Math.abs(found.longitude - (east ?? 0)), text).toBeLessThanOrEqual(half)
      }),
      { seed: SEED, numRuns: times(10_000) }
    )
  })
})

const day = (text: string, approximate = false): CalendarDate => {
  const [of = 0, month = null, number = null] = text.split('-').map(Number)
  return { year: of, month, day: number, approximate }
}

test('a hedge of either end of a period, and of the date of a document, is said in Russian', () => {
  const period: PrintedDate = { relation: 'interval', dates: [day('2022-03-10', true), day('2025-08', true)] }
  expect(LANGUAGES.ru.say.date(period, 'on').replaceAll('\u00A0', ' ')).toBe(
    'в период примерно с 10 марта 2022 года примерно по август 2025 года'
  )
  const dated: PrintedDate = { relation: 'date', dates: [day('2025-11-14', true)] }
  expect(LANGUAGES.ru.say.date(dated, 'of').replaceAll('\u00A0', ' ')).toBe('примерно от 14 ноября 2025 года')
})

test('alternatives among other dates stay apart from them', () => {
  const dates: readonly PrintedDate[] = [
    { relation: 'one-of', dates: [day('2026-05-07'), day('2026-05-08')] },
    { relation: 'date', dates: [day('2026-06-09')] }
  ]
  const said = (['az', 'ru'] as const).map(tag => LANGUAGES[tag].say.dates(dates, 'on').replaceAll('\u00A0', ' '))
  expect(said).toEqual([
    '2026-cı il mayın 7-də və ya 8-də, habelə 2026-cı il iyunun 9-da',
    '7 или 8 мая 2026 года, а также 9 июня 2026 года'
  ])
})

test.each([
  ['az', '2025-ci il noyabrın 14-da'],
  ['az', '2025-ci il noyabrın 14-ü'.replace('ü', 'u')],
  ['az', '2023-ci il'],
  ['az', '2025-ci il fevralın 29-da'],
  ['az', 'saat 01:00-də'],
  ['az', '3 metra'],
  ['en', '1 metres'],
  ['en', '30 February 2025'],
  ['ru', '14 ноябрь 2025 года'],
  ['ru', 'в ноября 2025 года'],
  ['ru', '31 июня 2025 года'],
  ['ru', 'около 3 метра'],
  ['ru', '1,5 метров'],
  ['ru', '3 кубического метра'],
  ['ru', '21 шагов']
] as const)('in %s "%s" is not read', (tag, text) => {
  const found = readWhole(text, READERS[tag])
  expect(found === null || found.kind === 'count').toBe(true)
})

test('no reader sees how anything is printed', () => {
  const seen = ['az', 'en', 'reader', 'ru'].flatMap(name => {
    const text = readFileSync(join(import.meta.dirname, `${name}.ts`), 'utf8')
    return [...text.matchAll(/(?:from|import) '([^']+)'/gu)].map(match => match[1])
  })
  expect(new Set(seen)).toEqual(new Set(['./reader.ts']))
})
