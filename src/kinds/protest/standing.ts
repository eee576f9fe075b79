/** Treaties and the incidents for which they are cited in; what is missing for citing them between the two States out. */
import { type Diagnostic, error, information } from '../../diagnostic.ts'
import { type Bond, bondOf } from '../../dossier/decisions/bound.ts'
import { incidentOf, inNote, inRegister, named, partyOf } from '../../dossier/decisions/case.ts'
import { originOf } from '../../fact.ts'
import { STATUS_FILE } from '../../records/law-layers.ts'
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

/** A treaty that is cited for an incident. */
interface Use {
  readonly incident: string
  readonly date: string
  readonly treaty: string
  readonly force: DossierBasis['force']
}

/** Something that stands against citing a treaty, and the place to mend it. */
interface Gap {
  readonly rule?: string
  readonly message: string
  readonly place: ReturnType<typeof inNote> & { readonly hints?: readonly string[] }
}

/**
 * A treaty is cited only where its standing is known. As breached, it must have bound both States on the day; as the
 * reflection of a principle, it must have been in force, and nobody may be left to guess who its parties are.
 */
export function checkStanding(facts: ProtestCase, cited: readonly Cited[]): Diagnostic[] {
  const uses = cited.flatMap(({ id, citable }) => {
    const { date } = incidentOf(facts.register, id).occurred
    const treaties = citable.filter(({ instrument }) => facts.law.instruments[instrument]?.type === 'treaty')
    return treaties.map(({ instrument, force }): Use => ({ incident: id, date, treaty: instrument, force }))
  })
  const gaps = new Map<string, Gap & { readonly incidents: readonly string[] }>()
  for (const use of uses) {
    for (const gap of gapsOf(facts, use)) {
      const incidents = gaps.get(gap.message)?.incidents ?? []
      gaps.set(gap.message, { ...gap, incidents: [...new Set([...incidents, use.incident])] })
    }
  }
  const errors = [...gaps.values()].map(({ rule = 'NV030', message, place, incidents }) =>
    error({ rule, message: `${message} (cited for ${named(incidents)})`, ...place })
  )
  return [...errors, ...byStatus(facts, uses)]
}

function gapsOf(facts: ProtestCase, use: Use): Gap[] {
  const { treaty, date } = use
  const since = facts.law.instruments[treaty]?.['in-force'] ?? null
  if (since === null || boundSince(since, date) !== 'bound') {
    const message = since === null ? `\`${treaty}\` is not in force` : `\`${treaty}\` came into force only on ${since}`
    return [{ message, place: inLaw(facts, `/instruments/${treaty}/in-force`) }]
  }
  const states = [
    { state: facts.sender, party: facts.request.from },
    { state: facts.concerned, party: facts.request.concerning ?? facts.request.to }
  ]
  return states.flatMap(({ state, party }) => {
    if (state !== null) return partyGap(facts, state, use)
    const message = `\`${party}\` belongs to no State that \`${treaty}\` could bind`
    return [{ message, place: inNote(facts, '/legal') }]
  })
}

const IN_LAW = 'say it in `templates/law.yaml`, which lies over the law of the package, entry by entry'

function inLaw(facts: ProtestCase, pointer: string): Gap['place'] {
  return { span: facts.spanOf(originOf('law', pointer)), pointer, hints: [IN_LAW] }
}

