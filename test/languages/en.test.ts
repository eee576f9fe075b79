import { describe, expect, test } from 'vitest'
import { type CalendarDate, parseEdtf } from '../../src/languages/edtf.ts'
import { say as en } from '../../src/languages/en/say.ts'
import type { DateForm, PrintedDate } from '../../src/languages/language.ts'
import { unitWords } from '../records/make-records.ts'

const exactly = (value: number | null) => (value === null ? null : { value, to: null, qualifier: 'exact' as const })

const NBSP = '\u00A0'

/** What a record writes, as the dossier holds it. */
function edtf(text: string): PrintedDate {
  const parsed = parseEdtf(text)
  if (!parsed) throw new Error(`${text} is no date`)
  if (parsed.type === 'date') return { relation: 'date', dates: [parsed.date] }
  const dates: readonly CalendarDate[] = parsed.type === 'interval' ? [parsed.from, parsed.to] : parsed.dates
  return { relation: parsed.type, dates }
}

/** Non-breaking spaces made visible. */
const seen = (text: string | null): string | null => text?.replaceAll(NBSP, '~') ?? null

describe('one date', () => {
  test.each([
    ['2025-11-14', '14~November 2025', 'on 14~November 2025'],
    ['2022-03-01', '1~March 2022', 'on 1~March 2022'],
    ['2022-04', 'April 2022', 'in April 2022'],
    ['2022', '2022', 'in 2022'],
    ['2025-11-14~', 'about 14~November 2025', 'on or about 14~November 2025'],
    ['2022-04~', 'around April 2022', 'around April 2022'],
    ['2022~', 'around 2022', 'around 2022'],
    ['2025-08-17/2025-08-18', '17 to 18~August 2025', 'between 17 and 18~August 2025'],
    ['2025-08-31/2025-09-02', '31~August to 2~September 2025', 'between 31~August and 2~September 2025'],
    ['2024-12-31/2025-01-02', '31~December 2024 to 2~January 2025', 'between 31~December 2024 and 2~January 2025'],
    ['2022-04/2022-06', 'April to June 2022', 'between April and June 2022'],
    ['2021/2022', '2021 to 2022', 'between 2021 and 2022'],
    ['2022-04/2022-06-03', 'April 2022 to 3~June 2022', 'between April 2022 and 3~June 2022'],
    ['2022-04~/2022-06', 'around April 2022 to June 2022', 'between around April 2022 and June 2022'],
    ['[2025-08-17,2025-08-18]', '17 or 18~August 2025', 'on 17 or 18~August 2025'],
    ['[2022-04,2022-05,2022-07]', 'April, May or July 2022', 'in April, May or July 2022'],
    [
      '[2026-01-01,2026-02-02,2026-03-03]',
      '1~January, 2~February or 3~March 2026',
      'on 1~January, 2~February or 3~March 2026'
    ],
    ['[2022-04,2022-06-03]', 'April 2022 or 3~June 2022', 'in April 2022 or on 3~June 2022']
  ])('%s', (text, plain, on) => {
    const forms: readonly DateForm[] = ['plain', 'on']
    expect(forms.map(form => seen(en.date(edtf(text), form)))).toEqual([plain, on])
  })
})

describe('several dates', () => {
  test.each([
    [['2025-08-08', '2025-08-18'], '8 and 18~August 2025', 'on 8 and 18~August 2025'],
    [['2025-08-08', '2025-08-17', '2025-08-18'], '8, 17 and 18~August 2025', 'on 8, 17 and 18~August 2025'],
    [['2025-08-08', '2025-08-08', '2025-08-18'], '8 and 18~August 2025', 'on 8 and 18~August 2025'],
    [['2025-08-08', '2025-09-18'], '8~August 2025 and 18~September 2025', 'on 8~August 2025 and 18~September 2025'],
    [['2024-08-08', '2025-08-18'], '8~August 2024 and 18~August 2025', 'on 8~August 2024 and 18~August 2025'],
    [
      ['2025-08-08~', '2025-08-18'],
      'about 8~August 2025 and 18~August 2025',
      'on or about 8~August 2025 and on 18~August 2025'
    ],
    [['2022-04', '2025-08-18'], 'April 2022 and 18~August 2025', 'in April 2022 and on 18~August 2025'],
    [
      ['2022-04', '2025-08-17/2025-08-18'],
      'April 2022 and 17 to 18~August 2025',
      'in April 2022 and between 17 and 18~August 2025'
    ],
    [
      ['2025-09-17', '[2026-01-01,2026-02-02,2026-03-03]'],
      '17~September 2025 and either 1~January, 2~February or 3~March 2026',
      'on 17~September 2025 and on either 1~January, 2~February or 3~March 2026'
    ],
    [
      ['[2022-04,2022-06-03]', '2025-08-18'],
      'either April 2022 or 3~June 2022, and 18~August 2025',
      'either in April 2022 or on 3~June 2022, and on 18~August 2025'
    ],
    [['2025~', '2026~'], 'around 2025 and around 2026', 'around 2025 and around 2026'],
    [['[2025-08-17,2025-08-18]', '[2025-08-17,2025-08-18]'], '17 or 18~August 2025', 'on 17 or 18~August 2025'],
    [['2025-08-08'], '8~August 2025', 'on 8~August 2025']
  ])('%j', (texts, plain, on) => {
    const list = texts.map(edtf)
    expect([seen(en.dates(list, 'plain')), seen(en.dates(list, 'on'))]).toEqual([plain, on])
  })
})

