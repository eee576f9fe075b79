/** A finding as reports print it, what came of a note with its findings, and how a report is to look. */
import { type Diagnostic, type Difference, Rejected, type Severity } from '../../diagnostic.ts'
import { type Position, positionOf, type Span } from '../../source.ts'
import { Obstacle, tried } from '../obstacle.ts'
import type { ExitCode } from '../shell.ts'

/** A diagnostic with the path by which the user knows its file; `file` is null for what concerns no file. */
export interface ReportedFinding {
  readonly file: string | null
  readonly start: Position | null
  readonly end: Position | null
  readonly span: Span | null
  readonly severity: Severity
  readonly rule: string
  readonly message: string
  readonly hints: readonly string[]
  readonly pointer: string | null
  readonly difference?: Difference
}

/** How a report is to look, and what it says besides findings. */
export interface ReportOptions {
  readonly colour: boolean
  /** Whether people are shown what is for information, or told how much of it there is. */
  readonly verbose: boolean
  /** A path as the repository knows it, from its root and with slashes; as it was, where it stands outside. */
  readonly inRepository: (file: string) => string
  /** Files that were checked, for reports that tell also of those with nothing wrong. */
  readonly checked: readonly string[]
  readonly version: string
}

/** What came of one note. */
export interface NoteOutcome {
  readonly code: ExitCode
  readonly findings: readonly ReportedFinding[]
  /** The line that says what was made. */
  readonly said: string | null
  /** What was thrown that should not have been. */
  readonly bug: { readonly thrown: unknown } | null
}

/** The outcome of what was made, with the line that says so. */
export function done(said: string | null, findings: readonly ReportedFinding[] = []): NoteOutcome {
  return { code: 0, findings, said, bug: null }
}

/** The outcome of a step that gives the line to say, or that something outside prevents. */
export function outcomeOf(step: () => string | null): NoteOutcome {
  const said = tried(step)
  return said instanceof Obstacle ? hindered(said) : done(said)
}

/** What a thrown thing means for the user. */
export function failed(
  thrown: unknown,
  about: string,
  found: readonly ReportedFinding[] = [],
  pathOf?: (name: string) => string
): NoteOutcome {
  if (thrown instanceof Rejected)
    return { code: 1, findings: [...found, ...findingsOf(thrown.diagnostics, about, pathOf)], said: null, bug: null }
  if (thrown instanceof Obstacle) return hindered(thrown, found)
  return { code: 3, findings: found, said: null, bug: { thrown } }
}

/** The outcome of a note that something outside it prevents. */
export function hindered(obstacle: Obstacle, found: readonly ReportedFinding[] = []): NoteOutcome {
  return { code: 2, findings: [...found, obstacleFinding(obstacle.message, obstacle.hints)], said: null, bug: null }
}

/** Diagnostics as findings; one that has no place is put down to the file that the run was about. */
export function findingsOf(
  diagnostics: readonly Diagnostic[],
  about: string,
  pathOf: (name: string) => string = name => name
): ReportedFinding[] {
  return diagnostics.map(({ span, severity, rule, message, hints, pointer, difference }) => ({
    file: span ? pathOf(span.source.name) : about,
    start: span && positionOf(span.source, span.start),
    end: span && positionOf(span.source, span.end),
    span,
    severity,
    rule,
    message,
    hints,
    pointer: pointer ?? null,
    ...(difference ? { difference } : {})
  }))
}

/** What stands in the way of a run as a finding that concerns no place in a file. */
export function obstacleFinding(message: string, hints: readonly string[]): ReportedFinding {
  const nowhere = { file: null, start: null, end: null, span: null, pointer: null }
  return { ...nowhere, severity: 'error', rule: 'surroundings', message, hints }
}
