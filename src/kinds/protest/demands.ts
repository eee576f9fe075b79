/** A case in; whether its demands can be made of the State concerned out. */
import { type Diagnostic, error, type Noted, warning } from '../../diagnostic.ts'
import { facilityOf, incidentOf, inNote, named } from '../../dossier/decisions/case.ts'
import { classOfFacility } from '../../dossier/decisions/classes.ts'
import { type LegalPosition, takes } from '../../dossier/decisions/positions.ts'
import type { ProtestCase } from './protest-case.ts'
import { codeOfDemand, type DemandCode, STRENGTHS } from './request.ts'

/** What stands against the demands, and the positions that carry them all the same. */
export function checkDemands(facts: ProtestCase): Noted<readonly LegalPosition[]> {
  const misplaced = codesOf(facts).includes('protect') && !asksReceivingState(facts)
  const taken = misplaced && takes(facts, 'NV034', null)
  return {
    value: taken ? [{ rule: 'NV034' }] : [],
    notes: [...(misplaced && !taken ? [protectOfOther(facts)] : []), ...withoutDamage(facts), ...withoutDemand(facts)]
  }
}

function codesOf({ request }: ProtestCase): (DemandCode | null)[] {
  return request.demands.map(codeOfDemand)
}

/** Protection is the duty of the State where a mission or post stands (VCDR Art. 22(2), VCCR Arts 31(3) and 59). */
function asksReceivingState({ register, request, concerned }: ProtestCase): boolean {
  const struck = request.occasion.flatMap(id => incidentOf(register, id).facilities)
  const facilities = struck.map(id => facilityOf(register, id))
  return facilities.some(each => each.in === concerned && classOfFacility(each) !== 'other')
}

function protectOfOther(facts: ProtestCase): Diagnostic {
  const message = `\`protect\` can be demanded of the receiving State only; ${named([facts.concerned ?? facts.request.to])} is another State`
  const hints = ['`cease` and `non-repetition` can be demanded of any State']
  return error({ rule: 'NV034', message, ...inDemands(facts, 'protect'), hints })
}

function inDemands(facts: ProtestCase, demand: DemandCode): ReturnType<typeof inNote> {
  return inNote(facts, `/demands/${codesOf(facts).indexOf(demand)}`)
}

/** Restitution answers a loss of things; compensation answers an injury to people as well. */
function withoutDamage(facts: ProtestCase): Diagnostic[] {
  const incidents = facts.request.occasion.map(id => incidentOf(facts.register, id))
  const things = incidents.some(each => each.damage.length > 0)
  const people = incidents.some(each => each.casualties.status === 'known')
  const asked = codesOf(facts)
    .filter(each => each !== null)
    .filter(each => (each === 'restitution' && !things) || (each === 'compensation' && !things && !people))
  return asked.map(each =>
    warning({
      rule: 'NV048',
      message: `\`${each}\` is demanded, but no damage is recorded for the occasion`,
      ...inDemands(facts, each)
    })
  )
}

function withoutDemand(facts: ProtestCase): Diagnostic[] {
  const { demands, strength } = facts.request
  const protests = STRENGTHS.indexOf(strength) >= STRENGTHS.indexOf('protest')
  if (!protests || demands.length > 0 || facts.request['reserve-rights']) return []
  const message = 'the protest makes no demand and reserves no rights'
  return [warning({ rule: 'NV048', message, ...inNote(facts, '/demands') })]
}
