/** What NV004 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, PROTEST, passing } from './fixtures.ts'

export const NV004: Examples = {
  passes: [passing('without courtesies', 'drafter-insertion')],
  fails: [
    failing(
      'the recipient in short',
      'airspace-violation',
      [FORMULAS, '{{name recipient form="short"}} and'],
      [
        FORMULAS,
        '{{name recipient form="full"}} and{{> in-view-of}} has',
        '{{name recipient form="short"}} and{{> in-view-of}} has'
      ]
    ),
    failing(
      'nobody is addressed',
      'drafter-insertion',
      [FORMULAS, 'hereby states the following{{>'],
      [FORMULAS, 'hereby states the following to {{name recipient form="full"}}{{>', 'hereby states the following{{>']
    ),
    failing('no opening', 'airspace-violation', [PROTEST, '{{!'], [PROTEST, '{{> opening}}\n', ''])
  ]
}
