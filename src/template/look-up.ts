/** A path and where it stands in, the cell that it leads to out; or a finding with the nearest name there is. */
import { didYouMean } from '../diagnostic.ts'
import { bareOf, fault, fieldOf, fieldsOf, itemsOf, NOTHING, pointersOf, type TemplateValue } from './cell.ts'
import { report } from './run.ts'
import { type Loop, loopAbove, nameIn, namesIn, type Scope, scopeAbove } from './scope.ts'
import { nounOf } from './shapes.ts'
import { signatureOf, usageOf } from './signatures.ts'
import { type Path, writtenBefore } from './syntax.ts'

/** Follows a path from where it starts, step by step. */
export function lookUp(scope: Scope, path: Path): TemplateValue {
  const first = path.steps[0] ?? ''
  if (path.data) return first === 'root' ? follow(scope, path, scope.root, 1) : variable(scope, path, first)
  const named = !path.scoped ? nameIn(scope, first) : null
  if (named) return follow(scope, path, named, 1)
  const from = scopeAbove(scope, path.up)
  if (from === null) throw new Error(`${path.original} passed the checks and leads out of its template`)
  return follow(scope, path, from.context, 0)
}

function variable(scope: Scope, path: Path, name: string): TemplateValue {
  const loop = loopAbove(scope, path.up)
  if (loop && isLoopName(name)) return follow(scope, path, loop[name], 1)
  const message = `there is no \`${path.original}\` here`
  const hints = ['it exists only inside `{{#each …}}` or `{{#list …}}`']
  report(scope.run, { rule: 'template/unknown-field', message, span: path.at, hints })
  return NOTHING
}

function isLoopName(name: string): name is Exclude<keyof Loop, 'outer'> {
  return ['index', 'number', 'key', 'first', 'last'].includes(name)
}

/** Takes the steps of a path from one of them on. */
function follow(scope: Scope, path: Path, from: TemplateValue, first: number): TemplateValue {
  let cell = from
  for (let index = first; index < path.steps.length; index++) {
    if (cell.type === 'fault') return cell
    const step = path.steps[index] ?? ''
    const next = fieldOf(cell, step)
    if (next === null) return missing(scope, path, { cell, index })
    cell = next
  }
  return cell
}

/** A step that leads nowhere, and what it was taken from. */
interface Stray {
  readonly cell: TemplateValue
  readonly index: number
}

function missing(scope: Scope, path: Path, stray: Stray): TemplateValue {
  const { cell, index } = stray
  const step = path.steps[index] ?? ''
  const [pointer] = pointersOf(cell)
  const where = { span: path.at, ...(pointer === undefined ? {} : { pointer }) }
  if (bareOf(cell) === null) {
    const message = `\`${path.original}\` cannot be looked up: what should have \`${step}\` is \`null\` here`
    return fault({ ...where, rule: 'template/null', message, hints: ['guard it with `{{#if …}}`'] })
  }
  const items = itemsOf(cell)
  const message = items
    ? `a list has no \`${step}\` (\`${path.original}\`)`
    : isBare(cell)
      ? `${nounOf(cell)} has no fields (\`${path.original}\`)`
      : `there is no field \`${step}\` (\`${path.original}\`)`
  const hints = items ? listHints(step, items.length) : fieldHints(scope, path, stray)
  report(scope.run, { ...where, rule: 'template/unknown-field', message, hints })
  return NOTHING
}

function isBare(cell: TemplateValue): boolean {
  return typeof bareOf(cell) !== 'object' && fieldsOf(cell).length === 0
}

/** A first name may be that of a block parameter; a bare name is always a field, so a helper without arguments ends here. */
function fieldHints(scope: Scope, path: Path, { cell, index }: Stray): string[] {
  const before = writtenBefore(path, path.steps.length - index)
  if (isBare(cell) && before !== null) return [`write \`${before}\``]
  const step = path.steps[index] ?? ''
  const isFirst = index === 0 && !path.scoped && !path.data
  const signature = isFirst ? signatureOf(step) : null
  return [
    ...didYouMean(step, [...fieldsOf(cell), ...(isFirst ? namesIn(scope) : [])]),
    ...(signature ? [`the helper: \`${usageOf(step, signature)}\``] : [])
  ]
}

function listHints(step: string, length: number): string[] {
  if (step === 'length') return ['write `(length LIST)`']
  return /^\d+$/.test(step) ? [`it has ${length} items, counted from 0`] : ['go through it with `{{#each …}}`']
}
