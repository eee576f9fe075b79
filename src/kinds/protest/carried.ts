/** A protest's request and dossier in; what of the register it used, and its request as a file carries it, out. */
import type { UsedRecords } from '../../dossier/kind.ts'
import type { Dossier, DossierIncident } from '../../dossier/schema.ts'
import type { NoteRequest } from '../../records/request.ts'
import type { ProtestDossier } from './dossier.ts'
import { protestDossierOf, protestRequest } from './protest-case.ts'
import type { ProtestRequest } from './request.ts'

/** The incidents of a protest, the occasion first. */
export function incidentsOfProtest(dossier: Dossier): DossierIncident[] {
  const { occasion, recall } = protestDossierOf(dossier)
  return [...occasion, ...(recall?.incidents ?? [])]
}

/** The records that a protest needs for its own fields. */
export function usedByProtest(request: NoteRequest, dossier: Dossier): UsedRecords {
  const { occasion, recall, positions } = protestDossierOf(dossier)
  const { submission } = protestRequest(request)
  const recalled = recall?.incidents ?? []
  const reports = recalled.flatMap(each => each.reports.map(report => report.id))
  return {
    subjects: occasion.map(each => each.id),
    incidents: recalled.map(each => each.id),
    communications: [...reports, ...(submission === null ? [] : [submission])],
    coordinates: (positions ?? []).map(each => each.facility.id),
    coverage: submission === null ? {} : { [submission]: coverageIn(incidentsOfProtest(dossier)) }
  }
}

/** What the submission covers of the note's incidents, as it was concluded. */
function coverageIn(incidents: readonly DossierIncident[]): UsedRecords['coverage'][string] {
  return Object.fromEntries(
    incidents.flatMap(({ id, coverage }) => (coverage === 'none' ? [] : [[id, coverage] as const]))
  )
}

/** The recall becomes its explicit list. */
export function carriedProtest(request: NoteRequest, dossier: Dossier): NoteRequest {
  const own = protestRequest(request)
  const recalled = idsIn(protestDossierOf(dossier))
  const recall = { incidents: recalled.length > 0 ? recalled : 'none', order: own.recall.order } as const
  const carried: ProtestRequest = { ...own, recall }
  return carried
}

function idsIn({ recall }: ProtestDossier): string[] {
  return (recall?.incidents ?? []).map(each => each.id)
}
