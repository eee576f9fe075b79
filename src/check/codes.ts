/** The code of a finding in; what it means and how it is mended out: from `codes.json` and the form rules, the only lists of codes. */
import { RULES } from '../form/rules/index.ts'
import { byCodeUnit } from '../records/sequence.ts'
import stageCodes from './codes.json'

/** A form rule says what holds in a good note, and why: that is the mend. */
const rules = RULES.map(
  ({ id, title, reason }) => [id, { means: sentence(title), mend: sentence(`why: ${reason}`) }] as const
)

/** What can be wrong with the shape of any file of data: `verbale.yaml` has these under a first part of its own. */
export const SHAPE = [
  'format-version',
  'hidden-character',
  'missing-key',
  'unknown-key',
  'unknown-value',
  'wrong-key',
  'wrong-type',
  'wrong-value'
] as const

const stages = Object.entries(stageCodes).flatMap(([code, meaning]) => {
  const inSettings = SHAPE.filter(part => code === `record/${part}`).map(part => `settings/${part}`)
  return [code, ...inSettings].map(each => [each, meaning] as const)
})

/** Every code that a finding can have, in the order of their names: what it means, and how it is mended, each one sentence. */
export const CODES: ReadonlyMap<string, { readonly means: string; readonly mend: string }> = new Map(
  [...rules, ...stages].sort(([a], [b]) => byCodeUnit(a, b))
)

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
