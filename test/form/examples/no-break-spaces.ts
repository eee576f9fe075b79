/** What NV045 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, partial } from './fixtures.ts'

export const NV045: Examples = {
  passes: [inserting('It was known on 28\u00A0April that 12\u00A0metres of wall had fallen.')],
  fails: [
    insertingBadly('The remains were repatriated on 28 April 2026.'),
    insertingBadly('The wall fell over 12 metres.'),
    failing(
      'in a template',
      'airspace-violation',
      [partial('reports'), 'No. 1'],
      [partial('reports'), 'The earlier incident was reported', 'The earlier incident (file No. 1) was reported']
    )
  ]
}
