/** Where a statement stands while its template runs: its context, what is around it, and what blocks have named. */
import type { Cell } from './cell.ts'
import type { Run } from './run.ts'

/** What a loop says of its item: `@index` counts from 0, `@number` from 1. `outer` is the loop around (`@../index`). */
export interface Loop {
  readonly index: Cell
  readonly number: Cell
  readonly key: Cell
  readonly first: Cell
  readonly last: Cell
  readonly outer: Loop | null
}

/** Block parameters (`as |item|`), innermost first. */
interface Names {
  readonly name: string
  readonly cell: Cell
  readonly outer: Names | null
}

export interface Scope {
  readonly run: Run
  readonly context: Cell
  /** What `../` leads to; null at the start of a template and of a partial. */
  readonly outer: Scope | null
  readonly names: Names | null
  readonly loop: Loop | null
  /** `@root`: the dossier. */
  readonly root: Cell
}

/** A scope with a context of its own. */
export function entered(scope: Scope, context: Cell): Scope {
  return { ...scope, context, outer: scope }
}

/** The scope with block parameters filled; ones that the block does not fill are refused before it runs. */
export function withNames(scope: Scope, names: readonly string[], cells: readonly Cell[]): Scope {
  let inner = scope.names
  for (const [index, name] of names.entries()) {
    const cell = cells[index]
    if (cell) inner = { name, cell, outer: inner }
  }
  return { ...scope, names: inner }
}

/** A block parameter, or null when nothing has that name. */
export function nameIn(scope: Scope, name: string): Cell | null {
  for (let names = scope.names; names; names = names.outer) {
    if (names.name === name) return names.cell
  }
  return null
}

/** All block parameters, innermost first: for hints. */
export function namesIn({ names }: Scope): readonly string[] {
  const found: string[] = []
  for (let each = names; each; each = each.outer) found.push(each.name)
  return found
}

/** The scope `levels` contexts up, or null when there are not so many. */
export function scopeAbove(scope: Scope, levels: number): Scope | null {
  let above: Scope | null = scope
  for (let level = 0; level < levels && above; level++) above = above.outer
  return above
}

/** The loop `levels` loops up, or null when there are not so many. */
export function loopAbove(scope: Scope, levels: number): Loop | null {
  let above = scope.loop
  for (let level = 0; level < levels && above; level++) above = above.outer
  return above
}
