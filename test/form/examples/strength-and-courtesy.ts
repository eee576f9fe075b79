/** What NV011 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, passing } from './fixtures.ts'

export const NV011: Examples = {
  passes: [passing('a protest in full courtesy', 'airspace-violation')],
  fails: [
    failing('the strongest with all courtesies', 'embassy-storming', ['note.yaml', 'courtesy: full']),
    failing(
      'attention without any',
      'drafter-insertion',
      ['note.yaml', 'courtesy: none'],
      ['note.yaml', 'strength: strong-protest\ncondemn: true', 'strength: attention\ncondemn: false']
    )
  ]
}
