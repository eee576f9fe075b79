/** A loaded request → the drafter's own sentences in it that do not begin or end as sentences do. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { type Loaded, placeOf } from '../../value.ts'
import { partsAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** What can stand before the first letter of a sentence, and behind its last stop. */
const OPENING = /^["'“‘«„(¿¡[]*/u
const CLOSING = /["'”’»“)\]]*$/u
/** What ends a sentence: also in Arabic, in Chinese, and of one that breaks off. */
const STOP = /[.!?…؟۔。！？]$/u

/** An insert is a paragraph of its own and printed as it is: the note puts neither a capital nor a full stop to it. */
export function sentenceFindings(loaded: Loaded): Diagnostic[] {
  return partsAt(loaded.value, '/insert/*/text/*').flatMap(({ pointer, value }) => {
    if (typeof value !== 'string' || value === '') return []
    const found = (message: string, hint: string) =>
      error({ rule: 'record/sentence', message, span: placeOf(loaded, pointer), pointer, hints: [hint] })
    const first = value.replace(OPENING, '')
    return [
      ...(/^\p{Ll}/u.test(first)
        ? [found(`the sentence ${quoted(value)} begins without a capital`, `begin it: \`${begun(first)}\``)]
        : []),
      ...(STOP.test(value.replace(CLOSING, ''))
        ? []
        : [
            found(
              `the sentence ${quoted(value)} ends without a full stop`,
              'put one at its end: it is printed as it is'
            )
          ])
    ]
  })
}

/** The first word with a capital. */
function begun(text: string): string {
  const [word = ''] = text.split(' ')
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} …`
}
