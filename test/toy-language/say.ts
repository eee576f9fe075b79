/** The toy language: what it says of dates, numbers and communications. */
import { withCapital } from '../../src/languages/characters.ts'
import type { CalendarDate } from '../../src/languages/edtf.ts'
import type { PrintedDate, Say } from '../../src/languages/language.ts'
import { decimalsOf, inDigits } from '../../src/languages/numerals.ts'

const NBSP = '\u00A0'
const DIGITS = { point: ',', group: NBSP, minus: '\u2212' }
export const MONTHS = ['Uno', 'Bir', 'Tri', 'Kvar', 'Besh', 'Alti', 'Sep', 'Okto', 'Nono', 'Deko', 'Onze', 'Dozo']

/** "2026 Bir 9": the year first. */
function day({ year, month, day: number, approximate }: CalendarDate): string {
  const name = month === null ? '' : ` ${MONTHS[month - 1]}`
  return `${approximate ? 'circu ' : ''}${year}${name}${number === null ? '' : `${NBSP}${number}`}`
}

function date({ dates }: PrintedDate, form: string): string {
  return `${dates.map(day).join('–')}${form === 'plain' ? '' : ' ri'}`
}

export const say: Say = {
  date,
  dates: (list, form) => list.map(each => date(each, form)).join(' ep '),
  period: (from, to) => `${date(from, 'plain')}–${date(to, 'plain')}`,
  time: ({ local }) => `ora ${local}`,
  measure: ({ value, decimals, words }) => `${inDigits(value, decimals, DIGITS)}${NBSP}${words.one[0]}`,
  // one form for any number, as in Turkic languages
  count: (counted, { one, many }) => (counted === null ? many : `${counted.value}${NBSP}${one}`),
  number: value => inDigits(value, decimalsOf(value), DIGITS),
  ordinal: value => `${value}-ti`,
  separator: ({ word }, index, length) =>
    index === 0 ? '' : index === length - 1 ? ` ${word === 'and' ? 'ep' : 'ov'} ` : ', ',
  cite: ({ number, date: on }) =>
    `${on === null ? '' : date(on, 'plain')} nota${number === null ? '' : ` Nr.${NBSP}${number}`}`,
  coordinates: ({ latitude, longitude }) => `${latitude}, ${longitude}`,
  capital: text => withCapital(text, letter => letter.toUpperCase()),
  possessive: () => null,
  plate: name => name
}
