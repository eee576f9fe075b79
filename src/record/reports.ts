/** A case and a prior incident in; the communications by which the sender's State reported it to the addressee's out. */
import { type Diagnostic, information, type Noted, warning } from '../diagnostic.ts'
import { type Case, communicationOf, inRegister, stateOf } from './case.ts'
import type { CommunicationRecord } from './schema.ts'
import { byDate, compareDays } from './sequence.ts'

/**
 * The ids of the notes and démarches that reported an incident, in order of date. What is later than the note, or whose
 * date leaves that open, is named and not cited; nor is the note itself, once it stands in the register.
 */
export function reportsOf(facts: Case, incident: string): Noted<readonly string[]> {
  const all = Object.entries(facts.register.communications)
    .filter(([, each]) => isReport(facts, each) && each.incidents?.includes(incident) && !isThisNote(facts, each))
    .map(([id, each]) => ({ id, date: each.date }))
    .sort(byDate)
  const known = all.filter(each => isKnown(facts, each.date))
  const late = all.filter(each => !isKnown(facts, each.date)).map(each => tooLate(facts, incident, each.id))
  return { value: known.map(each => each.id), notes: known.length > 0 ? late : [...late, unreported(facts, incident)] }
}

function isReport({ register, sender, addressee }: Case, record: CommunicationRecord): boolean {
  if (record.type !== 'note' && record.type !== 'demarche') return false
  return sender !== null && stateOf(register, record.from) === sender && stateOf(register, record.to) === addressee
}

function isThisNote({ request }: Case, record: CommunicationRecord): boolean {
  return (
    request.number !== null &&
    record.number === request.number &&
    record.series === request.series &&
    record.from === request.from &&
    record.date === request.date
  )
}

function isKnown({ request }: Case, date: string): boolean {
  const order = compareDays(date, request['as-of'])
  return order === 'before' || order === 'same'
}

function tooLate(facts: Case, incident: string, id: string): Diagnostic {
  const { date } = communicationOf(facts.register, id)
  const message = `\`${id}\` (${date}) reported \`${incident}\` and is not cited: it is not known to be from ${facts.request['as-of']} or before`
  return information({ rule: 'resolve/left-out', message, ...inRegister(facts, `/communications/${id}/date`) })
}

function unreported(facts: Case, incident: string): Diagnostic {
  const message = `no communication in the register reported \`${incident}\``
  const hints = ['the note will not say that it was reported; record the note or démarche that did']
  return warning({ rule: 'NV036', message, ...inRegister(facts, `/incidents/${incident}`), hints })
}
