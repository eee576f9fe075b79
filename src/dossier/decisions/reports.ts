/** A case and its recall in; the communications by which the sender's State reported each incident to the State concerned out. */
import { type Diagnostic, information, type Noted, warning } from '../../diagnostic.ts'
import { originOf } from '../../fact.ts'
import { once } from '../../once.ts'
import type { CommunicationRecord, Register } from '../../records/schema.ts'
import { inOrder } from '../../records/sequence.ts'
import type { Pointer } from '../../value.ts'
import { type Case, communicationOf, inNote, inRegister, sideOf, stateOf } from './case.ts'
import { isKnown, isReplaced, isThisNote, successorOf, wasSentBack } from './in-force.ts'

/**
 * For each prior incident the ids of the notes, démarches and the like that reported it, in order of date. What is later than the
 * note, or whose date leaves that open, is named and not cited, and so is what was replaced; nor is the note itself, once
 * it stands in the register. `citedAt` says where the request names an incident by its id.
 */
export function chooseReports(
  facts: Case,
  recalled: readonly string[],
  citedAt: (incident: string) => Pointer | null
): Noted<ReadonlyMap<string, readonly string[]>> {
  const all = inOrder(reportsOf(facts, recalled))
  const known = all.filter(each => isKnown(facts, each.date))
  const standing = known.filter(each => !isReplaced(facts, each.id))
  const reports = new Map(
    recalled.map(id => [id, standing.filter(each => each.incidents.includes(id)).map(each => each.id)])
  )
  const notes = [
    ...all.filter(each => !known.includes(each)).map(each => tooLate(facts, each.id)),
    ...known.filter(each => !standing.includes(each)).map(each => replaced(facts, each.id)),
    ...recalled
      .filter(id => reports.get(id)?.length === 0)
      .map(id => unreported(facts, { id, wasReported: known.some(each => each.incidents.includes(id)) }, citedAt(id)))
  ]
  return { value: reports, notes }
}

interface Report {
  readonly id: string
  readonly date: string | null
  readonly incidents: readonly string[]
}

function reportsOf(facts: Case, recalled: readonly string[]): Report[] {
  const about = aboutIncidents(facts.register)
  const ids = new Set(recalled.flatMap(id => about.get(id) ?? []))
  return [...ids].flatMap(id => {
    const record = communicationOf(facts.register, id)
    if (!isReport(facts, record, facts.concerned) || isThisNote(facts, record)) return []
    return [{ id, date: record.date, incidents: record.incidents ?? [] }]
  })
}

/** A register may hold thousands of communications, and many notes are made from it: it is gone through once. */
const indexes = new WeakMap<Register, ReadonlyMap<string, readonly string[]>>()

/** The ids of the communications about each incident. */
function aboutIncidents(register: Register): ReadonlyMap<string, readonly string[]> {
  return once(indexes, register, ({ communications }) => {
    const index = new Map<string, string[]>()
    for (const [id, { incidents = [] }] of Object.entries(communications))
      for (const incident of incidents) once(index, incident, () => []).push(id)
    return index
  })
}

/** An act of the sender's State to a side. */
function isReport({ register, sender }: Case, record: CommunicationRecord, side: string | null): boolean {
  if (record.type === 'response' || record.type === 'assurance' || record.type === 'submission') return false
  return sender !== null && stateOf(register, record.from) === sender && sideOf(register, record.to) === side
}

function tooLate(facts: Case, id: string): Diagnostic {
  const asOf = facts.request['as-of']
  const { date } = communicationOf(facts.register, id)
  const message = `the report \`${id}\` (${date ?? 'without a date'}) is not cited: it is not known to be from ${asOf} or before`
  const place = inRegister(facts, `/communications/${id}/date`)
  const hints = date === null ? ['to cite it all the same, name it in `refers-to`'] : []
  return information({ rule: 'resolve/left-out', message, ...place, hints })
}

function replaced(facts: Case, id: string): Diagnostic {
  const successor = successorOf(facts, id)
  const message = `the report \`${id}\` is not cited: ${successor === null ? 'this note replaces it' : `\`${successor}\` replaced it`}`
  const place =
    successor === null ? inNote(facts, '/supersedes') : inRegister(facts, `/communications/${successor}/supersedes`)
  return information({ rule: 'resolve/left-out', message, ...place })
}

/**
 * The communications that the note refers to, or that reported what it recalls, and to which the register says that no
 * response came. Silence of the register says nothing.
 */
export function chooseUnanswered(facts: Case, reports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const sides = [facts.concerned, sideOf(facts.register, facts.request.to)]
  const ids = new Set([...(facts.request['refers-to'] ?? []), ...[...reports.values()].flat()])
  const open = [...ids].flatMap(id => {
    const record = communicationOf(facts.register, id)
    const stated = 'response' in record && record.response === 'none'
    return stated && sides.some(each => isReport(facts, record, each)) && !wasSentBack(record) && !isReplaced(facts, id)
      ? [{ id, date: record.date }]
      : []
  })
  return inOrder(open).map(each => each.id)
}

/** Shown where the note cites the incident by its id, or where the report that is missing would stand. */
function unreported(
  facts: Case,
  { id: incident, wasReported }: { readonly id: string; readonly wasReported: boolean },
  cited: Pointer | null
): Diagnostic {
  const pointer = '/communications'
  const missing = { span: facts.spanOf(originOf('register', pointer), 'key'), pointer }
  const place = cited === null ? missing : inNote(facts, cited)
  const which = wasReported ? ' that is in force' : ''
  const message = `no communication in the register${which} reported \`${incident}\``
  const hints = ['the note will not say that it was reported; record the note or démarche that did']
  return warning({ rule: 'NV036', message, ...place, hints })
}
