/** What NV042 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, partial, passing } from './fixtures.ts'

export const NV042: Examples = {
  passes: [passing('in the annex', 'mission-coordinates'), inserting('The store was kept at 12\u00A0°C.')],
  fails: [
    insertingBadly('The premises stand at 12.34560, 46.25000 in the capital.'),
    failing(
      'in the body',
      'mission-coordinates',
      [partial('prior-notification'), '{{coordinates'],
      [
        partial('prior-notification'),
        'are set out in Annex',
        'are {{#each @root.positions as |p|}}{{#if (eq @index 0)}}{{coordinates p}}{{/if}}{{/each}} and stand in Annex'
      ]
    ),
    failing(
      'in another annex',
      'mission-coordinates',
      [partial('where'), '12.34567'],
      [partial('where'), '{{name facility form="full"}}', '{{name facility form="full"}} (12.34567, 46.00000)'],
      ['register.yaml', 'date: 2026-04 }', 'date: 2026-04 } # one']
    ),
    failing(
      'not recorded',
      'mission-coordinates',
      ['register.yaml', 'type: consulate-general'],
      [
        'register.yaml',
        '    coordinates: { latitude: 12.90000, longitude: -46.25000, datum: WGS 84, decimals: 5 }\n',
        ''
      ]
    )
  ]
}
