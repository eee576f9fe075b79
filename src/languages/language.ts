/** What a language is made of: the parts that its folder gives, joined by one type so that none can be missing. */
import type { COMMUNICATIONS, STRENGTHS } from './communications.ts'
import type { CalendarDate } from './edtf.ts'
import type { CountedWords, PrintedCount, PrintedMeasure } from './quantities.ts'

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

/** `at` what time, or from when to when; `from` when, in front of how long it lasted. */
export const TIME_FORMS = ['at', 'from'] as const
export type TimeForm = (typeof TIME_FORMS)[number]

export interface PrintedTime {
  readonly local: string
  readonly until: string | null
  readonly qualifier: 'exact' | 'approx'
}

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
  'abl',
  'loc',
  'loc-adj',
  'short-nom',
  'short-gen',
  'short-dat',
  'short-acc',
  'short-ins',
  'short-abl',
  'short-loc',
  'short-loc-adj',
  'art',
  'de',
  'a',
  'in'
] as const

export type NameForm = (typeof NAME_FORMS)[number]

/** The cases of names: `loc` is also the Russian prepositional, `loc-adj` the Azerbaijani attributive ("Ukraynadakı"). */
export const CASES = ['nom', 'gen', 'dat', 'acc', 'ins', 'abl', 'loc', 'loc-adj'] as const
export type GrammaticalCase = (typeof CASES)[number]

/** What a name is made of where the record says no more than what is named; the forms of a part by their names. */
export interface NameParts {
  /** A word of the language's lexicon: `embassy`, `foreign-ministry`; null for a State. */
  readonly noun: string | null
  /** ISO 3166-1, of a State that exists. */
  readonly iso: string | null
  /** Of the State or body that it belongs to. */
  readonly of: NameForms | null
  /** Of the State to which it is accredited, or in which it stands. */
  readonly in: NameForms | null
  readonly city: string | null
  /** Where it is, as the record words it under `in`; it stands in place of what the other parts say. */
  readonly place: string | null
  /** What was struck or stands there, rather than who speaks or is spoken to. */
  readonly abroad: boolean
}

/** A name by its forms. */
export type NameForms = Readonly<Partial<Record<NameForm, string>>>

/** `names.ts`, where a language has cases: names from parts, and forms that a person is asked about. */
export interface NameGrammar {
  /** The nouns of the lexicon. */
  readonly nouns: readonly string[]
  /** All forms of a name that can be made of its parts; null where the lexicon does not reach. */
  compose(parts: NameParts): NameForms | null
  /** What a missing form may be, by rule, for a person to confirm by writing it into the record; null without a rule. */
  propose(nominative: string, form: NameForm): string | null
}

export const LIST_WORDS = ['and', 'or'] as const
export const LIST_SEPARATORS = ['comma', 'semicolon'] as const

/** How the items of a list are joined. */
export type ListStyle = Readonly<{ word: (typeof LIST_WORDS)[number]; separator: (typeof LIST_SEPARATORS)[number] }>

export interface PrintedCommunication {
  readonly type: (typeof COMMUNICATIONS)[number]
  readonly number: string | null
  /** Without a date, `when` can hold the record's own words for it; `several` are not told apart. */
  readonly date: PrintedDate | null
  readonly when?: string | null
  readonly several?: boolean
}

/** A position in degrees (WGS 84), and how many decimals of a degree were given. */
interface PrintedPosition {
  readonly latitude: number
  readonly longitude: number
  readonly decimals: number
}

/**
 * `say.ts`: parts of the dossier in, words out. Every function is pure and puts U+00A0 between day and month, number and
 * unit, sign and number. What a language has no words for is `null`, never a guess.
 */
