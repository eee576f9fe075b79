/** What a kind of note is made of: its part of the request and of the dossier, its decisions, and what its notes must say. */
import type { Diagnostic } from '../diagnostic.ts'
import type { ArticleName } from '../records/law.ts'
import { type Kinds, kindOf, type NoteRequest, type RequestKind } from '../records/request.ts'
import type { Pointer } from '../value.ts'
import type { Drafting } from './assembly/localise.ts'
import type { Traces } from './assembly/trace.ts'
import type { Case } from './decisions/case.ts'
import type { LegalPosition } from './decisions/positions.ts'
import type { Dossier, DossierCitation, DossierIncident, DossierKind } from './schema.ts'

/** One kind of note: a folder below `kinds/`, and the template of its name in each language. */
export interface NoteKind extends RequestKind, DossierKind {
  /** Takes every decision, and goes on after a wrong one, so that all that is wrong is said at once. */
  readonly decide: (facts: Case) => Decided
  /** The incidents of a dossier of this kind, those that the note is about first. */
  readonly incidents: (dossier: Dossier) => readonly DossierIncident[]
  /** The records that a dossier of this kind used, besides those that its request names in fields that all have. */
  readonly used: (request: NoteRequest, dossier: Dossier) => UsedRecords
  /** The request as a file carries it: what was concluded from the whole register is stated in it. */
  readonly carried: (request: NoteRequest, dossier: Dossier) => NoteRequest
  /** The traces of a dossier in its selection, which states what was concluded in place of what decided it. */
  readonly statedTraces: (traces: Traces, request: NoteRequest, dossier: Dossier) => Traces
  /** What a note of this kind cannot leave out. */
  readonly mustSay: (dossier: Dossier) => readonly Obligation[]
}

/** What was decided of a note. */
interface Decided {
  readonly notes: readonly Diagnostic[]
  /** The legal positions that a decision made use of. */
  readonly positions: readonly LegalPosition[]
  /** The articles of the law that the note cites. */
  readonly articles: readonly ArticleName[]
  /** Its fields of the dossier, and the communications of the note to which no response came. */
  readonly say: (drafting: Drafting, cite: Cite) => KindFields
}

/** The kind's fields of a dossier; one that is no `Traced` comes from the field of its name in the request. */
export interface KindFields {
  readonly parts: Readonly<Record<string, unknown>> & { readonly annexes: Dossier['annexes'] }
  readonly unanswered: readonly string[]
}

/** Makes the citation of a communication, once. */
export type Cite = (id: string) => DossierCitation

/** Ids of records, by what a note needs them for. */
export interface UsedRecords {
  /** What the note is itself about; its register entry says so. */
  readonly subjects: readonly string[]
  /** Incidents that it mentions besides. */
  readonly incidents: readonly string[]
  readonly communications: readonly string[]
  /** Sources that its request names in fields of the kind. */
  readonly sources: readonly string[]
  /** Facilities whose coordinates it prints. */
  readonly coordinates: readonly string[]
  /** What a submission was concluded to cover: by its id, then by that of the incident. */
  readonly coverage: Readonly<Record<string, Readonly<Record<string, Exclude<DossierIncident['coverage'], 'none'>>>>>
}

/** Something that a note cannot leave out: where it stands in the dossier, and what to say where it is not printed. */
export interface Obligation {
  readonly pointer: Pointer
  /** `printed`: a value of it is; `told`: or a formula that it chose; an incident: any part of its record. */
  readonly by: 'printed' | 'told' | { readonly incident: string }
  readonly rule: 'template/unprinted' | 'template/unprinted-insert'
  readonly message: string
  readonly hint: string
}

/** The kind of a request whose shape was checked. */
export function kindOfRequest(kinds: Kinds<NoteKind>, request: NoteRequest): NoteKind {
  const kind = kindOf(kinds, request)
  if (kind === null) throw new Error(`there is no kind \`${request.kind}\`: the request was not checked`)
  return kind
}
