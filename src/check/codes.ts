/** The code of a finding in; what it means and how it is mended out: from the table in `README.md` and the form rules, the only lists of codes. */
import { RULES } from '../form/rules/index.ts'
import page from './README.md?raw'

interface Meaning {
  readonly means: string
  readonly mend: string
}

/** A form rule says what holds in a good note, and why: that is the mend. */
const rules = RULES.map(({ id, title, reason }): [string, Meaning] => [
  id,
  { means: sentence(title), mend: sentence(`why: ${reason}`) }
])

const stages = Array.from(
  page.matchAll(/^\| `(.+)` \| (.+) \| (.+) \|$/gm),
  ([, code = '', means = '', mend = '']): [string, Meaning] => [code, { means, mend }]
)

/** Every code that a finding can have, in the order of their names: what it means, and how it is mended, each one sentence. */
export const CODES: ReadonlyMap<string, Meaning> = new Map([...rules, ...stages])

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
