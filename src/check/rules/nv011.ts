/** NV011: the strength and the courtesy of a request in; a question where the two say different things out. */
import { STRENGTHS } from '../../record/request.ts'
import { inRequest } from '../note.ts'
import { failing, passing } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV011: Rule = {
  id: 'NV011',
  title: 'strength and courtesy say the same',
  reason:
    'courtesies withheld are a signal that the drafter chooses, and not one that follows from strength (practice 2.4)',
  severity: 'information',
  on: 'dossier',
  judges: 'form',
  decides: { inPart: 'whether the signal is meant: it asks' },
  stages: [],
  examples: {
    passes: [passing('a protest in full courtesy', 'airspace-violation')],
    fails: [
      failing('the strongest with all courtesies', 'embassy-storming', ['note.yaml', 'courtesy: full']),
      failing(
        'attention without any',
        'drafter-insertion',
        ['note.yaml', 'courtesy: none'],
        ['note.yaml', 'strength: strong-protest\ncondemn: true', 'strength: attention\ncondemn: false']
      )
    ]
  },
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
