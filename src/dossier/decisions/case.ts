/** The records of one note in; the same with the two States between which it passes, and short ways to look things up. */
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
  /** The id of the addressee's State; null for an addressee that belongs to none. */
  readonly addressee: string | null
}

/** The case of a note. */
export function openCase(records: Records): Case {
  const { register, request } = records
  return { ...records, sender: stateOf(register, request.from), addressee: stateOf(register, request.to) }
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

/** The State that a party is or belongs to. */
export function stateOf(register: Register, id: string): string | null {
  const party = partyOf(register, id)
  return party.kind === 'state' ? id : (party.of ?? null)
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
