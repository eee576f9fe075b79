/** What NV002 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, PROTEST } from './fixtures.ts'

export const NV002: Examples = {
  passes: [
    inserting('His Excellency the Ambassador was not in the building.'),
    inserting('The excellent relations of both States are put at risk.')
  ],
  fails: [
    insertingBadly('Excellency, the matter is being examined.'),
    failing(
      'a template greets',
      'airspace-violation',
      [PROTEST, 'Dear colleagues,'],
      [PROTEST, '{{> occasion}}', 'Dear colleagues,\n\n{{> occasion}}']
    )
  ]
}
