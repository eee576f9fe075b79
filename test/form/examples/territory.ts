/** What NV032 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, insertingBadly, partial, passing } from './fixtures.ts'

export const NV032: Examples = {
  passes: [
    passing('an airspace of one’s own', 'airspace-violation'),
    passing('another’s territory', 'drafter-insertion')
  ],
  fails: [
    insertingBadly('The missiles fell on the territory of the Republic of Vesmar.'),
    failing(
      'in a template',
      'minimal',
      [partial('object'), 'territory of'],
      [
        partial('object'),
        '}} {{#list this.facilities as |facility|}}',
        '}} the territory of {{name @root.sender.state}}, {{#list this.facilities as |facility|}}'
      ]
    )
  ]
}
