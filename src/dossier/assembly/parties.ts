/** Ids of parties, facilities and communications in; their entries in the dossier out. */
import { once } from '../../once.ts'
import type { CommunicationRecord, PartyRecord } from '../../records/schema.ts'
import { edtf } from '../../records/sequence.ts'
import { communicationOf, facilityOf, partyOf, stateOf } from '../decisions/case.ts'
import { outcomeOf } from '../decisions/in-force.ts'
import type { DossierCitation, DossierDate, DossierFacility, DossierParty, DossierState } from '../schema.ts'
import { type Drafting, inLanguage, localiseOrNull, nameOf } from './localise.ts'
import { compose, fieldsOf, from, traced, traceEach } from './trace.ts'
import { worded, wordedOrNull } from './words.ts'

/** A State, or a body that is only named: an organisation, the mission of another State. */
export function stateEntry(drafting: Drafting, id: string): DossierState {
  return once(drafting.states, id, () => {
    const name = nameOf(drafting, partyOf(drafting.register, id), `/parties/${id}`)
    return compose<DossierState>(drafting, fieldsOf('register', `/parties/${id}`), { name })
  })
}

export function partyEntry(drafting: Drafting, id: string): DossierParty {
  return once(drafting.parties, id, () => {
    const pointer = `/parties/${id}`
    const record = partyOf(drafting.register, id)
    const state = stateOf(drafting.register, id)
    return compose<DossierParty>(drafting, fieldsOf('register', pointer), {
      name: nameOf(drafting, record, pointer),
      state: traced(state === null ? null : stateEntry(drafting, state), () =>
        from('register', record.of === undefined ? pointer : `${pointer}/of`)
      ),
      city: localiseOrNull(drafting, record.city, 'register', `${pointer}/city`),
      address: traced(addressOf(drafting, record, `${pointer}/address`), () => from('register', `${pointer}/address`))
    })
  })
}

/** Line by line; none where the record has no address. */
function addressOf(drafting: Drafting, { address }: PartyRecord, pointer: string): string[] {
  const known = address && inLanguage(drafting, address, { file: 'register', pointer, what: 'no text' })
  const at = `${pointer}/${drafting.language}`
  if (known === undefined || typeof known === 'string') {
    return traceEach(
      drafting,
      known === undefined ? [] : [known],
      each => each,
      () => from('register', at)
    )
  }
  return traceEach(
    drafting,
    known,
    each => each,
    (_, index) => from('register', `${at}/${index}`)
  )
}

export function facilityEntry(drafting: Drafting, id: string): DossierFacility {
  return once(drafting.facilities, id, () => {
    const pointer = `/facilities/${id}`
    const record = facilityOf(drafting.register, id)
    const { 'shared-with': others = [] } = record
    const shared = traceEach(
      drafting,
      others,
      each => stateEntry(drafting, each),
      (_, index) => from('register', `${pointer}/shared-with/${index}`)
    )
    return compose<DossierFacility>(drafting, fieldsOf('register', pointer), {
      id: traced(id, () => from('register', pointer)),
      name: nameOf(drafting, record, pointer),
      sharedWith: traced(shared, () => from('register', `${pointer}/shared-with`))
    })
  })
}

/** A communication as it is cited; `ours` when the sender of this note sent it. */
export function citationEntry(drafting: Drafting, id: string): DossierCitation {
  const pointer = `/communications/${id}`
  const record = communicationOf(drafting.register, id)
  const at = fieldsOf('register', pointer)
  const form = 'form' in record ? record.form : undefined
  const when = wordedOrNull(drafting, record.when, { name: 'when', pointer: `${pointer}/when` })
  return compose<DossierCitation>(drafting, at, {
    id: traced(id, () => from('register', pointer)),
    type: traced(form ?? record.type, () => at(form ? 'form' : 'type')),
    number: record.number,
    date: record.date === null ? null : dateEntry(record.date),
    when: traced(record.date === null ? when.value : null, when.origins),
    several: traced('several' in record && record.several === true, () =>
      at('several' in record && record.several ? 'several' : 'type')
    ),
    summoned: summonedEntry(drafting, record, pointer),
    subject: wordedOrNull(drafting, record.subject, { name: 'subject', pointer: `${pointer}/subject` }),
    from: partyEntry(drafting, record.from),
    outcome: traced(outcomeOf(record), () => at('delivery')),
    ours: traced(record.from === drafting.request.from, () => at('from'))
  })
}

function summonedEntry(drafting: Drafting, record: CommunicationRecord, pointer: string): DossierCitation['summoned'] {
  const state = stateOf(drafting.register, record.to)
  if (record.type !== 'summons' || state === null) return null
  const { who, by } = record.summoned
  return compose<NonNullable<DossierCitation['summoned']>>(drafting, fieldsOf('register', `${pointer}/summoned`), {
    who: worded(drafting, who, { name: 'use', pointer: `${pointer}/summoned/who` }),
    of: traced(stateEntry(drafting, state), () => from('register', `${pointer}/to`)),
    by: wordedOrNull(drafting, by, { name: 'use', pointer: `${pointer}/summoned/by` })
  })
}

/** A date as the helpers print it; of an interval, whether it is the one night between its days. */
export function dateEntry(text: string, night = false): DossierDate {
  const parsed = edtf(text)
  if (parsed.type === 'date') return { kind: 'date', edtf: text, dates: [parsed.date], relation: 'date' }
  if (parsed.type === 'one-of') return { kind: 'date', edtf: text, dates: [...parsed.dates], relation: 'one-of' }
  return { kind: 'date', edtf: text, dates: [parsed.from, parsed.to], relation: night ? 'night' : 'interval' }
}
