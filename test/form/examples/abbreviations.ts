/** What NV044 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { inserting, insertingBadly, passing } from './fixtures.ts'

export const NV044: Examples = {
  passes: [
    passing('in brackets behind the full name', 'kyiv-embassy-2025'),
    inserting('The State Emergency Service (SES) was called. The SES came at once.')
  ],
  fails: [insertingBadly('The SES was called at once.'), insertingBadly('Vehicles, furniture etc. were lost.')]
}
