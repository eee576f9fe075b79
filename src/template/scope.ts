/** Where a statement stands while its template runs: its context, what is around it, and what blocks have named. */
import type { TemplateValue } from './cell.ts'
import type { MergeRun } from './run.ts'

/** What a loop says of its item: `@index` counts from 0, `@number` from 1. `outer` is the loop around (`@../index`). */
export interface Loop {
  readonly index: TemplateValue
  readonly number: TemplateValue
  readonly key: TemplateValue
  readonly first: TemplateValue
  readonly last: TemplateValue
  readonly outer: Loop | null
}

/** Block parameters (`as |item|`), innermost first. */
interface Names {
  readonly name: string
  readonly cell: TemplateValue
  readonly outer: Names | null
}

export interface Scope {
  readonly run: MergeRun
  readonly context: TemplateValue
  /** What `../` leads to; null at the start of a template and of a partial. */
  readonly outer: Scope | null
  readonly names: Names | null
  readonly loop: Loop | null
  /** `@root`: the dossier. */
  readonly root: TemplateValue
}

/** A scope with a context of its own. */
export function entered(scope: Scope, context: TemplateValue): Scope {
  return { ...scope, context, outer: scope }
}

/** The scope with block parameters filled; ones that the block does not fill are refused before it runs. */
export function withNames(scope: Scope, names: readonly string[], cells: readonly TemplateValue[]): Scope {
  let inner = scope.names
  for (const [index, name] of names.entries()) {
    const cell = cells[index]
    if (cell) inner = { name, cell, outer: inner }
  }
  return { ...scope, names: inner }
}

/** A block parameter, or null when nothing has that name. */
export function nameIn(scope: Scope, name: string): TemplateValue | null {
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
