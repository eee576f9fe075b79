/** The prior incidents of a note, decided and in order, in; the dossier's recall out. */
import { dateEntry } from '../../dossier/assembly/parties.ts'
import { type Edge, periodOf } from '../../dossier/assembly/period.ts'
import { from, type Origins, ofRecord, together, trace, traced, traceList } from '../../dossier/assembly/trace.ts'
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
  const refused = reports.filter(id => wasSentBack(communicationOf(drafting.register, id)))
  const given = reports.filter(id => !refused.includes(id))
  const reported = incidents.filter(({ reports: own }) => own.some(each => given.includes(each.id)))
  const cited = (ids: readonly string[]) =>
    traceList(
      drafting.traces,
      ids.map(id => traced(cite(id), () => ofRecord('communications', id)))
    )
  return trace<DossierRecall>(
    drafting.traces,
    {
      incidents: listOf(drafting, incidents),
      groups: groupsOf(drafting, incidents),
      summarised: isSummarised(drafting, recalled),
      first: dateEntry(first.date),
      last: dateEntry(last.date),
      reported: datedListOf(drafting, reported),
      numbered: cited(given.filter(id => communicationOf(drafting.register, id).number !== null)),
      unnumbered: cited(given.filter(id => communicationOf(drafting.register, id).number === null)),
      sentBack: sentBackOf(drafting, refused, { incidents, cite })
    },
    () => {
      const all = recalled.flatMap(id => ofRecord('incidents', id))
      const reportOrigins =
        reports.length > 0 ? reports.flatMap(id => ofRecord('communications', id, 'incidents')) : all
      return {
        incidents: all,
        groups: together(from('note', '/recall/order'), all),
        summarised: together(from('profile', '/recall/body'), all),
        first: datesOf(first),
        last: datesOf(last),
        reported: reportOrigins,
        numbered: reportOrigins,
        unnumbered: reportOrigins,
        sentBack: refused.length > 0 ? refused.flatMap(id => ofRecord('communications', id, 'delivery')) : all
      }
    }
  )
}

/** The reports that did not reach the other side, each with the incidents of the recall that it was about. */
function sentBackOf(
  drafting: ProtestDrafting,
  ids: readonly string[],
  { incidents, cite }: Parts
): DossierRecall['sentBack'] {
  const items = ids.map(id => {
    const about = incidents.filter(each => each.reports.some(report => report.id === id))
    const origins = () => ofRecord('communications', id)
    const value = { note: cite(id), incidents: datedListOf(drafting, about) }
    const parts = () => ({ note: origins(), incidents: ofRecord('communications', id, 'incidents') })
    return { value: trace(drafting.traces, value, parts), origins }
  })
  return traceList(drafting.traces, items)
}

/** Incidents as a list of the dossier, each from its own record. */
export function listOf(drafting: ProtestDrafting, incidents: readonly DossierIncident[]): DossierIncident[] {
  const items = incidents.map(each => traced(each, () => ofRecord('incidents', each.id)))
  return traceList(drafting.traces, items)
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
  const chronological = drafting.request.recall.order === 'chronological'
  const groups = chronological
    ? [{ class: 'all' as const, incidents }]
    : CLASSES.map(each => ({ class: each, incidents: incidents.filter(one => classOf(drafting, one) === each) }))
  const items = groups
    .filter(group => group.incidents.length > 0)
    .map(group => {
      const origins = (): Origins => group.incidents.flatMap(each => ofRecord('incidents', each.id))
      const value = { class: group.class, incidents: listOf(drafting, group.incidents) }
      return { value: trace(drafting.traces, value, () => ({ class: origins(), incidents: origins() })), origins }
    })
  return traceList(drafting.traces, items)
}
