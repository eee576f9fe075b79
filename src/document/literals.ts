/** Template text that markup left as it was in; the signs in it that look like markup, as errors, out. */
import { type Diagnostic, error } from '../diagnostic.ts'
import { type Joined, spanAt } from './join.ts'

interface Sign {
  readonly pattern: RegExp
  readonly message: (sign: string) => string
  readonly hint: string
}

/** What a template's author meant as markup and would see printed; an escaped sign never comes here. */
const SIGNS: readonly Sign[] = [
  {
    pattern: /\*+|_+/g,
    message: sign => `\`${sign}\` emphasises nothing and would be printed`,
    hint: 'close it, with no space between it and the words; a sign that is to be printed is written with `\\` before it'
  },
  {
    pattern: /\\/g,
    message: () => 'a backslash stands before nothing that can be escaped',
    hint: 'it escapes a sign of markup, or ends a line; a backslash that is to be printed is written `\\\\`'
  },
  {
    pattern: /\^\[|\[\^[^\]]*\]?/g,
    message: sign => `\`${sign}\` is not a footnote`,
    hint: 'a footnote is written where its mark stands: `^[text of the note]`'
  },
  {
    pattern: /`+|~~+|<\/?[a-z!][^\s<>]*>?|\]\([^)\s]*\)|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi,
    message: sign => `\`${sign}\` is not house markup and would be printed`,
    hint: 'there is no HTML, link, code or entity; a sign that is to be printed is written with `\\` before it'
  }
]

/** What every pattern above needs: most text has none of it, and is looked through once. */
const ANY = /[*_\\^[\]`~<&]/

/** The unused signs of markup in a stretch of text that stands at `from` in the joined text. */
export function literals(text: string, from: number, joined: Joined): Diagnostic[] {
  if (!ANY.test(text)) return []
  return SIGNS.flatMap(({ pattern, message, hint }) =>
    [...text.matchAll(pattern)].map(match =>
      error({
        rule: 'markup/literal',
        message: message(match[0].replaceAll('\uE000', '…')),
        span: spanAt(joined, from + match.index, from + match.index + match[0].length),
        hints: [hint]
      })
    )
  )
}
