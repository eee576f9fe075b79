/** Azerbaijani as it is printed: every ending that a number, a name or a date can take. */
import { describe, expect, test } from 'vitest'
import { dateEntry } from '../../src/dossier/assembly/parties.ts'
import { divide } from '../../src/languages/az/divide.ts'
import { names } from '../../src/languages/az/names.ts'
import { decline } from '../../src/languages/az/nouns.ts'
import { say as az } from '../../src/languages/az/say.ts'
import { ordinal, withSuffix } from '../../src/languages/az/suffixes.ts'
import { unitWords } from '../records/make-records.ts'

const exactly = (value: number | null) => (value === null ? null : { value, to: null, qualifier: 'exact' as const })

/** No-break spaces as they are seen. */
const seen = (text: string | null): string | null => text?.replaceAll('\u00A0', '~') ?? null
const printed = (edtf: string, night = false) => dateEntry(edtf, night)

describe('an ordinal follows the last word of its number', () => {
  test.each([
    [1, '1-ci'],
    [2, '2-ci'],
    [3, '3-cü'],
    [4, '4-cü'],
    [5, '5-ci'],
    [6, '6-cı'],
    [7, '7-ci'],
    [8, '8-ci'],
    [9, '9-cu'],
    [10, '10-cu'],
    [20, '20-ci'],
    [30, '30-cu'],
    [40, '40-cı'],
    [50, '50-ci'],
    [60, '60-cı'],
    [70, '70-ci'],
    [80, '80-ci'],
    [90, '90-cı'],
    [100, '100-cü'],
    [1000, '1000-ci'],
    [1_000_000, '1000000-cu'],
    [0, '0-cı'],
    [2000, '2000-ci'],
    [2019, '2019-cu'],
    [2023, '2023-cü'],
    [2024, '2024-cü'],
    [2025, '2025-ci'],
    [2026, '2026-cı'],
    [1990, '1990-cı']
  ])('%s', (value, words) => {
    expect(ordinal(value)).toBe(words)
  })
})

test('the day of a month stands in the locative, with its own vowel', () => {
  const days = Array.from({ length: 31 }, (_, index) => index + 1)
  const back = days.filter(day => withSuffix(day, 'locative').endsWith('da'))
  expect(back).toEqual([6, 9, 10, 16, 19, 26, 29, 30])
  expect(days.map(day => withSuffix(day, 'nominative'))).toEqual([
    '1-i',
    '2-si',
    '3-ü',
    '4-ü',
    '5-i',
    '6-sı',
    '7-si',
    '8-i',
    '9-u',
    '10-u',
    '11-i',
    '12-si',
    '13-ü',
    '14-ü',
    '15-i',
    '16-sı',
    '17-si',
    '18-i',
    '19-u',
    '20-si',
    '21-i',
    '22-si',
    '23-ü',
    '24-ü',
    '25-i',
    '26-sı',
    '27-si',
    '28-i',
    '29-u',
    '30-u',
    '31-i'
  ])
})

test.each([
  ['2025-11-14', 'on', '2025-ci~il noyabrın~14-də'],
  ['2025-11-14', 'plain', '14~noyabr 2025-ci~il'],
  ['2025-11-14', 'of', '2025-ci~il 14~noyabr tarixli'],
  ['2022-04', 'on', '2022-ci~ilin aprel~ayında'],
  ['2022', 'on', '2022-ci~ildə'],
  ['2022-04~', 'on', 'təqribən 2022-ci~ilin aprel~ayında'],
  ['2022-03-10/2025-08-28', 'on', '2022-ci~il martın~10-u ilə 2025-ci~il avqustun~28-i arasında'],
  ['2022-03-03/2022-03-05', 'on', '2022-ci~il martın~3-ü ilə 5-i arasında'],
  ['2022-03-30/2022-04-02', 'on', '2022-ci~il martın~30-u ilə aprelin~2-si arasında'],
  ['[2026-05-07,2026-05-08]', 'on', '2026-cı~il mayın~7-də və ya 8-də']
] as const)('%s (%s)', (edtf, form, words) => {
  expect(seen(az.date(printed(edtf), form))).toBe(words)
})

