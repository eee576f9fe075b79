/** A note in; where its body takes the steps that follow the facts out. */
import { isBody } from './find.ts'
import type { Note } from './note.ts'
import { sourceOfFormula } from './sources.ts'

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
