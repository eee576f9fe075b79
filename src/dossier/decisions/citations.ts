/** A case in; what stands against the communications that its note cites by id out. */
import { type Diagnostic, error, information } from '../../diagnostic.ts'
import { compareDays } from '../../records/sequence.ts'
import { type Case, communicationOf, inNote, sideOf } from './case.ts'
import { checkInForce, outcomeOf, wasSentBack } from './in-force.ts'

/** A communication that the request names, and the place where it does. */
interface Cited {
  readonly id: string
  readonly pointer: string
}

/** Nothing that was not known yet, or that was replaced, no reply to anybody but the addressee, and no withdrawal of a note of somebody else. */
export function checkCited(facts: Case): Diagnostic[] {
  const { 'in-reply-to': reply, supersedes } = facts.request
  const referred = (facts.request['refers-to'] ?? []).map((id, index) => ({ id, pointer: `/refers-to/${index}` }))
  const answered = reply === undefined ? [] : [{ id: reply, pointer: '/in-reply-to' }]
  const replaced = supersedes === undefined ? [] : [{ id: supersedes, pointer: '/supersedes' }]
  return [
    ...[...referred, ...answered, ...replaced].flatMap(each => [
      ...checkDate(facts, each),
      ...checkInForce(facts, { id: each.id, what: `\`${each.id}\`` }, { rule: 'NV036', ...inNote(facts, each.pointer) })
    ]),
    ...answered.flatMap(each => checkReceived(facts, each, 'is not answered')),
    ...replaced.flatMap(each => checkReceived(facts, each, 'does not need to be replaced')),
    ...answered.flatMap(each => checkAnswered(facts, each)),
    ...replaced.flatMap(each => checkReplaced(facts, each))
  ]
}

function checkDate(facts: Case, { id, pointer }: Cited): Diagnostic[] {
  const asOf = facts.request['as-of']
  const { date } = communicationOf(facts.register, id)
  if (date === null) {
    const message = `cannot tell whether \`${id}\` is from ${asOf}, the as-of date of the note, or before: it has no date`
    return [information({ rule: 'NV036', message, ...inNote(facts, pointer) })]
  }
  if (compareDays(date, asOf) !== 'after') return []
  const message = `\`${id}\` of ${date} is later than ${asOf}, the as-of date of the note`
  return [error({ rule: 'NV036', message, ...inNote(facts, pointer) })]
}

/** What was not accepted, or was returned, is only referred to. */
function checkReceived(facts: Case, { id, pointer }: Cited, what: string): Diagnostic[] {
  const record = communicationOf(facts.register, id)
  if (!wasSentBack(record)) return []
  const outcome = outcomeOf(record)
  const message = `\`${id}\` was ${outcome}; a communication that was sent back ${what}`
  const words = outcome === 'refused' ? 'not accepted' : 'returned'
  const hints = [`name it in \`refers-to\`: the note then says that it was ${words}`]
  return [error({ rule: 'resolve/correspondence', message, ...inNote(facts, pointer), hints })]
}

/** What is answered came from the addressee's side to the sender's. */
function checkAnswered(facts: Case, { id, pointer }: Cited): Diagnostic[] {
  const { from, to } = communicationOf(facts.register, id)
  const [theirs, ours] = [sideOf(facts.register, facts.request.to), sideOf(facts.register, facts.request.from)]
  if (sideOf(facts.register, from) === theirs && sideOf(facts.register, to) === ours) return []
  const message = `\`${id}\` went from \`${from}\` to \`${to}\`; a note from \`${facts.request.from}\` to \`${facts.request.to}\` cannot reply to it`
  const hints = ['`refers-to` names other communications']
  return [error({ rule: 'resolve/correspondence', message, ...inNote(facts, pointer), hints })]
}

/** A house takes back what it sent itself, and from those to whom it sent it. */
function checkReplaced(facts: Case, { id, pointer }: Cited): Diagnostic[] {
  const { from, to } = communicationOf(facts.register, id)
  const { request } = facts
  if (from === request.from && sideOf(facts.register, to) === sideOf(facts.register, request.to)) return []
  const message = `\`${id}\` went from \`${from}\` to \`${to}\`; \`${request.from}\` cannot replace it with a note to \`${request.to}\``
  return [error({ rule: 'resolve/correspondence', message, ...inNote(facts, pointer) })]
}
