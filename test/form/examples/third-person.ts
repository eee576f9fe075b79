/** What NV001 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, inserting, insertingBadly, passing } from './fixtures.ts'

export const NV001: Examples = {
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
}
