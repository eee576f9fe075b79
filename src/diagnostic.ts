/** What is wrong, where, and how to mend it; and the one error that carries such findings. */
import type { Origin } from './fact.ts'
import type { Span } from './source.ts'
import type { Pointer } from './value.ts'

/** `error` refuses the run, `warning` asks for a look, `information` only tells. */
export type Severity = 'error' | 'warning' | 'information'

/**
 * One finding. `message` says what is wrong in lower case, quotes the value and ends without a full stop;
 * what to do about it stands in `hints`. `rule` is a stable code (`record/unknown-key`, `NV035`).
 */
export interface Diagnostic {
  readonly severity: Severity
  readonly rule: string
  readonly message: string
  readonly span: Span | null
  /** The place in the record or dossier that the finding is about. */
  readonly pointer?: Pointer
  /** The record value behind it, where the stage that found it knows no files: `render` looks up its place. */
  readonly origin?: Origin
  readonly hints: readonly string[]
  /** Where a finding is about what changed: what was expected, and what is there. */
  readonly difference?: Difference
}

/** A stretch of a line that changed, or stayed. */
export interface ChangedStretch {
  readonly text: string
  readonly changed: boolean
}

/** A line of a unified difference; `place` is a heading that says where the lines below it stand. */
export interface DifferenceLine {
  readonly sign: ' ' | '-' | '+' | 'place'
  readonly stretches: readonly ChangedStretch[]
}

/** A sentence as it was and as it is; null where there was none, or is none. */
export interface SentenceChange {
  readonly before: string | null
  readonly after: string | null
}

/** What was expected and what is there. */
export interface Difference {
  readonly lines: readonly DifferenceLine[]
  /** Of a text that people read: each sentence that changed. */
  readonly sentences: readonly SentenceChange[]
}

/** What a stage gives back when it can go on: its result and what it noticed. */
export interface Noted<T> {
  readonly value: T
  readonly notes: readonly Diagnostic[]
}

/** The author's to mend: every finding of a stage, located. Anything else that is thrown is our bug. */
export class Rejected extends Error {
  readonly diagnostics: readonly Diagnostic[]
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(each => `${each.rule}: ${each.message}`).join('\n'))
    this.name = 'Rejected'
    this.diagnostics = diagnostics
  }
}

/** What a finding needs besides its severity. */
export type DiagnosticFields = Omit<Diagnostic, 'severity' | 'hints'> & Partial<Pick<Diagnostic, 'hints'>>

/** An error. */
export const error = (finding: DiagnosticFields) => ofSeverity('error', finding)

/** A warning. */
export const warning = (finding: DiagnosticFields) => ofSeverity('warning', finding)

/** A piece of information. */
export const information = (finding: DiagnosticFields) => ofSeverity('information', finding)

function ofSeverity(severity: Severity, finding: DiagnosticFields): Diagnostic {
  return { ...finding, severity, hints: finding.hints ?? [] }
}

/** Throws `Rejected` when there is an error among the findings; gives the rest back. */
export function refuse(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  if (findings.some(each => each.severity === 'error')) throw new Rejected(findings)
  return findings
}

/** Findings, each once: a line inside `{{#each}}` is merged many times and wrong once. */
export function distinct(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const byPlace = new Map<string, Diagnostic>()
  for (const each of findings) {
    const key = [each.rule, each.message, each.span?.source.name, each.span?.start, each.origin].join('\n')
    if (!byPlace.has(key)) byPlace.set(key, each)
  }
  return [...byPlace.values()]
}

/** The number of single-character edits (insert, delete, replace, swap neighbours) between two words. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1] ?? []
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}

/** The known word nearest to one that is not known, or `null` when none is near (more than a third of it differs). */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const each of known) {
    if (Math.abs(each.length - word.length) >= least) continue
    const far = distance(word.toLowerCase().slice(0, 80), each.toLowerCase().slice(0, 80))
    if (far < least) [best, least] = [each, far]
  }
  return best
}

/** A hint with the nearest known word, or with the whole list when it is short, or none. */
export function didYouMean(word: string, known: Iterable<string>): string[] {
  const list = [...known]
  const near = nearest(word, list)
  if (near !== null) return [`did you mean \`${near}\`?`]
  return list.length > 0 && list.length <= 12 ? [`known: ${list.map(each => `\`${each}\``).join(', ')}`] : []
}

/** What a stage gives, or what it refuses for; so that what stands against another is told with it. */
export function attempt<T>(stage: () => T): { readonly value: T | null; readonly findings: readonly Diagnostic[] } {
  try {
    return { value: stage(), findings: [] }
  } catch (caught) {
    if (!(caught instanceof Rejected)) throw caught
    return { value: null, findings: caught.diagnostics }
  }
}
