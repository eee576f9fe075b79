/** A place of the dossier because of which something is said in; by what it was decided, and from which records, out. */
import type { Resolved } from '../dossier/resolve.ts'
import { factsOf, fieldOfDossier, keyOf, type Origin, referenceOf } from '../fact.ts'
import { isList, valueAt } from '../records/checks/parts.ts'
import { around, type DataFile, type Pointer, steps } from '../value.ts'
import type { Decision } from './schema.ts'

/** What is concluded at some places of the dossier, by which rule. */
interface Conclusion {
  /** Fields, each without what stands in it. */
  readonly at?: readonly string[]
  /** Fields, each with all that stands in it. */
  readonly in?: readonly string[]
  /** What stands in a field of this name, wherever that is. */
  readonly named?: string
  readonly rule: string | null
  readonly says: string
}

/** The first that fits counts. What is not here stands in a record, or is the drafter's choice. */
const CONCLUSIONS: readonly Conclusion[] = [
  {
    in: ['submission.despite'],
    named: 'coverage',
    rule: 'NV035',
    says: 'concluded: it happened despite the coordinates only if its facility was in the list and it came after the submission'
  },
  {
    in: ['legal.bases'],
    rule: 'NV028',
    says: 'concluded: an article is cited for an incident only where it covers what was struck, binds the State concerned in the way that is said, and both States were bound on the day; for an earlier incident only where the note names or implies that State as its author, or the duty is that of the receiving State'
  },
  {
    in: ['recall.reported', 'recall.numbered', 'recall.unnumbered'],
    named: 'reports',
    rule: 'NV036',
    says: 'concluded: the communications of the sender’s State to the State concerned that name the incident, and that were not sent back or replaced'
  },
  {
    in: ['recall.sentBack'],
    rule: 'NV036',
    says: 'concluded: the communications about a recalled incident whose last delivery was refused or returned'
  },
  {
    at: ['recall.summarised'],
    rule: 'NV051',
    says: 'concluded: the house summarises so many earlier incidents in the body, and lists them in an annex'
  },
  {
    at: ['recall', 'recall.incidents', 'recall.groups', 'recall.groups.incidents'],
    rule: 'NV026',
    says: 'concluded: an earlier incident is recalled where the register holds it against the State concerned, it came before the note and was known by its as-of, and it is not the occasion; in the order that the request wants'
  },
  {
    at: ['intent'],
    rule: null,
    says: 'concluded: the strongest intent that the records of all its occasions bear'
  },
  {
    in: ['unanswered'],
    rule: null,
    says: 'concluded: the communications cited here of which the register says that no response came'
  },
  {
    in: ['annexes'],
    rule: null,
    says: 'concluded: the annexes that the request asks for, and the list of incidents where the body summarises them'
  },
  {
    at: ['closing'],
    rule: null,
    says: 'concluded: the closing courtesy stands where the request wants courtesy and the house does not withhold it'
  }
]

/** Whether something is concluded at a place, and not only read there; that there is nothing is no conclusion. */
export function isConcluded(pointer: Pointer, { dossier }: Resolved): boolean {
  if (conclusionAt(pointer) === null) return false
  const value = valueAt(dossier, ...steps(pointer))
  return isList(value) ? value.length > 0 : Boolean(value)
}

/**
 * Whether the record of an incident says what stands at a place: who it is attributed to, what was struck. When it was
 * recorded says nothing of what happened.
 */
export function isOfIncident(pointer: Pointer, resolved: Resolved): boolean {
  const origins = nearestOrigins(pointer, resolved)
  return (
    conclusionAt(pointer) === null &&
    factsOf(origins).some(({ section, field }) => {
      return section === 'incidents' && field !== null && field !== 'recorded'
    })
  )
}

/** Whether the same is concluded at two places. */
export function sameConclusion(one: Pointer, other: Pointer): boolean {
  return conclusionAt(one) === conclusionAt(other)
}

function conclusionAt(pointer: Pointer): Conclusion | null {
  const path = fieldOfDossier(pointer)
  const names = path.map((_, index) => path.slice(0, index + 1).join('.'))
  const whole = names.at(-1) ?? ''
  const fits = (each: Conclusion) =>
    each.at?.includes(whole) || each.in?.some(one => names.includes(one)) || (each.named && path.includes(each.named))
  return CONCLUSIONS.find(fits) ?? null
}

/** What decided at a place, and the record values from which it did. */
export function decisionAt(
  pointer: Pointer,
  resolved: Resolved
): { readonly decision: Decision; readonly origins: readonly Origin[] } {
  const origins = [...new Set(nearestOrigins(pointer, resolved))]
  const concluded = conclusionAt(pointer)
  const says = concluded?.says ?? saysOf(origins)
  return { decision: { rule: concluded?.rule ?? null, says, origins: origins.map(keyOf) }, origins }
}

/** A place that has no origins of its own has those of the nearest above it. */
function nearestOrigins(pointer: Pointer, { origins }: Resolved): readonly Origin[] {
  for (let at = pointer; at !== ''; at = around(at)) {
    const found = origins.get(at)
    if (found) return found
  }
  return []
}

const SAYS: Readonly<Record<DataFile, string>> = {
  note: 'the drafter’s choice in the request',
  profile: 'the habit of the house',
  law: 'what law.yaml holds',
  register: 'what the record holds'
}

function saysOf(origins: readonly Origin[]): string {
  const files = [...new Set(origins.map(each => referenceOf(each).file))]
  return files.length === 0 ? 'the template alone' : files.map(each => SAYS[each]).join(', and ')
}
