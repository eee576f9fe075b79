/** What NV025 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, passing } from './fixtures.ts'

export const NV025: Examples = {
  passes: [
    passing('local time', 'mission-coordinates'),
    inserting('The remains were repatriated on 30\u00A0April 2026.'),
    inserting('The attack of 26\u00A0April 2026 was recorded by the cameras of the Embassy.'),
    passing(
      'the day of a note, in a drafter’s words',
      'one-sentence',
      ['note.yaml', 'The sentence stands here.', 'Notice of it was given on 27\u00A0April 2026.'],
      ['note.yaml', 'date: 2026-04-29\nas-of: 2026-04-28', 'date: 2026-04-27\nas-of: 2026-04-27']
    )
  ],
  fails: [
    insertingBadly('Both missiles were fired at 03:35 UTC.'),
    insertingBadly('The flight of both missiles on 25\u00A0April 2026 was recorded.'),
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
