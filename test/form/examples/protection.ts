/** What NV034 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, inserting, insertingBadly, passing } from './fixtures.ts'

export const NV034: Examples = {
  passes: [
    passing('of the receiving State', 'embassy-storming'),
    inserting('The wall that protected the building fell.')
  ],
  fails: [
    failing(
      'in the request',
      'drafter-insertion',
      ['note.yaml', 'demands:'],
      ['note.yaml', 'demands: [cease,', 'demands: [protect,']
    ),
    failing(
      'in a formula',
      'drafter-insertion',
      [FORMULAS, 'to protect the premises concerned and'],
      [FORMULAS, "cease: { text: 'ensure the", "cease: { text: 'to protect the premises concerned and ensure the"]
    ),
    insertingBadly('The Ministry demands that the Embassy in Morvelle be protected.')
  ]
}
