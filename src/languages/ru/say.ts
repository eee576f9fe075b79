/** Russian: dates, hours, numbers, measures, lists and citations, as official notes write them. */
import { ru as locale } from 'date-fns/locale/ru'
import { withCapital } from '../characters.ts'
import type { CalendarDate } from '../edtf.ts'
import type {
  DateForm,
  GrammaticalCase,
  ListStyle,
  PrintedCommunication,
  PrintedDate,
  PrintedTime,
  Say,
  TimeForm
} from '../language.ts'
import { decimalsOf, inDigits } from '../numerals.ts'
import type { CountedWords, PrintedCount, PrintedMeasure } from '../quantities.ts'
import { datesIn, joinedBy, NBSP, periodIn, positionsIn, separators } from '../saying.ts'
import { behindNumber, type Declension, declensionOf, formIn, pluralOf, russianCase } from './nouns.ts'

const DIGITS = { point: ',', group: NBSP, minus: '\u2212' }
/** Clauses behind semicolons stand without «и». */
const separator = separators({ and: 'и', or: 'или' }, { and: '', or: 'или' })
const joined = joinedBy(separator)

const NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const
/** ноября */
export const MONTHS: readonly string[] = NUMBERS.map(month => locale.localize.month(month, { context: 'formatting' }))
/** апрель, as behind `по`. */
const NOMINATIVE = NUMBERS.map(month => locale.localize.month(month, { context: 'standalone' }))

/** апреле: the ending of the nominative gives way. */
function prepositional(month: number): string {
  const noun = NOMINATIVE[month - 1] ?? ''
  return /[ьй]$/.test(noun) ? `${noun.slice(0, -1)}е` : `${noun}е`
}

/** A hedge and the case that it governs; null where it leaves the case to the words around. */
const QUALIFIERS = {
  exact: ['', null],
  about: ['около ', 'gen'],
  nearly: ['почти ', null],
  'a-little-over': ['чуть более ', 'gen'],
  'at-least': ['не менее ', 'gen'],
  'at-most': ['не более ', 'gen'],
  between: ['от ', 'gen'],
  reported: ['(по сообщениям) ', null]
} as const

const COMMUNICATION_WORDS: Readonly<Record<PrintedCommunication['type'], Declension>> = {
  note: ['нота', 'ноты', 'ноте', 'ноту', 'нотой', 'ноте'],
  'first-person-note': ['личная нота', 'личной ноты', 'личной ноте', 'личную ноту', 'личной нотой', 'личной ноте'],
  letter: ['письмо', 'письма', 'письму', 'письмо', 'письмом', 'письме'],
  'aide-memoire': [
    'памятная записка',
    'памятной записки',
    'памятной записке',
    'памятную записку',
    'памятной запиской',
    'памятной записке'
  ],
  'oral-protest': [
    'устный протест',
    'устного протеста',
    'устному протесту',
    'устный протест',
    'устным протестом',
    'устном протесте'
  ],
  summons: ['вызов', 'вызова', 'вызову', 'вызов', 'вызовом', 'вызове'],
  demarche: ['демарш', 'демарша', 'демаршу', 'демарш', 'демаршем', 'демарше'],
  response: ['ответ', 'ответа', 'ответу', 'ответ', 'ответом', 'ответе'],
  communication: ['обращение', 'обращения', 'обращению', 'обращение', 'обращением', 'обращении']
}

/** "14 ноября 2025 года", "апреля 2022 года", "2022 года" */
function genitive(date: CalendarDate): string {
  if (date.month === null) return `${date.year}${NBSP}года`
  const month = MONTHS[date.month - 1] ?? ''
  return `${date.day === null ? '' : `${date.day}${NBSP}`}${month} ${date.year}${NBSP}года`
}

/** As a noun: "апрель 2022 года", "2022 год". */
function bare(date: CalendarDate): string {
  if (date.approximate) return `около ${genitive(date)}`
  if (date.day !== null) return genitive(date)
  return date.month === null ? `${date.year}${NBSP}год` : `${NOMINATIVE[date.month - 1]} ${date.year}${NBSP}года`
}

/** When: "14 ноября 2025 года", "в апреле 2022 года", "в 2022 году". */
function when(date: CalendarDate): string {
  if (date.approximate) return `около ${genitive(date)}`
  if (date.day !== null) return genitive(date)
  if (date.month === null) return `в ${date.year}${NBSP}году`
  return `в ${prepositional(date.month)} ${date.year}${NBSP}года`
}

const FORMS: Readonly<Record<DateForm, (date: CalendarDate) => string>> = {
  plain: bare,
  on: when,
  of: date => `${hedgeOf(date)}от ${genitive(date)}`
}

/** Before a preposition, where `около` cannot stand. */
function hedgeOf({ approximate }: CalendarDate): string {
  return approximate ? 'примерно ' : ''
}

function between(from: CalendarDate, to: CalendarDate): string {
  const first = to.day === null || from.approximate || to.approximate ? genitive(from) : shortened(from, to)
  return `${hedgeOf(from)}с ${first} ${hedgeOf(to)}по ${bare({ ...to, approximate: false })}`
}

/** "в ночь с 17 на 18 августа 2025 года" */
function night(from: CalendarDate, to: CalendarDate): string {
  return `в ночь с ${shortened(from, to)} на ${genitive(to)}`
}

