/** The records of a note and its dossier in; the selection out: what the dossier used, without restricted values. */
import { once } from '../once.ts'
import { FORMAT_VERSION } from '../records/fields.ts'
import type { ArticleName, Instrument, Law } from '../records/law.ts'
import type { Records } from '../records/records.ts'
import type { NoteRequest } from '../records/request.ts'
import type { CommunicationRecord, FacilityRecord, NoteRecord, PartyRecord, Register } from '../records/schema.ts'
import { byCodeUnit } from '../records/sequence.ts'
import { bondOf } from './decisions/bound.ts'
import { openCase, partyOf } from './decisions/case.ts'
import type { NoteKind, UsedRecords } from './kind.ts'
import type { Resolved } from './resolve.ts'
import { type Closure, closureOf } from './selection/closure.ts'

/** Records from which the same dossier is made again, and nothing else. */
export interface Selection {
  readonly verbale: typeof FORMAT_VERSION
  readonly register: Register
  readonly request: NoteRequest
  readonly law: Law
  readonly lawLayers: Records['lawLayers']
}

/**
 * Keeps the closure of the records that the dossier used. What was concluded from what is left out (the list of a
 * submission, the authority for a legal position) travels as a stated fact. A selection selects itself.
 */
export function select(records: Records, resolved: Resolved, kind: NoteKind): Selection {
  const { register, request } = records
  const used = kind.used(request, resolved.dossier)
  const closure = closureOf(register, request, used)
  const law = selectLaw(records, resolved.articles)
  return {
    verbale: FORMAT_VERSION,
    register: selectRegister(register, closure, used, law),
    request: selectRequest(kind.carried(request, resolved.dossier), resolved),
    law,
    lawLayers: layersOf(records, law)
  }
}

/** What the selection of a dossier would be resolved to, without resolving it: the same dossier, from what it states. */
export function inSelection(resolved: Resolved): Resolved {
  return { ...resolved, origins: resolved.stated }
}

function selectRegister(
  register: Register,
  closure: Closure,
  { coordinates, coverage }: UsedRecords,
  law: Law
): Register {
  const given = new Set(coordinates)
  return {
    verbale: FORMAT_VERSION,
    parties: kept(register.parties, closure.parties, party => withTreaties(party, law)),
    facilities: kept(register.facilities, closure.facilities, (facility, id) =>
      given.has(id) ? facility : withoutCoordinates(facility)
    ),
    incidents: kept(register.incidents, closure.incidents, incident => incident),
    communications: kept(register.communications, closure.communications, (each, id) =>
      selectCommunication(each, closure, coverage[id] ?? null)
    ),
    sources: kept(register.sources, closure.sources, source => source)
  }
}

/** An invented State is bound by what the note cites, as far as the note has to know. */
function withTreaties({ treaties, ...party }: PartyRecord, { instruments }: Law): PartyRecord {
  if (treaties === undefined) return party
  const cited = Object.entries(treaties).filter(([id]) => Object.hasOwn(instruments, id))
  return cited.length > 0 ? { ...party, treaties: Object.fromEntries(cited) } : party
}

/** The records of a kind that are kept. */
function kept<T>(
  records: Readonly<Record<string, T>>,
  ids: ReadonlySet<string>,
  choose: (record: T, id: string) => T
): Record<string, T> {
  const order = orderOf(records)
  const chosen = [...ids].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return Object.fromEntries(
    chosen.flatMap(id => {
      const record = records[id]
      return record === undefined ? [] : [[id, choose(record, id)]]
    })
  )
}

/** A register may hold thousands of records, and many notes are made from it: they are numbered once. */
const orders = new WeakMap<object, ReadonlyMap<string, number>>()

/** Which record of a kind stands where in the register. */
function orderOf(records: Readonly<Record<string, unknown>>): ReadonlyMap<string, number> {
  return once(orders, records, () => new Map(Object.keys(records).map((id, index) => [id, index])))
}

/** An override becomes what it made possible; who decided it stays in the house, and so does what was set aside. */
function selectRequest(whole: NoteRequest, resolved: Resolved): NoteRequest {
  const { override: _, 'set-aside': __, stated: { identical } = {}, ...request } = whole
  const positions = [...resolved.positions].sort((a, b) => byCodeUnit(keyOf(a), keyOf(b)))
  const stated = { ...(positions.length > 0 ? { positions } : {}), ...(identical ? { identical } : {}) }
  return { ...request, ...(Object.keys(stated).length > 0 ? { stated } : {}) }
}

