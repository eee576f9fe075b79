/** Findings in, a report of them out, in one of the formats of `--report`. */
import { byCodeUnit } from '../../records/sequence.ts'
import type { ReportedFinding, ReportOptions } from './finding.ts'
import { count, differenceLines, frame, plainDifference, visible } from './print.ts'

/** Every format of `--report`, the default first; what writes it is loaded when it is asked for. */
export const REPORTS = {
  pretty: { what: 'for people, with the lines concerned', load: async () => pretty },
  json: { what: 'an array of objects', load: async () => json },
  github: { what: 'annotations of GitHub Actions', load: async () => (await import('./github.ts')).github },
  sarif: { what: 'for code scanning', load: async () => (await import('./sarif.ts')).sarif },
  junit: { what: 'as test cases', load: async () => (await import('./junit.ts')).junit }
} as const satisfies Record<string, { readonly what: string; readonly load: () => Promise<Writer> }>

/** Makes the text of a report. */
export type Writer = (findings: readonly ReportedFinding[], options: ReportOptions) => string
export type ReportFormat = keyof typeof REPORTS

/** Findings in the order of files and places, each once: notes that share a register share what is wrong with it. */
export function arrange(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const once = new Map<string, ReportedFinding>()
  for (const each of findings) {
    const key = JSON.stringify([each.file, each.start, each.severity, each.rule, each.message])
    if (!once.has(key)) once.set(key, each)
  }
  return [...once.values()].sort(
    (a, b) =>
      byCodeUnit(a.file ?? '', b.file ?? '') ||
      (a.start?.line ?? 0) - (b.start?.line ?? 0) ||
      (a.start?.column ?? 0) - (b.start?.column ?? 0) ||
      byCodeUnit(a.rule, b.rule)
  )
}

function json(findings: readonly ReportedFinding[]): string {
  const plain = findings.map(({ file, start, end, severity, rule, message, hints, pointer, difference }) => ({
    file,
    line: start?.line ?? null,
    column: start?.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    severity,
    rule,
    message,
    hints,
    pointer,
    ...(difference ? { difference: { lines: plainDifference(difference), sentences: difference.sentences } } : {})
  }))
  return `${JSON.stringify(plain, null, 2)}\n`
}

/** Escape sequences of ECMA-48, 8.3.117 (SGR). */
const COLOURS = { error: '31', warning: '33', information: '36', bold: '1', dim: '2' } as const
export type Colour = keyof typeof COLOURS

/** A text in a colour, or as it is where none is wanted. */
export function painted(options: Pick<ReportOptions, 'colour'>, colour: Colour, text: string): string {
  return options.colour ? `\u001B[${COLOURS[colour]}m${text}\u001B[0m` : text
}

function pretty(findings: readonly ReportedFinding[], options: ReportOptions): string {
  const shown = findings.filter(each => options.verbose || each.severity !== 'information')
  const blocks = shown.map(each => `${entry(each, options).join('\n')}\n`)
  return blocks.join('') + total(shown) + rest(findings.length - shown.length)
}

/** How much is not shown, and how to see it. */
function rest(number: number): string {
  if (number === 0) return ''
  return `${number} for information; \`--verbose\` shows ${number === 1 ? 'it' : 'them'}\n`
}

/**
 * A finding as people read it:
 *
 *     note.yaml:12:7 error record/unknown-key there is no key `ocasion`
 *      12 | ocasion: []
 *         | ^~~~~~~
 *         = did you mean `occasion`?
 */
function entry(finding: ReportedFinding, options: ReportOptions): string[] {
  const { file, start, span, severity, rule, message, hints } = finding
  if (file === null) return [plainLine(message, hints)]
  const place = start ? `${file}:${start.line}:${start.column}` : file
  const head = [
    painted(options, 'bold', visible(place)),
    painted(options, severity, severity),
    painted(options, 'dim', rule),
    visible(message)
  ]
  const lines = span && frame(span)
  const number = String(start?.line ?? '')
  const margin = lines ? `  ${' '.repeat(number.length)}` : ' '
  const framed = lines ? [`  ${number} | ${lines[0]}`, `${margin} | ${painted(options, severity, lines[1])}`] : []
  const { difference } = finding
  const changed = difference ? differenceLines(difference, options.colour).map(line => `${margin} ${line}`) : []
  return [head.join(' '), ...framed, ...changed, ...hints.map(hint => `${margin} = ${visible(hint)}`)]
}

/** What concerns no place in a file, on one line. */
export function plainLine(message: string, hints: readonly string[]): string {
  return `verbale: ${[message, ...hints].map(visible).join('; ')}`
}

/** How many of each severity, where there is more than one finding. */
function total(findings: readonly ReportedFinding[]): string {
  if (findings.length < 2) return ''
  const parts = (['error', 'warning', 'information'] as const).flatMap(severity => {
    const number = findings.filter(each => each.severity === severity).length
    return number === 0 ? [] : [severity === 'information' ? `${number} for information` : count(number, severity)]
  })
  return `${parts.join(', ')}\n`
}
