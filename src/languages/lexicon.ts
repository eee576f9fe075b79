/** `lexicon.ts` of a language: what rules look for, its words for the acts of a note and the words that no note may hold. */
import type { STRENGTHS } from './communications.ts'

/** An act of the ladder, and how it is worded. */
interface ActWords {
  readonly strength: (typeof STRENGTHS)[number]
  readonly pattern: RegExp
}

/** Two spellings of one place or State. */
type Variants = readonly [RegExp, RegExp, ...RegExp[]]

/** A foreign language in the same script, by the words of its sentences that this one does not have. */
export interface Foreign {
  readonly language: string
  readonly words: RegExp
}

/** All patterns are global and know Unicode; what stands for a name is matched by the rules, which know the names. */
export interface Lexicon {
  readonly person: RegExp
  readonly salutation: RegExp
  readonly signature: RegExp
  /** A person by name or office, at the foot of a note. */
  readonly personalName: RegExp
  /** In their order, each in all of its forms. */
  readonly months: readonly (readonly string[])[]
  /** A day with its month and year, in groups of these names; a pattern for each order of them. */
  readonly wholeDates: readonly RegExp[]
  readonly numberWords: RegExp
  /** In every case. */
  readonly units: RegExp
  /** Not global: what hedges the quantity or hour that follows. */
  readonly hedges: RegExp
  /** Not global: what hedges the quantity that it follows ("35 addıma yaxın"). */
  readonly hedgesBehind: RegExp
  /** Whether verbs and nouns stand behind what belongs to them: who has the honour says of what before, not behind. */
  readonly headLast: boolean
  readonly compliments: RegExp
  readonly honour: RegExp
  readonly honouredAct: RegExp
  readonly closing: RegExp
  readonly acts: readonly ActWords[]
  readonly condemnation: RegExp
  readonly demanding: RegExp
  readonly protection: RegExp
  readonly reservation: RegExp
  readonly breach: RegExp
  /** Not global: whether law is spoken of. */
  readonly lawful: RegExp
  readonly treaty: RegExp
  readonly article: RegExp
  readonly inviolable: RegExp
  readonly notInviolable: RegExp
  readonly territory: RegExp
  readonly responsibilityArticles: RegExp
  readonly allTheSame: RegExp
  readonly coordinates: RegExp
  /** Degrees with minutes or with a direction, or two numbers with three decimals and more. */
  readonly position: RegExp
  /** Not global: what speaks of all that is recalled. */
  readonly earlier: RegExp
  readonly noteNumber: RegExp
  readonly annex: RegExp
  /** What no line may break in, with a plain space in it: day and month, number and unit, sign and number. */
  readonly breakable: readonly RegExp[]
  readonly authored: RegExp
  /** Not global: what says of a designation that it is not sure. */
  readonly ofType: RegExp
  readonly reported: RegExp
  readonly asHint: RegExp
  readonly deliberate: RegExp
  readonly question: RegExp
  /** That somebody was hurt. */
  readonly harmed: RegExp
  /** A word that turns a sentence into its contrary. */
  readonly denial: RegExp
  /** What else than the note itself may have annexes. */
  readonly otherDocuments: RegExp
  readonly nil: RegExp
  /** Not global: of words of `nil`, those that speak of the dead alone and leave the injured open. */
  readonly lifeAlone: RegExp
  readonly otherClocks: RegExp
  readonly writtenDates: RegExp
  readonly variants: readonly Variants[]
  readonly shortenings: RegExp
  readonly classification: RegExp
  readonly leftovers: RegExp
  readonly foreign: readonly Foreign[]
  /** Words in scripts in which the language is not written. */
  readonly otherScripts: RegExp
  /** Words with a letter that cannot stand where it does. */
  readonly slips: RegExp
  readonly letters: Letters
  readonly numberEndings: NumberEndings
}

/** Endings that a number bears as it is spoken ("14-də"). */
interface NumberEndings {
  /** In groups of these names: `number`, `ending`. */
  readonly pattern: RegExp
  /** What the ending should be behind the number. */
  readonly right: (number: number, ending: string) => string
}

/** How words are compared that should be one word: each function gives of a word what is left to compare. */
interface Letters {
  /** The word in small letters, as the language has them. */
  readonly small: (word: string) => string
  /** Of a word in small letters: without the dots that tell its letters apart; the same word where no dot does. */
  readonly undotted: (small: string) => string
  /** Of a word in small letters: without what two spellings of one name differ in. */
  readonly bare: (small: string) => string
}

/** Lexicons by the tags of their languages. */
export type Lexicons = Readonly<Record<string, Lexicon>>
