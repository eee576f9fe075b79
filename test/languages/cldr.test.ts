/** What languages say of numbers and units, word by word against CLDR 48.2 (cldr-core, cldr-units-full; Unicode-3.0). */
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { say as az } from '../../src/languages/az/say.ts'
import { say as en } from '../../src/languages/en/say.ts'
import { behindNumber, declensionOf, pluralOf, type RussianCase } from '../../src/languages/ru/nouns.ts'
import { units, unitWords } from '../records/make-records.ts'

const require = createRequire(import.meta.url)
type Rows = Readonly<Record<string, string>>
const { supplemental: cardinal } = require('cldr-core/supplemental/plurals.json')
const { supplemental: ordinal } = require('cldr-core/supplemental/ordinals.json')

const UNIT_WORDS = {
  az: require('cldr-units-full/main/az/units.json'),
  'en-GB': require('cldr-units-full/main/en-GB/units.json'),
  ru: require('cldr-units-full/main/ru/units.json')
}

/** CLDR's words for a unit in the long style. */
function unitIn(language: keyof typeof UNIT_WORDS, unit: string): Rows {
  return UNIT_WORDS[language].main[language].units.long[CLDR_UNITS.get(unit) ?? '']
}

/** Our units by CLDR's names; a step is none of CLDR's. */
const CLDR_UNITS: ReadonlyMap<string, string> = new Map([
  ['millimetre', 'length-millimeter'],
  ['centimetre', 'length-centimeter'],
  ['metre', 'length-meter'],
  ['kilometre', 'length-kilometer'],
  ['inch', 'length-inch'],
  ['yard', 'length-yard'],
  ['mile', 'length-mile'],
  ['square-metre', 'area-square-meter'],
  ['square-kilometre', 'area-square-kilometer'],
  ['acre', 'area-acre'],
  ['litre', 'volume-liter'],
  ['kilogram', 'mass-kilogram'],
  ['second', 'duration-second'],
  ['day', 'duration-day'],
  ['week', 'duration-week'],
  ['month', 'duration-month'],
  ['kilometre-per-hour', 'speed-kilometer-per-hour'],
  ['knot', 'speed-knot'],
  ['cubic-metre', 'volume-cubic-meter'],
  ['hectare', 'area-hectare'],
  ['tonne', 'mass-tonne'],
  ['minute', 'duration-minute'],
  ['hour', 'duration-hour'],
  ['nautical-mile', 'length-nautical-mile'],
  ['foot', 'length-foot']
])

/** A number as CLDR's samples write it. */
interface Sample {
  readonly category: string
  readonly value: number
  readonly decimals: number
}

/** The samples of a language's rules (UTS 35, part 3, 5.1.1): `2~4` is every number from 2 to 4 at the precision written. */
function samplesOf(rules: Rows): readonly Sample[] {
  return Object.entries(rules).flatMap(([rule, text]) => {
    const samples = text
      .split(/@integer|@decimal/u)
      .slice(1)
      .join(',')
    return samples
      .split(',')
      .map(each => each.trim())
      .filter(each => /^\d/.test(each))
      .flatMap(each => spread(each, rule.replace('pluralRule-count-', '')))
  })
}

function spread(sample: string, category: string): Sample[] {
  const [from = '', to = from] = sample.split('~')
  const decimals = from.split('.')[1]?.length ?? 0
  const step = 10 ** decimals
  const [first, last] = [from, to].map(each => Math.round(Number(each) * step))
  const length = (last ?? 0) - (first ?? 0) + 1
  return Array.from({ length }, (_, index) => ({ category, value: ((first ?? 0) + index) / step, decimals }))
}

const samples = (language: string) => samplesOf(cardinal['plurals-type-cardinal'][language])
const exact = { to: null, qualifier: 'exact' } as const
const nounOf = (said: string | null) => said?.replace(/^[^\u00A0]*\u00A0/u, '')

test('the samples are read whole', () => {
  expect(['az', 'en', 'ru'].map(each => samples(each).length)).toEqual([48, 44, 71])
})

describe('plural categories', () => {
  test.each(samples('ru'))('of $value ($decimals decimals) in Russian: $category', ({ category, value, decimals }) => {
    expect(pluralOf(value, decimals)).toBe(category)
  })

  test.each(samples('en'))('of $value ($decimals decimals) in English: $category', ({ category, value, decimals }) => {
    const said = en.measure({ ...exact, value, decimals, words: unitWords('metre', 'en') })
    expect(said?.split('\u00A0').at(-1)).toBe(category === 'one' ? 'metre' : 'metres')
  })

  test.each(samples('az'))(
    'of $value ($decimals decimals) leave an Azerbaijani noun as it is',
    ({ value, decimals }) => {
      const said = az.measure({ ...exact, value, decimals, words: unitWords('metre', 'az') })
      expect(said?.split('\u00A0').at(-1)).toBe('metr')
    }
  )
})

