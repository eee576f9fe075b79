/** What NV010 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, insertingBadly, passing } from './fixtures.ts'

export const NV010: Examples = {
  passes: [passing('the honour to state', 'airspace-violation')],
  fails: [
    failing(
      'the honour to protest',
      'airspace-violation',
      [FORMULAS, 'has the honour to strongly protest'],
      [
        FORMULAS,
        'has the honour to state the following',
        'has the honour to strongly protest and to state the following'
      ]
    ),
    insertingBadly('The Ministry has the honour to demand an answer.')
  ]
}
