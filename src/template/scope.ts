/** Where a statement stands while its template runs; a path in, the cell that it leads to from there out, or a finding. */
import { didYouMean } from '../diagnostic.ts'
import {
  bareOf,
  fault,
  fieldOf,
  fieldsOf,
  itemsOf,
  NOTHING,
  type Problem,
  placed,
  pointersOf,
  type TemplateValue
} from './cell.ts'
import { type MergeRun, report } from './run.ts'
import { nounOf } from './shapes.ts'
import { signatureOf, usageOf } from './signatures.ts'
import { type Path, writtenBefore } from './syntax.ts'

/** What a loop says of its item: `@index` counts from 0, `@number` from 1. `outer` is the loop around (`@../index`). */
interface Loop {
  readonly index: TemplateValue
  readonly number: TemplateValue
  readonly key: TemplateValue
  readonly first: TemplateValue
  readonly last: TemplateValue
  readonly outer: Loop | null
}

/** Block parameters (`as |item|`), innermost first. */
export interface Names<T> {
  readonly name: string
  readonly value: T
  readonly outer: Names<T> | null
}

export interface Scope {
  readonly run: MergeRun
  readonly context: TemplateValue
  /** What `../` leads to; null at the start of a template and of a partial. */
  readonly outer: Scope | null
  readonly names: Names<TemplateValue> | null
  readonly loop: Loop | null
  /** `@root`: the dossier. */
  readonly root: TemplateValue
}

/** Block parameters filled; ones that the block does not fill are refused before it runs. */
export function withNames<T>(outer: Names<T> | null, params: readonly string[], values: readonly T[]): Names<T> | null {
  let names = outer
  for (const [index, name] of params.entries()) {
    const value = values[index]
    if (value !== undefined) names = { name, value, outer: names }
  }
  return names
}

/** A block parameter, or null when nothing has that name. */
export function nameIn<T>(names: Names<T> | null, name: string): T | null {
  for (let each = names; each; each = each.outer) if (each.name === name) return each.value
  return null
}

/** What stands so many contexts or loops up, or null when there are not so many. */
export function above<T extends { readonly outer: T | null }>(from: T | null, levels: number): T | null {
  let found = from
  for (let level = 0; level < levels && found; level++) found = found.outer
  return found
}

/** Follows a path from where it starts, step by step. */
export function lookUp(scope: Scope, path: Path): TemplateValue {
  const first = path.steps[0] ?? ''
  if (path.data) return first === 'root' ? follow(scope, path, scope.root, 1) : variable(scope, path, first)
  const named = path.scoped ? null : nameIn(scope.names, first)
  if (named) return follow(scope, path, named, 1)
  const from = above(scope, path.up)
  if (from === null) throw new Error(`${path.original} passed the checks and leads out of its template`)
  return follow(scope, path, from.context, 0)
}

function variable(scope: Scope, path: Path, name: string): TemplateValue {
  const loop = above(scope.loop, path.up)
  if (loop && isLoopName(name)) return follow(scope, path, loop[name], 1)
  report(scope.run, noLoop(path))
  return NOTHING
}

/** What is wrong with a variable of loops where there is no loop. */
export function noLoop({ original, at }: Path): Problem {
  const hints = ['it exists only inside `{{#each …}}` or `{{#list …}}`']
  return { rule: 'template/unknown-field', message: `there is no \`${original}\` here`, span: at, hints }
}

function isLoopName(name: string): name is Exclude<keyof Loop, 'outer'> {
  return ['index', 'number', 'key', 'first', 'last'].includes(name)
}

/** Takes the steps of a path from one of them on. */
function follow(scope: Scope, path: Path, from: TemplateValue, first: number): TemplateValue {
  let cell = from
  for (let index = first; index < path.steps.length; index++) {
    if (cell.type === 'fault') return cell
    const next = fieldOf(cell, path.steps[index] ?? '')
    if (next === null) return missing(scope, path, cell, path.steps.length - index)
    cell = next
  }
  return cell
}

/** What is wrong where the last `left` steps of a path lead nowhere from a cell. */
function missing(scope: Scope, path: Path, cell: TemplateValue, left: number): TemplateValue {
  const step = path.steps.at(-left) ?? ''
  const where = { span: path.at, ...placed(pointersOf(cell)) }
  if (bareOf(cell) === null) {
    const message = `\`${path.original}\` cannot be looked up: what should have \`${step}\` is \`null\` here`
    return fault({ ...where, rule: 'template/null', message, hints: ['guard it with `{{#if …}}`'] })
  }
  const items = itemsOf(cell)
  const fields = fieldsOf(cell)
  const isBare = !items && typeof bareOf(cell) !== 'object' && fields.length === 0
  const what = items
    ? `a list has no \`${step}\``
    : isBare
      ? `${nounOf(cell)} has no fields`
      : `there is no field \`${step}\``
  const before = isBare ? writtenBefore(path, left) : null
  const hints = items
    ? listHints(step, [`it has ${items.length} items, counted from 0`])
    : before !== null
      ? [`write \`${before}\``]
      : nameHints(path, left, fields, scope.names)
  const message = `${what} (\`${path.original}\`)`
  report(scope.run, { ...where, rule: 'template/unknown-field', message, hints })
  return NOTHING
}

/** What an author may have wanted of a list; `place` is said of a number that is no place in it. */
export function listHints(step: string, place: readonly string[]): readonly string[] {
  if (step === 'length') return ['write `(length LIST)`']
  return /^\d+$/.test(step) ? place : ['go through it with `{{#each …}}`']
}

/**
 * Near names for the first of the last `left` steps of a path. A first name may be that of a block parameter; a bare name
 * is always a field, so a helper without arguments ends here.
 */
export function nameHints<T>(path: Path, left: number, fields: readonly string[], names: Names<T> | null): string[] {
  const step = path.steps.at(-left) ?? ''
  if (left < path.steps.length || path.scoped || path.data) return didYouMean(step, fields)
  const given: string[] = []
  for (let each = names; each; each = each.outer) given.push(each.name)
  const signature = signatureOf(step)
  return [
    ...didYouMean(step, [...fields, ...given]),
    ...(signature ? [`the helper: \`${usageOf(step, signature)}\``] : [])
  ]
}