/** CLDR's cases of units by ours. */
const CASES: readonly (readonly [RussianCase, string])[] = [
  ['nom', 'unitPattern'],
  ['gen', 'genitive'],
  ['dat', 'dative'],
  ['acc', 'accusative'],
  ['ins', 'instrumental'],
  ['loc', 'prepositional']
]
const OF_CATEGORY = { one: [21, 0], few: [3, 0], many: [35, 0], other: [1.5, 1] } as const

describe.each([...CLDR_UNITS.keys()])('%s in Russian', unit => {
  const words = unitIn('ru', unit)

  test('has in each case and behind each number the form of CLDR', () => {
    const compared = CASES.flatMap(([inCase, name]) =>
      Object.entries(OF_CATEGORY).flatMap(([category, [value, decimals]]) => {
        const pattern = words[`${name}-count-${category}`]
        const ours = behindNumber(declensionOf(unitWords(unit, 'ru')), inCase, value, decimals)
        return pattern === undefined ? [] : [[`${inCase} ${category}`, pattern.replace('{0} ', ''), ours]]
      })
    )
    // CLDR declines no nautical mile and no knot: of these it has the nominative; of others it lacks one form
    const all = { 'nautical-mile': 4, knot: 4, foot: 23, inch: 23, yard: 23, mile: 23, acre: 23 }[unit] ?? 24
    expect(compared.length).toBe(all)
    expect(compared.filter(([, theirs, ours]) => theirs !== ours)).toEqual([])
  })
})

test('a nautical mile is declined as its two words are', () => {
  const mile = declensionOf(unitWords('nautical-mile', 'ru'))
  expect(CASES.map(([inCase]) => behindNumber(mile, inCase, 35, 0))).toEqual([
    'морских миль',
    'морских миль',
    'морским милям',
    'морских миль',
    'морскими милями',
    'морских милях'
  ])
  expect(behindNumber(mile, 'acc', 1, 0)).toBe('морскую милю')
})

test('every unit of ours is one of CLDR, but for the step', () => {
  expect([...units.keys()].filter(each => !CLDR_UNITS.has(each))).toEqual(['step'])
})

test.each([...CLDR_UNITS.keys()])('%s in English is the British form', unit => {
  const words = unitIn('en-GB', unit)
  for (const [category, value] of [
    ['one', 1],
    ['other', 35]
  ] as const) {
    const said = en.measure({ ...exact, value, decimals: 0, words: unitWords(unit, 'en') })
    expect(nounOf(said)).toBe(words[`unitPattern-count-${category}`]?.replace('{0} ', ''))
  }
})

/** Where we write another word than CLDR: it has no nautical mile and no knot in words, and more than is said of a cubic metre and of a tonne. */
const OTHERWISE: Rows = { 'nautical-mile': 'dəniz mili', 'cubic-metre': 'kubmetr', tonne: 'ton', knot: 'düyün' }

test.each([...CLDR_UNITS.keys()])('%s in Azerbaijani', unit => {
  const said = az.measure({ ...exact, value: 35, decimals: 0, words: unitWords(unit, 'az') })
  expect(nounOf(said)).toBe(OTHERWISE[unit] ?? unitIn('az', unit)['unitPattern-count-other']?.replace('{0} ', ''))
})

/** Which ending of an ordinal each category of CLDR stands for. */
const ENDINGS: Rows = { one: '-ci', few: '-cü', many: '-cı', other: '-cu' }

describe('Azerbaijani ordinals', () => {
  const all = samplesOf(ordinal['plurals-type-ordinal'].az)

  test('end as CLDR says', () => {
    expect(all.length).toBe(59)
    const wrong = all.filter(({ category, value }) => az.ordinal(value) !== `${value}${ENDINGS[category]}`)
    // CLDR knows no word for a thousand: it lets it end as a million (milyonuncu), but it is mininci; zero is none of ours
    expect(wrong.map(each => each.value)).toEqual([0, 1000, 10_000, 100_000])
    expect([1000, 10_000, 100_000].map(az.ordinal)).toEqual(['1000-ci', '10000-ci', '100000-ci'])
  })
})
