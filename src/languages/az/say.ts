/** Azerbaijani: dates, hours, numbers, lists and citations, as the Ministry's releases and the State's decrees write them. */
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
import type { CountedWords, Hedge, PrintedCount, PrintedMeasure } from '../quantities.ts'
import { datesIn, joinedBy, NBSP, periodIn, positionsIn, separators } from '../saying.ts'
import { decline, looksPossessed } from './nouns.ts'
import {
  type DAY_SUFFIXES,
  fourfold,
  lastSpoken,
  ordinal,
  smallNumber,
  twofold,
  upper,
  withSuffix
} from './suffixes.ts'

const DIGITS = { point: ',', group: NBSP, minus: '\u2212' }
const separator = separators({ and: 'və', or: 'və ya' })
const joined = joinedBy(separator)
export const MONTHS = 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(' ')

/** A hedge is a fact: it is printed as recorded, or refused where we have no words for it. */
const QUALIFIERS: Readonly<Record<Hedge, string | null>> = {
  exact: '',
  about: 'təqribən ',
  nearly: 'az qala ',
  'a-little-over': null,
  'at-least': 'ən azı ',
  'at-most': 'ən çoxu ',
  between: '',
  reported: 'məlumata görə, '
}

const COMMUNICATION_WORDS = {
  note: 'nota',
  'first-person-note': 'şəxsi nota',
  letter: 'məktub',
  'aide-memoire': null,
  'oral-protest': 'şifahi etiraz',
  demarche: 'demarş',
  summons: 'çağırış',
  response: 'cavab',
  communication: 'müraciət'
}

const ABOUT = 'təqribən '

/** Which ending the last part of a date has: of the day, or of what stands in its place. */
type DateEnding = keyof typeof DAY_SUFFIXES

function monthOf({ month }: CalendarDate): string {
  return MONTHS[(month ?? 0) - 1] ?? ''
}

/** "2025-ci il" */
function year({ year: number }: CalendarDate): string {
  return `${ordinal(number)}${NBSP}il`
}

function possessor(month: string): string {
  return `${month}${fourfold(month)}n`
}

/** "noyabrın 14-də": the day, with the month that it belongs to. */
function dayWith(date: CalendarDate, ending: DateEnding): string {
  return `${possessor(monthOf(date))}${NBSP}${withSuffix(date.day ?? 0, ending)}`
}

/** What stands behind `ay` and behind `il`. */
const MONTH_ENDINGS: Readonly<Record<DateEnding, string>> = {
  nominative: 'ayı',
  locative: 'ayında',
  ablative: 'ayından',
  dative: 'ayına'
}
const YEAR_ENDINGS: Readonly<Record<DateEnding, string>> = {
  nominative: 'il',
  locative: 'ildə',
  ablative: 'ildən',
  dative: 'ilə'
}

/** "2025-ci il noyabrın 14-də", "2022-ci ilin aprel ayında", "2022-ci ildə" */
function whole(date: CalendarDate, ending: DateEnding): string {
  const hedge = date.approximate ? ABOUT : ''
  if (date.day !== null) return `${hedge}${year(date)} ${dayWith(date, ending)}`
  if (date.month !== null) return `${hedge}${year(date)}in ${monthOf(date)}${NBSP}${MONTH_ENDINGS[ending]}`
  return `${hedge}${ordinal(date.year)}${NBSP}${YEAR_ENDINGS[ending]}`
}

/** As a noun: "14 noyabr 2025-ci il". */
function bare(date: CalendarDate): string {
  if (date.day === null) return whole(date, 'nominative')
  return `${date.approximate ? ABOUT : ''}${date.day}${NBSP}${monthOf(date)} ${year(date)}`
}

/** Before what is dated: "2025-ci il 14 noyabr tarixli". */
function dated(date: CalendarDate): string {
  const hedge = date.approximate ? ABOUT : ''
  if (date.day !== null) return `${hedge}${year(date)} ${date.day}${NBSP}${monthOf(date)} tarixli`
  return `${hedge}${date.month === null ? year(date) : `${year(date)} ${monthOf(date)}`} tarixli`
}

/** A date behind another: days of one year share it, and days of one month the month. */
function behind(before: CalendarDate, date: CalendarDate, ending: DateEnding): string {
  const days = [before, date].every(each => each.day !== null && !each.approximate)
  if (!days || before.year !== date.year) return whole(date, ending)
  return before.month === date.month ? withSuffix(date.day ?? 0, ending) : dayWith(date, ending)
}

/** "2022-ci il martın 3-ü ilə 5-i arasında" */
function between(from: CalendarDate, to: CalendarDate): string {
  return `${whole(from, 'nominative')} ilə ${behind(from, to, 'nominative')} arasında`
}

/** "avqustun 17-dən 18-nə keçən gecə" */
function night(from: CalendarDate, to: CalendarDate): string {
  return `${whole(from, 'ablative')} ${behind(from, to, 'dative')} keçən gecə`
}

