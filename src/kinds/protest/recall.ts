/** A case in; the prior incidents that its note recalls out, with the reason for each one that was left out. */
import { type Diagnostic, didYouMean, error, information, type Noted, warning } from '../../diagnostic.ts'
import { facilityOf, incidentOf, inNote, inRegister, named } from '../../dossier/decisions/case.ts'
import { classOfIncident, type IncidentClass } from '../../dossier/decisions/classes.ts'
import type { IncidentRecord } from '../../records/schema.ts'
import { compareDays, compareEvents, inOrder } from '../../records/sequence.ts'
import { attributionFault, attributionHints } from './attribution.ts'
import type { ProtestCase } from './protest-case.ts'

/** The order of the classes in a note that groups its prior incidents. */
export const CLASSES: readonly IncidentClass[] = ['diplomatic-and-consular', 'other-property', 'territory']

/**
 * The ids of the prior incidents, in the order of the note. `all` takes those that the register attributes to the
 * State concerned, at any strength: strength governs the wording alone.
 */
export function chooseRecall(facts: ProtestCase): Noted<readonly string[]> {
  const { incidents } = facts.request.recall
  if (incidents === 'none') return { value: [], notes: unusedExceptions(facts, []) }
  const chosen = incidents === 'all' ? chooseAll(facts) : chooseNamed(facts, incidents)
  return { value: arranged(facts, chosen.value), notes: chosen.notes }
}

/** Why an incident cannot be recalled; null when it can. */
export function obstacle(facts: ProtestCase, incident: IncidentRecord): string | null {
  const { request } = facts
  if (incident.recorded > request['as-of']) {
    return `it was recorded on ${incident.recorded}, after ${request['as-of']}, the as-of date of the note`
  }
  const { date } = incident.occurred
  if (request.date !== null && compareDays(date, request.date) === 'after') {
    return `it is dated ${date}, after the note of ${request.date}`
  }
  return beforeOccasion(facts, incident)
}

/** Two times of one day are compared once it is known of which zone they are. */
function orderHints({ register, request }: ProtestCase, { occurred }: IncidentRecord): string[] {
  const timed = request.occasion
    .map(id => incidentOf(register, id).occurred)
    .filter(each => each.date === occurred.date && each.time !== undefined && occurred.time !== undefined)
  const needed = timed.some(each => each.offset === undefined || occurred.offset === undefined)
  return needed ? ['give each `time` an `offset` (`+02:00`) to show which came first'] : []
}

/** A prior incident came before all that the note is about. */
function beforeOccasion({ register, request }: ProtestCase, { occurred }: IncidentRecord): string | null {
  const occasions = request.occasion.map(id => incidentOf(register, id).occurred)
  const orders = occasions.map(each => compareEvents(occurred, each))
  if (orders.every(each => each === 'before')) return null
  const dates = occasions.map(each => each.date).join(', ')
  if (orders.every(each => each === 'after')) return `it is dated ${occurred.date}, after the occasion of ${dates}`
  if (orders.includes('after')) return `it is dated ${occurred.date}, which is not before every occasion of ${dates}`
  return `cannot tell whether ${occurred.date} came before the occasion of ${dates}`
}

function chooseAll(facts: ProtestCase): Noted<readonly string[]> {
  const { register, request, concerned } = facts
  if (concerned === null) return { value: [], notes: unusedExceptions(facts, []) }
  const exceptions = exceptionsOf(facts)
  const attributed = Object.entries(register.incidents).filter(
    ([id, each]) => each.attribution.to === concerned && !request.occasion.includes(id)
  )
  const considered = inOrder(attributed.map(([id, record]) => ({ id, ...record.occurred, record })))
  const reasons = new Map(considered.map(({ id, record }) => [id, exceptions.get(id) ?? obstacle(facts, record)]))
  const leftOut = considered.flatMap(({ id, record }) => {
    const reason = reasons.get(id) ?? null
    const hints = exceptions.has(id) ? [] : orderHints(facts, record)
    return reason === null ? [] : [noteLeftOut(facts, id, reason, hints)]
  })
  const ids = [...reasons.keys()]
  const notes = [...leftOut, ...unattributed(facts), ...unusedExceptions(facts, ids)]
  return { value: ids.filter(id => reasons.get(id) === null), notes }
}

/** The incidents that the recall leaves out, with the drafter's reason for each. */
function exceptionsOf({ request }: ProtestCase): ReadonlyMap<string, string> {
  return new Map((request.recall.except ?? []).map(each => [each.incident, each.reason]))
}

