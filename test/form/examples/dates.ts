/** What NV023 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, partial, passing } from './fixtures.ts'

export const NV023: Examples = {
  passes: [passing('a month', 'mission-coordinates'), inserting('The matter dates from 30\u00A0March 2026.')],
  fails: [
    insertingBadly('The remains were repatriated on 2026-04-28.'),
    insertingBadly('The remains were repatriated on April 28, 2026.'),
    failing(
      'a day of a month',
      'mission-coordinates',
      ['register.yaml', '1\u00A0April'],
      [
        'register.yaml',
        'those coordinates had been passed to',
        'as of 1\u00A0April 2026 those coordinates had been passed to'
      ]
    ),
    failing(
      'a date of a template',
      'airspace-violation',
      [partial('protest-act'), '9/9/2026'],
      [partial('protest-act'), '{{> conduct occasion}}', 'what occurred on 9/9/2026']
    )
  ]
}
