/** A case and an incident in; whether it happened despite the submission of coordinates out, or that it cannot be said. */
import { type Diagnostic, error, information, warning } from '../../diagnostic.ts'
import { from, ofRecord, type Traced, together, traced } from '../../dossier/assembly/trace.ts'
import {
  communicationOf,
  facilityOf,
  incidentOf,
  inNote,
  inRegister,
  stateOf,
  withWhole
} from '../../dossier/decisions/case.ts'
import { checkInForce, outcomeOf, wasSentBack } from '../../dossier/decisions/in-force.ts'
import type { DossierIncident } from '../../dossier/schema.ts'
import type { CommunicationRecord, IncidentRecord, Register } from '../../records/schema.ts'
import { compareDays } from '../../records/sequence.ts'
import type { ProtestCase } from './protest-case.ts'

export type SubmissionCoverage = DossierIncident['coverage']
export type Submission = Extract<CommunicationRecord, { type: 'submission' }>

/** The submission that the note appeals to, with its id; null when it appeals to none. */
export function submissionOf(facts: ProtestCase): { readonly id: string; readonly record: Submission } | null {
  const { submission: id } = facts.request
  if (id === null) return null
  const record = communicationOf(facts.register, id)
  if (record.type !== 'submission') throw new Error(`\`${id}\` is no submission: relations were not checked`)
  return { id, record }
}

/**
 * Decides from dates and the list alone. What came before is `before`, whatever was listed; what cannot have been listed
 * is `not-listed`; `despite` needs both a later date and a place in the list that is known. One listed facility among those
 * struck is enough, for the note says no more than that premises whose coordinates had been transmitted were affected.
 */
export function coverageOf(
  register: Register,
  submission: Submission,
  incident: IncidentRecord
): Exclude<SubmissionCoverage, 'none'> {
  const order = compareDays(incident.occurred.date, submission.date)
  if (order === 'before') return 'before'
  const listed = incident.facilities.map(id => isListed(register, submission, id))
  if (listed.every(each => each === 'no')) return 'not-listed'
  return order === 'after' && listed.includes('yes') ? 'despite' : 'undecided'
}

/** A part of a listed facility is listed with it. Without the list, the description can only rule a facility out. */
function isListed(register: Register, { scope }: Submission, facility: string): 'yes' | 'no' | 'unknown' {
  // a vehicle of a mission is not always where its mission stands
  const moves = facilityOf(register, facility).type === 'mission-vehicle'
  const whole = moves ? [facility] : withWhole(register, facility)
  if (scope.facilities !== null) return whole.some(id => scope.facilities?.includes(id)) ? 'yes' : 'no'
  const fits = whole.map(id => facilityOf(register, id)).some(each => fitsDescription(scope, each))
  return fits ? 'unknown' : 'no'
}

function fitsDescription(scope: Submission['scope'], facility: ReturnType<typeof facilityOf>): boolean {
  return (scope.types?.includes(facility.type) ?? true) && (scope.in === undefined || scope.in === facility.in)
}

/** The coverage of one incident of the note: as a selection states it, or decided, with the records that decide it. */
export function coverageIn(facts: ProtestCase, id: string): Traced<SubmissionCoverage> {
  const submission = submissionOf(facts)
  if (!submission) return { value: 'none', origins: () => from('note', '/submission') }
  const pointer = `/communications/${submission.id}`
  const stated = submission.record.stated?.coverage
  const said = stated && Object.hasOwn(stated, id) ? stated[id] : undefined
  if (said !== undefined) return { value: said, origins: () => from('register', `${pointer}/stated/coverage/${id}`) }
  const value = coverageOf(facts.register, submission.record, incidentOf(facts.register, id))
  return traced(value, () =>
    together(
      from('register', `${pointer}/date`),
      from('register', `${pointer}/scope`),
      ofRecord('incidents', id, 'occurred/date'),
      ofRecord('incidents', id, 'facilities')
    )
  )
}

/** What stands against the appeal to the submission, and what about it cannot be said. */
export function checkSubmission(
  facts: ProtestCase,
  occasion: readonly string[],
  recalled: readonly string[]
): Diagnostic[] {
  const submission = submissionOf(facts)
  if (!submission) return []
  const { id, record } = submission
  const place = { rule: 'NV035', ...inNote(facts, '/submission') }
  const coverage = (incident: string) => coverageIn(facts, incident).value
  return [
    ...checkParties(facts, id, record),
    ...checkDate(facts, id, record),
    ...checkDelivery(facts, id, record),
    ...checkInForce(facts, { id, what: `the submission \`${id}\`` }, place),
    ...checkAssurance(facts, id, record),
    ...occasion.flatMap(each => (coverage(each) === 'before' ? [beforeSubmission(facts, each, id, record)] : [])),
    ...(occasion.every(each => coverage(each) === 'not-listed') ? [besideTheMatter(facts, id)] : []),
    ...[...occasion, ...recalled].flatMap(each => (coverage(each) === 'undecided' ? [undecided(facts, each, id)] : []))
  ]
}