/** "2025-ci il avqustun 8-də və 18-də" */
function row(dates: readonly CalendarDate[], word: ListStyle['word'], form: DateForm): string {
  if (form === 'plain') return joined(dates.map(bare), word)
  if (form === 'of') return joined(dates.map(dated), word)
  const parts = dates.map((date, index) => {
    const before = dates[index - 1]
    return before ? behind(before, date, 'locative') : whole(date, 'locative')
  })
  return joined(parts, word)
}

function date(printed: PrintedDate, form: DateForm): string {
  const [first, ...rest] = printed.dates
  const last = rest.at(-1)
  if (first === undefined) throw new Error('a date has at least one date')
  if (last === undefined) return row([first], 'and', form)
  if (printed.relation === 'one-of') return row(printed.dates, 'or', form)
  const said = printed.relation === 'night' ? night(first, last) : between(first, last)
  return form === 'of' ? `${said} tarixli` : said
}

/** "saat 01:00-da", "saat 10:00-dan 14:00-dək": the ending follows the last numeral that is spoken. */
function time({ local, until, qualifier }: PrintedTime, form: TimeForm): string {
  const minutes = Number(local.slice(3))
  const hedge = qualifier === 'approx' ? ABOUT : ''
  const start = `${hedge}saat${NBSP}${local}-d${twofold(lastSpoken(minutes))}`
  if (until === null) return form === 'at' ? start : `${start}n`
  return `${start}n ${until}-dək`
}

/** A number with its hedge: "təqribən 35", and of two "20–30". */
function quantity({ value, to, qualifier }: PrintedCount, number: (value: number) => string | null): string | null {
  const [hedge, numbers] = [QUALIFIERS[qualifier], [value, ...(to === null ? [] : [to])].map(number)]
  return hedge === null || numbers.includes(null) ? null : hedge + numbers.join('\u2013')
}

function measure(measured: PrintedMeasure, inCase: GrammaticalCase | null = null): string | null {
  const { decimals, words } = measured
  const [noun] = words.one
  const number = quantity(measured, each => inDigits(each, decimals, DIGITS))
  if (noun === undefined || number === null) return null
  return `${number}${NBSP}${decline(noun, inCase ?? 'nom', looksPossessed(noun))}`
}

/** A noun stays singular behind a number. */
function count(counted: PrintedCount | null, { one, many }: CountedWords): string | null {
  if (counted === null) return many
  if (counted.value === 0) return `heç bir ${one}`
  const words = quantity(counted, each => {
    if (!Number.isInteger(each) || each < 0) return null
    return (counted.to === null ? smallNumber(each) : undefined) ?? inDigits(each, 0, DIGITS)
  })
  return words && `${words}${NBSP}${one}`
}

/** "2025-ci il 14 noyabr tarixli 12 nömrəli nota": a number is never made up. */
function cite(cited: PrintedCommunication, inCase: GrammaticalCase | null = null): string | null {
  const { type, number, date: on, when, several } = cited
  const noun = COMMUNICATION_WORDS[type]
  // what is not here an Azerbaijani speaker has yet to say
  if (several || when || noun === null) return null
  const dated = on === null ? '' : `${date(on, 'of')} `
  const numbered = number === null ? '' : `${number}${NBSP}nömrəli `
  return `${dated}${numbered}${decline(noun, inCase ?? 'nom', false)}`
}

/** "dağılmış" ends no sentence; "dağılmışdır" does. Other endings are sentences already. */
function finite(clause: string): string {
  return /m[ıiuü]ş$/u.test(clause) ? `${clause}d${fourfold(clause)}r` : clause
}

const capital = (text: string): string => withCapital(text, upper)

/** "22-ci maddəsində"; "31-ci maddəsinin 3-cü bəndində" */
function inArticle(text: string): string | null {
  const [, article, paragraph] = /^(\d+)(?:\((\d+)\))?$/.exec(text) ?? []
  if (article === undefined) return null
  const place = `${ordinal(Number(article))}${NBSP}maddəsi`
  return paragraph === undefined ? `${place}ndə` : `${place}nin ${ordinal(Number(paragraph))}${NBSP}bəndində`
}

export const say: Say = {
  date,
  dates: datesIn(date, row, joined, ', habelə '),
  period: periodIn(between, around => whole(around, 'locative')),
  time,
  measure,
  count,
  separator,
  inArticle,
  coordinates: positionsIn(',', {
    latitude: ['şimal en dairəsi', 'cənub en dairəsi'],
    longitude: ['şərq uzunluq dairəsi', 'qərb uzunluq dairəsi']
  }),
  cite,
  finite,
  capital,
  ordinal: value => (Number.isInteger(value) && value > 0 ? ordinal(value) : null),
  number: value => inDigits(value, decimalsOf(value), DIGITS),
  possessive: () => null,
  plate: capital
}
