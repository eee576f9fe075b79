/** An incident's record, with what was decided about it, in; its entry in the dossier out. */
import { decimalsOf } from '../../languages/numerals.ts'
import type { IncidentRecord } from '../../records/schema.ts'
import { incidentOf } from '../decisions/case.ts'
import type { DossierCitation, DossierIncident } from '../schema.ts'
import { type Drafting, inLanguage, localise, localiseOrNull } from './localise.ts'
import { dateEntry, facilityEntry, stateEntry } from './parties.ts'
import { fieldsOf, from, type Traced, trace, traced, traceList } from './trace.ts'

/** What was decided about an incident for this note. */
export interface DecidedIncident {
  readonly coverage: Traced<DossierIncident['coverage']>
  readonly reports: Traced<DossierCitation[]>
}

export function incidentEntry(drafting: Drafting, id: string, decided: DecidedIncident): DossierIncident {
  const record = incidentOf(drafting.register, id)
  const pointer = `/incidents/${id}`
  const at = fieldsOf('register', pointer)
  const place = localiseOrNull(drafting, record.place, 'register', `${pointer}/place`)
  const event = localiseOrNull(drafting, record.event, 'register', `${pointer}/event`)
  const to = record.attribution.to
  return trace(
    drafting.traces,
    {
      id,
      date: dateEntry(record.occurred.date, record.occurred.night),
      time: timeOf(record),
      place: place.value,
      territory: record.territory === undefined ? null : stateEntry(drafting, record.territory),
      facilities: facilitiesOf(drafting, record, pointer),
      means: meansOf(drafting, record, pointer),
      event: event.value,
      attribution: trace(
        drafting.traces,
        {
          to: to === null ? null : stateEntry(drafting, to),
          strength: record.attribution.strength,
          basis: record.attribution.basis
        },
        () => ({ to: at('attribution/to'), strength: at('attribution/strength'), basis: at('attribution/basis') })
      ),
      circumstances: statementsOf(drafting, record.circumstances ?? [], `${pointer}/circumstances`),
      measures: measuresOf(drafting, record, pointer),
      damage: statementsOf(drafting, record.damage, `${pointer}/damage`),
      casualties: casualtiesOf(drafting, record, pointer),
      reports: decided.reports.value,
      coverage: decided.coverage.value
    },
    () => ({
      id: from('register', pointer),
      date: at('occurred/date'),
      time: at('occurred/time'),
      place: place.origins(),
      territory: at('territory'),
      facilities: at('facilities'),
      means: at('means'),
      event: event.origins(),
      attribution: at('attribution'),
      circumstances: at('circumstances'),
      measures: at('measures'),
      damage: at('damage'),
      casualties: at('casualties'),
      reports: decided.reports.origins(),
      coverage: decided.coverage.origins()
    })
  )
}

function timeOf({ occurred }: IncidentRecord): DossierIncident['time'] {
  if (occurred.time === undefined) return null
  return { kind: 'time', local: occurred.time, qualifier: occurred.qualifier ?? 'exact' }
}

function facilitiesOf(drafting: Drafting, record: IncidentRecord, pointer: string): DossierIncident['facilities'] {
  return traceList(
    drafting.traces,
    record.facilities.map((id, index) =>
      traced(facilityEntry(drafting, id), () => from('register', `${pointer}/facilities/${index}`))
    )
  )
}

function meansOf(drafting: Drafting, { means }: IncidentRecord, pointer: string): DossierIncident['means'] {
  if (means === undefined) return null
  const at = fieldsOf('register', `${pointer}/means`)
  const designation = localiseOrNull(drafting, means.designation, 'register', `${pointer}/means/designation`)
  return trace(
    drafting.traces,
    { type: means.kind, designation: designation.value, certainty: means.certainty, count: means.count ?? null },
    () => ({ type: at('kind'), designation: designation.origins(), certainty: at('certainty'), count: at('count') })
  )
}

/** The house's own wordings, in the order of the record. */
function statementsOf(
  drafting: Drafting,
  statements: readonly { readonly what: Record<string, string> }[],
  pointer: string
): string[] {
  return traceList(
    drafting.traces,
    statements.map(({ what }, index) => localise(drafting, what, 'register', `${pointer}/${index}/what`))
  )
}

