/** The shape of a baseline, as a zod schema: the findings that a check knew before, without their lines' numbers. */
import * as z from 'zod'
import type { Diagnostic } from '../diagnostic.ts'
import { load } from '../load/load.ts'
import type { Source } from '../source.ts'
import { FORMAT_VERSION } from './fields.ts'
import { validateShape } from './validate.ts'

const baselineSchema = z.strictObject({
  verbale: z.literal(FORMAT_VERSION),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      file: z.string(),
      line: z.string().describe('The text of the line, with one space where it has white space.'),
      occurrence: z.number().int().min(0).describe('Which of the findings that are alike, from 0.')
    })
  )
})

export type Baseline = z.infer<typeof baselineSchema>

/** Reads a baseline. Throws `Rejected` where it is no YAML or JSON. */
export function readBaseline(source: Source): {
  readonly value: Baseline | null
  readonly findings: readonly Diagnostic[]
} {
  return validateShape(baselineSchema, load(source), 'baseline')
}
