/** The prior incidents of a note, decided and in order, in; the dossier's recall out. */
import { dateEntry } from '../../dossier/assembly/parties.ts'
import { type Edge, periodOf } from '../../dossier/assembly/period.ts'
import { compose, from, type Origins, ofRecord, together, traced, traceEach } from '../../dossier/assembly/trace.ts'
import { communicationOf, incidentOf } from '../../dossier/decisions/case.ts'
import { classOfIncident } from '../../dossier/decisions/classes.ts'
import { wasSentBack } from '../../dossier/decisions/in-force.ts'
import type { DossierCitation, DossierIncident } from '../../dossier/schema.ts'
import { inOrder } from '../../records/sequence.ts'
import { isSummarised } from './annexes.ts'
import type { Decisions } from './decide.ts'
import type { DossierRecall } from './dossier.ts'
import type { ProtestDrafting } from './protest-case.ts'
import { CLASSES } from './recall.ts'
import { isActAgainst, isDeliveryTold } from './told.ts'

/** What the entry is made of. */
interface Parts {
  readonly incidents: readonly DossierIncident[]
  readonly cite: (id: string) => DossierCitation
}

/** The dates that an end of the period is taken from. */
function datesOf({ ids }: Edge): Origins {
  return ids.flatMap(id => ofRecord('incidents', id, 'occurred/date'))
}

/** The recall, or null when there is nothing to recall. */
export function recallEntry(
  drafting: ProtestDrafting,
  decisions: Decisions,
  { incidents, cite }: Parts
): DossierRecall | null {
  const { recalled } = decisions
  const period = periodOf(recalled.map(id => ({ id, date: incidentOf(drafting.register, id).occurred.date })))
  if (period === null) return null
  const { first, last } = period
  const reports = reportsIn(drafting, decisions)
  const back = reports.filter(id => wasSentBack(communicationOf(drafting.register, id)))
  // what is told as an act, or with its delivery, is not told twice
  const refused = back.filter(id => !isDeliveryTold(communicationOf(drafting.register, id)))
  const given = reports.filter(id => !back.includes(id) && !isActAgainst(drafting, id))
  const reported = incidents.filter(({ reports: own }) => own.some(each => given.includes(each.id)))
  const all = () => recalled.flatMap(id => ofRecord('incidents', id))
  const byReports = () => reports.flatMap(id => ofRecord('communications', id, 'incidents'))
  const cited = (ids: readonly string[]) => traceEach(drafting, ids, cite, id => ofRecord('communications', id))
  const isNumbered = (id: string) => communicationOf(drafting.register, id).number !== null
  // whose origins are not said here are those of the reports
  return compose<DossierRecall>(drafting, reports.length > 0 ? byReports : all, {
    incidents: traced(listOf(drafting, incidents), all),
    groups: traced(groupsOf(drafting, incidents), () => together(from('note', '/recall/order'), all())),
    summarised: traced(isSummarised(drafting, recalled), () => together(from('profile', '/recall/body'), all())),
    first: traced(dateEntry(first.date), () => datesOf(first)),
    last: traced(dateEntry(last.date), () => datesOf(last)),
    reported: datedListOf(drafting, reported),
    numbered: cited(given.filter(isNumbered)),
    unnumbered: cited(given.filter(id => !isNumbered(id))),
    sentBack: traced(sentBackOf(drafting, refused, { incidents, cite }), () =>
      refused.length > 0 ? refused.flatMap(id => ofRecord('communications', id, 'delivery')) : all()
    )
  })
}

/** The reports that did not reach the other side, each with the incidents of the recall that it was about. */
function sentBackOf(
  drafting: ProtestDrafting,
  ids: readonly string[],
  { incidents, cite }: Parts
): DossierRecall['sentBack'] {
  const origins = (id: string) => ofRecord('communications', id)
  const entryOf = (id: string) => {
    const about = incidents.filter(each => each.reports.some(report => report.id === id))
    return compose<DossierRecall['sentBack'][number]>(drafting, part => ofRecord('communications', id, part), {
      note: traced(cite(id), () => origins(id)),
      incidents: datedListOf(drafting, about)
    })
  }
  return traceEach(drafting, ids, entryOf, origins)
}

/** Incidents as a list of the dossier, each from its own record. */
export function listOf(drafting: ProtestDrafting, incidents: readonly DossierIncident[]): DossierIncident[] {
  return traceEach(
    drafting,
    incidents,
    each => each,
    each => ofRecord('incidents', each.id)
  )
}

/** The same in order of date, whatever their place in the note. */
export function datedListOf(drafting: ProtestDrafting, incidents: readonly DossierIncident[]): DossierIncident[] {
  const dated = incidents.map(each => ({ each, id: each.id, date: each.date.edtf, time: each.time?.local }))
  return listOf(
    drafting,
    inOrder(dated).map(({ each }) => each)
  )
}

/** Every communication that reported one of them, once, in order of date. */
function reportsIn({ register }: ProtestDrafting, { reports }: Decisions): string[] {
  const ids = [...new Set([...reports.values()].flat())]
  return inOrder(ids.map(id => ({ id, date: communicationOf(register, id).date }))).map(each => each.id)
}

function classOf({ register }: ProtestDrafting, { id }: DossierIncident): (typeof CLASSES)[number] {
  return classOfIncident(register, incidentOf(register, id))
}

function groupsOf(drafting: ProtestDrafting, incidents: readonly DossierIncident[]): DossierRecall['groups'] {
  // what is only counted is counted by class, whatever its order
  const counted = isSummarised(
    drafting,
    incidents.map(each => each.id)
  )
  const chronological = drafting.request.recall.order === 'chronological' && !counted
  const groups = chronological
    ? [{ class: 'all' as const, incidents }]
    : CLASSES.map(each => ({ class: each, incidents: incidents.filter(one => classOf(drafting, one) === each) }))
  const origins = (group: (typeof groups)[number]) => group.incidents.flatMap(each => ofRecord('incidents', each.id))
  const entryOf = (group: (typeof groups)[number]) =>
    compose<DossierRecall['groups'][number]>(drafting, () => origins(group), {
      class: group.class,
      incidents: listOf(drafting, group.incidents)
    })
  const filled = groups.filter(group => group.incidents.length > 0)
  return traceEach(drafting, filled, entryOf, origins)
}
