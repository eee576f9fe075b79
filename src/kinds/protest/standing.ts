/** Treaties and the incidents for which they are cited in; what is missing for citing them between the two States out. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { incidentOf, inNote, inRegister, named, partyOf } from '../../dossier/decisions/case.ts'
import { originOf } from '../../fact.ts'
import type { Instrument } from '../../records/law.ts'
import { compareDays } from '../../records/sequence.ts'
import type { DossierBasis } from './dossier.ts'
import type { ProtestCase } from './protest-case.ts'

/** `unknown`: nobody has said it. `undecided`: the dates that are known leave it open. */
type Bound = 'bound' | 'not-bound' | 'undecided' | 'unknown'

/** What is cited for an incident. */
export interface Cited {
  readonly id: string
  readonly citable: readonly { readonly instrument: string; readonly force: DossierBasis['force'] }[]
}

/** Something that stands against citing a treaty, and the place to mend it. */
interface Gap {
  readonly message: string
  readonly place: ReturnType<typeof inNote> & { readonly hints?: readonly string[] }
}

/**
 * A treaty is cited only where its standing is known. As breached, it must have bound both States on the day; as the
 * reflection of a principle, it must have been in force, and nobody may be left to guess who its parties are.
 */
export function checkStanding(facts: ProtestCase, cited: readonly Cited[]): Diagnostic[] {
  const gaps = new Map<string, Gap & { readonly incidents: readonly string[] }>()
  for (const { id, citable } of cited) {
    for (const gap of citable.flatMap(each => gapsOf(facts, id, each.instrument, each.force))) {
      const incidents = gaps.get(gap.message)?.incidents ?? []
      gaps.set(gap.message, { ...gap, incidents: [...new Set([...incidents, id])] })
    }
  }
  return [...gaps.values()].map(({ message, place, incidents }) =>
    error({ rule: 'NV030', message: `${message} (cited for ${named(incidents)})`, ...place })
  )
}

function gapsOf(facts: ProtestCase, incident: string, treaty: string, force: DossierBasis['force']): Gap[] {
  const instrument = facts.law.instruments[treaty]
  if (instrument?.type !== 'treaty') return []
  const { date } = incidentOf(facts.register, incident).occurred
  const since = instrument['in-force']
  if (since === null || boundSince(since, date) !== 'bound') {
    const message = since === null ? `\`${treaty}\` is not in force` : `\`${treaty}\` came into force only on ${since}`
    return [{ message, place: inLaw(facts, treaty) }]
  }
  const states = [
    { state: facts.sender, party: facts.request.from },
    { state: facts.addressee, party: facts.request.to }
  ]
  return states.flatMap(({ state, party }) => {
    if (state !== null) return partyGap(facts, state, treaty, date, force)
    const message = `\`${party}\` belongs to no State that \`${treaty}\` could bind`
    return [{ message, place: inNote(facts, '/legal') }]
  })
}

function inLaw(facts: ProtestCase, treaty: string): Gap['place'] {
  const pointer = `/instruments/${treaty}/parties`
  const hints = ['say it in `templates/law.yaml`, which lies over the law of the package, entry by entry']
  return { span: facts.spanOf(originOf('law', pointer)), pointer, hints }
}

function partyGap(
  facts: ProtestCase,
  state: string,
  treaty: string,
  date: string,
  force: DossierBasis['force']
): Gap[] {
  const place = partyOf(facts.register, state).invented
    ? inRegister(facts, `/parties/${state}/treaties`)
    : inLaw(facts, treaty)
  const bound = boundAt(facts, state, treaty, date)
  if (bound === 'bound' || (bound !== 'unknown' && force === 'reflected')) return []
  const messages = {
    unknown: `the date on which \`${state}\` became a party to \`${treaty}\` is missing`,
    undecided: `cannot tell whether \`${state}\` was a party to \`${treaty}\` on ${date}`,
    'not-bound': `\`${state}\` was not a party to \`${treaty}\` on ${date}`
  }
  return [{ message: messages[bound], place }]
}

/** Party status at a date: from `law.yaml` for a State that exists, from its own record for an invented one. */
function boundAt(facts: ProtestCase, state: string, treaty: string, date: string): Bound {
  const party = partyOf(facts.register, state)
  const parties: Instrument['parties'] = facts.law.instruments[treaty]?.parties ?? {}
  const since = party.invented ? own(party.treaties ?? {}, treaty) : own(parties, party.iso ?? '')?.since
  if (since === undefined) return 'unknown'
  return since === null ? 'not-bound' : boundSince(since, date)
}

function own<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined
}

function boundSince(since: string, date: string): Bound {
  const order = compareDays(date, since)
  if (order === 'undecided') return 'undecided'
  return order === 'before' ? 'not-bound' : 'bound'
}
