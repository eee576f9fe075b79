/** What NV015 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, PROTEST, partial, passing } from './fixtures.ts'

export const NV015: Examples = {
  passes: [passing('a blank in a draft', 'minimal'), passing('a number', 'airspace-violation')],
  fails: [
    failing('no reference', 'airspace-violation', [PROTEST, '{{!'], [PROTEST, '{{> reference}}\n', '']),
    failing(
      'a blank in an issue',
      'airspace-violation',
      [partial('reference'), 'blank'],
      [
        partial('reference'),
        '{{#if number}}{{number}}{{else}}{{blank profile.blank}}{{/if}}',
        '{{blank profile.blank}}'
      ]
    ),
    failing(
      'an issue without a number',
      'airspace-violation',
      ['note.yaml', 'number:'],
      ['note.yaml', 'number: 318/2026', 'number: null']
    )
  ]
}
