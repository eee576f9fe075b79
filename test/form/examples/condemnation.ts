/** What NV013 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, insertingBadly, partial, passing } from './fixtures.ts'

export const NV013: Examples = {
  passes: [passing('chosen', 'embassy-storming'), passing('not chosen', 'airspace-violation')],
  fails: [
    failing(
      'in the act',
      'airspace-violation',
      [FORMULAS, 'protests against and condemns'],
      [FORMULAS, "text: 'protests against'", "text: 'protests against and condemns'"]
    ),
    failing(
      'lost',
      'embassy-storming',
      [partial('protest-act'), 'at'],
      [partial('protest-act'), ' and {{> (formula "condemnation" "plain")}}', '']
    ),
    {
      ...insertingBadly('The Ministry condemned the attack at once.'),
      edits: [
        ...insertingBadly('The Ministry condemned the attack at once.').edits,
        ['note.yaml', 'condemn: true', 'condemn: false']
      ]
    }
  ]
}
