/** An incident's record, with what was decided about it, in; its entry in the dossier out. */

import type { WordingName } from '../../languages/language.ts'
import { decimalsOf } from '../../languages/numerals.ts'
import type { WordingRecord } from '../../records/fields.ts'
import { INSTRUMENTS } from '../../records/means.ts'
import type { IncidentRecord } from '../../records/schema.ts'
import { incidentOf } from '../decisions/case.ts'
import { apart } from '../decisions/classes.ts'
import type { DossierCitation, DossierIncident, DossierMeasure, DossierName, DossierWording } from '../schema.ts'
import { type Drafting, inLanguage } from './localise.ts'
import { dateEntry, facilityEntry, stateEntry } from './parties.ts'
import { COUNTING, casualtiesOf, givenIn, othersOf, quantityOf } from './people.ts'
import { compose, fieldsOf, from, type Traced, traced, traceEach, traceList } from './trace.ts'
import { unitIn } from './units.ts'
import { type WordingPlace, wordedOf, wordedOrNull } from './words.ts'

/** What was decided about an incident for this note. */
export interface DecidedIncident {
  readonly coverage: Traced<DossierIncident['coverage']>
  readonly reports: Traced<DossierCitation[]>
}

export function incidentEntry(drafting: Drafting, id: string, decided: DecidedIncident): DossierIncident {
  const record = incidentOf(drafting.register, id)
  const pointer = `/incidents/${id}`
  const at = fieldsOf('register', pointer)
  const { occurred, territory, facilities } = record
  const { struck: first, besides } = apart(drafting.register, record)
  const facilityList = (ids: readonly string[]) =>
    traceEach(
      drafting,
      ids,
      each => facilityEntry(drafting, each),
      each => from('register', `${pointer}/facilities/${facilities.indexOf(each)}`)
    )
  const struck = namesOf(drafting, record)
  const placeOf = (name: WordingName, field: string) => ({ name, pointer: `${pointer}/${field}` })
  return compose<DossierIncident>(drafting, at, {
    id: traced(id, () => from('register', pointer)),
    date: traced(dateEntry(occurred.date, occurred.night), () => at('occurred/date')),
    time: traced(timeOf(record), () => at('occurred/time')),
    clock: wordedOrNull(drafting, occurred.clock, placeOf('clock', 'occurred/clock')),
    duration: traced(durationOf(drafting, record, `${pointer}/occurred/duration`), () => at('occurred/duration')),
    place: wordedOrNull(drafting, record.place, placeOf('place', 'place')),
    territory: territory === undefined ? null : stateEntry(drafting, territory),
    facilities: facilityList(first),
    besides: traced(facilityList(besides), () => at('facilities')),
    means: meansOf(drafting, record, `${pointer}/means`),
    event: record.event ? wordedOf(drafting, record.event, placeOf('event', 'event'), struck) : null,
    called: wordedOrNull(drafting, record.called, placeOf('called', 'called')),
    attribution: attributionOf(drafting, record, `${pointer}/attribution`),
    circumstances: statementsOf(drafting, record.circumstances ?? [], placeOf('circumstance', 'circumstances'), struck),
    measures: measuresOf(drafting, record.measures ?? [], `${pointer}/measures`),
    damage: damageOf(drafting, record, placeOf('damage', 'damage'), struck),
    casualties: casualtiesOf(drafting, record, `${pointer}/casualties`),
    people: othersOf(drafting, record, `${pointer}/people`),
    reports: decided.reports,
    coverage: decided.coverage
  })
}

/** The names of what was struck; the territory where there was no facility. */
function namesOf(drafting: Drafting, record: IncidentRecord): Traced<DossierName>[] {
  const { territory } = record
  const named = apart(drafting.register, record).struck.map(id => facilityEntry(drafting, id))
  const all = named.length > 0 || territory === undefined ? named : [stateEntry(drafting, territory)]
  return all.map(each => traced(each.name, () => drafting.traces.get(each)?.()['name'] ?? []))
}

function timeOf({ occurred }: IncidentRecord): DossierIncident['time'] {
  if (occurred.time === undefined) return null
  const { time: local, until = null, qualifier = 'exact' } = occurred
  return { kind: 'time', local, until, qualifier }
}

function durationOf(drafting: Drafting, { occurred }: IncidentRecord, pointer: string): DossierIncident['duration'] {
  return occurred.duration === undefined ? null : amountOf(drafting, occurred.duration, pointer)
}

