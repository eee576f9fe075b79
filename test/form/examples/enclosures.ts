/** What NV020 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, PROTEST, partial, passing } from './fixtures.ts'

export const NV020: Examples = {
  passes: [
    passing('two annexes', 'mission-coordinates'),
    passing('none', 'airspace-violation'),
    inserting('The map in Annex II, section 3, was made for the agreement of 1998.')
  ],
  fails: [
    failing('no enclosure line', 'mission-coordinates', [PROTEST, '{{!'], [PROTEST, '{{> enclosures}}\n', '']),
    failing('an annex that is not rendered', 'chronology-annex', [PROTEST, '{{!'], [PROTEST, '{{> annexes}}', '']),
    failing(
      'an annex to which nothing refers',
      'mission-coordinates',
      [PROTEST, '{{!'],
      [partial('prior-notification'), '(only annexes "type" "coordinates")', '(only annexes "type" "chronology")']
    ),
    insertingBadly('The map is found in Annex I to the present note.'),
    failing(
      'another count',
      'mission-coordinates',
      [partial('enclosures'), 'Enclosure'],
      [
        partial('enclosures'),
        's ({{number (length annexes)}})',
        's ({{number (length demands)}} and {{number (length refersTo)}})'
      ]
    )
  ]
}
