/** What NV017 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { passing } from './fixtures.ts'

export const NV017: Examples = {
  passes: [passing('two pages', 'embassy-storming'), passing('one page', 'minimal')],
  fails: []
}
