/** The checked records of one note: all that its decisions are taken from. */
import type { Origin } from '../fact.ts'
import type { Image } from '../image/image.ts'
import type { Wording } from '../languages/language.ts'
import type { Span } from '../source.ts'
import type { Law, LawLayer, TreatyStatus } from './law.ts'
import type { Profile } from './profile.ts'
import type { NoteRequest } from './request.ts'
import type { Register } from './schema.ts'
import type { Units } from './units.ts'

/** Checked records, whose ids are known to exist, and the language in which the note is wanted. */
export interface Records {
  readonly register: Register
  readonly request: NoteRequest
  /** Those to whom identical notes go, this one among them. */
  readonly addressees: readonly string[]
  readonly law: Law
  /** Which file gives which entries of the law, the lowest first. */
  readonly lawLayers: readonly LawLayer[]
  /** Who is a party to what, as far as the law does not say it; read when it is first asked for, null where there is none. */
  readonly treatyStatus: () => TreatyStatus | null
  readonly units: Units
  readonly profile: Profile
  /** The emblem that the profile names, or null. */
  readonly emblem: Image | null
  readonly language: string
  /** What the language asks of texts and names; null where notes cannot be written in it. */
  readonly wording: Wording | null
  /** The SHA-256 of the file that this note is a regenerated copy of; absent for every other form. */
  readonly copyOf?: string | undefined
  /** Whether an issue carries what it was made from, and so must stay in the house. */
  readonly internal?: boolean | undefined
  /** The place of a record's value in its file, or of the key that names it. */
  readonly spanOf: (origin: Origin, part?: 'value' | 'key') => Span | null
}
