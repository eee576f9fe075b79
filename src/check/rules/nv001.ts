/** NV001: words of a note in; those of the first or second person out. */
import { faultAt, find, isName, isQuoted } from '../find.ts'
import { FORMULAS, failing, inserting, insertingBadly, passing } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV001: Rule = {
  id: 'NV001',
  title: 'a note speaks in the third person',
  reason:
    'a note verbale is written in the third person; the recipient is named, never "you" (practice 1.1, element 11)',
  severity: 'error',
  on: 'document',
  judges: 'form',
  decides: 'yes',
  stages: [],
  examples: {
    passes: [
      passing('annexes have Roman numbers', 'mission-coordinates'),
      inserting('The crew was heard to say “we will come back”.'),
      inserting('Work on Phase I of the repairs was interrupted.'),
      inserting('The portrait of King Orren I was torn.')
    ],
    fails: [
      insertingBadly('Our Ministry adds that the matter is being examined.'),
      insertingBadly('The undersigned adds that the matter is being examined.'),
      insertingBadly('The matter was raised with you on that day.'),
      failing(
        'a formula says "we"',
        'airspace-violation',
        [FORMULAS, 'we protest'],
        [FORMULAS, "text: 'protests against'", "text: 'protests against what we protest against, namely'"]
      )
    ]
  },
  check: note =>
    find(note, note.words.person)
      .filter(each => !isQuoted(each) && !isName(each.run.leaf))
      .map(each =>
        faultAt(note, each, `\`${each.text}\` is of the first or second person`, [
          'name the ministry or the mission, and say "it" or "its"'
        ])
      )
}
