/** NV011: the strength and the courtesy of a request in; a question where the two say different things out. */
import { STRENGTHS } from '../../kinds/protest/request.ts'
import { inRequest } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV011: Rule = {
  id: 'NV011',
  kind: 'protest',
  title: 'strength and courtesy say the same',
  reason: 'courtesies withheld are a signal that the drafter chooses, and not one that follows from strength',
  severity: 'information',
  on: 'dossier',
  decides: { inPart: 'whether the signal is meant: it asks' },
  stages: [],
  judges: 'form',
  check: note => {
    const { strength, courtesy } = note.dossier
    const level = STRENGTHS.indexOf(strength)
    const clash =
      (level >= STRENGTHS.indexOf('strong-protest') && courtesy === 'full') ||
      (level <= STRENGTHS.indexOf('concern') && courtesy === 'none')
    if (!clash) return []
    const message = `is \`courtesy: ${courtesy}\` meant with \`strength: ${strength}\`?`
    return [{ message, at: inRequest(note, '/courtesy') }]
  }
}
