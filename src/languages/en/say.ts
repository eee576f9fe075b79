/** English: dates, numbers, lists and citations as British and United Nations usage writes them. */
import { enGB } from 'date-fns/locale/en-GB'
import { withCapital } from '../characters.ts'
import { type CalendarDate, distinctDates } from '../edtf.ts'
import type { DateForm, ListStyle, PrintedCommunication, PrintedDate, PrintedTime, Say, TimeForm } from '../language.ts'
import { decimalsOf, inDigits } from '../numerals.ts'
import type { CountedWords, Hedge, PrintedCount, PrintedMeasure } from '../quantities.ts'
import { joinedBy, NBSP, periodIn, positionsIn, separators } from '../saying.ts'

const DIGITS = { point: '.', group: ',', minus: '\u2212' }
/** A list of words has no serial comma. */
const separator = separators({ and: 'and', or: 'or' })
const joined = joinedBy(separator)
export const MONTHS: readonly string[] = ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const).map(month =>
  enGB.localize.month(month)
)
const SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const ORDINALS = ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']

/** A hedge is a fact: it is printed as recorded. */
const QUALIFIERS: Readonly<Record<Hedge, string>> = {
  exact: '',
  about: 'about ',
  nearly: 'nearly ',
  'a-little-over': 'a little over ',
  'at-least': 'at least ',
  'at-most': 'at most ',
  between: 'between ',
  reported: 'a reported '
}

/** One of each, several, and what is done with them where their date is not known. */
const COMMUNICATION_WORDS = {
  note: ['note verbale', 'notes verbales', 'transmitted'],
  'first-person-note': ['note in the first person', 'notes in the first person', 'transmitted'],
  letter: ['letter', 'letters', 'sent'],
  'aide-memoire': ['aide-m\u00E9moire', 'aide-m\u00E9moires', 'left'],
  'oral-protest': ['oral protest', 'oral protests', 'made'],
  demarche: ['d\u00E9marche', 'd\u00E9marches', 'made'],
  summons: ['summons', 'summonses', 'issued'],
  response: ['response', 'responses', 'received'],
  communication: ['communication', 'communications', 'made']
} as const

/** Where a date stands by itself, as a noun or as an adverbial. */
type Placed = Exclude<DateForm, 'of'>

/** What stands between dates in a row, and what opens the row. */
interface Joint {
  readonly word: ListStyle['word']
  readonly opening: '' | 'either '
}
const AND: Joint = { word: 'and', opening: '' }
const OR: Joint = { word: 'or', opening: '' }
/** Among other dates, alternatives say where they begin. */
const EITHER: Joint = { word: 'or', opening: 'either ' }

/** The unit of time down to which a date is known; dates can share a month or a year only when this is the same. */
type Precision = 'day' | 'month' | 'year'

function precisionOf(date: CalendarDate): Precision {
  if (date.day !== null) return 'day'
  return date.month === null ? 'year' : 'month'
}

function monthOf(date: CalendarDate): string {
  return MONTHS[(date.month ?? 0) - 1] ?? ''
}

/** "14 November 2025", "April 2022", "2022", without any hedge. */
function bare(date: CalendarDate): string {
  const precision = precisionOf(date)
  if (precision === 'year') return String(date.year)
  return `${precision === 'day' ? `${date.day}${NBSP}` : ''}${monthOf(date)} ${date.year}`
}

function hedged(date: CalendarDate): string {
  if (!date.approximate) return bare(date)
  return `${date.day === null ? 'around' : 'about'} ${bare(date)}`
}

function preposition(date: CalendarDate): string {
  if (date.day !== null) return date.approximate ? 'on or about ' : 'on '
  return date.approximate ? 'around ' : 'in '
}

function single(date: CalendarDate, form: Placed): string {
  return form === 'on' ? preposition(date) + bare(date) : hedged(date)
}