test('the night between two days, and days of one month', () => {
  expect(seen(az.date(printed('2025-08-17/2025-08-18', true), 'on'))).toBe(
    '2025-ci~il avqustun~17-dən 18-nə keçən gecə'
  )
  expect(seen(az.date(printed('2025-08-31/2025-09-01', true), 'on'))).toBe(
    '2025-ci~il avqustun~31-dən sentyabrın~1-nə keçən gecə'
  )
  expect(seen(az.dates([printed('2025-08-08'), printed('2025-08-18')], 'on'))).toBe('2025-ci~il avqustun~8-də və 18-də')
})

test.each([
  ['01:00', 'da'],
  ['14:05', 'də'],
  ['14:06', 'da'],
  ['14:09', 'da'],
  ['14:10', 'da'],
  ['14:15', 'də'],
  ['14:20', 'də'],
  ['14:30', 'da'],
  ['14:40', 'da'],
  ['14:45', 'də'],
  ['14:50', 'də']
])('the hour %s takes -%s', (local, ending) => {
  expect(seen(az.time({ local, until: null, qualifier: 'exact' }, 'at'))).toBe(`saat~${local}-${ending}`)
  expect(seen(az.time({ local, until: null, qualifier: 'approx' }, 'at'))).toBe(`təqribən saat~${local}-${ending}`)
})

test.each([
  ['at', 'exact', 'saat~10:15-dən 14:00-dək'],
  ['from', 'approx', 'təqribən saat~10:15-dən 14:00-dək']
] as const)('hours %s their beginning to their end', (form, qualifier, words) => {
  expect(seen(az.time({ local: '10:15', until: '14:00', qualifier }, form))).toBe(words)
})

test('since when it lasted', () => {
  expect(seen(az.time({ local: '10:15', until: null, qualifier: 'exact' }, 'from'))).toBe('saat~10:15-dən')
})

describe('nouns in their cases', () => {
  test.each([
    ['Səfirlik', false, 'Səfirliyin Səfirliyə Səfirliyi Səfirlikdən Səfirlikdə Səfirlikdəki'],
    ['Nazirlik', false, 'Nazirliyin Nazirliyə Nazirliyi Nazirlikdən Nazirlikdə Nazirlikdəki'],
    ['Konsulluq', false, 'Konsulluğun Konsulluğa Konsulluğu Konsulluqdan Konsulluqda Konsulluqdakı'],
    ['Ukrayna', false, 'Ukraynanın Ukraynaya Ukraynanı Ukraynadan Ukraynada Ukraynadakı'],
    ['Gürcüstan', false, 'Gürcüstanın Gürcüstana Gürcüstanı Gürcüstandan Gürcüstanda Gürcüstandakı'],
    ['Səfirliyi', true, 'Səfirliyinin Səfirliyinə Səfirliyini Səfirliyindən Səfirliyində Səfirliyindəki'],
    [
      'Respublikası',
      true,
      'Respublikasının Respublikasına Respublikasını Respublikasından Respublikasında Respublikasındakı'
    ],
    ['Konsulluğu', true, 'Konsulluğunun Konsulluğuna Konsulluğunu Konsulluğundan Konsulluğunda Konsulluğundakı'],
    ['metr', false, 'metrin metrə metri metrdən metrdə metrdəki']
  ])('%s', (noun, possessed, forms) => {
    const cases = ['gen', 'dat', 'acc', 'abl', 'loc', 'loc-adj'] as const
    expect(cases.map(each => decline(noun, each, possessed)).join(' ')).toBe(forms)
  })
})

