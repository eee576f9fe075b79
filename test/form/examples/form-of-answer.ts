/** What NV052 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, passing } from './fixtures.ts'

export const NV052: Examples = {
  passes: [passing('a note', 'mission-coordinates'), passing('a response', 'consulate-concern')],
  fails: [
    failing(
      'a démarche',
      'mission-coordinates',
      ['note.yaml', 'in-reply-to'],
      ['register.yaml', 'note-of-cantarre:\n    type: note', 'note-of-cantarre:\n    type: demarche']
    )
  ]
}
