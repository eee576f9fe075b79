/** Ids of parties, facilities and communications in; their entries in the dossier out. */
import { communicationOf, facilityOf, partyOf, stateOf } from '../decisions/case.ts'
import { classOfFacility } from '../decisions/classes.ts'
import { edtf } from '../decisions/sequence.ts'
import type { DossierCitation, DossierDate, DossierFacility, DossierParty, DossierState } from '../dossier.ts'
import { type Desk, localiseOrNull, nameOf } from './localise.ts'
import { from, trace } from './trace.ts'

/** A State, or an organisation to which a mission is accredited. */
export function stateEntry(desk: Desk, id: string): DossierState {
  const known = desk.states.get(id)
  if (known) return known
  const pointer = `/parties/${id}`
  const name = nameOf(desk, partyOf(desk.register, id), pointer)
  const made = trace(desk.traces, { id, name: name.value }, () => ({
    id: from('register', pointer),
    name: name.origins
  }))
  desk.states.set(id, made)
  return made
}

export function partyEntry(desk: Desk, id: string): DossierParty {
  const known = desk.parties.get(id)
  if (known) return known
  const pointer = `/parties/${id}`
  const record = partyOf(desk.register, id)
  const state = stateOf(desk.register, id)
  const accredited = record['accredited-to']
  const name = nameOf(desk, record, pointer)
  const city = localiseOrNull(desk, record.city, 'register', `${pointer}/city`)
  const address = localiseOrNull(desk, record.address, 'register', `${pointer}/address`)
  const made: DossierParty = {
    id,
    type: record.kind,
    name: name.value,
    state: state === null ? null : stateEntry(desk, state),
    accreditedTo: accredited === undefined ? null : stateEntry(desk, accredited),
    city: city.value,
    address: address.value
  }
  desk.parties.set(id, made)
  return trace(desk.traces, made, () => ({
    id: from('register', pointer),
    type: from('register', `${pointer}/kind`),
    name: name.origins,
    state: from('register', record.of === undefined ? pointer : `${pointer}/of`),
    accreditedTo: from('register', accredited === undefined ? pointer : `${pointer}/accredited-to`),
    city: city.origins,
    address: address.origins
  }))
}

export function facilityEntry(desk: Desk, id: string): DossierFacility {
  const pointer = `/facilities/${id}`
  const record = facilityOf(desk.register, id)
  const name = nameOf(desk, record, pointer)
  const city = localiseOrNull(desk, record.city, 'register', `${pointer}/city`)
  return trace(
    desk.traces,
    {
      id,
      type: record.type,
      class: classOfFacility(record),
      name: name.value,
      state: stateEntry(desk, record.of),
      owner: record.owner === undefined ? null : partyEntry(desk, record.owner),
      receiving: stateEntry(desk, record.in),
      city: city.value
    },
    () => ({
      id: from('register', pointer),
      type: from('register', `${pointer}/type`),
      class: from('register', `${pointer}/type`),
      name: name.origins,
      state: from('register', `${pointer}/of`),
      owner: from('register', record.owner === undefined ? pointer : `${pointer}/owner`),
      receiving: from('register', `${pointer}/in`),
      city: city.origins
    })
  )
}

/** A communication as it is cited; `ours` when the sender of this note sent it. */
export function citationEntry(desk: Desk, id: string): DossierCitation {
  const pointer = `/communications/${id}`
  const record = communicationOf(desk.register, id)
  return trace(
    desk.traces,
    {
      id,
      type: record.type,
      number: record.number,
      date: dateEntry(record.date),
      from: partyEntry(desk, record.from),
      to: partyEntry(desk, record.to),
      ours: record.from === desk.request.from
    },
    () => ({
      id: from('register', pointer),
      type: from('register', `${pointer}/type`),
      number: from('register', `${pointer}/number`),
      date: from('register', `${pointer}/date`),
      from: from('register', `${pointer}/from`),
      to: from('register', `${pointer}/to`),
      ours: from('register', `${pointer}/from`)
    })
  )
}

/** A date as the helpers print it. */
export function dateEntry(text: string): DossierDate {
  const parsed = edtf(text)
  if (parsed.type === 'date') return { kind: 'date', edtf: text, dates: [parsed.date], relation: 'date' }
  const dates = parsed.type === 'interval' ? [parsed.from, parsed.to] : [...parsed.dates]
  return { kind: 'date', edtf: text, dates, relation: parsed.type }
}
