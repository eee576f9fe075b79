/** English read back. */
import {
  at,
  datesBy,
  degrees,
  type Found,
  firstOf,
  type Hedge,
  type Item,
  type Joint,
  numberIn,
  type Part,
  position,
  type Reader,
  type Reading,
  type Rule,
  rule
} from './reader.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const MONTH = `(?<month>${MONTHS.join('|')})(?!\\p{L})`
const YEAR = '(?<year>\\d{4})(?!\\d)'
/** What says how a date is meant; only what hedges it changes it. */
const LEAD = '(?:[Oo]n or (?<a>about) |[Oo]n |[Ii]n |(?<b>[Aa]round|[Aa]bout) )?'
const OF = '(?:[Oo]f |[Dd]ated )?'

function part({ year, month, day, a, b }: Readonly<Record<string, string>>): Part {
  return {
    year: year === undefined ? null : Number(year),
    month: month === undefined ? null : MONTHS.indexOf(month) + 1,
    day: day === undefined ? null : Number(day),
    approximate: a !== undefined || b !== undefined
  }
}

/** Behind a lead of its own, whole or with its rest further on. */
const bare = firstOf<Part>(
  rule(`${LEAD}(?<day>\\d{1,2}) ${MONTH} ${YEAR}`, part),
  rule(`${LEAD}${MONTH} ${YEAR}`, part),
  rule(`${LEAD}${YEAR}`, part),
  rule(`${LEAD}(?<day>\\d{1,2}) ${MONTH}`, part),
  rule(`${LEAD}${MONTH}`, part),
  rule(`${LEAD}(?<day>\\d{1,2})(?![\\d:.,\u00B0]\\d|\\d|\u00B0)`, part)
)

function then<T>(
  text: string,
  found: Found<unknown> | { readonly end: number } | null,
  next: Rule<T>
): Found<T> | null {
  return found ? next(text, found.end) : null
}

/** Two dates behind an opening, with a word between them. */
function pair(relation: Item['relation'], opening: string, word: string): Rule<Item> {
  const open = rule(opening, () => true)
  const middle = rule(word, () => true)
  return (text, offset) => {
    const from = then(text, open(text, offset), bare)
    const to = from && then(text, middle(text, from.end), bare)
    return from && to ? { value: { relation, dates: [from.value, to.value] }, end: to.end } : null
  }
}

const comma = at(', ')
const or = at(' or ')

/** Alternatives that say where they begin. */
const either: Rule<Item> = (text, offset) => {
  const open = at(`${OF}${LEAD}[Ee]ither |[Dd]ated `)(text, offset)
  const dates: Part[] = []
  let next = open && bare(text, offset + open[0].length)
  for (let last = false; next; ) {
    dates.push(next.value)
    if (last) {
      const hedge = open?.groups?.['a'] ?? open?.groups?.['b']
      const meant = dates.map(each => (hedge === undefined ? each : { ...each, approximate: true }))
      return { value: { relation: 'one-of', dates: meant }, end: next.end }
    }
    last = or(text, next.end) !== null
    const joint = or(text, next.end) ?? comma(text, next.end)
    next = joint && bare(text, next.end + joint[0].length)
  }
  return null
}

const single: Rule<Item> = (text, offset) => {
  const lead = at(OF)(text, offset)
  const found = bare(text, offset + (lead?.[0].length ?? 0))
  return found && { value: { relation: 'date', dates: [found.value] }, end: found.end }
}

const item = firstOf<Item>(
  pair('night', '(?:[Dd]ated )?(?:[Dd]uring the )?[Nn]ight of ', ' to '),
  pair('interval', '(?:[Dd]ated )?[Bb]etween ', ' and '),
  either,
  pair('interval', '', ' to '),
  single
)

const joint: Rule<Joint> = firstOf<Joint>(
  rule(',? and ', () => 'and'),
  rule(' or ', () => 'or'),
  rule(', ', () => 'comma')
)

const hour = rule<Reading>(
  '(?:(?:[Aa]t|[Ff]rom|to) )?(?<hedge>[Aa]bout )?(?<local>\\d\\d:\\d\\d)(?!\\d)',
  ({ hedge, local = '' }) => ({
    kind: 'hour',
    local,
    qualifier: hedge === undefined ? 'exact' : 'approx'
  })
)

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const HEDGES: Readonly<Record<string, Hedge>> = {
  about: 'about',
  nearly: 'nearly',
  'a little over': 'a-little-over',
  'at least': 'at-least',
  'at most': 'at-most',
  'a reported': 'reported',
  reportedly: 'reported'
}
/** One and several. */
const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  step: ['step', 'steps'],
  metre: ['metre', 'metres'],
  kilometre: ['kilometre', 'kilometres'],
  'cubic-metre': ['cubic metre', 'cubic metres'],
  hectare: ['hectare', 'hectares'],
  tonne: ['tonne', 'tonnes'],
  minute: ['minute', 'minutes'],
  hour: ['hour', 'hours'],
  'nautical-mile': ['nautical mile', 'nautical miles'],
  foot: ['foot', 'feet']
}
const NUMBER = `(?:(?<word>${WORDS.join('|')})|(?<digits>\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?))`

function numeral({ word, digits = '' }: Readonly<Record<string, string>>) {
  return word === undefined ? numberIn(digits, '.') : { value: WORDS.indexOf(word), decimals: 0 }
}

const measures = Object.entries(UNITS).map(([unit, [one, many]]) =>
  rule<Reading>(
    `(?:(?<hedge>${Object.keys(HEDGES).join('|')}) )?${NUMBER} (?<form>${many}|${one})(?!\\p{L})`,
    groups => {
      const { value, decimals } = numeral(groups)
      const isOne = value === 1 && decimals === 0
      if (groups['form']?.replace(/\s/gu, ' ') !== (isOne ? one : many)) return null
      const qualifier = HEDGES[groups['hedge']?.replace(/\s/gu, ' ') ?? ''] ?? 'exact'
      return { kind: 'measure', value, decimals, unit, qualifier }
    }
  )
)

/** "One" counts where a no-break space holds its noun: "one of them" counts nothing. */
const count = firstOf<Reading>(
  rule('no \\p{Ll}+', () => ({ kind: 'count', count: 0 })),
  rule('one\u00A0\\p{L}+', () => ({ kind: 'count', count: 1 })),
  rule(`(?:(?<word>${WORDS.slice(2).join('|')})|(?<digits>\\d{1,3}(?:,\\d{3})*)) \\p{L}+`, groups => ({
    kind: 'count',
    count: numeral(groups).value
  }))
)

const place = rule(`${degrees('a')} (?<north>N|S), ${degrees('o')} (?<east>E|W) \\(WGS 84\\)`, groups =>
  position(groups, groups['north'] === 'N' ? 1 : -1, groups['east'] === 'E' ? 1 : -1)
)

const name = rule<Reading>('No\\. [\\p{L}\\d_/.-]*[\\p{L}\\d_]|[Aa]rticles? \\d+(?:\\(\\d+\\))*', () => ({
  kind: 'name'
}))

export const english: Reader = {
  lower: text => text,
  rules: [place, name, hour, ...measures, datesBy({ item, joint, from: 'right' }), count]
}
