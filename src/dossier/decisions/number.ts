/** Refuses a note whose number the house has given up: what is listed under `cancelled` is never given again. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { registerKey } from '../../records/registered.ts'
import { type Case, inNote } from './case.ts'

/** A number without a date is of no year yet, and only a draft has none. */
export function checkNumber(facts: Case): Diagnostic[] {
  const { request, register } = facts
  const { number, date } = request
  if (number === null || date === null) return []
  const key = registerKey({ ...request, number, date })
  const given = register.cancelled?.find(each => registerKey(each) === key)
  if (given === undefined) return []
  const message = `the number \`${number}\` was given up on ${given.date}, and no note bears it`
  const hints = [
    `\`cancelled\` in the register says why: ${given.reason}`,
    'give the note the next number of its series'
  ]
  return [error({ rule: 'NV016', message, ...inNote(facts, '/number'), hints })]
}
