/** Template texts as they are kept from note to note. */
import type { Language } from '../languages/language.ts'
import type { TemplateStatement } from './syntax.ts'

/** One template text: a file, or a formula in one. */
export interface TemplateFile {
  /** What messages call it: its file's name, or `formula group/key`. */
  readonly title: string
  readonly statements: readonly TemplateStatement[]
}

/** A template with all that it can reach. */
export interface Template {
  readonly language: Language
  readonly main: TemplateFile
  /** By the name that `{{> name}}` uses. */
  readonly partials: ReadonlyMap<string, TemplateFile>
  /** By group and key. */
  readonly formulas: ReadonlyMap<string, ReadonlyMap<string, TemplateFile>>
  /** The names of the world that were read, sorted. */
  readonly read: readonly string[]
}
