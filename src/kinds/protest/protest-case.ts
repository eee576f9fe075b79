/** The case, the request and the dossier of a note of any kind in; the same as those of a protest out. */
import type { Drafting } from '../../dossier/assembly/localise.ts'
import type { Case } from '../../dossier/decisions/case.ts'
import type { Dossier } from '../../dossier/schema.ts'
import type { NoteRequest } from '../../records/request.ts'
import type { ProtestDossier } from './dossier.ts'
import type { ProtestRequest } from './request.ts'

export interface ProtestCase extends Case {
  readonly request: ProtestRequest
}

export interface ProtestDrafting extends Drafting {
  readonly request: ProtestRequest
}

/** The request of a protest. Its shape was checked by its kind, so that another one is our bug. */
export function protestRequest(request: NoteRequest): ProtestRequest {
  if (!isProtest(request)) throw new Error('a request of another kind is taken for a protest')
  return request
}

function isProtest(request: NoteRequest): request is ProtestRequest {
  return 'occasion' in request && 'strength' in request
}

/** A case or drafting of a protest. */
export function protestIn<T extends Case>(facts: T): T & { readonly request: ProtestRequest } {
  return { ...facts, request: protestRequest(facts.request) }
}

/** The dossier of a protest, which its kind made. */
export function protestDossierOf(dossier: Dossier): ProtestDossier {
  if (!isProtestDossier(dossier)) throw new Error('a dossier of another kind is taken for that of a protest')
  return dossier
}

function isProtestDossier(dossier: Dossier): dossier is Dossier & ProtestDossier {
  return 'occasion' in dossier && 'strength' in dossier
}
