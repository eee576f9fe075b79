/** The records of one note in; the same with the two States that it is about, and short ways to look things up. */
import { originOf } from '../../fact.ts'
import type { Records } from '../../records/records.ts'
import type {
  CommunicationRecord,
  FacilityRecord,
  IncidentRecord,
  PartyRecord,
  Register
} from '../../records/schema.ts'
import type { Span } from '../../source.ts'
import type { Pointer } from '../../value.ts'

/** What every decision takes. */
export interface Case extends Records {
  /** The id of the sender's State; null for a sender that belongs to none. */
  readonly sender: string | null
  /** The id of the State whose conduct it is: the one that the request names, else the addressee's; null where that belongs to none. */
  readonly concerned: string | null
}

/** The case of a note. */
export function openCase(records: Records): Case {
  const { register, request } = records
  const concerned = request.concerning ?? stateOf(register, request.to)
  return { ...records, sender: stateOf(register, request.from), concerned }
}

/** Whether a note goes to another than the State whose conduct it is about: an organisation, or a third State. */
export function goesToAnother({ register, request, concerned }: Case): boolean {
  return concerned !== null && stateOf(register, request.to) !== concerned
}

/** The entry of an id. Relations were checked when the records were read, so that a miss is our bug. */
function entry<T>(entries: Readonly<Record<string, T>>, id: string): T {
  const found = Object.hasOwn(entries, id) ? entries[id] : undefined
  if (found === undefined) throw new Error(`there is no record \`${id}\`: relations were not checked`)
  return found
}

export function partyOf(register: Register, id: string): PartyRecord {
  return entry(register.parties, id)
}

export function facilityOf(register: Register, id: string): FacilityRecord {
  return entry(register.facilities, id)
}

export function incidentOf(register: Register, id: string): IncidentRecord {
  return entry(register.incidents, id)
}

export function communicationOf(register: Register, id: string): CommunicationRecord {
  return entry(register.communications, id)
}

/** Whose word a party's is: that of its State or organisation, or its own where it has none. */
export function sideOf(register: Register, id: string): string {
  const { kind, of } = partyOf(register, id)
  return kind === 'state' || of === undefined ? id : sideOf(register, of)
}

/** The State that a party is or belongs to; an organisation and its organs belong to none. */
export function stateOf(register: Register, id: string): string | null {
  const side = sideOf(register, id)
  return partyOf(register, side).kind === 'state' ? side : null
}

/** A facility and those that it is part of, nearest first. */
export function withWhole(register: Register, id: string): string[] {
  const chain = [id]
  for (let at = facilityOf(register, id)['part-of']; at !== undefined && !chain.includes(at); ) {
    chain.push(at)
    at = facilityOf(register, at)['part-of']
  }
  return chain
}

/** Where a finding about a place in the request points. */
export function inNote(records: Records, pointer: Pointer): { span: Span | null; pointer: Pointer } {
  return { span: records.spanOf(originOf('note', pointer)), pointer }
}

/** Where a finding about a place in the register points. */
export function inRegister(records: Records, pointer: Pointer): { span: Span | null; pointer: Pointer } {
  return { span: records.spanOf(originOf('register', pointer)), pointer }
}

/** Ids as they stand in a message. */
export function named(ids: readonly string[]): string {
  return ids.map(id => `\`${id}\``).join(', ')
}
