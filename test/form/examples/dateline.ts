/** What NV014 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, PROTEST, partial, passing } from './fixtures.ts'

export const NV014: Examples = {
  passes: [passing('a blank in a draft', 'minimal'), passing('a day', 'mission-coordinates')],
  fails: [
    failing('no dateline', 'airspace-violation', [PROTEST, '{{!'], [PROTEST, '{{> dateline}}\n', '']),
    failing(
      'another day',
      'airspace-violation',
      [partial('dateline'), 'occasion'],
      [partial('dateline'), '{{date this.date}}', '{{dates this.occasion}}']
    ),
    failing(
      'no place',
      'airspace-violation',
      [partial('dateline'), '{{#if this.date}}'],
      [partial('dateline'), '{{place}}, ', '']
    )
  ]
}