test.each([
  ['2026-05-05', 'of 5~May 2026'],
  ['2022-04', 'of April 2022'],
  ['2026-05-05~', 'dated on or about 5~May 2026'],
  ['2025-05~', 'dated around May 2025'],
  ['2025-08-17/2025-08-18', 'dated between 17 and 18~August 2025'],
  ['[2025-08-17,2025-08-18]', 'dated 17 or 18~August 2025']
])('a note with the date %s is %s', (text, words) => {
  expect(seen(en.date(edtf(text), 'of'))).toBe(words)
  expect(seen(en.cite({ type: 'note', number: '17/X', date: edtf(text) }))).toBe(`note verbale No.~17/X ${words}`)
})

test.each([
  ['2022-03-10', '2025-08-28', 'between 10~March 2022 and 28~August 2025'],
  ['2025-08-08', '2025-08-18', 'between 8 and 18~August 2025'],
  ['2025-08-07/2025-08-08', '2025-08-17/2025-08-18', 'between 7 and 18~August 2025'],
  ['2025-08-08', '2025-08-08', 'on 8~August 2025'],
  ['2025-08-08~', '2025-08-08', 'on or about 8~August 2025'],
  ['2025-08-08', '2025-08-08~', 'on or about 8~August 2025'],
  ['2025', '2025-09-17', 'in 2025'],
  ['2025-01-01', '2025', 'in 2025'],
  ['2025', '2025-12', 'in 2025'],
  ['2025', '2025', 'in 2025'],
  ['2025-09', '2025-09-30', 'in September 2025'],
  ['2025-09-01', '2025-09', 'in September 2025'],
  ['2022', '2025-09-17', 'between 2022 and 17~September 2025'],
  ['2022', '2025', 'between 2022 and 2025'],
  ['2022-04~', '2025', 'between around April 2022 and 2025'],
  ['2025-08-01/2025-08-18', '2025-08-17/2025-08-20', 'between 1 and 20~August 2025'],
  ['[2025-08-07,2025-08-08]', '[2025-08-07,2025-08-09]', 'between 7 and 9~August 2025'],
  ['2025-08-18', '2025-08-08', null]
])('the period from %s to %s', (from, to, words) => {
  expect(seen(en.period(edtf(from), edtf(to)))).toBe(words)
})

test('a time keeps its hedge', () => {
  const time = { local: '01:00', until: null }
  expect(en.time({ ...time, qualifier: 'approx' }, 'at')).toBe('at about 01:00')
  expect(en.time({ ...time, qualifier: 'exact' }, 'at')).toBe('at 01:00')
  expect(en.time({ ...time, qualifier: 'approx' }, 'from')).toBe('from about 01:00')
  expect(en.time({ ...time, until: '02:30', qualifier: 'approx' }, 'at')).toBe('from about 01:00 to about 02:30')
})

test.each([
  [35, 0, 'step', 'about', 'about 35~steps'],
  [8, 0, 'metre', 'exact', 'eight~metres'],
  [1, 0, 'hour', 'exact', 'one~hour'],
  [1, 1, 'hour', 'exact', '1.0~hours'],
  [2.5, 1, 'kilometre', 'at-least', 'at least 2.5~kilometres'],
  [2.5, 2, 'tonne', 'at-most', 'at most 2.50~tonnes'],
  [50, 0, 'metre', 'reported', 'a reported 50~metres'],
  [12000, 0, 'cubic-metre', 'exact', '12,000~cubic metres'],
  [1, 0, 'foot', 'about', 'about one~foot'],
  [1, 0, 'furlong', 'exact', null],
  [2.55, 1, 'metre', 'exact', null]
] as const)('%s with %s decimals, in %s, %s', (value, decimals, unit, qualifier, words) => {
  expect(seen(en.measure({ value, to: null, decimals, words: unitWords(unit, 'en'), qualifier }))).toBe(words)
})

