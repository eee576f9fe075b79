/** An incident's record, with what was decided about it, in; its entry in the dossier out. */

import type { WordingName } from '../../languages/language.ts'
import { decimalsOf } from '../../languages/numerals.ts'
import type { WordingRecord } from '../../records/fields.ts'
import { nilWord } from '../../records/hedges.ts'
import { INSTRUMENTS } from '../../records/means.ts'
import type { IncidentRecord } from '../../records/schema.ts'
import { incidentOf } from '../decisions/case.ts'
import type { DossierCitation, DossierIncident, DossierName, DossierQuantity, DossierWording } from '../schema.ts'
import { type Drafting, inLanguage, missForms } from './localise.ts'
import { dateEntry, facilityEntry, stateEntry } from './parties.ts'
import { compose, fieldsOf, from, type Origins, type Traced, traced, traceEach, traceList } from './trace.ts'
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
  const facilityList = traceEach(
    drafting,
    facilities,
    each => facilityEntry(drafting, each),
    (_, index) => from('register', `${pointer}/facilities/${index}`)
  )
  const struck = namesOf(drafting, record)
  const placeOf = (name: WordingName, field: string) => ({ name, pointer: `${pointer}/${field}` })
  return compose<DossierIncident>(drafting, at, {
    id: traced(id, () => from('register', pointer)),
    date: traced(dateEntry(occurred.date, occurred.night), () => at('occurred/date')),
    time: traced(timeOf(record), () => at('occurred/time')),
    place: wordedOrNull(drafting, record.place, placeOf('place', 'place')),
    territory: territory === undefined ? null : stateEntry(drafting, territory),
    facilities: facilityList,
    means: meansOf(drafting, record, `${pointer}/means`),
    event: record.event ? wordedOf(drafting, record.event, placeOf('event', 'event'), struck) : null,
    attribution: attributionOf(drafting, record, `${pointer}/attribution`),
    circumstances: statementsOf(drafting, record.circumstances ?? [], placeOf('circumstance', 'circumstances'), struck),
    measures: measuresOf(drafting, record.measures ?? [], `${pointer}/measures`),
    damage: statementsOf(drafting, record.damage, placeOf('damage', 'damage'), struck),
    casualties: casualtiesOf(drafting, record, `${pointer}/casualties`),
    reports: decided.reports,
    coverage: decided.coverage
  })
}

/** The names of what was struck; the territory where there was no facility. */
function namesOf(drafting: Drafting, { facilities, territory }: IncidentRecord): Traced<DossierName>[] {
  const named = facilities.map(id => facilityEntry(drafting, id))
  const all = named.length > 0 || territory === undefined ? named : [stateEntry(drafting, territory)]
  return all.map(each => traced(each.name, () => drafting.traces.get(each)?.()['name'] ?? []))
}

function timeOf({ occurred }: IncidentRecord): DossierIncident['time'] {
  if (occurred.time === undefined) return null
  return { kind: 'time', local: occurred.time, qualifier: occurred.qualifier ?? 'exact' }
}

type Counted = Pick<NonNullable<IncidentRecord['means']>, 'to' | 'qualifier'>

/** A number of people or of means; of what is several the number is not known. */
function quantityOf(count: number | 'several' | null, { to, qualifier }: Counted): DossierQuantity {
  const value = count === 'several' ? null : count
  return { kind: 'quantity', value, to: to ?? null, qualifier: qualifier ?? 'exact' }
}

/** What a record says of a number, and of what there was none of. */
const [COUNTING, NIL] = [
  ['count', 'qualifier', 'to'],
  ['status', 'of', 'qualifier']
] as const

