/** What was made or thrown in; what came of it, as `tell` reports it, out. */
import { Rejected } from '../../diagnostic.ts'
import { Obstacle, tried } from '../obstacle.ts'
import type { ExitCode } from '../shell.ts'
import type { ReportedFinding } from './finding.ts'
import { findingsOf, obstacleFinding } from './report.ts'

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
