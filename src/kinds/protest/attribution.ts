/** A case and an incident in; whether its author lets the note hold it against the State concerned, and why not, out. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { facilityOf, incidentOf, inRegister, named } from '../../dossier/decisions/case.ts'
import type { ProtestCase } from './protest-case.ts'

/** What is wrong with the author of an incident, and how to mend it. */
interface Fault {
  readonly message: string
  readonly hints: readonly string[]
}

/** An incident that the register attributes to nobody, or to another than the State concerned; null when to that State. */
export function attributionFault(facts: ProtestCase, id: string): Fault | null {
  const { register, concerned } = facts
  const { to } = incidentOf(register, id).attribution
  if (concerned !== null && to === concerned) return null
  const whose = to === null ? 'nobody' : named([to])
  const note = facts.request.concerning === undefined ? 'the note is addressed to' : 'the note concerns'
  const message = `\`${id}\` is attributed to ${whose}, but ${note} ${concerned === null ? 'no State' : named([concerned])}`
  return { message, hints: attributionHints(facts, to) }
}

/** How an incident that is attributed to nobody can be held against the State concerned. */
export function attributionHints({ concerned }: ProtestCase, to: string | null): string[] {
  if (to !== null || concerned === null) return []
  const form = `attribution: { to: ${concerned}, strength: none, basis: … }`
  return [
    `to hold it against \`${concerned}\`, write \`${form}\`: with \`strength: none\` the text does not say whose act it was`
  ]
}

/**
 * An occasion is held against the State whose act it was. One whose author nobody knows can be taken up with the State in
 * which what was struck stands: it owes protection whoever struck (VCDR Art. 22(2), VCCR Arts 31(3) and 59).
 */
export function checkOccasionAuthor(facts: ProtestCase, id: string): Diagnostic[] {
  const { register, concerned } = facts
  const { attribution, facilities } = incidentOf(register, id)
  const stands = concerned !== null && facilities.some(each => facilityOf(register, each).in === concerned)
  const fault = attribution.to === null && stands ? null : attributionFault(facts, id)
  // whose conduct it is, the request has to say first
  if (fault === null || concerned === null) return []
  const message = `the occasion ${fault.message}`
  const place = inRegister(facts, `/incidents/${id}/attribution/to`)
  return [error({ rule: 'resolve/attribution', message, ...place, hints: fault.hints })]
}