export interface Say {
  date(date: PrintedDate, form: DateForm): string
  /** Several dates in their order; dates of one month share its name. */
  dates(dates: readonly PrintedDate[], form: DateForm): string
  /** From the first day that `from` can mean to the last that `to` can; null where that is no period. */
  period(from: PrintedDate, to: PrintedDate): string | null
  /** When something was, with the preposition that it has; `from`: since when, where it is said how long. */
  time(time: PrintedTime, form: TimeForm): string
  /** In the case that the words around it govern, where the language has cases. */
  measure(measure: PrintedMeasure, inCase?: GrammaticalCase | null): string | null
  /** A number of things; without a number when it is not known. `few` is null where the language has no such word. */
  count(count: PrintedCount | null, words: CountedWords): string | null
  /** Which of the words for what is counted a number takes; left out where it is `one` for one alone and else `many`. */
  pluralOf?(count: number): keyof CountedWords
  number(value: number): string | null
  ordinal(value: number): string | null
  /** What stands before item `index` (from 1) of a list of `length` items. */
  separator(style: ListStyle, index: number, length: number): string
  /** A communication by its kind, its number and its date, as far as they are known. */
  cite(communication: PrintedCommunication, inCase?: GrammaticalCase | null): string | null
  /** The same in two parts with room between them for whose it is, in the genitive, where the language says that there. */
  citeOf?(communication: PrintedCommunication, inCase: GrammaticalCase | null): readonly [string, string] | null
  coordinates(position: PrintedPosition): string
  /** "22" or "31(3)" as the place in a treaty that says something, where a number alone is no such place; null for other texts. */
  inArticle?(article: string): string | null
  /** A clause as it stands at the end of its sentence, where the language tells that apart; null where it does not. */
  finite?(clause: string): string | null
  /** The text with a capital at its beginning, behind any opening quotation marks. */
  capital(text: string): string
  /** Words with the indefinite article that they begin with, where the language has one: "an appropriate". */
  indefinite?(text: string): string
  /** The possessive of a name, where the language makes one without stored forms. */
  possessive(name: string, plural: boolean): string | null
  /** A full name as it stands alone on a letterhead or in an address: without its article, with a capital. */
  plate(name: string): string
}

/** Texts of a record that are printed inside a sentence, by what they are. */
export const WORDINGS = [
  'damage',
  'circumstance',
  'event',
  'called',
  'place',
  'clock',
  'designation',
  'subject',
  'scope',
  'assurance',
  'said',
  'asked',
  'when',
  'told',
  'use',
  'thing',
  'around-measure'
] as const
export type WordingName = (typeof WORDINGS)[number]

/** What words are to a sentence. A language says for each wording which of these it wants. */
export const SHAPES = [
  'noun-phrase',
  'predicate',
  'clause',
  'participle-clause',
  'verbal-noun',
  'adverbial',
  'name'
] as const
export type WordingShape = (typeof SHAPES)[number]

/** What a wording can leave open, as `{facility gen}`: what was struck, in the case that the words around it govern. */
export const SLOTS = ['facility'] as const

/** Numbers of things that take words of their own, as CLDR calls them. */
type Plural = 'one' | 'few' | 'many'

/** How a text may not begin (or end) where it stands. */
export interface Beginning {
  readonly pattern: RegExp
  /** What is wrong; follows the text itself. */
  readonly message: string
  readonly mend: (text: string) => string
}

/** What a text must be, because of the words that stand around it. */
export interface TextShape {
  readonly shape: WordingShape
  /** With an example: `a noun phrase: …`. */
  readonly wanted: string
  readonly beginnings: readonly Beginning[]
  /** The cases that each slot can take; braces are plain signs where no slot is named. */
  readonly slots?: { readonly [slot in (typeof SLOTS)[number]]?: readonly GrammaticalCase[] }
}

/** The forms of what is demanded; `doing` is that of an adjective that belongs to the doing itself: immediate cessation. */
type GovernedDemand = Readonly<Record<'qualifier' | 'doing' | 'words', GrammaticalCase | 'adv' | 'inf'>>