function partyGap(facts: ProtestCase, state: string, { treaty, date, force }: Use): Gap[] {
  const bond = bondOf(facts, state, treaty)
  const place = placeOf(facts, state, treaty, bond)
  const { request } = facts
  const known = request.date !== null && request.date > request['as-of'] ? request.date : request['as-of']
  if (typeof bond?.since === 'string' && compareDays(bond.since, known) === 'after') {
    const message = `\`${state}\` would be bound by \`${treaty}\` only since ${bond.since}, and the note knows what was by ${known}`
    return [{ rule: 'record/treaty-date', message, place: { ...place, hints: ['correct the date'] } }]
  }
  const bound = boundBy(bond, date)
  if (bound === 'bound' || (bound !== 'unknown' && force === 'reflected')) return []
  const messages = {
    unknown: `the date on which \`${state}\` became a party to \`${treaty}\` is missing`,
    undecided: `cannot tell whether \`${state}\` was a party to \`${treaty}\` on ${date}`,
    'not-bound': `\`${state}\` was not a party to \`${treaty}\` on ${date}`
  }
  return [{ message: messages[bound], place }]
}

/** Where it stands since when a State is bound, or where the State does; and where to say it. */
function placeOf(facts: ProtestCase, state: string, treaty: string, bond: Bond | null): Gap['place'] {
  const { invented, iso = '' } = partyOf(facts.register, state)
  const inState = `/parties/${state}`
  if (invented) {
    const hints = [
      `add to \`${state}\`: \`treaties: { ${treaty}: YYYY-MM-DD }\`, the day since which it is bound; null where it is not`
    ]
    const pointer = `${inState}/treaties`
    return bond ? inRegister(facts, `${pointer}/${treaty}`) : { ...inRegister(facts, pointer), hints }
  }
  const entry = `\`instruments: { ${treaty}: { parties: { ${iso}: { since: YYYY-MM-DD, confirmed: null } } } }\``
  const add = `add to \`templates/law.yaml\`, with the day since which it is bound (null where it is not): ${entry}`
  if (bond?.said === 'law') return inLaw(facts, `/instruments/${treaty}/parties/${iso}`)
  return { ...inRegister(facts, `${inState}/iso`), hints: [whyOf(facts, treaty, bond), add] }
}

/** What the table of parties says, or does not. */
function whyOf({ treatyStatus }: ProtestCase, treaty: string, bond: Bond | null): string {
  const status = treatyStatus()
  const table = `the table of parties (\`${STATUS_FILE}\`, ${status?.day ?? 'missing'})`
  if (bond?.since?.includes('/')) return `${table} knows of a successor only when it deposited: ${bond.since}`
  if (bond !== null) return `${table} says: since ${bond.since}`
  if (!Object.hasOwn(status?.parties ?? {}, treaty)) return `${table} does not have \`${treaty}\``
  return `${table} does not have the State: it is not known to be a party, which does not mean that it is none`
}

/** What rests on the table though the incident is later: told once. */
function byStatus(facts: ProtestCase, uses: readonly Use[]): Diagnostic[] {
  const sides = [facts.sender, facts.concerned].flatMap(state =>
    state === null ? [] : uses.map(({ treaty, date }) => ({ state, treaty, date }))
  )
  const onTable = sides.filter(({ state, treaty }) => bondOf(facts, state, treaty)?.said === 'status')
  const day = onTable.length > 0 ? facts.treatyStatus()?.day : undefined
  const later = onTable.filter(({ date }) => day !== undefined && compareDays(date, day) === 'after')
  if (later.length === 0) return []
  const states = named([...new Set(later.map(each => each.state))])
  const treaties = named([...new Set(later.map(each => each.treaty))])
  const message = `that ${states} are bound by ${treaties} is known as of ${day}, and counts as so since`
  const hints = [`the table of parties (\`${STATUS_FILE}\`) ends there: if something changed, ${IN_LAW}`]
  return [information({ rule: 'resolve/treaty-status', message, ...inNote(facts, '/legal'), hints })]
}

/** Party status at a date. */
function boundBy(bond: Bond | null, date: string): Bound {
  if (bond === null) return 'unknown'
  return bond.since === null ? 'not-bound' : boundSince(bond.since, date)
}

function boundSince(since: string, date: string): Bound {
  const order = compareDays(date, since)
  if (order === 'undecided') return 'undecided'
  return order === 'before' ? 'not-bound' : 'bound'
}