/** The origins of those of some fields that a record has. */
function givenIn(record: object, fields: readonly string[], pointer: string): Origins {
  return fields.filter(each => each in record).flatMap(each => from('register', `${pointer}/${each}`))
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
  statements: readonly { readonly what: WordingRecord }[],
  { name, pointer }: WordingPlace,
  struck: readonly Traced<DossierName>[]
): DossierWording[] {
  return traceList(
    drafting,
    statements.map(({ what }, index) => wordedOf(drafting, what, { name, pointer: `${pointer}/${index}/what` }, struck))
  )
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
  const { value, to = null, unit, qualifier } = measured
  const decimals = measured.decimals ?? Math.max(decimalsOf(value), decimalsOf(to ?? 0))
  const unitWords = unitIn(drafting, unit, `${pointer}/unit`)
  const measure = { kind: 'measure', value, to, decimals, unit, words: unitWords, qualifier } as const
  return compose<DossierIncident['measures'][number]>(drafting, fieldsOf('register', words), {
    before: phrase?.before ?? '',
    measure: traced(measure, () => from('register', pointer)),
    after: traced(phrase?.after ?? null, () => {
      return from('register', phrase?.after === undefined ? words : `${words}/after`)
    })
  })
}

type Casualties = DossierIncident['casualties']
type Group = NonNullable<Extract<IncidentRecord['casualties'], { status: 'known' }>['injured']>[number]

function casualtiesOf(drafting: Drafting, { casualties }: IncidentRecord, pointer: string): Casualties {
  const { killed = [], injured = [], nil } = casualties.status === 'known' ? casualties : { nil: undefined }
  const none = casualties.status === 'none' ? casualties : nil
  return compose<Casualties>(drafting, fieldsOf('register', pointer), {
    status: casualties.status,
    killed: peopleOf(drafting, placed(killed, `${pointer}/killed`)),
    injured: injuredOf(drafting, placed(injured, `${pointer}/injured`)),
    nil: traced(none ? nilWord(none) : null, () =>
      nil ? from('register', `${pointer}/nil`) : givenIn(casualties, NIL, pointer)
    )
  })
}

/** People whom the record counts together, and its place. */
interface PlacedGroup {
  readonly group: Group
  readonly at: string
}

function placed(groups: readonly Group[], list: string): PlacedGroup[] {
  return groups.map((group, index) => ({ group, at: `${list}/${index}` }))
}

/** The gravest injuries first; what is not known stands last. */
const DEGREES = ['serious', 'slight', null] as const

/** The injured by the degree of their injuries, in the order of the record within each. */
function injuredOf(drafting: Drafting, injured: readonly PlacedGroup[]): Casualties['injured'] {
  const byDegree = DEGREES.map(degree => {
    return { degree, alike: injured.filter(({ group }) => (group.degree ?? null) === degree) }
  }).filter(({ alike }) => alike.length > 0)
  const origins = ({ alike }: (typeof byDegree)[number]) => alike.flatMap(({ at }) => from('register', at))
  const entryOf = (each: (typeof byDegree)[number]) =>
    compose<Casualties['injured'][number]>(drafting, () => origins(each), {
      degree: traced(each.degree, () => {
        return each.alike.flatMap(({ at }) => from('register', each.degree === null ? at : `${at}/degree`))
      }),
      people: peopleOf(drafting, each.alike)
    })
  return traceEach(drafting, byDegree, entryOf, origins)
}

function peopleOf(drafting: Drafting, groups: readonly PlacedGroup[]): Casualties['killed'] {
  return traceEach(
    drafting,
    groups,
    each => groupOf(drafting, each),
    ({ at }) => from('register', at)
  )
}

function groupOf(drafting: Drafting, { group, at }: PlacedGroup): Casualties['killed'][number] {
  const words = inLanguage(drafting, group.who, { file: 'register', pointer: `${at}/who`, what: 'no words' })
  if (words) missForms(drafting, words, drafting.wording?.plurals ?? [], `${at}/who/${drafting.language}`)
  return compose<Casualties['killed'][number]>(drafting, fieldsOf('register', `${at}/who/${drafting.language}`), {
    count: traced(quantityOf(group.count, group), () => givenIn(group, COUNTING, at)),
    one: words?.one ?? '',
    few: words?.few ?? null,
    many: words?.many ?? ''
  })
}
