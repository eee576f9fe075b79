/** A path of a template and where it stands in; the field of the dossier that it means, on any dossier, out. */
import { above, type Names, nameIn } from '../template/scope.ts'
import type { Expression, Path } from '../template/syntax.ts'

/** Something that holds of the dossier, or does not. */
export interface Holding {
  /** The same in every language: `recall.groups.class = "territory"`; that a field is given or has items is its name alone. */
  readonly key: string
  readonly holds: boolean
  /** In words, for people. */
  readonly says: string
  /** Where one of several is enough: these, each all that must hold for it. */
  readonly any?: readonly (readonly Holding[])[]
  /** Where it is the key of a formula that the dossier chooses: how many keys that group has. */
  readonly of?: number
}

/** What an expression means without a dossier: a field, with what is known of its items, or what the template says itself. */
export type Referent =
  | { readonly type: 'field'; readonly steps: readonly string[]; readonly known: readonly Holding[] }
  | { readonly type: 'written'; readonly value: string | number | boolean | null }
  | { readonly type: 'widened'; readonly base: Referent; readonly fields: ReadonlyMap<string, Referent> }
  /** A place in a list, a count, a text: what grammar asks for, and nothing that a record says. */
  | { readonly type: 'made' }

export const DOSSIER: Referent = { type: 'field', steps: [], known: [] }
export const MADE: Referent = { type: 'made' }

/** Where a statement stands. */
export interface Standpoint {
  readonly context: Referent
  readonly outer: Standpoint | null
  readonly names: Names<Referent> | null
}

/** What an expression means. */
export function meaningOf(scope: Standpoint, expression: Expression): Referent {
  if (expression.type === 'literal') return { type: 'written', value: expression.value }
  if (expression.type === 'path') return lookUp(scope, expression)
  const [list, key, code] = expression.args
  if (expression.name !== 'only' || !list || !key || !code) return MADE
  const [items, field, word] = [list, key, code].map(each => meaningOf(scope, each))
  if (items?.type !== 'field' || field?.type !== 'written') return items ?? MADE
  const known = equality(nameOf({ ...items, steps: [...items.steps, String(field.value)] }), word ?? MADE)
  return { ...items, known: [...items.known, ...known] }
}

function lookUp(scope: Standpoint, { steps, data, scoped, up }: Path): Referent {
  const [first = '', ...rest] = steps
  if (data) return first === 'root' ? follow(DOSSIER, rest) : MADE
  const named = scoped ? null : nameIn(scope.names, first)
  return named ? follow(named, rest) : follow(above(scope, up)?.context ?? MADE, steps)
}

function follow(from: Referent, steps: readonly string[]): Referent {
  const [first, ...rest] = steps
  if (first === undefined) return from
  if (from.type === 'widened') return follow(from.fields.get(first) ?? follow(from.base, [first]), rest)
  if (from.type !== 'field') return MADE
  // an item of a list is what all of them are
  return follow(/^\d+$/.test(first) ? from : { ...from, steps: [...from.steps, first] }, rest)
}

export type FieldReferent = Extract<Referent, { type: 'field' }>

/** What a citation prints of what it cites. */
const CITED = ['type', 'number', 'date'] as const

/** The fields that an expression reads, deep in its arguments, too. */
export function fieldsRead(scope: Standpoint, expression: Expression): FieldReferent[] {
  if (expression.type === 'call') {
    const [first, ...others] = expression.args.map(each => fieldsRead(scope, each))
    const read = first ?? []
    // whose it is stands behind it
    const cited = read.flatMap(each => CITED.map(name => ({ ...each, steps: [...each.steps, name] })))
    return [...(expression.name === 'cite' ? cited : read), ...others.flat()]
  }
  const found = stripped(meaningOf(scope, expression))
  return found.type === 'field' ? [found] : []
}

/** What a partial was given besides is no part of the field that it is about. */
export function stripped(symbol: Referent): Exclude<Referent, { type: 'widened' }> {
  return symbol.type === 'widened' ? stripped(symbol.base) : symbol
}

/** `recall.groups.incidents` */
export function nameOf({ steps }: { readonly steps: readonly string[] }): string {
  return steps.join('.')
}

/** That a field is a word. */
export function equality(field: string, word: Referent): Holding[] {
  if (word.type !== 'written') return []
  const value = JSON.stringify(word.value)
  return [{ key: `${field} = ${value}`, holds: true, says: `\`${field}\` is \`${value}\`` }]
}
