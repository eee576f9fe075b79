/** What NV030 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, passing } from './fixtures.ts'

export const NV030: Examples = {
  passes: [passing('both are parties', 'embassy-storming')],
  fails: [
    failing(
      'not yet a party',
      'drafter-insertion',
      ['register.yaml', 'vcdr: 2026-04-27'],
      ['register.yaml', 'vcdr: 1966-09-30', 'vcdr: 2026-04-27']
    )
  ]
}
