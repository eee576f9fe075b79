/** A template and a resolved dossier in, pieces with their places and origins out; or every finding of the run at once. */
import { Rejected } from '../diagnostic.ts'
import { LANGUAGES } from '../language/index.ts'
import type { Dossier } from '../record/dossier.ts'
import type { Origin, Pointer } from '../value.ts'
import type { Cell } from './cell.ts'
import { printBody } from './evaluate.ts'
import type { Piece } from './piece.ts'
import { createRun, type Limits } from './run.ts'
import type { StatementId } from './syntax.ts'
import type { Template } from './template.ts'

/** A dossier, and for each place in it the record values that it was made from. */
export interface Resolved {
  readonly dossier: Dossier
  /** A place that is not in the map has the origins of the nearest one above it. */
  readonly origins: ReadonlyMap<Pointer, readonly Origin[]>
}

export interface Merged {
  readonly pieces: readonly Piece[]
  /** How often each statement ran, as `file:start-end`: the coverage of the template. */
  readonly visits: ReadonlyMap<StatementId, number>
}

/** Pieces and nodes that no note needs: a long one has some hundreds. */
const LIMITS: Limits = { pieces: 20_000, nodes: 200_000 }

/** Fills a template. Throws `Rejected` with everything that the run found wrong. */
export function merge(template: Template, { dossier, origins }: Resolved, limits: Limits = LIMITS): Merged {
  const language = LANGUAGES[template.language]
  if (!language) throw new Error(`a template in ${template.language} was opened, and there is no such language`)
  const run = createRun({ template, language, origins, limits })
  const root: Cell = { type: 'datum', value: dossier, pointer: '' }
  printBody({ run, context: root, outer: null, names: null, loop: null, root }, template.main.statements)
  if (run.findings.size > 0) throw new Rejected([...run.findings.values()])
  return { pieces: run.pieces, visits: run.visits }
}
