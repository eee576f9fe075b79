/** What languages have in common in how they say periods, lists, positions and names in cases; each puts in its own words. */
import { sexagesimal } from './coordinates.ts'
import { type CalendarDate, compareDates, distinctDates } from './edtf.ts'
import {
  CASES,
  type DateForm,
  type GrammarTable,
  type GrammaticalCase,
  type ListStyle,
  type NameForm,
  type NameForms,
  type Say
} from './language.ts'

/** U+00A0: a line may not break here. */
export const NBSP = '\u00A0'

/** Between two dates; of a date and a year or month around it, the one around says it all: "in 2025". */
export function periodIn(
  between: (from: CalendarDate, to: CalendarDate) => string,
  when: (date: CalendarDate) => string
): Say['period'] {
  return (from, to) => {
    const [first, last] = [from.dates.at(0), to.dates.at(-1)]
    if (first === undefined || last === undefined) throw new Error('a date has at least one date')
    const order = compareDates(first, last)
    if (order === 'before') return between(first, last)
    if (order === 'after') return null
    if (order === 'same' && first.approximate) return when(first)
    return when(first.day !== null || last.month === null ? last : first)
  }
}

type Row = (dates: readonly CalendarDate[], word: ListStyle['word'], form: DateForm) => string

/** Dates in a row, each once. Beside alternatives a bare "and" would leave open which they are: `besides` parts them. */
export function datesIn(date: Say['date'], row: Row, joined: Joined, besides: string): Say['dates'] {
  return (list, form) => {
    if (list.every(each => each.relation === 'date'))
      return row(distinctDates(list.flatMap(each => each.dates)), 'and', form)
    const words = [...new Set(list.map(each => date(each, form)))]
    return list.some(each => each.relation === 'one-of') ? words.join(besides) : joined(words, 'and')
  }
}

type Words = Readonly<Record<ListStyle['word'], string>>

/** Commas or semicolons, and a word before the last item: behind a semicolon that of `clauses`, or none. */
export function separators(words: Words, clauses: Words = words): Say['separator'] {
  return ({ word, separator }, index, length) => {
    if (index === 0) return ''
    const mark = separator === 'comma' ? ', ' : '; '
    if (index < length - 1) return mark
    if (separator === 'comma') return ` ${words[word]} `
    return clauses[word] === '' ? mark : `${mark}${clauses[word]} `
  }
}

type Joined = (parts: readonly string[], word: ListStyle['word']) => string

export function joinedBy(separator: Say['separator']): Joined {
  return (parts, word) =>
    parts.map((part, index) => separator({ word, separator: 'comma' }, index, parts.length) + part).join('')
}

/** Degrees, minutes and seconds behind which stands the word for a direction. */
export function positionsIn(
  point: string,
  { latitude: north, longitude: east }: Readonly<Record<'latitude' | 'longitude', readonly [string, string]>>
): Say['coordinates'] {
  const axis = (value: number, decimals: number, [positive, negative]: readonly [string, string]): string => {
    const { degrees, minutes, seconds } = sexagesimal(Math.abs(value), decimals)
    const fine = minutes === null ? '' : `${String(minutes).padStart(2, '0')}\u2032`
    const finest = seconds === null ? '' : `${seconds.replace('.', point)}\u2033`
    return `${degrees}\u00B0${fine}${finest}${NBSP}${value < 0 ? negative : positive}`
  }
  return ({ latitude, longitude, decimals }) =>
    `${axis(latitude, decimals, north)}, ${axis(longitude, decimals, east)} (WGS${NBSP}84)`
}

/** A name and its short form in all cases that the language has. */
export function inAllCases<Noun>(
  formIn: (noun: Noun, inCase: GrammaticalCase) => string | null,
  full: Noun,
  short: Noun | null
): NameForms {
  const made: Partial<Record<NameForm, string>> = {}
  for (const inCase of CASES) {
    const whole = formIn(full, inCase)
    const abridged = short === null ? null : formIn(short, inCase)
    if (whole !== null) made[inCase] = whole
    if (abridged !== null) made[`short-${inCase}`] = abridged
  }
  return made
}

/** A table of words that nobody has confirmed yet. */
export function unconfirmed(...tables: readonly Readonly<Record<string, string>>[]): GrammarTable {
  const entries = tables.flatMap(each => Object.entries(each))
  return Object.fromEntries(entries.map(([key, text]) => [key, { text, confirmed: null }]))
}
