/** The table of kinds: what a request says in `kind`, and what a note of that kind is made of. */
import type { NoteKind } from '../dossier/kind.ts'
import { PROTEST } from './protest/protest.ts'

/** The first is that of a request which names none. */
export const KINDS: ReadonlyMap<string, NoteKind> = new Map([PROTEST].map(kind => [kind.name, kind]))
