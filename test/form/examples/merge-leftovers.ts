/** What NV046 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, insertingBadly, PROTEST, passing } from './fixtures.ts'

export const NV046: Examples = {
  passes: [passing('every branch of the templates', 'chronology-annex')],
  fails: [
    insertingBadly('The number of the report is TODO.'),
    insertingBadly('The matter is {{pending}}.'),
    insertingBadly('The matter  is pending.'),
    insertingBadly('The matter , it was said, is pending.'),
    failing(
      'two spaces in a template',
      'airspace-violation',
      [PROTEST, 'This  is'],
      [PROTEST, '{{> recall}}', 'This  is recalled.\n\n{{> recall}}']
    )
  ]
}
