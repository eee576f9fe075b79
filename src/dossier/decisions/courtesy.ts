/** Refuses a courtesy that the house does not write. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { type Case, inNote } from './case.ts'

export function checkCourtesy(facts: Case): Diagnostic[] {
  const { courtesy, profile } = facts.request
  const { modes } = facts.profile.courtesy
  if (modes.includes(courtesy)) return []
  const message = `the house \`${profile}\` writes no note with courtesy \`${courtesy}\``
  const hints = [`it writes: ${modes.map(each => `\`${each}\``).join(', ')}`]
  return [error({ rule: 'resolve/courtesy', message, ...inNote(facts, '/courtesy'), hints })]
}
