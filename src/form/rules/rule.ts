/** What a form rule is: what it looks for and why, how grave it is, and what it cannot decide. */
import type { Severity } from '../../diagnostic.ts'
import type { Note, ProtestNote } from '../note.ts'
import type { Place } from '../place.ts'

/** The code of a rule: what reports, settings and exceptions call it. */
type RuleId = `NV${number}`

/** What a rule looks at. */
type Ground = 'document' | 'layout' | 'register' | 'dossier'

/**
 * What a rule judges. `form`: how the note is worded and set, which a program may read wrongly: a workspace can except a
 * finding, and a request can set it aside. `facts`: nobody excepts them. `law`: a request takes a position against it, by
 * authority (`override`).
 */
export type Judged = 'form' | 'facts' | 'law'

/** What a rule found. */
export interface Fault {
  /** Lower case, no full stop. */
  readonly message: string
  readonly at: Place
  readonly hints?: readonly string[]
  /** Where it is not that of the rule. */
  readonly severity?: Severity
}

interface RuleFor<N> {
  readonly id: RuleId
  /** What holds in a good note, as a sentence without its stop. */
  readonly title: string
  /** Why; the source behind it in brackets. */
  readonly reason: string
  /** `information` is a question to the drafter, and worded as one. */
  readonly severity: Severity
  readonly on: Ground
  /** Whether a program can decide it; in part: what it cannot. */
  readonly decides: 'yes' | { readonly inPart: string }
  /** The codes under which earlier stages refuse a part of the same, or all of it. */
  readonly stages: readonly string[]
  readonly judges: Judged
  /** Nothing where earlier stages alone decide it. */
  readonly check: ((note: N) => readonly Fault[]) | null
}

/** A rule, and the kind of note for which it holds. */
export type Rule = ({ readonly kind: 'any' } & RuleFor<Note>) | ({ readonly kind: 'protest' } & RuleFor<ProtestNote>)