/** What is left to say of a date when a later one says the rest: "17" of "17 and 18 August 2025". */
function shortened(date: CalendarDate, whole: CalendarDate): string {
  if (date.year !== whole.year) return bare(date)
  if (date.day === null) return monthOf(date)
  return date.month === whole.month ? String(date.day) : `${date.day}${NBSP}${monthOf(date)}`
}

/** True when the dates are alike in precision, without hedges, and of one year: only then can one lend another its end. */
function canShare(dates: readonly CalendarDate[]): boolean {
  const [first] = dates
  if (first === undefined || precisionOf(first) === 'year') return false
  return dates.every(each => !each.approximate && precisionOf(each) === precisionOf(first) && each.year === first.year)
}

/** Two dates with a word between them; the first leaves out what the second says. */
function pair(from: CalendarDate, to: CalendarDate, word: string): string {
  const first = canShare([from, to]) ? shortened(from, to) : hedged(from)
  return `${first} ${word} ${hedged(to)}`
}

/**
 * Several dates in a row: "8 and 18 August 2025", or each in full when they are not of one month. Alternatives are one
 * date, so they share a year as well: "1 January, 2 February or 3 March 2026".
 */
function row(dates: readonly CalendarDate[], { word, opening }: Joint, form: Placed): string {
  const last = dates.at(-1)
  if (last === undefined) throw new Error('a row of dates has at least one date')
  const oneMonth = last.day === null || dates.every(each => each.month === last.month)
  const shared = canShare(dates) && (oneMonth || word === 'or')
  const words = dates.map(each => (each === last || !shared ? hedged(each) : shortened(each, last)))
  if (form === 'plain') return opening + joined(words, word)
  const alike = new Set(dates.map(preposition)).size === 1 && !last.approximate
  if (alike) return preposition(last) + opening + joined(words, word)
  const each = dates.map(date => single(date, 'on'))
  return opening + joined(each, word)
}

/** What a date says of a document: "of 5 May 2026"; one that is not sure of its day is "dated" so. */
function dated(printed: PrintedDate): string {
  if (printed.relation === 'one-of') return `dated ${date(printed, 'plain')}`
  const sure = printed.relation === 'date' && printed.dates.every(each => !each.approximate)
  return sure ? `of ${date(printed, 'plain')}` : `dated ${date(printed, 'on')}`
}

function date(printed: PrintedDate, form: DateForm): string {
  const [first, ...rest] = printed.dates
  const last = rest.at(-1)
  if (first === undefined) throw new Error('a date has at least one date')
  if (form === 'of') return dated(printed)
  if (last === undefined) return single(first, form)
  if (printed.relation === 'one-of') return row(printed.dates, OR, form)
  if (printed.relation === 'night') return `${form === 'on' ? 'during the ' : ''}night of ${pair(first, last, 'to')}`
  return form === 'on' ? `between ${pair(first, last, 'and')}` : pair(first, last, 'to')
}

function dates(list: readonly PrintedDate[], form: DateForm): string {
  const plain = list.every(each => each.relation === 'date')
  if (plain && form !== 'of') {
    const all = list.flatMap(each => each.dates)
    const different = distinctDates(all)
    return row(different, AND, form)
  }
  const different = new Map(list.map(each => [date(each, form), each]))
  const words = [...different].map(([text, each], index) => {
    if (each.relation !== 'one-of' || form === 'of' || different.size === 1) return text
    // "either 7 or 8 May, and 9 June": the last word is not one of the alternatives
    return row(each.dates, EITHER, form) + (index === different.size - 2 ? ',' : '')
  })
  return joined(words, 'and')
}

/** "at about 01:00", "from 10:00 to 14:00" */
function time({ local, until, qualifier }: PrintedTime, form: TimeForm): string {
  const hedge = qualifier === 'approx' ? 'about ' : ''
  const start = `${form === 'at' && until === null ? 'at' : 'from'} ${hedge}${local}`
  return until === null ? start : `${start} to ${hedge}${until}`
}