/** What a set phrase can be besides. */
const PHRASE_SHAPES = [...SHAPES, 'infinitive', 'attribute', 'ending', 'label'] as const

/** What a set phrase is to its sentence, with the case in which it stands where that is fixed: `verbal-noun acc`. */
type PhraseShape = (typeof PHRASE_SHAPES)[number] | `${(typeof PHRASE_SHAPES)[number]} ${GrammaticalCase}`

/** What the set phrases of a group must be, because the words around all of them are the same. */
export interface PhraseForm {
  readonly shape: PhraseShape
  readonly beginnings?: readonly Beginning[]
  /** Whom a phrase names, by path (`concerned`), and the cases that its verbs can govern. */
  readonly slots?: Readonly<Record<string, readonly GrammaticalCase[]>>
}

/** `wording.ts`: how the house's own texts must begin, and which forms of a name it needs. */
export interface Wording {
  /** A name has one of these at least: by it a sentence can call whoever has the name. */
  readonly called: readonly NameForm[]
  /** How an event ends behind which the name of a State stands; not there where the language prints none behind it. */
  readonly governs?: RegExp
  /** The words that it needs of whoever is counted: "employee", "employees". */
  readonly plurals: readonly Plural[]
  /** How many forms it needs of a unit, of one and of many. */
  readonly units: { readonly one: number; readonly many: number }
  readonly shapes: Readonly<Record<WordingName, TextShape>>
  /** By group, or by `group/key` for a phrase that stands elsewhere; where the order of words lets a phrase be anything, nothing. */
  readonly phrases?: Readonly<Record<string, PhraseForm>>
  /** Where names have cases. */
  readonly names?: NameGrammar
  /** Where the verb of a demand governs a case: the forms that its qualifier and words of one's own take, by strength. */
  readonly demand?: Readonly<Record<(typeof STRENGTHS)[number], GovernedDemand>>
}

/** `sentences.ts`: words that are written with a full stop, each without it. */
export interface Sentences {
  /** What stands before a name or a number: its sentence goes on. */
  readonly leading: readonly string[]
  /** What can stand at the end of a sentence, which then has one full stop. */
  readonly closing: readonly string[]
}

/** `divide.ts`: where a hyphen may divide a word. */
export interface Division {
  /** Letters that stay together before and after a hyphen, as in TeX (\lefthyphenmin, \righthyphenmin). */
  readonly before: number
  readonly after: number
  /** The small letters of a word, as many as it has. */
  readonly lower: (letters: string) => string
  /** The places in a word of small letters. */
  readonly cuts: (letters: string) => readonly number[]
  /** With `g`: hyphens that join an ending to a number, an abbreviation or a quotation (`14-də`); no line ends behind them. */
  readonly suffixHyphen?: RegExp
  /** Words behind which no line ends, as they stand between spaces: Russian prepositions and conjunctions of one letter. */
  readonly bound?: RegExp
}

/** A table of grammar, for people to confirm: under each key the words that it gives, and who or what attests them. */
export type GrammarTable = Readonly<Record<string, { readonly text: string; readonly confirmed: string | null }>>

/** A language whole, but for what rules look for (`Lexicon`), which no note needs to be made. */
export interface Language {
  /** BCP 47. */
  readonly tag: string
  readonly say: Say
  readonly wording: Wording
  readonly sentences: Sentences
  readonly divide: Division
  /** Tables whose words a note prints without any record or template that says them. */
  readonly grammar?: { readonly names?: GrammarTable }
  /** Whether an issue may print what nobody has confirmed, where the workspace does not say; refused where nothing is said. */
  readonly unconfirmed?: 'allowed' | 'refused'
}

/** Languages by their tags. */
export type Languages = Readonly<Record<string, Language>>

/** The language of a tag; null where there is none. */
export function languageOf(languages: Languages, tag: string): Language | null {
  return (Object.hasOwn(languages, tag) ? languages[tag] : undefined) ?? null
}
