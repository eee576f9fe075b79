/** What NV025 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, passing } from './fixtures.ts'

export const NV025: Examples = {
  passes: [
    passing('local time', 'mission-coordinates'),
    inserting('The remains were repatriated on 30\u00A0April 2026.')
  ],
  fails: [
    insertingBadly('Both missiles were fired at 03:35 UTC.'),
    failing(
      'the eve of the recorded day',
      'airspace-violation',
      ['register.yaml', '8\u00A0September'],
      [
        'register.yaml',
        'no flight plan had been filed and no permission had been sought',
        'the aircraft had crossed the border on 8\u00A0September 2026'
      ]
    )
  ]
}
