/** Short ways to state examples in a language, on the note that is in Azerbaijani and in Russian. */
import type { Example, Examples, Failing } from './example.ts'

type Edit = Example['edits'][number]

/** What each rule lets pass and finds in a language; or why it has no examples there: "because …". */
export type LanguageExamples = Readonly<Record<string, Examples | `because ${string}`>>

const NOTE = 'note.yaml'

/** The words that a rule sees are the same in every language: it asks records, formulas by their place, or pages. */
export const NO_WORDS = 'because it reads no words: it asks the records, the formulas by their place, or the pages'

export interface Spoken {
  /** The note with some text changed, which a rule lets pass. */
  passing(what: string, ...edits: readonly Edit[]): Example
  /** A changed note in which a rule finds one thing, on the line of a file that holds a text. */
  failing(what: string, at: Failing['at'], ...edits: readonly Edit[]): Failing
  /** The note in which the drafter says a sentence, and any other edits. */
  inserting(text: string, ...edits: readonly Edit[]): Example
  /** The same, where a rule finds one thing in it. */
  insertingBadly(text: string, ...edits: readonly Edit[]): Failing
  readonly FORMULAS: string
  readonly PROTEST: string
  partial(name: string): string
}

/** `sentence`: where the drafter's own sentence stands in the note, in this language. */
export function spokenIn(language: string, sentence: string): Spoken {
  const passing: Spoken['passing'] = (what, ...edits) => ({ what, from: 'two-languages', edits, language })
  const inserting: Spoken['inserting'] = (text, ...edits) => passing(text, [NOTE, sentence, text], ...edits)
  return {
    passing,
    failing: (what, at, ...edits) => ({ ...passing(what, ...edits), at }),
    inserting,
    insertingBadly: (text, ...edits) => ({ ...inserting(text, ...edits), at: [NOTE, text] }),
    FORMULAS: `templates/formulas/${language}.yaml`,
    PROTEST: `templates/${language}/protest.hbs`,
    partial: name => `templates/${language}/partials/${name}.hbs`
  }
}
