/** How a rule of form is tried out. */

/** A note with some of its text changed, made by the whole pipeline: the cheapest honest way to state what passes and what fails. */
export interface Example {
  /** What was changed, in words. */
  readonly what: string
  /** The note that it is made from: one of `test/form/notes`, or else a fixture. */
  readonly from: string
  /** In these files (`note.yaml` and `register.yaml` of the note, or a template) the first text gives way to the second. */
  readonly edits: readonly (readonly [file: string, text: string, by: string])[]
  /** The language in which it is made, where that is not the original one. */
  readonly language?: string
}

/** An example that fails; the finding stands in this file, on the first line that holds this text, edits included. */
export interface Failing extends Example {
  readonly at: readonly [file: string, text: string]
}

export interface Examples {
  readonly passes: readonly Example[]
  readonly fails: readonly Failing[]
}
