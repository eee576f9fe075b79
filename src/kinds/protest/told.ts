/** A communication in; whether its note tells more of it than that it was out. */
import { type Case, communicationOf } from '../../dossier/decisions/case.ts'
import { isKnown, isReplaced } from '../../dossier/decisions/in-force.ts'
import { once } from '../../once.ts'
import type { CommunicationRecord, Register } from '../../records/schema.ts'
import { inOrder } from '../../records/sequence.ts'

/** What did or said something by itself; submissions and assurances are told as such. */
export type ActRecord = Exclude<CommunicationRecord, { type: 'submission' | 'assurance' }>

export function actOf({ register }: Case, id: string): ActRecord | null {
  const record = communicationOf(register, id)
  return record.type === 'submission' || record.type === 'assurance' ? null : record
}

/** Whether there is more to tell: what it did, asked or said, how it was delivered, or what the answer said. */
function isTold(facts: Case, id: string, incidents: readonly string[]): boolean {
  const record = actOf(facts, id)
  if (record === null) return false
  const says = strengthIn(record, incidents) ?? record.asked ?? record.wording
  return says !== undefined || isDeliveryTold(record) || answerTo(facts, id)?.record.wording !== undefined
}

/** What it did, as far as the note can say against what: incidents of its own, or the subject. */
export function strengthIn(record: ActRecord, incidents: readonly string[]): ActRecord['strength'] {
  const isAbout = record.subject !== undefined || record.incidents?.some(id => incidents.includes(id))
  return isAbout ? record.strength : undefined
}

/** Whether the record words how it was delivered; else only what came of it is said, where it is cited. */
export function isDeliveryTold({ delivery = [] }: CommunicationRecord): boolean {
  return delivery.some(isAttemptTold)
}

export function isAttemptTold(attempt: NonNullable<CommunicationRecord['delivery']>[number]): boolean {
  return (attempt.told ?? attempt.through ?? attempt.afterwards) !== undefined
}

/** Whether it is told what it did about its incidents, so that no list of reports names it again. */
export function isActAgainst(facts: Case, id: string): boolean {
  return actOf(facts, id)?.strength !== undefined
}

/** A register may hold thousands of communications, and many notes are made from it: it is gone through once. */
const indexes = new WeakMap<Register, ReadonlyMap<string, readonly string[]>>()

/** What answered a communication by the note's `as-of` and stands: the first whose words are known, else the first. */
export function answerTo(facts: Case, id: string): { readonly id: string; readonly record: ActRecord } | null {
  const index = once(indexes, facts.register, ({ communications }) => {
    const found = new Map<string, string[]>()
    for (const [answer, { 'in-reply-to': reply }] of Object.entries(communications))
      if (reply !== undefined) once(found, reply, () => []).push(answer)
    return found
  })
  const answers = (index.get(id) ?? []).flatMap(each => {
    const record = actOf(facts, each)
    return record && isKnown(facts, record.date) && !isReplaced(facts, each)
      ? [{ id: each, date: record.date, record }]
      : []
  })
  const ordered = inOrder(answers)
  return ordered.find(each => each.record.wording !== undefined) ?? ordered[0] ?? null
}

/** The ids of what the note answers, refers to or cites as a report and has more to tell of, in order of date. */
export function chooseActs(
  facts: Case,
  reports: ReadonlyMap<string, readonly string[]>,
  incidents: readonly string[]
): readonly string[] {
  const { 'refers-to': referred = [], 'in-reply-to': answered } = facts.request
  const ids = new Set([...(answered === undefined ? [] : [answered]), ...referred, ...[...reports.values()].flat()])
  const told = [...ids].filter(id => isTold(facts, id, incidents))
  return inOrder(told.map(id => ({ id, date: communicationOf(facts.register, id).date }))).map(each => each.id)
}
