/** Types of facility in; what they count as, and what an incident counts as for the order of a note, out. */
import type { FacilityRecord, IncidentRecord, Register } from '../../records/schema.ts'
import { facilityOf } from './case.ts'

/** What a note groups its prior incidents by. */
export type IncidentClass = 'diplomatic-and-consular' | 'other-property' | 'territory'
type FacilityClass = 'diplomatic' | 'consular' | 'other'

/**
 * A consular section inside an embassy is part of the mission (Vienna Convention on Diplomatic Relations, Art. 3(2)); a
 * cultural institute is neither, unless it was notified as premises.
 */
const CLASSES: Readonly<Record<FacilityRecord['type'], FacilityClass>> = {
  embassy: 'diplomatic',
  'consular-section': 'diplomatic',
  residence: 'diplomatic',
  'private-residence': 'diplomatic',
  'mission-vehicle': 'diplomatic',
  'permanent-mission': 'diplomatic',
  delegation: 'diplomatic',
  'consulate-general': 'consular',
  consulate: 'consular',
  'vice-consulate': 'consular',
  'consular-agency': 'consular',
  'honorary-consulate': 'consular',
  'cultural-institute': 'other',
  commercial: 'other',
  civilian: 'other'
}

export function classOfFacility(facility: FacilityRecord): FacilityClass {
  return CLASSES[facility.type]
}

/** What an incident struck, with other property told apart from missions and posts that it struck as well. */
export function apart(
  register: Register,
  { facilities }: IncidentRecord
): { readonly struck: readonly string[]; readonly besides: readonly string[] } {
  const isOther = (id: string) => classOfFacility(facilityOf(register, id)) === 'other'
  const struck = facilities.filter(id => !isOther(id))
  return struck.length > 0 ? { struck, besides: facilities.filter(isOther) } : { struck: facilities, besides: [] }
}

/** One diplomatic or consular facility among those struck is enough; an incident without a facility is one of territory. */
export function classOfIncident(register: Register, incident: IncidentRecord): IncidentClass {
  if (incident.facilities.length === 0) return 'territory'
  const classes = incident.facilities.map(id => classOfFacility(facilityOf(register, id)))
  return classes.some(each => each !== 'other') ? 'diplomatic-and-consular' : 'other-property'
}