/** Whole numbers below ten in words, others in digits. */
function numeral(value: number, decimals: number): string | null {
  const word = decimals === 0 ? SMALL[value] : undefined
  return word ?? inDigits(value, decimals, DIGITS)
}

/** A number with its hedge; two of a range are both words or both digits. */
function quantity({ value, to, qualifier }: PrintedCount, decimals = 0): string | null {
  if (to === null) {
    const number = numeral(value, decimals)
    if (number === null) return null
    return qualifier === 'reported' && value === 1 ? `reportedly ${number}` : QUALIFIERS[qualifier] + number
  }
  const inWords = [value, to].every(each => decimals === 0 && SMALL[each] !== undefined)
  const [from, until] = [value, to].map(each => (inWords ? numeral(each, 0) : inDigits(each, decimals, DIGITS)))
  return from && until ? `${QUALIFIERS[qualifier]}${from} and ${until}` : null
}

function isOne({ value, to }: PrintedCount, decimals = 0): boolean {
  return value === 1 && to === null && decimals === 0
}

function measure(measured: PrintedMeasure): string | null {
  const { decimals, words } = measured
  const number = quantity(measured, decimals)
  const [noun] = isOne(measured, decimals) ? words.one : words.many
  return number === null || noun === undefined ? null : `${number}${NBSP}${noun}`
}

/** `one` can say its number itself: "an airstrike". */
function count(counted: PrintedCount | null, { one: alone, many }: CountedWords): string | null {
  if (counted === null) return many
  const one = alone.replace(/^an? /u, '')
  if (one !== alone && isOne(counted) && counted.qualifier === 'exact') return alone
  if (counted.value === 0) return `no ${many}`
  const number = [counted.value, counted.to ?? 1].every(isCount) ? quantity(counted) : null
  return number && `${number}${NBSP}${isOne(counted) ? one : many}`
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0
}

function ordinal(value: number): string | null {
  if (!Number.isInteger(value) || value < 1) return null
  const word = ORDINALS[value]
  if (word !== undefined) return word
  const teen = value % 100 >= 11 && value % 100 <= 13
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  const digits = inDigits(value, 0, DIGITS)
  return digits && digits + ending
}

/** A number is never made up: without one, the date or the record's words for when say which. */
function cite({ type, number, date: on, when, several }: PrintedCommunication): string {
  const [one, many, done] = COMMUNICATION_WORDS[type]
  const dated = on === null ? when && `${done} ${when}` : date(on, 'of')
  return [several ? many : one, number && `No.${NBSP}${number}`, dated].filter(Boolean).join(' ')
}

/** A word that begins with the sound of a vowel, by its letters: an hour, but a unanimous reply, a European body, a one-day delay. */
const SOUNDS_VOWEL =
  /^(?:hour|honest|honou?r|heir|un(?!i(?!mp|nt|n[fjv])|anim)|[aio](?!ne\b|nce\b)|e(?!u|we)|u(?!n|[bkrst][aeiou]))/iu

export const say: Say = {
  date,
  dates,
  period: periodIn(
    (from, to) => `between ${pair(from, to, 'and')}`,
    around => single(around, 'on')
  ),
  measure,
  count,
  ordinal,
  separator,
  coordinates: positionsIn('.', { latitude: ['N', 'S'], longitude: ['E', 'W'] }),
  time,
  number: value => inDigits(value, decimalsOf(value), DIGITS),
  cite,
  indefinite: text => `${SOUNDS_VOWEL.test(text) ? 'an' : 'a'} ${text}`,
  capital: text => withCapital(text, letter => letter.toUpperCase()),
  possessive: (name, plural) => `${name}${plural && name.endsWith('s') ? '\u2019' : '\u2019s'}`,
  plate: name => withCapital(name.replace(/^the /, ''), letter => letter.toUpperCase())
}