/** What is left to say of a day when a later one says the rest. */
function shortened(date: CalendarDate, whole: CalendarDate): string {
  if (date.year !== whole.year || date.day === null) return genitive(date)
  return date.month === whole.month ? String(date.day) : `${date.day}${NBSP}${MONTHS[(date.month ?? 0) - 1]}`
}

/** Days of one year share it, days of one month the month: "8 и 18 августа 2025 года". */
function row(dates: readonly CalendarDate[], word: ListStyle['word'], form: DateForm): string {
  const last = dates.at(-1)
  const shared = dates.every(each => each.day !== null && !each.approximate && each.year === last?.year)
  if (!last || !shared) return joined(dates.map(FORMS[form]), word)
  const oneMonth = dates.every(each => each.month === last.month)
  const parts = dates.map(each =>
    each === last ? genitive(each) : oneMonth ? String(each.day) : shortened(each, last)
  )
  return `${form === 'of' ? 'от ' : ''}${joined(parts, word)}`
}

function date(printed: PrintedDate, form: DateForm): string {
  const [first, ...rest] = printed.dates
  const last = rest.at(-1)
  if (first === undefined) throw new Error('a date has at least one date')
  if (last === undefined) return FORMS[form](first)
  if (printed.relation === 'one-of') return row(printed.dates, 'or', form)
  if (printed.relation === 'night') return night(first, last)
  return form === 'plain' ? between(first, last) : `${form === 'of' ? 'за' : 'в'} период ${between(first, last)}`
}

/** A number with its hedge; the second of two decides on the noun. */
function quantity({ value, to, qualifier }: PrintedCount, decimals = 0): string | null {
  const numbers = [value, ...(to === null ? [] : [to])].map(each => inDigits(each, decimals, DIGITS))
  return numbers.includes(null) ? null : QUALIFIERS[qualifier][0] + numbers.join(' до ')
}

function countedAs(number: number): keyof CountedWords {
  const category = pluralOf(number)
  return category === 'other' ? 'many' : category
}

function measure(measured: PrintedMeasure, inCase: GrammaticalCase | null = null): string | null {
  const { value, to, decimals, words } = measured
  const number = quantity(measured, decimals)
  const asked = russianCase(inCase ?? 'nom')
  const governed = QUALIFIERS[measured.qualifier][1]
  if (number === null || asked === null) return null
  // "не менее" wants the genitive, which no other case can stand beside
  if (governed && !['nom', 'acc', governed].includes(asked)) return null
  return `${number}${NBSP}${behindNumber(declensionOf(words), governed ?? asked, to ?? value, decimals)}`
}

/** In digits, for one and two agree with the gender of a noun; `one` can say its number itself: "одна ракета". */
function count(counted: PrintedCount | null, { one: alone, few, many }: CountedWords): string | null {
  if (counted === null) return `несколько ${many}`
  const { value, to, qualifier } = counted
  const one = alone.replace(/^од(?:ин|н[ао]) /u, '')
  if (one !== alone && value === 1 && qualifier === 'exact') return alone
  if (few === null || ![value, to ?? 0].every(each => Number.isInteger(each) && each >= 0)) return null
  if (value === 0) return `ни одного из ${many}`
  const number = quantity(counted)
  const plural = countedAs(to ?? value)
  // a hedge that governs the genitive: that of one is not among the words
  if (QUALIFIERS[qualifier][1] !== null) return plural === 'one' ? null : number && `${number}${NBSP}${many}`
  return number && `${number}${NBSP}${{ one, few, many }[plural]}`
}

/** "нота", "от 14 ноября 2025 года № 12": whose it is stands between; a number is never made up. */
function citeOf(cited: PrintedCommunication, inCase: GrammaticalCase | null): readonly [string, string] | null {
  const { type, number, date: on, when, several } = cited
  // how the participle agrees, and the plural, a Russian speaker has yet to say
  if (several || when) return null
  const noun = formIn(COMMUNICATION_WORDS[type], russianCase(inCase ?? 'nom') ?? 'nom')
  return [noun, [on && date(on, 'of'), number && `№${NBSP}${number}`].filter(Boolean).join(' ')]
}

/** "в 01:00", "примерно с 10:00 до 14:00" */
function time({ local, until, qualifier }: PrintedTime, form: TimeForm): string {
  const approximate = qualifier === 'approx'
  if (form === 'at' && until === null) return `${approximate ? 'около' : 'в'}${NBSP}${local}`
  const start = `${approximate ? 'примерно ' : ''}с${NBSP}${local}`
  return until === null ? start : `${start} до${NBSP}${until}`
}

const capital = (text: string): string => withCapital(text, letter => letter.toUpperCase())

export const say: Say = {
  date,
  dates: datesIn(date, row, joined, ', а также '),
  period: periodIn((from, to) => `в период ${between(from, to)}`, when),
  measure,
  count,
  pluralOf: countedAs,
  separator,
  coordinates: positionsIn(',', {
    latitude: ['северной широты', 'южной широты'],
    longitude: ['восточной долготы', 'западной долготы']
  }),
  cite: (communication, inCase = null) => citeOf(communication, inCase)?.join(' ') ?? null,
  citeOf,
  capital,
  time,
  ordinal: value => (Number.isInteger(value) && value > 0 ? `${value}-й` : null),
  number: value => inDigits(value, decimalsOf(value), DIGITS),
  possessive: () => null,
  plate: capital
}
