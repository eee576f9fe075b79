/** A drafting and what was decided of a protest in; its fields of the dossier out. */
import { incidentEntry } from '../../dossier/assembly/incidents.ts'
import type { Drafting } from '../../dossier/assembly/localise.ts'
import { facilityEntry } from '../../dossier/assembly/parties.ts'
import {
  compose,
  fieldsOf,
  from,
  ofRecord,
  together,
  traced,
  traceEach,
  traceList
} from '../../dossier/assembly/trace.ts'
import { facilityOf, incidentOf } from '../../dossier/decisions/case.ts'
import type { Cite, KindFields } from '../../dossier/kind.ts'
import type { DossierIncident } from '../../dossier/schema.ts'
import { actEntries } from './acts.ts'
import { type Coordinates, decimalsGiven, isReportedByShown, isSummarised } from './annexes.ts'
import { assuranceEntries } from './assurances.ts'
import { legalEntry } from './bases.ts'
import { coverageIn } from './coverage.ts'
import type { Decisions } from './decide.ts'
import { demandEntries, requestEntries } from './demanded.ts'
import type { DossierPosition, ProtestDossier } from './dossier.ts'
import { commonIntent } from './occasion.ts'
import { type ProtestDrafting, protestIn } from './protest-case.ts'
import { listOf, recallEntry } from './recalled.ts'
import { annexesAsked } from './request.ts'
import { submissionEntry } from './submission.ts'

/** The fields of a protest's dossier; those that do not say so come from the field of their name in the request. */
export function sayProtest(own: Drafting, decisions: Decisions, cite: Cite): KindFields {
  const drafting = protestIn(own)
  const { request, register } = drafting
  const occasion = decisions.occasion.map(id => entryOf(drafting, decisions, cite, id))
  const incidents = decisions.recalled.map(id => entryOf(drafting, decisions, cite, id))
  const intent = commonIntent(decisions.occasion.map(id => incidentOf(register, id)))
  const parts = {
    occasion: listOf(drafting, occasion),
    recall: recallEntry(drafting, decisions, { incidents, cite }),
    intent: traced(intent, () => decisions.occasion.flatMap(id => from('register', `/incidents/${id}/intent`))),
    acts: traced(actEntries(drafting, decisions.acts, { incidents: [...occasion, ...incidents], cite }), () =>
      from('note', '/refers-to')
    ),
    assurances: assuranceEntries(drafting, [...occasion, ...incidents], cite),
    submission: submissionEntry(drafting, occasion, incidents),
    legal: legalEntry(drafting, decisions.bases, [...occasion, ...incidents]),
    strength: request.strength,
    condemn: request.condemn,
    // no honour leads into a condemnation
    opening: traced(request.condemn && request.courtesy === 'full' ? ('reduced' as const) : request.courtesy, () =>
      together(from('note', '/courtesy'), from('note', '/condemn'))
    ),
    demands: demandEntries(drafting),
    requests: traced(requestEntries(drafting), () => from('note', '/requests')),
    reserveRights: traced(request['reserve-rights'], () => from('note', '/reserve-rights')),
    annexes: annexesOf(drafting, decisions),
    positions: traced(positionsOf(drafting, decisions.coordinates), () => from('note', '/annexes'))
  }
  return { parts, unanswered: decisions.unanswered }
}

function annexesOf(drafting: ProtestDrafting, { annexes, recalled, reports }: Decisions): ProtestDossier['annexes'] {
  type Annex = ProtestDossier['annexes'][number]
  const isAdded = (type: Annex['type']) =>
    isSummarised(drafting, recalled) && !annexesAsked(drafting.request).includes(type)
  const origins = (type: Annex['type']) => (isAdded(type) ? from('profile', '/recall/body') : from('note', '/annexes'))
  const entryOf = (type: Annex['type'], index: number) =>
    compose<Annex>(drafting, () => origins(type), {
      number: index + 1,
      type,
      reportedBy: type === 'chronology' && isReportedByShown(drafting, reports)
    })
  return traceEach(drafting, annexes, entryOf, origins)
}

/** Restricted: made for an annex of coordinates alone. */
function positionsOf(drafting: ProtestDrafting, facilities: Decisions['coordinates']): DossierPosition[] | null {
  if (facilities === null) return null
  const items = facilities.flatMap(id => {
    const { coordinates } = facilityOf(drafting.register, id)
    const origins = () => from('register', `/facilities/${id}/coordinates`)
    return coordinates ? [traced(positionOf(drafting, id, coordinates), origins)] : []
  })
  return traceList(drafting, items)
}

/** The digits are those that were given. */
function positionOf(drafting: ProtestDrafting, id: string, coordinates: Coordinates): DossierPosition {
  const { latitude, longitude, decimals } = coordinates
  const at = fieldsOf('register', `/facilities/${id}/coordinates`)
  return compose<DossierPosition>(drafting, at, {
    facility: traced(facilityEntry(drafting, id), () => from('register', `/facilities/${id}`)),
    latitude,
    longitude,
    decimals: traced(decimalsGiven(coordinates), () =>
      decimals === undefined ? together(at('latitude'), at('longitude')) : at('decimals')
    )
  })
}

/** An incident of the note, with the communications that reported it and its coverage. */
function entryOf(drafting: ProtestDrafting, decisions: Decisions, cite: Cite, id: string): DossierIncident {
  const ids = decisions.reports.get(id) ?? []
  const cited = traceEach(drafting, ids, cite, each => ofRecord('communications', each))
  const reports = traced(cited, () =>
    ids.length > 0 ? ids.flatMap(each => ofRecord('communications', each, 'incidents')) : ofRecord('incidents', id)
  )
  return incidentEntry(drafting, id, { coverage: coverageIn(drafting, id), reports })
}