type Measured = NonNullable<IncidentRecord['measures']>[number]

function measuresOf(drafting: Drafting, record: IncidentRecord, pointer: string): DossierIncident['measures'] {
  return traceList(
    drafting.traces,
    (record.measures ?? []).map((measured, index) => {
      const at = `${pointer}/measures/${index}`
      return traced(measureOf(drafting, measured, at), () => from('register', at))
    })
  )
}

function measureOf(drafting: Drafting, measured: Measured, pointer: string): DossierIncident['measures'][number] {
  const wanted = { file: 'register', pointer: `${pointer}/phrase`, what: 'no phrase' } as const
  const phrase = inLanguage(drafting, measured.phrase, wanted)
  const words = `${pointer}/phrase/${drafting.language}`
  const { value, unit, qualifier, decimals } = measured
  return trace(
    drafting.traces,
    {
      before: phrase?.before ?? '',
      measure: { kind: 'measure', value, decimals: decimals ?? decimalsOf(value), unit, qualifier },
      after: phrase?.after ?? null
    },
    () => ({
      before: from('register', `${words}/before`),
      measure: from('register', pointer),
      after: from('register', phrase?.after === undefined ? words : `${words}/after`)
    })
  )
}

function casualtiesOf(
  drafting: Drafting,
  { casualties }: IncidentRecord,
  pointer: string
): DossierIncident['casualties'] {
  const at = `${pointer}/casualties`
  const people = casualties.status === 'known' ? casualties : { killed: [], injured: [] }
  return trace(
    drafting.traces,
    {
      status: casualties.status,
      killed: peopleOf(drafting, people.killed ?? [], `${at}/killed`),
      injured: injuredOf(drafting, people.injured ?? [], `${at}/injured`)
    },
    () => ({
      status: from('register', `${at}/status`),
      killed: from('register', `${at}/killed`),
      injured: from('register', `${at}/injured`)
    })
  )
}

type Casualties = Extract<IncidentRecord['casualties'], { status: 'known' }>

function peopleOf(
  drafting: Drafting,
  people: NonNullable<Casualties['killed']>,
  pointer: string
): DossierIncident['casualties']['killed'] {
  return traceList(
    drafting.traces,
    people.map((group, index) => groupAt(drafting, group, `${pointer}/${index}`))
  )
}

/** The gravest injuries first; what is not known stands last. */
const DEGREES = ['serious', 'slight', null] as const

/** The injured by the degree of their injuries, in the order of the record within each. */
function injuredOf(
  drafting: Drafting,
  injured: NonNullable<Casualties['injured']>,
  pointer: string
): DossierIncident['casualties']['injured'] {
  const placed = injured.map((group, index) => ({ group, at: `${pointer}/${index}` }))
  const items = DEGREES.flatMap(degree => {
    const alike = placed.filter(({ group }) => (group.degree ?? null) === degree)
    if (alike.length === 0) return []
    const origins = () => alike.flatMap(({ at }) => from('register', at))
    const people = traceList(
      drafting.traces,
      alike.map(({ group, at }) => groupAt(drafting, group, at))
    )
    const degrees = () => alike.flatMap(({ at }) => from('register', degree === null ? at : `${at}/degree`))
    return [
      { value: trace(drafting.traces, { degree, people }, () => ({ degree: degrees(), people: origins() })), origins }
    ]
  })
  return traceList(drafting.traces, items)
}

function groupAt(drafting: Drafting, group: NonNullable<Casualties['killed']>[number], pointer: string) {
  return traced(groupOf(drafting, group, pointer), () => from('register', pointer))
}

function groupOf(drafting: Drafting, { count, who }: NonNullable<Casualties['killed']>[number], pointer: string) {
  const words = inLanguage(drafting, who, { file: 'register', pointer: `${pointer}/who`, what: 'no words' })
  const at = `${pointer}/who/${drafting.language}`
  return trace(drafting.traces, { count, one: words?.one ?? '', many: words?.many ?? '' }, () => ({
    count: from('register', `${pointer}/count`),
    one: from('register', `${at}/one`),
    many: from('register', `${at}/many`)
  }))
}
