/** What NV005 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, partial, passing } from './fixtures.ts'

export const NV005: Examples = {
  passes: [passing('names as the reading order settles them', 'embassy-storming')],
  fails: [
    failing(
      'short at first',
      'airspace-violation',
      [partial('means'), 'form="short"'],
      [partial('means'), '{{name this.attribution.to}}', '{{name this.attribution.to form="short"}}']
    )
  ]
}
