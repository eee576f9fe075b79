/** Ids of parties, facilities and communications in; their entries in the dossier out. */
import { once } from '../../once.ts'
import { edtf } from '../../records/sequence.ts'
import { communicationOf, facilityOf, partyOf, stateOf } from '../decisions/case.ts'
import { outcomeOf } from '../decisions/in-force.ts'
import type { DossierCitation, DossierDate, DossierFacility, DossierParty, DossierState } from '../schema.ts'
import { type Drafting, localiseOrNull, nameOf } from './localise.ts'
import { fieldsOf, from, trace } from './trace.ts'

/** A State, or an organisation to which a mission is accredited. */
export function stateEntry(drafting: Drafting, id: string): DossierState {
  return once(drafting.states, id, () => {
    const name = nameOf(drafting, partyOf(drafting.register, id), `/parties/${id}`)
    return trace(drafting.traces, { name: name.value }, () => ({ name: name.origins() }))
  })
}

export function partyEntry(drafting: Drafting, id: string): DossierParty {
  const known = drafting.parties.get(id)
  if (known) return known
  const pointer = `/parties/${id}`
  const record = partyOf(drafting.register, id)
  const state = stateOf(drafting.register, id)
  const name = nameOf(drafting, record, pointer)
  const city = localiseOrNull(drafting, record.city, 'register', `${pointer}/city`)
  const address = localiseOrNull(drafting, record.address, 'register', `${pointer}/address`)
  const made: DossierParty = {
    name: name.value,
    state: state === null ? null : stateEntry(drafting, state),
    city: city.value,
    address: address.value
  }
  drafting.parties.set(id, made)
  return trace(drafting.traces, made, () => ({
    name: name.origins(),
    state: from('register', record.of === undefined ? pointer : `${pointer}/of`),
    city: city.origins(),
    address: address.origins()
  }))
}

export function facilityEntry(drafting: Drafting, id: string): DossierFacility {
  const known = drafting.facilities.get(id)
  if (known) return known
  const pointer = `/facilities/${id}`
  const name = nameOf(drafting, facilityOf(drafting.register, id), pointer)
  const made: DossierFacility = { id, name: name.value }
  drafting.facilities.set(id, made)
  return trace(drafting.traces, made, () => ({ id: from('register', pointer), name: name.origins() }))
}

/** A communication as it is cited; `ours` when the sender of this note sent it. */
export function citationEntry(drafting: Drafting, id: string): DossierCitation {
  const pointer = `/communications/${id}`
  const record = communicationOf(drafting.register, id)
  const at = fieldsOf('register', pointer)
  const subject = localiseOrNull(drafting, record.subject, 'register', `${pointer}/subject`)
  return trace(
    drafting.traces,
    {
      id,
      type: record.type,
      number: record.number,
      date: dateEntry(record.date),
      subject: subject.value,
      from: partyEntry(drafting, record.from),
      outcome: outcomeOf(record),
      ours: record.from === drafting.request.from
    },
    () => ({
      id: from('register', pointer),
      type: at('type'),
      number: at('number'),
      date: at('date'),
      subject: subject.origins(),
      from: at('from'),
      outcome: at('delivery'),
      ours: at('from')
    })
  )
}

/** A date as the helpers print it; of an interval, whether it is the one night between its days. */
export function dateEntry(text: string, night = false): DossierDate {
  const parsed = edtf(text)
  if (parsed.type === 'date') return { kind: 'date', edtf: text, dates: [parsed.date], relation: 'date' }
  if (parsed.type === 'one-of') return { kind: 'date', edtf: text, dates: [...parsed.dates], relation: 'one-of' }
  return { kind: 'date', edtf: text, dates: [parsed.from, parsed.to], relation: night ? 'night' : 'interval' }
}