/** Prior incidents of the sender that the register does not hold against the State concerned: left out, and not in silence. */
function unattributed(facts: ProtestCase): Diagnostic[] {
  const { register, request, concerned } = facts
  const exceptions = exceptionsOf(facts)
  return Object.entries(register.incidents).flatMap(([id, record]) => {
    const { to } = record.attribution
    const known = request.occasion.includes(id) || exceptions.has(id)
    if (to === concerned || known || !concernsSender(facts, record)) return []
    if (compareDays(record.occurred.date, request['as-of']) === 'after') return []
    const [whose, hints] = [to === null ? 'nobody' : named([to]), attributionHints(facts, to)]
    const goes = request.concerning === undefined ? 'goes to' : 'concerns'
    const note = to === null ? '' : `, and the note ${goes} ${named([concerned ?? request.to])}`
    const message = `the prior incident \`${id}\` is left out: it is attributed to ${whose}${note}`
    const place = inRegister(facts, `/incidents/${id}/attribution`)
    return [information({ rule: 'resolve/left-out', message, ...place, hints })]
  })
}

/** Whether a facility or the territory of the sender's State was struck. */
function concernsSender({ register, sender }: ProtestCase, { facilities, territory }: IncidentRecord): boolean {
  return sender !== null && (territory === sender || facilities.some(id => facilityOf(register, id).of === sender))
}

function noteLeftOut(facts: ProtestCase, id: string, reason: string, hints: readonly string[] = []): Diagnostic {
  const message = `the prior incident \`${id}\` is left out: ${reason}`
  return information({ rule: 'resolve/left-out', message, ...inRegister(facts, `/incidents/${id}`), hints })
}

function unusedExceptions(facts: ProtestCase, considered: readonly string[]): Diagnostic[] {
  return (facts.request.recall.except ?? []).flatMap(({ incident }, index) => {
    if (considered.includes(incident)) return []
    const message = `\`${incident}\` is excepted, but the recall does not include it anyway`
    return [warning({ rule: 'resolve/unused-exception', message, ...inNote(facts, `/recall/except/${index}`) })]
  })
}

function chooseNamed(facts: ProtestCase, ids: readonly string[]): Noted<readonly string[]> {
  const exceptions = exceptionsOf(facts)
  const chosen = [...new Set(ids)].filter(id => !exceptions.has(id))
  const wrong = ids.flatMap((_, index) => {
    const fault = faultOf(facts, ids, index)
    return fault ? [error({ ...fault, ...inNote(facts, `/recall/incidents/${index}`) })] : []
  })
  const leftOut = ids.flatMap(id => {
    const reason = exceptions.get(id)
    return reason === undefined ? [] : [noteLeftOut(facts, id, reason)]
  })
  const known = chosen.filter(id => Object.hasOwn(facts.register.incidents, id))
  return { value: known, notes: [...wrong, ...leftOut, ...unusedExceptions(facts, ids)] }
}

/** What is wrong with an incident that the request names; the drafter's own choice is refused, never left out. */
function faultOf(facts: ProtestCase, ids: readonly string[], index: number) {
  const { register, request } = facts
  const id = ids[index] ?? ''
  if (!Object.hasOwn(register.incidents, id)) {
    const hints = didYouMean(id, Object.keys(register.incidents))
    return { rule: 'record/unknown-id', message: `there is no incident \`${id}\``, hints }
  }
  if (ids.indexOf(id) !== index) return { rule: 'NV026', message: `the prior incident \`${id}\` is named twice` }
  if (request.occasion.includes(id)) {
    return { rule: 'NV027', message: `\`${id}\` is the occasion of the note and cannot be recalled in it` }
  }
  const fault = attributionFault(facts, id)
  if (fault) return { rule: 'resolve/attribution', ...fault }
  const record = incidentOf(register, id)
  const reason = obstacle(facts, record)
  const message = `\`${id}\` cannot be recalled: ${reason}`
  return reason === null ? null : { rule: 'NV026', message, hints: orderHints(facts, record) }
}

/** By date, then time, then id; grouped by class first where the request wants it. */
function arranged({ register, request }: ProtestCase, ids: readonly string[]): readonly string[] {
  const dated = ids.map(id => ({ id, ...incidentOf(register, id).occurred }))
  const sorted = inOrder(dated).map(each => each.id)
  if (request.recall.order === 'chronological') return sorted
  return CLASSES.flatMap(each => sorted.filter(id => classOfIncident(register, incidentOf(register, id)) === each))
}