test('names are made of their parts', () => {
  const state = (iso: string) =>
    names.compose({ noun: null, iso, of: null, in: null, city: null, place: null, abroad: false })
  const [az, ru, ua] = ['AZ', 'RU', 'UA'].map(state)
  const recipient = names.compose({
    noun: 'embassy',
    iso: null,
    of: ru ?? null,
    in: az ?? null,
    city: null,
    place: null,
    abroad: false
  })
  expect([recipient?.dat, recipient?.['short-gen']]).toEqual([
    'Rusiya Federasiyasının Azərbaycan Respublikasındakı Səfirliyinə',
    'Səfirliyin'
  ])
  const own = names.compose({
    noun: 'embassy',
    iso: null,
    of: az ?? null,
    in: ua ?? null,
    city: null,
    place: null,
    abroad: true
  })
  expect([own?.gen, own?.['short-abl']]).toEqual([
    'Azərbaycan Respublikasının Ukraynadakı Səfirliyinin',
    'Ukraynadakı Səfirlikdən'
  ])
  const section = { noun: 'consular-section', iso: null, of: az ?? null, in: ua ?? null, city: null, place: null }
  expect(names.compose({ ...section, abroad: true })?.dat).toBe(
    'Azərbaycan Respublikasının Ukraynadakı Səfirliyinin Konsulluq şöbəsinə'
  )
  const consulate = {
    noun: 'honorary-consulate',
    iso: null,
    of: az ?? null,
    in: ua ?? null,
    city: 'Xarkiv',
    place: null,
    abroad: true
  }
  expect(names.compose(consulate)?.gen).toBe('Azərbaycan Respublikasının Xarkiv şəhərindəki Fəxri Konsulluğunun')
  expect(names.compose({ ...consulate, noun: 'lighthouse' })).toBeNull()
})

test('measures, counts, lists, citations and positions', () => {
  const metres = { value: 3, to: null, decimals: 0, words: unitWords('metre', 'az'), qualifier: 'about' as const }
  expect(seen(az.measure(metres))).toBe('təqribən 3~metr')
  expect(seen(az.measure({ ...metres, value: 1.5, decimals: 1, qualifier: 'exact' }, 'abl'))).toBe('1,5~metrdən')
  expect(seen(az.measure({ ...metres, qualifier: 'reported' }))).toBe('məlumata görə, 3~metr')
  expect(az.measure({ ...metres, words: unitWords('league', 'az') })).toBeNull()
  expect(seen(az.measure({ ...metres, value: 20, to: 30, qualifier: 'between' }))).toBe('20\u201330~metr')
  // no words of its own: refused, and never printed as exact
  expect(az.measure({ ...metres, qualifier: 'a-little-over' })).toBeNull()
  const staff = { one: 'əməkdaş', few: null, many: 'əməkdaşlar' }
  expect([4, 12, 0, null].map(number => seen(az.count(exactly(number), staff)))).toEqual([
    'dörd~əməkdaş',
    '12~əməkdaş',
    'heç bir əməkdaş',
    'əməkdaşlar'
  ])
  const note = { type: 'note' as const, number: '12', date: printed('2025-11-14') }
  expect(seen(az.cite(note))).toBe('2025-ci~il 14~noyabr tarixli 12~nömrəli nota')
  expect(seen(az.coordinates({ latitude: 50.45, longitude: -30.5, decimals: 4 }))).toContain('şimal en dairəsi')
})

test('İ and I are two letters, and a clause becomes a sentence', () => {
  expect(['iyul', 'ılıq', 'əsas'].map(az.capital)).toEqual(['İyul', 'Ilıq', 'Əsas'])
  expect(['dağılmış', 'düşmüş', 'olmuş', 'edilmiş', 'baş vermişdir'].map(each => az.finite?.(each))).toEqual([
    'dağılmışdır',
    'düşmüşdür',
    'olmuşdur',
    'edilmişdir',
    'baş vermişdir'
  ])
})

test.each([
  ['respublika', 'res-pub-li-ka'],
  ['səfirlik', 'sə-fir-lik'],
  ['nümayəndəliyinin', 'nü-ma-yən-də-li-yi-nin'],
  ['azərbaycan', 'a-zər-bay-can'],
  ['federasiyasının', 'fe-de-ra-si-ya-sı-nın'],
  ['konsulluq', 'kon-sul-luq'],
  ['ərazi', 'ə-ra-zi']
])('%s divides as %s', (word, divided) => {
  const cuts = divide.cuts(word)
  expect([...word].map((letter, index) => (cuts.includes(index) ? `-${letter}` : letter)).join('')).toBe(divided)
})

describe('where an article says something', () => {
  test.each([
    ['22', '22-ci\u00A0maddəsində'],
    ['29', '29-cu\u00A0maddəsində'],
    ['31(3)', '31-ci\u00A0maddəsinin 3-cü\u00A0bəndində'],
    ['2(4)', '2-ci\u00A0maddəsinin 4-cü\u00A0bəndində'],
    ['1(i)', null]
  ])('%s', (article, place) => {
    expect(az.inArticle?.(article)).toBe(place)
  })
})