function checkParties(facts: ProtestCase, id: string, record: Submission): Diagnostic[] {
  const { register, sender, concerned } = facts
  const whose = facts.request.concerning === undefined ? "the note's addressee is" : 'the note concerns'
  const ends = [
    {
      end: 'from',
      verb: 'was made by',
      has: stateOf(register, record.from),
      but: "the note's sender is",
      wants: sender
    },
    { end: 'to', verb: 'went to', has: stateOf(register, record.to), but: whose, wants: concerned }
  ]
  return ends.flatMap(({ end, verb, has, but, wants }) => {
    if (has !== null && has === wants) return []
    const message = `the submission \`${id}\` ${verb} ${quoted(has)}, but ${but} ${quoted(wants)}`
    return [error({ rule: 'NV035', message, ...inRegister(facts, `/communications/${id}/${end}`) })]
  })
}

function quoted(state: string | null): string {
  return state === null ? 'no State' : `\`${state}\``
}

function checkDate(facts: ProtestCase, id: string, { date }: Submission): Diagnostic[] {
  const asOf = facts.request['as-of']
  if (compareDays(date, asOf) !== 'after') return []
  const message = `the submission \`${id}\` of ${date} is later than ${asOf}, the as-of date of the note`
  return [error({ rule: 'NV035', message, ...inNote(facts, '/submission') })]
}

/** What was sent back was not transmitted. */
function checkDelivery(facts: ProtestCase, id: string, record: Submission): Diagnostic[] {
  if (!wasSentBack(record)) return []
  const message = `the submission \`${id}\` was ${outcomeOf(record)}, but the note would say that it reached the other side`
  const hints = ['name a submission that was accepted, or set `submission: null`']
  return [error({ rule: 'NV035', message, ...inNote(facts, '/submission'), hints })]
}

/** An assurance about coordinates is given by the side that received them, once it has them. */
function checkAssurance(facts: ProtestCase, id: string, { assurance, date: given, to }: Submission): Diagnostic[] {
  if (assurance === undefined) return []
  const { register, request } = facts
  const { by, date } = assurance
  const [giver, receiver] = [stateOf(register, by), stateOf(register, to)]
  const found = (key: string, message: string) =>
    error({ rule: 'NV035', message, ...inRegister(facts, `/communications/${id}/assurance/${key}`) })
  const early = `the assurance of ${date} is earlier than the submission \`${id}\` (${given}) that it is about`
  const late = `the assurance of ${date} is later than ${request['as-of']}, the as-of date of the note`
  const other = `the assurance is given by \`${by}\` of ${quoted(giver)}, and the submission \`${id}\` went to ${quoted(receiver)}`
  return [
    ...(date !== undefined && compareDays(date, given) === 'before' ? [found('date', early)] : []),
    ...(date !== undefined && compareDays(date, request['as-of']) === 'after' ? [found('date', late)] : []),
    ...(giver === null || giver !== receiver ? [found('by', other)] : [])
  ]
}

function beforeSubmission(facts: ProtestCase, incident: string, id: string, { date }: Submission): Diagnostic {
  const { occurred } = incidentOf(facts.register, incident)
  const message = `the occasion \`${incident}\` (${occurred.date}) came before the submission \`${id}\` (${date})`
  const hints = ['a note cannot hold it against an act that came before: set `submission: null`']
  return error({ rule: 'NV035', message, ...inNote(facts, '/submission'), hints })
}

function besideTheMatter(facts: ProtestCase, id: string): Diagnostic {
  const message = `the note appeals to the submission \`${id}\`, but its list has nothing that the occasion struck`
  return warning({ rule: 'NV035', message, ...inNote(facts, '/submission') })
}

function undecided(facts: ProtestCase, incident: string, id: string): Diagnostic {
  const message = `the register does not show whether \`${incident}\` happened despite the submission \`${id}\``
  const hints = ['the note will say only what was given; `scope.facilities` and the exact date would decide it']
  return information({ rule: 'NV035', message, ...inRegister(facts, `/communications/${id}/scope`), hints })
}