test.each([
  [null, 'employees'],
  [0, 'no employees'],
  [1, 'one~employee'],
  [4, 'four~employees'],
  [12, '12~employees'],
  [1.5, null],
  [-1, null]
])('a count of %s', (count, words) => {
  expect(seen(en.count(exactly(count), { one: 'employee', few: null, many: 'employees' }))).toBe(words)
})

test.each([
  [35, null, 'nearly', 'nearly 35~metres', 'nearly 35~visitors'],
  [35, null, 'a-little-over', 'a little over 35~metres', 'a little over 35~visitors'],
  [2, 3, 'between', 'between two and three~metres', 'between two and three~visitors'],
  [9, 12, 'between', 'between 9 and 12~metres', 'between 9 and 12~visitors'],
  [1, 2, 'between', 'between one and two~metres', 'between one and two~visitors'],
  [1, null, 'reported', 'reportedly one~metre', 'reportedly one~visitor'],
  [1, null, 'at-least', 'at least one~metre', 'at least one~visitor'],
  [4, null, 'reported', 'a reported four~metres', 'a reported four~visitors'],
  // "a visitor" says the number itself, and only where it is exact
  [1, null, 'exact', 'one~metre', 'a visitor']
] as const)('%s and %s, %s', (value, to, qualifier, measured, counted) => {
  const quantity = { value, to, qualifier }
  expect(seen(en.measure({ ...quantity, decimals: 0, words: unitWords('metre', 'en') }))).toBe(measured)
  expect(seen(en.count(quantity, { one: 'a visitor', few: null, many: 'visitors' }))).toBe(counted)
})

test('numbers, in digits and in order', () => {
  expect([7, 1200, 1234567, -3, 0.5, 1e21].map(en.number)).toEqual(['7', '1,200', '1,234,567', '\u22123', '0.5', null])
  expect([1, 9, 10, 11, 12, 13, 21, 22, 23, 111, 0, 1.5].map(en.ordinal)).toEqual([
    'first',
    'ninth',
    '10th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '23rd',
    '111th',
    null,
    null
  ])
})

test('a list of words has no serial comma; a list of clauses keeps its semicolon', () => {
  const joined = (words: readonly string[], separator: 'comma' | 'semicolon', word: 'and' | 'or') =>
    words.map((each, index) => en.separator({ word, separator }, index, words.length) + each).join('')
  expect(joined(['a'], 'comma', 'and')).toBe('a')
  expect(joined(['a', 'b'], 'comma', 'or')).toBe('a or b')
  expect(joined(['a', 'b', 'c'], 'comma', 'and')).toBe('a, b and c')
  expect(joined(['a', 'b', 'c'], 'semicolon', 'and')).toBe('a; b; and c')
})

test('a citation has the number that is known, and none that is not', () => {
  const date = edtf('2026-05-05')
  expect(seen(en.cite({ type: 'note', number: '12/2026', date }))).toBe('note verbale No.~12/2026 of 5~May 2026')
  expect(seen(en.cite({ type: 'note', number: null, date }))).toBe('note verbale of 5~May 2026')
  expect(seen(en.cite({ type: 'communication', number: null, date: edtf('2022-04') }))).toBe(
    'communication of April 2022'
  )
})

describe('coordinates', () => {
  test.each([
    [50.45, 30.5233333, 5, '50°27′00.0″~N, 30°31′24.0″~E (WGS~84)'],
    [50.45, 30.5233333, 6, '50°27′00.00″~N, 30°31′24.00″~E (WGS~84)'],
    [-50.45, -30.5233333, 4, '50°27′00″~S, 30°31′24″~W (WGS~84)'],
    [50.45, 30.5233, 3, '50°27′~N, 30°31′~E (WGS~84)'],
    [50.4, 30.5, 1, '50°~N, 31°~E (WGS~84)']
  ])('%s, %s with %s decimals have no more digits than that', (latitude, longitude, decimals, words) => {
    expect(seen(en.coordinates({ latitude, longitude, decimals }))).toBe(words)
  })

  test('59.96″ becomes the next minute, and the next degree', () => {
    const latitude = 50 + 59 / 60 + 59.96 / 3600
    expect(en.coordinates({ latitude, longitude: 0, decimals: 5 })).toContain('51°00′00.0″')
  })
})

test('a name on a letterhead has no article', () => {
  expect(en.plate('the Ministry of Foreign Affairs of Alda')).toBe('Ministry of Foreign Affairs of Alda')
  expect(en.plate('theatre Alda')).toBe('Theatre Alda')
})

test('possessives and capitals', () => {
  expect(en.possessive('the Embassy', false)).toBe('the Embassy’s')
  expect(en.possessive('Belarus', false)).toBe('Belarus’s')
  expect(en.possessive('the Netherlands', true)).toBe('the Netherlands’')
  expect(en.capital('élan vital')).toBe('Élan vital')
  expect(en.capital('2022')).toBe('2022')
})
