/** Template texts as they are kept from note to note; every text, statement and include in them, however deep it stands. */
import type { Language } from '../languages/language.ts'
import type { Expression, Include, TemplateStatement } from './syntax.ts'

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

/** What a template can reach; its own text is null where that could not be read. */
type Reaching = Pick<Template, 'partials' | 'formulas'> & { readonly main: TemplateFile | null }

/** The text of a template, its partials and its formulas. */
export function filesOf({ main, partials, formulas }: Reaching): TemplateFile[] {
  return [
    ...(main ? [main] : []),
    ...partials.values(),
    ...[...formulas.values()].flatMap(group => [...group.values()])
  ]
}

/** Statements and all that stand in them, in the order of the text. */
export function statementsIn(body: readonly TemplateStatement[]): TemplateStatement[] {
  return body.flatMap(each =>
    each.type === 'block' ? [each, ...statementsIn(each.body), ...statementsIn(each.inverse ?? [])] : [each]
  )
}

export function includesIn(body: readonly TemplateStatement[]): Include[] {
  return statementsIn(body).filter(each => each.type === 'include')
}

/**
 * The texts that an include may run; every formula of the group where the dossier names the key. One that is not there
 * is `undefined`.
 */
export function targetsOf(
  { name }: Include,
  { partials, formulas }: Pick<Template, 'partials' | 'formulas'>
): readonly (TemplateFile | undefined)[] {
  if (typeof name === 'string') return [partials.get(name)]
  const [group, key] = name.args.map(literalText)
  const texts = formulas.get(group ?? '')
  if (!texts) return [undefined]
  return key === null || key === undefined ? [...texts.values()] : [texts.get(key)]
}

function literalText(value: Expression): string | null {
  return value.type === 'literal' && typeof value.value === 'string' ? value.value : null
}
