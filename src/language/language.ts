/** What a language must be able to say: parts of the dossier in, words out. */
import type { CalendarDate } from './edtf.ts'

/** A date as the dossier holds it: one date, both ends of an interval or days of a night, or the members of a set. */
export interface PrintedDate {
  readonly dates: readonly CalendarDate[]
  readonly relation: 'date' | 'interval' | 'night' | 'one-of'
}

/**
 * `plain` is a noun ("14 November 2025"), `on` an adverbial ("on 14 November 2025", "in April 2022"), `of` stands behind
 * what is dated ("of 14 November 2025").
 */
export const DATE_FORMS = ['plain', 'on', 'of'] as const
export type DateForm = (typeof DATE_FORMS)[number]

/**
 * The forms in which a record can hold a name. English wants `full` and `short`; languages with cases want theirs (`nom`,
 * `gen`, `dat` …, and `short-nom` … for the short form).
 */
export const NAME_FORMS = [
  'full',
  'short',
  'adjective',
  'nom',
  'gen',
  'dat',
  'acc',
  'ins',
  'loc',
  'loc-adj',
  'short-nom',
  'short-gen',
  'short-dat',
  'short-acc',
  'short-ins',
  'short-loc',
  'short-loc-adj',
  'art',
  'de',
  'a',
  'in'
] as const

export const LIST_WORDS = ['and', 'or'] as const
export const LIST_SEPARATORS = ['comma', 'semicolon'] as const

/** How the items of a list are joined. */
export interface ListStyle {
  readonly word: (typeof LIST_WORDS)[number]
  readonly separator: (typeof LIST_SEPARATORS)[number]
}

/** A quantity as recorded; `decimals` is how many digits after the point were given. */
export interface PrintedMeasure {
  readonly value: number
  readonly decimals: number
  readonly unit: string
  readonly qualifier: 'exact' | 'about' | 'at-least' | 'at-most' | 'reported'
}

/** What a communication is called; `communication` where nothing more is known of it. */
export const COMMUNICATIONS = ['note', 'demarche', 'response', 'communication'] as const

export interface PrintedCommunication {
  readonly type: (typeof COMMUNICATIONS)[number]
  readonly number: string | null
  readonly date: PrintedDate
}

/** A position in degrees (WGS 84), and how many decimals of a degree were given. */
export interface PrintedPosition {
  readonly latitude: number
  readonly longitude: number
  readonly decimals: number
}

/**
 * One language. Every function is pure and puts U+00A0 between day and month, number and unit, sign and number. What a
 * language has no words for is `null`, never a guess.
 */
export interface Language {
  /** BCP 47. */
  readonly tag: string
  date(date: PrintedDate, form: DateForm): string
  /** Several dates in their order; dates of one month share its name. */
  dates(dates: readonly PrintedDate[], form: DateForm): string
  /** From the first day that `from` can mean to the last that `to` can; null where that is no period. */
  period(from: PrintedDate, to: PrintedDate): string | null
  time(time: { readonly local: string; readonly qualifier: 'exact' | 'approx' }): string
  measure(measure: PrintedMeasure): string | null
  /** A number of things; without a number when it is not known. */
  count(count: number | null, one: string, many: string): string | null
  number(value: number): string | null
  ordinal(value: number): string | null
  /** What stands before item `index` (from 1) of a list of `length` items. */
  separator(style: ListStyle, index: number, length: number): string
  /** A communication by its kind, its number, where one is known, and its date. */
  cite(communication: PrintedCommunication): string
  coordinates(position: PrintedPosition): string
  /** The text with a capital at its beginning. */
  capital(text: string): string
  /** The possessive of a name, where the language makes one without stored forms. */
  possessive(name: string, plural: boolean): string | null
  /** A full name as it stands alone on a letterhead or in an address: without its article, with a capital. */
  plate(name: string): string
}
