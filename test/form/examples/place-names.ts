/** What NV043 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, passing } from './fixtures.ts'

export const NV043: Examples = {
  passes: [passing('Kyiv throughout', 'kyiv-embassy-2025')],
  fails: [
    failing(
      'both',
      'kyiv-embassy-2025',
      ['register.yaml', 'Kiev'],
      ['register.yaml', 'attacks on the capital of Ukraine, Kyiv', 'attacks on the capital of Ukraine, Kyiv (Kiev)']
    )
  ]
}
