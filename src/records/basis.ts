/** A fact in; what its value rests on (a source, a choice, the law), and what its record is called, out. */
import { type Fact, isIn } from '../fact.ts'
import type { Section } from '../fact-fields.ts'

/**
 * `fact` needs a source. `designation`: how the house itself names and places something. `choice`: the drafter's.
 * `insertion`: the drafter's own sentence. `habit`: of the house. `law`: what `law.yaml` holds.
 */
export type ValueBasis = 'fact' | 'designation' | 'choice' | 'insertion' | 'habit' | 'law'

/** What a record of each section is called, and what its values rest on. */
const SECTIONS: Readonly<Record<Section, { readonly kind: string; readonly basis: ValueBasis }>> = {
  register: { kind: 'register', basis: 'designation' },
  parties: { kind: 'party', basis: 'designation' },
  facilities: { kind: 'facility', basis: 'designation' },
  incidents: { kind: 'incident', basis: 'fact' },
  communications: { kind: 'communication', basis: 'fact' },
  sources: { kind: 'source', basis: 'designation' },
  note: { kind: 'request', basis: 'choice' },
  profile: { kind: 'profile', basis: 'habit' },
  law: { kind: 'instrument', basis: 'law' }
}

export function basisOf(fact: Fact): ValueBasis {
  const own =
    isIn(fact, 'note', 'insert') || isIn(fact, 'note', 'demands.words') || isIn(fact, 'note', 'requests.words')
  return fact.item !== null && own ? 'insertion' : SECTIONS[fact.section].basis
}

/** What people call the record of a fact: incident, party, request. */
export function recordKindOf(fact: Fact): string {
  return isIn(fact, 'note', 'insert') ? 'insertion' : SECTIONS[fact.section].kind
}
