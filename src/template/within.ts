/** A template, or the body of one, in; every text, statement and include in it out, however deep it stands. */
import type { Expression, Include, TemplateStatement } from './syntax.ts'
import type { TemplateFile } from './template-file.ts'

/** What a template can reach; its own text is null where that could not be read. */
interface Reaching {
  readonly main: TemplateFile | null
  readonly partials: ReadonlyMap<string, TemplateFile>
  readonly formulas: ReadonlyMap<string, ReadonlyMap<string, TemplateFile>>
}

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
  { partials, formulas }: Pick<Reaching, 'partials' | 'formulas'>
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
