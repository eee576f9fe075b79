/** What a form rule is: what it looks for and why, how grave it is, what it cannot decide, and how it is tried out. */
import type { Severity } from '../../diagnostic.ts'
import type { Note } from '../note.ts'
import type { Place } from '../place.ts'

/** The code of a rule: what reports, settings and exceptions call it. */
type RuleId = `NV${number}`

/** What a rule looks at. */
type Ground = 'document' | 'layout' | 'register' | 'dossier'

/**
 * What a rule judges. `form`: how the note is worded and set, which a program may read wrongly: a workspace can except a
 * finding, and a request can set it aside. `facts`: nobody excepts them. `law`: a request takes a position against it, by
 * authority (`override`; practice: NV028 to NV031, NV034).
 */
export type Judged = 'form' | 'facts' | 'law'

/**
 * A note of the package with some of its text changed, made by the whole pipeline: the cheapest honest way to state what
 * passes and what fails.
 */
export interface Example {
  /** What was changed, in words. */
  readonly what: string
  /** The fixture that it is made from. */
  readonly from: string
  /** In these files (`note.yaml` and `register.yaml` of the fixture, or a template) the first text gives way to the second. */
  readonly edits: readonly (readonly [file: string, text: string, by: string])[]
  /** The language in which it is made, where that is not the original one. */
  readonly language?: string
}

/** An example that fails; the finding stands in this file, on the first line that holds this text, edits included. */
export interface Failing extends Example {
  readonly at: readonly [file: string, text: string]
}

/** What a rule found. */
export interface Fault {
  /** Lower case, no full stop. */
  readonly message: string
  readonly at: Place
  readonly hints?: readonly string[]
  /** Where it is not that of the rule. */
  readonly severity?: Severity
}

export interface Rule {
  readonly id: RuleId
  /** What holds in a good note, as a sentence without its stop. */
  readonly title: string
  /** Why; the source behind it in brackets. */
  readonly reason: string
  /** `information` is a question to the drafter, and worded as one. */
  readonly severity: Severity
  readonly on: Ground
  readonly judges: Judged
  /** Whether a program can decide it; in part: what it cannot. */
  readonly decides: 'yes' | { readonly inPart: string }
  /** The codes under which earlier stages refuse a part of the same, or all of it. */
  readonly stages: readonly string[]
  readonly examples: { readonly passes: readonly Example[]; readonly fails: readonly Failing[] }
  /** Nothing where earlier stages alone decide it. */
  readonly check: ((note: Note) => readonly Fault[]) | null
}
