/** One paragraph as it was merged in; spaces and stops that only a merge can have made out, as errors (NV046). */
import { type Diagnostic, error } from '../diagnostic.ts'
import type { Fragment } from './fragments.ts'
import { type Joined, spanAt } from './join.ts'

interface Fault {
  readonly pattern: RegExp
  readonly message: string
}

/** Two full stops, not three; a space before a stop, but not before an ellipsis. */
const FAULTS: readonly Fault[] = [
  { pattern: / {2,}/g, message: 'two spaces stand together' },
  { pattern: / (?=[,;:!?)»]|\.(?!\.))/g, message: 'a space stands before a punctuation mark' },
  { pattern: /\( /g, message: 'a space stands after an opening bracket' },
  { pattern: /\(\)/g, message: 'a pair of brackets is empty' },
  { pattern: /(?<!\.)\.\.(?!\.)|,,|;;|,\.|,;|;,/g, message: 'two punctuation marks stand together' },
  { pattern: /^ +| +$/g, message: 'the text begins or ends with a space' }
]

/** What every pattern above needs: most paragraphs have none of it, and are looked through once. */
const ANY = /^ | $| [ ,;:!?)».]|\([ )]|[.,;][.,;]/

const HINT = 'an optional part or a value leaves it behind: move the space or the mark inside the `{{#if}}`'

interface Run {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly value: boolean
}

/** The faults of a paragraph's spacing; one that lies inside a single value is the record's, not the template's. */
export function spacing(fragments: readonly Fragment[], joined: Joined): Diagnostic[] {
  const { text, runs } = flatten(fragments)
  if (!ANY.test(text)) return []
  return FAULTS.flatMap(({ pattern, message }) =>
    [...text.matchAll(pattern)].flatMap(match => {
      const touched = runs.filter(run => run.start < match.index + match[0].length && run.end > match.index)
      const first = touched[0]
      if (!first || (touched.length === 1 && first.value)) return []
      const at = first.value ? first.from : first.from + Math.max(0, match.index - first.start)
      return [error({ rule: 'markup/spacing', message, span: spanAt(joined, at, at + 1), hints: [HINT] })]
    })
  )
}

/** The text as it will be read, and which part of it came from where; a footnote's mark takes no room. */
function flatten(fragments: readonly Fragment[]): { text: string; runs: readonly Run[] } {
  const runs: Run[] = []
  let text = ''
  for (const fragment of fragments) {
    if (fragment.type === 'break') text += '\n'
    if (fragment.type !== 'text' && fragment.type !== 'value') continue
    const end = text.length + fragment.text.length
    runs.push({ start: text.length, end, from: fragment.from, value: fragment.type === 'value' })
    text += fragment.text
  }
  return { text, runs }
}
