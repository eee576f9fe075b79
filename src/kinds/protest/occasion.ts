/** A case in; the incidents that its note protests out, and what they have in common. */
import { type Diagnostic, error, type Noted } from '../../diagnostic.ts'
import { incidentOf, inNote } from '../../dossier/decisions/case.ts'
import type { IncidentRecord } from '../../records/schema.ts'
import { compareDays, inOrder } from '../../records/sequence.ts'
import { checkOccasionAuthor } from './attribution.ts'
import type { ProtestDossier } from './dossier.ts'
import type { ProtestCase } from './protest-case.ts'

/**
 * The occasion in order of date. What was not known by the note's `as-of`, is later than the note, or cannot be held
 * against the State concerned is refused.
 */
export function chooseOccasion(facts: ProtestCase): Noted<readonly string[]> {
  const ids = [...new Set(facts.request.occasion)]
  const dated = inOrder(ids.map(id => ({ id, ...incidentOf(facts.register, id).occurred })))
  const notes = facts.request.occasion.flatMap((id, index) => faultsOf(facts, id, `/occasion/${index}`))
  return { value: dated.map(each => each.id), notes: [...notes, ...ids.flatMap(id => checkOccasionAuthor(facts, id))] }
}

function faultsOf(facts: ProtestCase, id: string, pointer: string): Diagnostic[] {
  const { recorded, occurred } = incidentOf(facts.register, id)
  const { date, 'as-of': asOf } = facts.request
  const late = `the occasion \`${id}\` was recorded on ${recorded}, after ${asOf}, the as-of date of the note`
  const later = `the occasion \`${id}\` is dated ${occurred.date}, after the note of ${date}`
  return [
    ...(recorded > asOf ? [error({ rule: 'resolve/as-of', message: late, ...inNote(facts, pointer) })] : []),
    ...(date !== null && compareDays(occurred.date, date) === 'after'
      ? [error({ rule: 'NV026', message: later, ...inNote(facts, pointer) })]
      : [])
  ]
}

type Intent = ProtestDossier['intent']
const INTENTS: readonly Intent[] = ['not-addressed', 'questioned', 'asserted']

/** The strongest intent that every incident of the occasion bears. */
export function commonIntent(occasion: readonly IncidentRecord[]): Intent {
  return INTENTS[Math.min(...occasion.map(each => INTENTS.indexOf(each.intent)))] ?? 'not-addressed'
}
