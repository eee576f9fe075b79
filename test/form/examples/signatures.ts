/** What NV003 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, PROTEST, partial, passing } from './fixtures.ts'

export const NV003: Examples = {
  passes: [
    passing('room for initials', 'minimal'),
    inserting('The agreement was signed in that room, where Mr Smith was injured.'),
    inserting('Signed agreements were destroyed.')
  ],
  fails: [
    failing(
      'a line that is no sentence',
      'airspace-violation',
      [PROTEST, 'John Smith'],
      [PROTEST, '{{> dateline}}', 'John Smith, Minister\n\n{{> dateline}}']
    ),
    failing(
      'a name under the date',
      'airspace-violation',
      [partial('dateline'), 'Smith'],
      [partial('dateline'), '{{place}}, ', 'J. Smith, {{place}}, ']
    ),
    failing(
      'a name of the record under the addressee',
      'airspace-violation',
      ['register.yaml', 'Mr John Smith'],
      ['register.yaml', '\n\nfacilities: {}', '\n    address: { en: Mr John Smith }\n\nfacilities: {}']
    ),
    insertingBadly('Signed by the Minister in person.')
  ]
}
