/** The files of a note that must be refused in; what they say must be found, held against what was found, out. */
import { type Diagnostic, error } from '../diagnostic.ts'
import { offsetOf, positionOf, type Source, type Span } from '../source.ts'

/**
 * What a file says of itself: `# error: rule: start of message` in the lines before the one concerned, or, where that line
 * takes no comment before it, `# error@LINE:COLUMN: rule: start of message` anywhere.
 */
export interface Annotation {
  /** Where it is written. */
  readonly at: Span
  readonly file: string
  readonly line: number
  /** Null where any column of the line will do. */
  readonly column: number | null
  /** `error: rule: start of message` */
  readonly says: string
}

const ANNOTATION = /^[ \t]*# (error|warning|information)(?:@(\d+):(\d+))?: ((?:NV\d{3}|[a-z]+\/[a-z-]+)\b.*)$/

/** The annotations of a file of data, in its order. */
export function annotationsIn(source: Source): Annotation[] {
  const waiting: Omit<Annotation, 'line'>[] = []
  const found: Annotation[] = []
  for (const [index, text] of source.text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1
    const [, severity, atLine, atColumn, rest] = ANNOTATION.exec(text) ?? []
    if (severity === undefined) {
      found.push(...waiting.splice(0).map(each => ({ ...each, line })))
      continue
    }
    const start = offsetOf(source, { line, column: 1 })
    const at = { source, start: start + text.indexOf('#'), end: start + text.length }
    const annotation = { at, file: source.name, says: `${severity}: ${rest?.trim() ?? ''}` }
    if (atLine === undefined) waiting.push({ ...annotation, column: null })
    else found.push({ ...annotation, line: Number(atLine), column: Number(atColumn) })
  }
  return [...found, ...waiting.map(each => ({ ...each, line: 0 }))]
}

/** Holds what was found against what was said: what was not foreseen, and what was foreseen and not found. */
export function unlikeAnnotations(expected: readonly Annotation[], found: readonly Diagnostic[]): Diagnostic[] {
  const { unforeseen, missed } = heldAgainst(expected, found)
  return [...unforeseen.map(notForeseen), ...missed]
}

/** What was found without what a good note foresees, such as a warning that it gives on purpose. */
export function withoutForeseen(expected: readonly Annotation[], found: readonly Diagnostic[]): Diagnostic[] {
  const { unforeseen, missed } = heldAgainst(expected, found)
  return [...unforeseen, ...missed]
}

/** Whether a note must be refused: a file of it foresees an error. */
export function isBad(expected: readonly Annotation[]): boolean {
  return expected.some(each => each.says.startsWith('error: '))
}

function heldAgainst(expected: readonly Annotation[], found: readonly Diagnostic[]) {
  const left = [...expected]
  const unforeseen = found.flatMap(each => {
    const at = left.findIndex(one => meets(one, each))
    if (at >= 0) left.splice(at, 1)
    return at >= 0 ? [] : [each]
  })
  return { unforeseen, missed: left.map(notFound) }
}

function meets({ file, line, column, says }: Annotation, { severity, rule, message, span }: Diagnostic): boolean {
  if (!span || span.source.name !== file) return false
  const place = positionOf(span.source, span.start)
  const isThere = place.line === line && (column === null || place.column === column)
  return isThere && `${severity}: ${rule}: ${message}`.startsWith(says)
}

function notForeseen({ severity, rule, message, span, hints }: Diagnostic): Diagnostic {
  const said = `# ${severity}: ${rule}: ${message}`
  return error({
    rule: 'fixture/unforeseen',
    message: `no annotation foresees this ${severity}: ${rule}: ${message}`,
    span,
    hints: [...hints, `if it is as it should be, write before this line: \`${said}\``]
  })
}

function notFound({ at, says }: Annotation): Diagnostic {
  const hints = ['nothing like it was found at the line that it stands before, or at the place that it names']
  return error({ rule: 'fixture/missed', message: `this was not found: ${says}`, span: at, hints })
}
