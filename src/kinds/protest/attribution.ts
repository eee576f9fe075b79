/** A case and an incident in; whether its author lets the note hold it against the addressee, and why not, out. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { facilityOf, incidentOf, inRegister, named } from '../../dossier/decisions/case.ts'
import type { ProtestCase } from './protest-case.ts'

/** What is wrong with the author of an incident, and how to mend it. */
interface Fault {
  readonly message: string
  readonly hints: readonly string[]
}

/** An incident that the register attributes to nobody, or to another than the addressee's State; null when to that State. */
export function attributionFault(facts: ProtestCase, id: string): Fault | null {
  const { register, addressee } = facts
  const { to } = incidentOf(register, id).attribution
  if (addressee !== null && to === addressee) return null
  const [whose, theirs] = [to === null ? 'nobody' : named([to]), addressee === null ? 'no State' : named([addressee])]
  const message = `\`${id}\` is attributed to ${whose}, but the note is addressed to ${theirs}`
  return { message, hints: attributionHints(facts, to) }
}

/** How an incident that is attributed to nobody can be held against the addressee. */
export function attributionHints({ addressee }: ProtestCase, to: string | null): string[] {
  if (to !== null || addressee === null) return []
  const form = `attribution: { to: ${addressee}, strength: none, basis: … }`
  return [
    `to hold it against \`${addressee}\`, write \`${form}\`: with \`strength: none\` the text does not say whose act it was`
  ]
}

/**
 * An occasion is held against the State whose act it was. One whose author nobody knows can be taken up with the State in
 * which what was struck stands: it owes protection whoever struck (VCDR Art. 22(2), VCCR Arts 31(3) and 59).
 */
export function checkOccasionAuthor(facts: ProtestCase, id: string): Diagnostic[] {
  const { register, addressee } = facts
  const { attribution, facilities } = incidentOf(register, id)
  const stands = addressee !== null && facilities.some(each => facilityOf(register, each).in === addressee)
  const fault = attribution.to === null && stands ? null : attributionFault(facts, id)
  if (fault === null) return []
  const message = `the occasion ${fault.message}`
  const place = inRegister(facts, `/incidents/${id}/attribution/to`)
  return [error({ rule: 'resolve/attribution', message, ...place, hints: fault.hints })]
}
