/** What holds of the dossier beyond the shapes of its objects: facts in, kept beside the schemas that they are about, out. */
import * as z from 'zod'

/**
 * What a field can be. `path` leads from the object that promises: `attribution.to`, `numbered.*.number` (of every item),
 * `@root.recall` (of the whole dossier). `null` is a word here.
 */
export type PromisedFact =
  | { readonly path: string; readonly is: readonly (string | null)[] }
  | { readonly path: string; readonly isnt: readonly (string | null)[] }

/** Where `when` holds of an object (always, without it), each of `holds` does. */
export interface Promised {
  readonly when?: PromisedFact
  readonly holds: readonly PromisedFact[]
}

/**
 * The checks of records and of `resolve` keep these promises, and a test holds generated dossiers against them. They stand
 * outside of the schemas because TypeScript could not follow them there, and JSON Schema need not.
 */
export const promises = z.registry<{ readonly promised: readonly Promised[] }>()
