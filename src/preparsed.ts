/** What the build made of the package's own files, by their text: a run is spared the reading of what never changes. */

/**
 * Keys are whole texts, so a file that a workspace changed or put in the place of ours is read as any other, and one that
 * is the same gives the same.
 */
export interface PreparsedPart {
  /** Trees of templates and of formulas, as `template/kept.ts` keeps them. */
  readonly trees: ReadonlyMap<string, string>
  /** Files of data, as `load/kept.ts` keeps them. */
  readonly data: ReadonlyMap<string, string>
}

/** What was made of the files with which one of this name is read: a note needs those of its own language alone. */
export type Preparsed = (name: string) => PreparsedPart

const NOTHING: PreparsedPart = { trees: new Map(), data: new Map() }

/** For a run that reads everything itself. */
export const NOTHING_PREPARSED: Preparsed = () => NOTHING

/** The part in which a file is: its language, or `package` for what is of none. */
export function preparsedPart(name: string): string {
  const [, language] = /^templates\/(?:formulas\/)?([a-z]{2,3})(?:\/|\.yaml$)/.exec(name) ?? []
  return language === undefined || name.startsWith('templates/law/') ? 'package' : language
}
