/** Tells whether a communication still stands, as far as a note knows: one that was replaced is not cited as if it did. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { once } from '../../once.ts'
import type { CommunicationRecord, Register } from '../../records/schema.ts'
import { compareDays, inOrder } from '../../records/sequence.ts'
import type { DossierCitation } from '../schema.ts'
import { type Case, communicationOf, type inNote } from './case.ts'

/** The id of the communication that replaced another by the note's `as-of`, and that was not sent back; null for none. */
export function successorOf(facts: Case, id: string): string | null {
  const ids = successorsIn(facts.register).get(id) ?? []
  const known = ids.map(each => ({ id: each, record: communicationOf(facts.register, each) }))
  const standing = known.filter(({ record }) => isKnown(facts, record.date) && !wasSentBack(record))
  const others = standing.filter(({ record }) => !isThisNote(facts, record))
  return inOrder(others.map(each => ({ id: each.id, date: each.record.date })))[0]?.id ?? null
}

/** Whether the sender took it back: before, or by this very note. */
export function isReplaced(facts: Case, id: string): boolean {
  return facts.request.supersedes === id || successorOf(facts, id) !== null
}

/** What was replaced before is not named by this note; `what` is how the finding calls it. */
export function checkInForce(
  facts: Case,
  cited: { readonly id: string; readonly what: string },
  found: { readonly rule: string } & ReturnType<typeof inNote>
): Diagnostic[] {
  const successor = successorOf(facts, cited.id)
  if (successor === null) return []
  const message = `${cited.what} is no longer in force: \`${successor}\` replaced it`
  return [error({ ...found, message, hints: [`name \`${successor}\``] })]
}

/** A register may hold thousands of communications, and many notes are made from it: it is gone through once. */
const indexes = new WeakMap<Register, ReadonlyMap<string, readonly string[]>>()

function successorsIn(register: Register): ReadonlyMap<string, readonly string[]> {
  return once(indexes, register, ({ communications }) => {
    const index = new Map<string, string[]>()
    for (const [id, { supersedes }] of Object.entries(communications))
      if (supersedes !== undefined) once(index, supersedes, () => []).push(id)
    return index
  })
}

/** The entry of the note that is made, once it stands in the register. */
export function isThisNote({ request }: Case, record: CommunicationRecord): boolean {
  return (
    request.number !== null &&
    record.number === request.number &&
    record.series === request.series &&
    record.from === request.from &&
    record.date === request.date
  )
}

/** Whether a date is known to be that of the note's `as-of` or before. */
export function isKnown({ request }: Case, date: string | null): boolean {
  const order = compareDays(date, request['as-of'])
  return order === 'before' || order === 'same'
}

/** What came of a communication: the last attempt at delivery counts; null where none is recorded. */
export function outcomeOf({ delivery }: CommunicationRecord): DossierCitation['outcome'] {
  return delivery?.at(-1)?.outcome ?? null
}

/** Whether it was refused or returned, so that nobody can say that it gave notice of anything. */
export function wasSentBack(record: CommunicationRecord): boolean {
  const outcome = outcomeOf(record)
  return outcome === 'refused' || outcome === 'returned'
}
