/** A case in; every decision about its note out, with all that was noticed on the way. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { inNote } from '../../dossier/decisions/case.ts'
import { checkOverrides, type LegalPosition } from '../../dossier/decisions/positions.ts'
import { chooseReports, chooseUnanswered } from '../../dossier/decisions/reports.ts'
import { checkAddressed } from './addressed.ts'
import { chooseAnnexes, choosePositions, isSummarised } from './annexes.ts'
import { checkAssurances } from './assured.ts'
import { checkSubmission } from './coverage.ts'
import { checkDemands } from './demands.ts'
import type { ProtestDossier } from './dossier.ts'
import { type Basis, chooseBases } from './legal.ts'
import { checkNames } from './names.ts'
import { chooseOccasion } from './occasion.ts'
import type { ProtestCase } from './protest-case.ts'
import { chooseRecall } from './recall.ts'
import { chooseActs } from './told.ts'

/** What was decided; records stand by their ids. */
export interface Decisions {
  readonly occasion: readonly string[]
  /** In the order of the note. */
  readonly recalled: readonly string[]
  /** For each recalled incident, the communications that reported it. */
  readonly reports: ReadonlyMap<string, readonly string[]>
  /** The communications of the note to which no response came. */
  readonly unanswered: readonly string[]
  /** The communications of which the note tells more than that they were. */
  readonly acts: readonly string[]
  readonly bases: readonly Basis[]
  readonly positions: readonly LegalPosition[]
  readonly annexes: readonly ProtestDossier['annexes'][number]['type'][]
  /** The facilities of an annex of coordinates; null without one. */
  readonly coordinates: readonly string[] | null
  readonly notes: readonly Diagnostic[]
}

/** Takes every decision, and goes on after a wrong one, so that all that is wrong is said at once. */
export function decide(facts: ProtestCase): Decisions {
  const occasion = chooseOccasion(facts)
  const recalled = chooseRecall(facts)
  const reports = chooseReports(facts, recalled.value, id => citedAt(facts, id))
  const legal = chooseBases(facts, occasion.value, recalled.value)
  const demands = checkDemands(facts)
  const annexes = chooseAnnexes(facts, recalled.value)
  const coordinates = annexes.value.includes('coordinates')
    ? choosePositions(facts, [...occasion.value, ...recalled.value])
    : { value: null, notes: [] }
  const positions = [...legal.value.positions, ...demands.value]
  const notes = [occasion, recalled, reports, legal, demands, annexes, coordinates].flatMap(each => each.notes)
  const checks = [
    ...checkSubmission(facts, occasion.value, recalled.value),
    ...checkAssurances(facts, [...occasion.value, ...recalled.value]),
    ...checkSender(facts),
    ...checkAddressed(facts),
    ...checkNames(facts, {
      occasion: occasion.value,
      recalled: recalled.value,
      listed: annexes.value.includes('chronology'),
      summarised: isSummarised(facts, recalled.value)
    }),
    ...checkOverrides(facts, positions)
  ]
  return {
    occasion: occasion.value,
    recalled: recalled.value,
    reports: reports.value,
    acts: chooseActs(facts, reports.value, [...occasion.value, ...recalled.value]),
    unanswered: chooseUnanswered(facts, reports.value),
    bases: legal.value.bases,
    positions,
    annexes: annexes.value,
    coordinates: coordinates.value,
    notes: [...notes, ...checks]
  }
}

/** Where the recall names an incident by its id. */
function citedAt({ request }: ProtestCase, incident: string): string | null {
  const { incidents } = request.recall
  const at = typeof incidents === 'string' ? -1 : incidents.indexOf(incident)
  return at < 0 ? null : `/recall/incidents/${at}`
}

/** A protest speaks for the rights and the facilities of a State; an organisation has neither in these words. */
function checkSender(facts: ProtestCase): Diagnostic[] {
  if (facts.sender !== null) return []
  const message = `the sender \`${facts.request.from}\` belongs to no State, but a protest must speak for one`
  const hints = ['name a ministry or a mission, whose `of` in the register names its State']
  return [error({ rule: 'resolve/sender', message, ...inNote(facts, '/from'), hints })]
}