function keyOf({ rule, incident }: Resolved['positions'][number]): string {
  return `${rule} ${incident ?? ''}`
}

function withoutCoordinates({ coordinates: _, ...facility }: FacilityRecord): FacilityRecord {
  return facility
}

/** What only the house keeps stays there, links to records that are not kept are cut, and the list of a submission gives way to what it says of this note. */
function selectCommunication(
  record: CommunicationRecord,
  closure: Closure,
  coverage: UsedRecords['coverage'][string] | null
): CommunicationRecord {
  const linked = withLinks(withoutKeeping(record), closure)
  if (linked.type === 'assurance') return withCovered(linked, closure)
  if (linked.type !== 'submission') return linked
  const { stated: _, ...rest } = linked
  const scope = { ...rest.scope, facilities: null }
  return { ...rest, scope, ...(coverage ? { stated: { coverage } } : {}) }
}

function withoutKeeping(record: CommunicationRecord): CommunicationRecord {
  const { drafter: _, 'sealed-at': __, classification: ___, retention: ____, ...rest } = record
  return rest.type === 'note' ? withoutSetAside(rest) : rest
}

function withoutSetAside({ 'set-aside': _, excepted: __, ...rest }: NoteRecord): NoteRecord {
  return rest
}

function withLinks(record: CommunicationRecord, { incidents, communications }: Closure): CommunicationRecord {
  const { incidents: reported, 'refers-to': refers, 'in-reply-to': reply, supersedes, ...rest } = record
  return {
    ...rest,
    ...(reported ? { incidents: reported.filter(id => incidents.has(id)) } : {}),
    ...(refers ? { 'refers-to': refers.filter(id => communications.has(id)) } : {}),
    ...(reply !== undefined && communications.has(reply) ? { 'in-reply-to': reply } : {}),
    ...(supersedes !== undefined && communications.has(supersedes) ? { supersedes } : {})
  }
}

/** An assurance with those alone of the incidents that fall under it which the note mentions. */
function withCovered(
  record: Extract<CommunicationRecord, { type: 'assurance' }>,
  { incidents }: Closure
): CommunicationRecord {
  const { covers, ...assurance } = record.assurance
  const kept = covers && { covers: covers.filter(id => incidents.has(id)) }
  return { ...record, assurance: { ...assurance, ...kept } }
}

/** The instruments that are cited, with the articles that are, and since when the two States that the note is about are bound. */
function selectLaw(records: Records, cited: readonly ArticleName[]): Law {
  const { law } = records
  const instruments = Object.entries(law.instruments).flatMap(([id, instrument]): [string, Instrument][] => {
    const articles = new Set(cited.flatMap(each => (each.instrument === id ? [each.article] : [])))
    if (articles.size === 0) return []
    const parties = instrument.type === 'treaty' ? partiesOf(records, id) : {}
    return [[id, { ...instrument, parties, articles: picked(instrument.articles, articles) }]]
  })
  return { verbale: law.verbale, instruments: Object.fromEntries(instruments) }
}

/** What is known of those of the two States that exist. */
function partiesOf(records: Records, treaty: string): Instrument['parties'] {
  const { sender, concerned } = openCase(records)
  return Object.fromEntries(
    [sender, concerned].flatMap(state => {
      if (state === null) return []
      const { iso } = partyOf(records.register, state)
      const bond = iso === undefined ? null : bondOf(records, state, treaty)
      return bond === null ? [] : [[iso, { since: bond.since, confirmed: bond.confirmed }]]
    })
  )
}

/** The layers of the law; what only the table of parties had is now of the lowest. */
function layersOf({ lawLayers }: Records, { instruments }: Law): Records['lawLayers'] {
  const pointers = Object.entries(instruments).flatMap(([id, { parties }]) =>
    Object.keys(parties).map(iso => `/instruments/${id}/parties/${iso}`)
  )
  const added = pointers.filter(pointer => !lawLayers.some(each => each.entries.has(pointer)))
  if (added.length === 0) return lawLayers
  return lawLayers.map((layer, index) =>
    index === 0 ? { ...layer, entries: new Set([...layer.entries, ...added]) } : layer
  )
}

function picked<T>(entries: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => keys.has(key)))
}
