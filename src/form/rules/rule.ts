/** What a form rule is: what it looks for and why, how grave it is, and what it cannot decide. */
import type { Severity } from '../../diagnostic.ts'
import type { Note, ProtestNote } from '../note.ts'
import type { Place } from '../place.ts'

/** The code of a rule: what reports, settings and exceptions call it. */
type RuleId = `NV${number}`

/** What a rule looks at. */
type Ground = 'document' | 'layout' | 'register' | 'dossier'

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
  /** `law`: a position can be taken against it (practice: NV028 to NV031, NV034). `fact`: nobody can except it. */
  readonly overrides?: 'law' | 'fact'
  /** Nothing where earlier stages alone decide it. */
  readonly check: ((note: N) => readonly Fault[]) | null
}

/** A rule, and the kind of note for which it holds. */
export type Rule = ({ readonly kind: 'any' } & RuleFor<Note>) | ({ readonly kind: 'protest' } & RuleFor<ProtestNote>)
