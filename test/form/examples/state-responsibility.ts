/** What NV033 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { inserting, insertingBadly } from './fixtures.ts'

export const NV033: Examples = {
  passes: [inserting('Reparation is due as the articles on State responsibility reflect it.')],
  fails: [insertingBadly('The attack violates the articles on State responsibility.')]
}
