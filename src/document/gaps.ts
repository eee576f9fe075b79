/** A joined text in; the paragraphs that only a merge tore apart out, as errors. */
import { type Diagnostic, error } from '../diagnostic.ts'
import { lineOf, positionOf } from '../source.ts'
import { type Joined, spanAt } from './join.ts'

/** Blank lines between two lines of text; beside the fence of a container they part nothing. */
const GAP = /(?<=^(?![ \t]*:::)[^\n]*\S[^\n]*\n)(?:[ \t]*\n)+(?=(?![ \t]*:::)[ \t]*\S)/gm

/**
 * Blank lines part paragraphs; a line that is blank only because an inline `{{#if}}` on it came to nothing does so without
 * the author's will.
 *
 *   The Ministry
 *   {{#if x}}…{{/if}}        blank after the merge, not blank in the file
 *   expects
 */
export function gaps(joined: Joined): Diagnostic[] {
  return [...joined.text.matchAll(GAP)].flatMap(match => {
    const lines = [...match[0].matchAll(/\n/g)].map(end => match.index + end.index)
    const first = lines[0]
    if (first === undefined || lines.some(end => isBlankInFile(joined, end))) return []
    return [
      error({
        rule: 'markup/blank-line',
        message: 'this line came out blank and would part two paragraphs',
        span: spanAt(joined, first, first + 1),
        hints: ['put the `{{#if}}` on the line before it, or leave a blank line in the template too']
      })
    ]
  })
}

/** Whether the line that ends at an offset of the joined text is blank in its template as well. */
function isBlankInFile(joined: Joined, lineEnd: number): boolean {
  const span = spanAt(joined, lineEnd, lineEnd + 1)
  return span !== null && lineOf(span.source, positionOf(span.source, span.start).line).trim() === ''
}