function meansOf(drafting: Drafting, { means }: IncidentRecord, pointer: string): DossierIncident['means'] {
  const type = INSTRUMENTS.find(each => each === means?.kind)
  if (means === undefined || type === undefined) return null
  const at = fieldsOf('register', pointer)
  return compose<NonNullable<DossierIncident['means']>>(drafting, at, {
    type: traced(type, () => at('kind')),
    designation: wordedOrNull(drafting, means.designation, { name: 'designation', pointer: `${pointer}/designation` }),
    certainty: means.certainty,
    count: traced(means.count === undefined ? null : quantityOf(means.count, means), () => {
      return means.count === undefined ? at('count') : givenIn(means, COUNTING, pointer)
    })
  })
}

function attributionOf(drafting: Drafting, { attribution }: IncidentRecord, pointer: string) {
  const { to, strength, basis } = attribution
  const whose = to === null ? null : stateEntry(drafting, to)
  return compose<DossierIncident['attribution']>(drafting, fieldsOf('register', pointer), {
    to: whose,
    strength,
    basis
  })
}

/** The house's own wordings, in the order of the record. */
function statementsOf(
  drafting: Drafting,
  statements: Statements,
  place: WordingPlace,
  struck: readonly Traced<DossierName>[]
): DossierWording[] {
  return traceList(drafting, worded(drafting, statements, place, struck))
}

type Statements = readonly { readonly what: WordingRecord }[]

function worded(
  drafting: Drafting,
  statements: Statements,
  { name, pointer }: WordingPlace,
  struck: readonly Traced<DossierName>[]
): Traced<DossierWording>[] {
  return statements.map(({ what }, index) =>
    wordedOf(drafting, what, { name, pointer: `${pointer}/${index}/what` }, struck)
  )
}

type Damage = DossierIncident['damage']

/** What the record ascribes to no facility first, then facility by facility. */
function damageOf(
  drafting: Drafting,
  { damage, facilities }: IncidentRecord,
  place: WordingPlace,
  struck: readonly Traced<DossierName>[]
): Damage {
  const items = worded(drafting, damage, place, struck)
  const groups = [undefined, ...facilities].flatMap(at => {
    const those = damage.flatMap((each, index) => (each.at === at ? [index] : []))
    return those.length > 0 ? [{ at, those }] : []
  })
  const origins = ({ those }: (typeof groups)[number]) =>
    those.flatMap(each => from('register', `${place.pointer}/${each}`))
  const entryOf = (group: (typeof groups)[number]) => {
    const { at, those } = group
    const facility = at === undefined ? null : facilityEntry(drafting, at)
    return compose<Damage[number]>(drafting, () => origins(group), {
      facility: traced(facility, () =>
        those.flatMap(each => from('register', `${place.pointer}/${each}${at === undefined ? '' : '/at'}`))
      ),
      items: traced(
        traceList(
          drafting,
          items.filter((_, index) => those.includes(index))
        ),
        () => from('register', place.pointer)
      )
    })
  }
  return traceEach(drafting, groups, entryOf, origins)
}

type Measured = NonNullable<IncidentRecord['measures']>[number]

function measuresOf(drafting: Drafting, measures: readonly Measured[], list: string): DossierIncident['measures'] {
  return traceEach(
    drafting,
    measures,
    (measured, index) => measureOf(drafting, measured, `${list}/${index}`),
    (_, index) => from('register', `${list}/${index}`)
  )
}

function measureOf(drafting: Drafting, measured: Measured, pointer: string): DossierIncident['measures'][number] {
  const wanted = { file: 'register', pointer: `${pointer}/phrase`, what: 'no phrase' } as const
  const phrase = inLanguage(drafting, measured.phrase, wanted)
  const words = `${pointer}/phrase/${drafting.language}`
  return compose<DossierIncident['measures'][number]>(drafting, fieldsOf('register', words), {
    before: phrase?.before ?? '',
    measure: traced(amountOf(drafting, measured, pointer), () => from('register', pointer)),
    after: traced(phrase?.after ?? null, () => {
      return from('register', phrase?.after === undefined ? words : `${words}/after`)
    })
  })
}

type Amount = Omit<Measured, 'phrase' | 'evidence'>

function amountOf(drafting: Drafting, amount: Amount, pointer: string): DossierMeasure {
  const { value, to = null, unit, qualifier } = amount
  const decimals = amount.decimals ?? Math.max(decimalsOf(value), decimalsOf(to ?? 0))
  return { kind: 'measure', value, to, decimals, unit, words: unitIn(drafting, unit, `${pointer}/unit`), qualifier }
}
