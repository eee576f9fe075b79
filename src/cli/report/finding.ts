/** A finding as reports print it, and how a report is to look. */
import type { Difference, Severity } from '../../diagnostic.ts'
import type { Position, Span } from '../../source.ts'

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
