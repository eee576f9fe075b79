/** A template and a resolved dossier in, pieces with their places and origins out; or every finding of the run at once. */
import { attempt, type Diagnostic, Rejected, refuse } from '../diagnostic.ts'
import type { Dossier } from '../dossier/schema.ts'
import type { Origin } from '../fact.ts'
import { once } from '../once.ts'
import type { Pointer } from '../value.ts'
import type { TemplateValue } from './cell.ts'
import { printBody } from './evaluate.ts'
import type { Piece } from './piece.ts'
import { createRun, type Ends, enter, type Limits } from './run.ts'
import type { BlockStatement, StatementId } from './syntax.ts'
import type { Template, TemplateFile } from './template-file.ts'

/** A dossier, and for each place in it the record values that it was made from. */
export interface TracedDossier {
  readonly dossier: Dossier
  /** A place that is not in the map has the origins of the nearest one above it. */
  readonly origins: ReadonlyMap<Pointer, readonly Origin[]>
}

/**
 * Pieces and nodes that no note needs. A register holds 200,000 values at most, which is some 2,000 incidents with their
 * particulars: their annex prints 92,000 pieces in 453,000 nodes. This is twice the pieces, for which a worker has room, and
 * three times the nodes. Four million characters are more than the pages that a note may have.
 */
const LIMITS: Limits = { pieces: 185_000, nodes: 1_400_000, characters: 4_000_000 }

/** What a run came to, whether or not it may be used. */
export interface Filled {
  readonly pieces: readonly Piece[]
  /** How often each statement ran, as `file:start-end`: the coverage of the template. */
  readonly visits: ReadonlyMap<StatementId, number>
  /** How often each block that ran came to each of its ends. */
  readonly ends: ReadonlyMap<BlockStatement, Ends>
  /** How often the template itself, each partial and each formula was run. */
  readonly entered: ReadonlyMap<TemplateFile, number>
  readonly findings: readonly Diagnostic[]
  /**
   * Whether the pieces stand for the whole note all the same: a value that was refused has a piece in its place, but what
   * a block or a partial would have printed is not there.
   */
  readonly whole: boolean
  /** Places of the dossier that chose a formula, or for which an `{{#if}}` held. */
  readonly told: ReadonlySet<Pointer>
}

/** Fills a template. Throws `Rejected` with everything that the run found wrong. */
export function merge(template: Template, resolved: TracedDossier, limits: Limits = LIMITS): Filled {
  return unflawed(fill(template, resolved, limits))
}

/** What a run came to. Throws `Rejected` with everything that it found wrong. */
export function unflawed(filled: Filled): Filled {
  refuse(filled.findings)
  return filled
}

/** Fills a template with the dossier of one note, as `fill` does. */
export type Fill = (template: Template) => Filled

/** Fills the templates of one note, each when it is first asked for: whoever looks at a note looks at the same merge. */
export function fillingFrom(resolved: TracedDossier): Fill {
  const made = new Map<Template, ReturnType<typeof attempt<Filled>>>()
  return template => {
    const { value, findings } = once(made, template, () => attempt(() => fill(template, resolved)))
    if (!value) throw new Rejected(findings)
    return value
  }
}

/** Fills a template as far as it goes; only a run without end is stopped by a `Rejected`. */
export function fill(template: Template, { dossier, origins }: TracedDossier, limits: Limits = LIMITS): Filled {
  const run = createRun({ template, origins, limits })
  const root: TemplateValue = { type: 'datum', value: dossier, pointer: '' }
  enter(run, template.main)
  printBody({ run, context: root, outer: null, names: null, loop: null, root }, template.main.statements)
  const { pieces, visits, ends, entered, told, torn } = run
  return { pieces, visits, ends, entered, told, findings: [...run.findings.values()], whole: !torn }
}
