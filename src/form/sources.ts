/** Finds the formula or the call behind a place in a template, and where the body of a note takes its steps. */
import { once } from '../once.ts'
import type { Source, Span } from '../source.ts'
import { filesOf, includesIn } from '../template/template-file.ts'
import { isBody, leavesOfBody } from './find.ts'
import type { Note } from './note.ts'
import type { FindingPlace } from './place.ts'

/** A formula by its group and key. */
interface FormulaName {
  readonly group: string
  readonly key: string
}

/** The formulas of a note's templates by where their text begins and ends, file by file. */
interface Entry extends FormulaName {
  readonly start: number
  readonly end: number
}

const entriesOfNotes = new WeakMap<Note, ReadonlyMap<Source, readonly Entry[]>>()

/** The formula in which a place stands. */
export function sourceOfFormula(note: Note, { source, start }: Span): FormulaName | null {
  const entries = once(entriesOfNotes, note, entriesOf).get(source) ?? []
  return entries.find(each => each.start <= start && start < each.end) ?? null
}

function entriesOf({ templates: { main, labels } }: Note): ReadonlyMap<Source, readonly Entry[]> {
  const entries = new Map<Source, Entry[]>()
  for (const [group, texts] of [...main.formulas, ...labels.formulas]) {
    for (const [key, { statements }] of texts) {
      const [first, last] = [statements[0]?.at, statements.at(-1)?.at]
      if (first && last) once(entries, first.source, () => []).push({ group, key, start: first.start, end: last.end })
    }
  }
  return entries
}

/** The place of a formula that the body of the note prints; null where it does not. */
export function placeOfFormula(note: Note, group: string, key: string): FindingPlace | null {
  const leaf = leavesOfBody(note).find(({ at }) => {
    const formula = sourceOfFormula(note, at)
    return formula?.group === group && formula.key === key
  })
  return leaf ? { span: leaf.at } : null
}

/** The place where the templates of the note ask for a formula of a group; null where they do not, or more than once. */
export function placeOfCall({ templates: { main } }: Note, group: string): FindingPlace | null {
  const calls = filesOf(main)
    .flatMap(each => includesIn(each.statements))
    .filter(({ name }) => {
      const [asked] = typeof name === 'string' ? [] : name.args
      return asked?.type === 'literal' && asked.value === group
    })
  const [only, second] = calls
  return only && !second ? { span: only.at } : null
}

/** The steps that formulas make, in the order in which notes take them; each by the group of its formulas. */
const STEPS = ['inference', 'legal', 'protest', 'demand', 'reservation'] as const
export type BodyStep = (typeof STEPS)[number]

/** The number of the first paragraph of the body in which a step is taken; none where it is not. */
export function stepsOf(note: Note): ReadonlyMap<BodyStep, number> {
  const steps = new Map<BodyStep, number>()
  note.paragraphs.forEach((paragraph, index) => {
    if (!isBody(paragraph)) return
    for (const { leaf } of paragraph.runs) {
      const group = sourceOfFormula(note, leaf.at)?.group
      const step = STEPS.find(each => each === group)
      if (step !== undefined && !steps.has(step)) steps.set(step, index)
    }
  })
  return steps
}
