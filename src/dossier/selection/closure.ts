/** A register, a request and what the kind of its note used in; the ids of every record that the note needs out. */
import type { PeopleRecord } from '../../records/people.ts'
import type { NoteRequest } from '../../records/request.ts'
import type { CommunicationRecord, IncidentRecord, Register } from '../../records/schema.ts'
import { communicationOf, facilityOf, incidentOf, partyOf, withWhole } from '../decisions/case.ts'
import type { UsedRecords } from '../kind.ts'

/** The ids of the records that a note needs, by kind. */
export interface Closure {
  readonly incidents: ReadonlySet<string>
  readonly communications: ReadonlySet<string>
  readonly facilities: ReadonlySet<string>
  readonly parties: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
}

/** Follows every reference from what the note uses; a record that is only referred to is not followed further. */
export function closureOf(register: Register, request: NoteRequest, used: UsedRecords): Closure {
  const incidents = new Set([...used.subjects, ...used.incidents])
  const communications = new Set([...used.communications, ...citedIn(request)])
  const records = [...incidents].map(id => incidentOf(register, id))
  const messages = [...communications].map(id => communicationOf(register, id))
  const facilities = new Set(records.flatMap(each => each.facilities.flatMap(id => withWhole(register, id))))
  const parties = [
    request.from,
    request.to,
    ...present(request.concerning),
    ...records.flatMap(each => present(each.territory, each.attribution.to)),
    ...records.flatMap(each =>
      peopleOf(each).flatMap(({ named = [] }) => named.flatMap(one => present(one.nationality)))
    ),
    ...messages.flatMap(partiesOf),
    ...[...facilities]
      .map(id => facilityOf(register, id))
      .flatMap(each => present(each.of, each.owner, each.in, ...(each['shared-with'] ?? [])))
  ]
  const sources = [
    ...records.flatMap(sourcesOfIncident),
    ...messages.flatMap(sourcesOfCommunication),
    ...(request.insert ?? []).flatMap(each => present(each.source)),
    ...used.sources
  ]
  return { incidents, communications, facilities, parties: withStates(register, parties), sources: new Set(sources) }
}

function present(...ids: readonly (string | null | undefined)[]): string[] {
  return ids.filter(id => id !== null && id !== undefined)
}

function citedIn(request: NoteRequest): string[] {
  return [...(request['refers-to'] ?? []), ...present(request['in-reply-to'], request.supersedes)]
}

function partiesOf(record: CommunicationRecord): string[] {
  const assurance = 'assurance' in record ? record.assurance : undefined
  const place = record.type === 'submission' ? record.scope.in : undefined
  const passed = (record.delivery ?? []).map(each => each.through)
  return present(
    record.from,
    record.to,
    ...(record.editions ?? []).map(each => each.to),
    assurance?.by,
    assurance?.concerning,
    place,
    ...passed
  )
}

/** Parties, the States that they belong to, and those that they are accredited to. */
function withStates(register: Register, parties: readonly string[]): Set<string> {
  const found = new Set<string>()
  const open = [...parties]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    const party = partyOf(register, id)
    open.push(...present(party.of, party['accredited-to']))
  }
  return found
}

type Evidenced = { readonly evidence: readonly { readonly source: string }[] }

function sourcesIn(records: readonly Evidenced[]): string[] {
  return records.flatMap(each => each.evidence.map(one => one.source))
}

function peopleOf({ casualties, people = [] }: IncidentRecord): PeopleRecord[] {
  const { killed = [], injured = [] } = casualties.status === 'known' ? casualties : {}
  return [...killed, ...injured, ...people]
}

function sourcesOfIncident(record: IncidentRecord): string[] {
  const { casualties } = record
  const nil = casualties.status === 'known' ? casualties.nil : undefined
  const none = casualties.status === 'none' ? [casualties] : nil ? [nil] : []
  const stated = [...(record.circumstances ?? []), ...(record.measures ?? []), ...record.damage]
  return sourcesIn([record, ...stated, ...peopleOf(record), ...none])
}

function sourcesOfCommunication(record: CommunicationRecord): string[] {
  const assurance = 'assurance' in record ? record.assurance : undefined
  return sourcesIn([record, ...(assurance ? [assurance] : [])])
}
