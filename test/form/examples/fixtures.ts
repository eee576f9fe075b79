/** Short ways to change the text of a note: what examples of rules are stated in. */
import type { Example, Failing } from './example.ts'

type Edit = Example['edits'][number]

/** A note, or one with some text changed, that a rule lets pass. */
export function passing(what: string, from: string, ...edits: readonly Edit[]): Example {
  return { what, from, edits }
}

/** A changed note in which a rule finds one thing, on the line of a file that holds a text. */
export function failing(what: string, from: string, at: Failing['at'], ...edits: readonly Edit[]): Failing {
  return { what, from, edits, at }
}

/** Where the drafter's own sentence stands in a short note. */
const SENTENCE = 'The sentence stands here.'
const NOTE = 'note.yaml'

/** A note in which the drafter says something else. */
export function inserting(text: string): Example {
  return passing(text, 'one-sentence', [NOTE, SENTENCE, text])
}

/** The same, where a rule finds one thing in it. */
export function insertingBadly(text: string): Failing {
  return { ...inserting(text), at: [NOTE, text] }
}

/** The files of the package that examples change. */
export const FORMULAS = 'templates/formulas/en.yaml'
export const PROTEST = 'templates/en/protest.hbs'

/** A partial of the English templates. */
export function partial(name: string): string {
  return `templates/en/partials/${name}.hbs`
}
