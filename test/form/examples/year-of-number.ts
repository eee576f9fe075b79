/** What NV016 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, passing } from './fixtures.ts'

export const NV016: Examples = {
  passes: [passing('a year of two digits', 'airspace-violation', ['note.yaml', '318/2026', '318-26'])],
  fails: [
    failing(
      'last year’s number',
      'airspace-violation',
      ['note.yaml', '318/2025'],
      ['note.yaml', 'number: 318/2026', 'number: 318/2025']
    ),
    failing(
      'a number that was given up',
      'airspace-violation',
      ['note.yaml', 'number: 318/2026'],
      [
        'register.yaml',
        '\nsources:',
        '\ncancelled:\n  - { from: ostrelle-mfa, number: 318/2026, date: 2026-09-01, reason: A misprint. }\n\nsources:'
      ]
    ),
    failing(
      'a number given twice',
      'airspace-violation',
      ['register.yaml', 'number: 206/2026 # again'],
      [
        'register.yaml',
        '\nsources:',
        '\n  again:\n    type: note\n    date: 2026-06-24\n    from: ostrelle-mfa\n    to: cantarre-embassy-pellune\n    number: 206/2026 # again\n    evidence: [{ source: note-register }]\n\nsources:'
      ]
    )
  ]
}
