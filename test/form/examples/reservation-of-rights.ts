/** What NV049 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, PROTEST, passing } from './fixtures.ts'

export const NV049: Examples = {
  passes: [passing('reserved', 'airspace-violation')],
  fails: [
    failing('not reserved', 'mission-coordinates', ['note.yaml', 'reserve-rights']),
    failing('reserved, and lost', 'airspace-violation', [PROTEST, '{{!'], [PROTEST, '{{> reservation}}\n', '']),
    failing(
      'reserved for the other side',
      'airspace-violation',
      [FORMULAS, '{{name concerned form="full"}}'],
      [FORMULAS, '{{name sender.state form="full"}} reserves all', '{{name concerned form="full"}} reserves all']
    ),
    failing(
      'reserved unasked',
      'mission-coordinates',
      [FORMULAS, 'reserves its rights and'],
      [FORMULAS, "text: 'notes with deep regret'", "text: 'reserves its rights and notes with deep regret'"]
    )
  ]
}
