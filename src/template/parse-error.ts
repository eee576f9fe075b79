/** What Handlebars' parser throws in, located findings out. */
import { type Diagnostic, error } from '../diagnostic.ts'
import { offsetOf, positionOf, type Source } from '../source.ts'
import { type Flaw, flawsOf } from './flaws.ts'

/** A template's text inside its file; `base` is where it starts there (0 for a file of its own). */
export interface TemplateText {
  readonly source: Source
  readonly base: number
  readonly text: string
}

/** The parser's error as findings: in words of our own where the text shows what is wrong, else where the parser stopped. */
export function parseFindings({ source, base, text }: TemplateText, thrown: Error): Diagnostic[] {
  const finding = ({ at, length, message, hint }: Flaw): Diagnostic => {
    const span = { source, start: base + at, end: base + Math.min(text.length, at + length) }
    return error({ rule: 'template/syntax', message, span, hints: [hint] })
  }
  const flaws = flawsOf(text)
  return (flaws.length > 0 ? flaws : [stopped(text, thrown)]).map(finding)
}

/** Where the parser stopped; it has a place when its own checks failed, and only a message otherwise. */
function stopped(text: string, thrown: Error): Flaw {
  const hasPlace = 'lineNumber' in thrown && 'column' in thrown && typeof thrown.lineNumber === 'number'
  const at = hasPlace
    ? offsetOf({ name: '', text }, { line: Number(thrown.lineNumber), column: Number(thrown.column) + 1 })
    : offsetOfError(text, thrown.message)
  const met = /^[\w.-]+|^\S/u.exec(text.slice(at, at + 40))?.[0] ?? ''
  const message = met === '' ? 'something is missing here' : `\`${met}\` cannot stand here`
  const hint = 'look at the tag around it and at the one before: `{{helper value name=value}}`'
  return { at, length: met.length, message, hint }
}

/**
 * Where the parser stopped. Its message shows the text around the place without line ends, over a row of dashes that
 * ends below it:
 *
 *     Parse error on line 2:
 *     ...{{date}} {{/if}} and
 *     ------------^
 */
function offsetOfError(text: string, message: string): number {
  const [first = '', shown = '', dashes = ''] = message.split('\n')
  const line = Number(/on line (\d+)/.exec(first)?.[1] ?? 1)
  const before = shown.slice(0, dashes.indexOf('^')).replace(/^\.\.\./, '')
  const needle = before + shown.slice(dashes.indexOf('^')).replace(/\.\.\.$/, '')
  const source = { name: '', text }
  const flat = text.replaceAll('\n', '')
  let best = offsetOf(source, { line, column: 1 })
  let newline = text.indexOf('\n')
  let skipped = 0
  for (let found = flat.indexOf(needle); found >= 0; found = flat.indexOf(needle, found + 1)) {
    for (; newline >= 0 && newline <= found + before.length + skipped; newline = text.indexOf('\n', newline + 1))
      skipped++
    best = found + before.length + skipped
    if (positionOf(source, best).line >= line) break
  }
  return best
}
