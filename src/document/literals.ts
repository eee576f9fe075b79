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
    hint: 'close it, with no space between it and the words; to print the sign itself, write `\\` before it'
  },
  {
    pattern: /\\/g,
    message: () => 'this backslash escapes nothing',
    hint: 'a backslash escapes a sign of markup or ends a line; to print one, write `\\\\`'
  },
  {
    pattern: /\^\[|\[\^[^\]]*\]?/g,
    message: sign => `\`${sign}\` is not a footnote`,
    hint: 'write the footnote at its mark: `^[text of the note]`'
  },
  {
    pattern: /`+|~~+|<\/?[a-z!][^\s<>]*>?|\]\([^)\s]*\)|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi,
    message: sign => `\`${sign}\` is not house markup and would be printed`,
    hint: 'house markup has no HTML, links, code or entities; to print the sign itself, write `\\` before it'
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
