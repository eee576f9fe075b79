/** A drafting and what was decided of a protest in; its fields of the dossier out. */
import { incidentEntry } from '../../dossier/assembly/incidents.ts'
import type { Drafting } from '../../dossier/assembly/localise.ts'
import { facilityEntry } from '../../dossier/assembly/parties.ts'
import {
  from,
  ofRecord,
  fieldsOf as partsOf,
  together,
  trace,
  traced,
  traceList
} from '../../dossier/assembly/trace.ts'
import { facilityOf, incidentOf } from '../../dossier/decisions/case.ts'
import type { Cite, KindFields } from '../../dossier/kind.ts'
import type { DossierIncident } from '../../dossier/schema.ts'
import { decimalsGiven, isSummarised } from './annexes.ts'
import { legalEntry } from './bases.ts'
import { coverageIn } from './coverage.ts'
import type { Decisions } from './decide.ts'
import type { DossierPosition, ProtestDossier } from './dossier.ts'
import { commonIntent } from './occasion.ts'
import { type ProtestDrafting, protestIn } from './protest-case.ts'
import { listOf, recallEntry } from './recalled.ts'
import { submissionEntry } from './submission.ts'

/** What the fields are made of. */
interface Parts {
  readonly occasion: readonly DossierIncident[]
  /** In the order of the note. */
  readonly recalled: readonly DossierIncident[]
  readonly cite: Cite
}

export function sayProtest(own: Drafting, decisions: Decisions, cite: Cite): KindFields {
  const drafting = protestIn(own)
  const { value, origins } = fieldsOf(drafting, decisions, {
    occasion: decisions.occasion.map(id => entryOf(drafting, decisions, cite, id)),
    recalled: decisions.recalled.map(id => entryOf(drafting, decisions, cite, id)),
    cite
  })
  return { value, origins, unanswered: decisions.unanswered }
}

/** The fields of a protest's dossier, with the records behind each. */
function fieldsOf(drafting: ProtestDrafting, decisions: Decisions, { occasion, recalled, cite }: Parts) {
  const { request } = drafting
  const struck = (part: string) => occasion.flatMap(each => from('register', `/incidents/${each.id}/${part}`))
  return {
    value: {
      occasion: listOf(drafting, occasion),
      recall: recallEntry(drafting, decisions, { incidents: recalled, cite }),
      intent: commonIntent(occasion.map(each => incidentOf(drafting.register, each.id))),
      submission: submissionEntry(drafting, occasion, recalled),
      legal: legalEntry(drafting, decisions.bases, [...occasion, ...recalled]),
      strength: request.strength,
      condemn: request.condemn,
      demands: traceList(
        drafting.traces,
        request.demands.map((value, index) => traced(value, () => from('note', `/demands/${index}`)))
      ),
      reserveRights: request['reserve-rights'],
      annexes: annexesOf(drafting, decisions),
      positions: positionsOf(drafting, decisions.coordinates)
    },
    origins: {
      occasion: from('note', '/occasion'),
      recall: from('note', '/recall'),
      intent: struck('intent'),
      submission: from('note', '/submission'),
      legal: from('note', '/legal'),
      strength: from('note', '/strength'),
      condemn: from('note', '/condemn'),
      demands: from('note', '/demands'),
      reserveRights: from('note', '/reserve-rights'),
      annexes: from('note', '/annexes'),
      positions: from('note', '/annexes')
    }
  }
}

function annexesOf(drafting: ProtestDrafting, { annexes, recalled }: Decisions): ProtestDossier['annexes'] {
  const items = annexes.map((type, index) => {
    const added = isSummarised(drafting, recalled) && !drafting.request.annexes?.includes(type)
    const origins = () => (added ? from('profile', '/recall/body') : from('note', '/annexes'))
    const value = { number: index + 1, type }
    return traced(
      trace(drafting.traces, value, () => ({ number: origins(), type: origins() })),
      origins
    )
  })
  return traceList(drafting.traces, items)
}

/** Restricted: made for an annex of coordinates alone. */
function positionsOf(drafting: ProtestDrafting, facilities: Decisions['coordinates']): DossierPosition[] | null {
  if (facilities === null) return null
  const items = facilities.flatMap(id => {
    const position = positionOf(drafting, id)
    return position ? [traced(position, () => from('register', `/facilities/${id}/coordinates`))] : []
  })
  return traceList(drafting.traces, items)
}

/** The digits are those that were given. */
function positionOf(drafting: ProtestDrafting, id: string): DossierPosition | null {
  const record = facilityOf(drafting.register, id)
  const { coordinates } = record
  const digits = decimalsGiven(record)
  if (coordinates === undefined || digits === null) return null
  const { latitude, longitude } = coordinates
  const at = partsOf('register', `/facilities/${id}/coordinates`)
  return trace(
    drafting.traces,
    { facility: facilityEntry(drafting, id), latitude, longitude, decimals: digits },
    () => ({
      facility: from('register', `/facilities/${id}`),
      latitude: at('latitude'),
      longitude: at('longitude'),
      decimals: coordinates.decimals === undefined ? together(at('latitude'), at('longitude')) : at('decimals')
    })
  )
}

/** An incident of the note, with the communications that reported it and its coverage. */
function entryOf(drafting: ProtestDrafting, decisions: Decisions, cite: Cite, id: string): DossierIncident {
  const ids = decisions.reports.get(id) ?? []
  const items = ids.map(each => traced(cite(each), () => ofRecord('communications', each)))
  const reports = traced(traceList(drafting.traces, items), () =>
    ids.length > 0 ? ids.flatMap(each => ofRecord('communications', each, 'incidents')) : ofRecord('incidents', id)
  )
  return incidentEntry(drafting, id, { coverage: coverageIn(drafting, id), reports })
}
