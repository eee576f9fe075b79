/** A path and the cell that it starts from in, the cell that it leads to out; or a finding with the nearest name there is. */
import { didYouMean } from '../diagnostic.ts'
import { bareOf, type Cell, fault, fieldOf, fieldsOf, itemsOf, NOTHING, pointersOf } from './cell.ts'
import type { Lookup } from './compile.ts'
import { type Run, report } from './run.ts'
import { nounOf } from './shapes.ts'
import type { Path } from './syntax.ts'

/** Follows a path step by step. */
export function lookUp(run: Run, { path, steps }: Lookup, from: Cell | undefined): Cell {
  if (from === undefined) {
    const message = `there is no \`${path.original}\` here`
    report(run, { rule: 'template/unknown-field', message, span: path.at, hints: ['it stands inside `{{#each}}`'] })
    return NOTHING
  }
  let cell = from
  for (const step of steps) {
    if (cell.type === 'fault') return cell
    const next = fieldOf(cell, step)
    if (next === null) return missing(run, path, cell, step)
    cell = next
  }
  return cell
}

function missing(run: Run, path: Path, cell: Cell, step: string): Cell {
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
  const hints = items ? listHints(step, items.length) : didYouMean(step, fieldsOf(cell))
  report(run, { ...where, rule: 'template/unknown-field', message, hints })
  return NOTHING
}

function isBare(cell: Cell): boolean {
  return typeof bareOf(cell) !== 'object' && fieldsOf(cell).length === 0
}

function listHints(step: string, length: number): string[] {
  if (step === 'length') return ['write `(length LIST)`']
  return /^\d+$/.test(step) ? [`it has ${length} items, counted from 0`] : ['go through it with `{{#each …}}`']
}
