/** What NV050 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, passing } from './fixtures.ts'

export const NV050: Examples = {
  passes: [
    passing('no time', 'airspace-violation'),
    passing('the time of issue', 'airspace-violation', [
      'note.yaml',
      'form: issue',
      'form: issue\nissued-at: "2026-09-10T16:00:00+02:00"'
    ])
  ],
  fails: [
    failing(
      'before what it knows',
      'airspace-violation',
      ['note.yaml', 'issued-at'],
      ['note.yaml', 'form: issue', 'form: issue\nissued-at: "2026-09-01T16:00:00+02:00"']
    )
  ]
}
