/** What the build made of the package's own files, by their text: a run is spared the reading of what never changes. */

/**
 * Keys are whole texts, so a file that a workspace changed or put in the place of ours is read as any other, and one that
 * is the same gives the same.
 */
export interface Preparsed {
  /** Trees of templates and of formulas, as `template/kept.ts` keeps them. */
  readonly trees: ReadonlyMap<string, string>
  /** Files of data, as `load/kept.ts` keeps them. */
  readonly data: ReadonlyMap<string, string>
}

/** For a run that reads everything itself. */
export const NOTHING_PREPARSED: Preparsed = { trees: new Map(), data: new Map() }
