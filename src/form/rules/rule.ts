/** What a form rule is: what it looks for and why, and how grave it is. */
import type { Severity } from '../../diagnostic.ts'
import type { Lexicon } from '../../languages/lexicon.ts'
import { isProtest, type Note, type ProtestNote } from '../note.ts'
import type { FindingPlace } from '../place.ts'

/** What a rule looks at. */
type Ground = 'document' | 'layout' | 'register' | 'dossier'

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

/** A check of protests; the `kinds` of its rule keep other notes from it. */
export function ofProtest(check: (note: ProtestNote) => readonly RuleFault[]): RuleCheck {
  return note => {
    if (!isProtest(note)) throw new Error(`a rule of protests was asked about a note of the kind ${note.kind.name}`)
    return check(note)
  }
}

/** The patterns of a lexicon, one or several to a name. */
export type LexiconWords = {
  [K in keyof Lexicon]: Lexicon[K] extends RegExp | readonly RegExp[] ? K : never
}[keyof Lexicon]

/** What is looked for in whatever language. */
export type CommonWords = 'doubledSpace' | 'doubledStop' | 'spaceBeforeComma' | 'spaceBeforeSemicolon' | 'toolMark'

/** Words that no note may hold: a row of a rule in `lexical.json`. */
export interface LexicalRow {
  /** What is looked for: a name in the lexicon of each language, or one that is common to all. */
  readonly finds: LexiconWords | CommonWords
  readonly where: 'prose' | 'body' | 'note'
  /** What lets the words pass. */
  readonly unless?: readonly ('quoted' | 'name' | 'sentence')[]
  /** Words that have to stand in the same sentence: anywhere in it, or only where the language puts what those that were found govern. */
  readonly with?: { readonly finds: readonly LexiconWords[]; readonly governed: boolean }
  /** Whether a paragraph has one finding at most. */
  readonly once?: boolean
  /** `{}` stands for the words that were found, `{with}` for those that stand with them. */
  readonly message: string
  readonly hints?: readonly string[]
}

/** A rule: its row in the table of `README.md`, and how its faults are found. */
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
  readonly judges: Judged
  /** The kinds of note for which it holds; null for all of them. */
  readonly kinds: readonly string[] | null
  /** Words that it looks for, whatever the records are; each language has them in its lexicon. */
  readonly words: readonly LexicalRow[]
  /** What else it looks for; null where its words, or earlier stages, alone decide it. */
  readonly check: RuleCheck | null
}
