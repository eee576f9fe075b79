/** What a form rule is: what it looks for and why, how grave it is, and what it cannot decide. */
import type { Severity } from '../../diagnostic.ts'
import { type Note, type ProtestNote, protestIn } from '../note.ts'
import type { FindingPlace } from '../place.ts'

/** What a rule looks at. */
export type Ground = 'document' | 'layout' | 'register' | 'dossier'

/**
 * What a rule judges. `form`: how the note is worded and set, which a program may read wrongly: a workspace can except a
 * finding, and a request can set it aside. `facts`: nobody excepts them. `law`: a request takes a position against it, by
 * authority (`override`).
 */
export type Judged = 'form' | 'facts' | 'law'

/** What a rule found. */
export interface RuleFault {
  /** Lower case, no full stop. */
  readonly message: string
  readonly at: FindingPlace
  readonly hints?: readonly string[]
  /** Where it is not that of the rule. */
  readonly severity?: Severity
}

export type RuleCheck = (note: Note) => readonly RuleFault[]

/** A check that holds for protests, and finds nothing in another note. */
export function ofProtest(check: (note: ProtestNote) => readonly RuleFault[]): RuleCheck {
  return note => {
    const protest = protestIn(note)
    return protest ? check(protest) : []
  }
}

/** A rule: its row of `rules.json`, and its check. */
export interface Rule {
  /** What reports, settings and exceptions call the rule: `NV001`. */
  readonly id: string
  /** What holds in a good note, as a sentence without its stop. */
  readonly title: string
  /** Why; the source behind it in brackets. */
  readonly reason: string
  /** `information` is a question to the drafter, and worded as one. */
  readonly severity: Severity
  readonly on: Ground
  /** What a program cannot decide of it. */
  readonly undecided?: string | undefined
  /** The codes under which earlier stages refuse a part of the same, or all of it. */
  readonly stages: readonly string[]
  readonly judges: Judged
  /** Nothing where earlier stages alone decide it. */
  readonly check: RuleCheck | null
}
