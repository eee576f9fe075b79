/** Protests resolved and selected, with what is their own in their types. */
import { type Resolved as AnyResolved, resolve as resolveNote } from '../../src/dossier/resolve.ts'
import { type Selection as AnySelection, select as selectNote } from '../../src/dossier/select.ts'
import type { ProtestDossier } from '../../src/kinds/protest/dossier.ts'
import { PROTEST } from '../../src/kinds/protest/protest.ts'
import { protestDossierOf, protestRequest } from '../../src/kinds/protest/protest-case.ts'
import type { ProtestRequest } from '../../src/kinds/protest/request.ts'
import type { Records as AnyRecords } from '../../src/records/records.ts'

export type Records = AnyRecords & { readonly request: ProtestRequest }
export type Resolved = AnyResolved & { readonly dossier: ProtestDossier }
export type Selection = AnySelection & { readonly request: ProtestRequest }

export function resolve(records: AnyRecords): Resolved {
  const resolved = resolveNote(records, PROTEST)
  return { ...resolved, dossier: { ...resolved.dossier, ...protestDossierOf(resolved.dossier) } }
}

export function select(records: AnyRecords, resolved: AnyResolved): Selection {
  const selection = selectNote(records, resolved, PROTEST)
  return { ...selection, request: protestRequest(selection.request) }
}
