/** What NV031 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, passing } from './fixtures.ts'

export const NV031: Examples = {
  passes: [
    passing('premises of missions', 'drafter-insertion'),
    inserting('The inviolability of the premises in Morvelle is recalled.')
  ],
  fails: [
    failing(
      'in the record of a post',
      'drafter-insertion',
      ['register.yaml', 'inviolable'],
      ['register.yaml', 'what: { en: the loss of the roof }', 'what: { en: the loss of the inviolable roof }']
    ),
    failing(
      'in a formula',
      'drafter-insertion',
      ['templates/en/partials/object.hbs', 'inviolable'],
      [
        'templates/en/partials/object.hbs',
        '}} {{#list this.facilities as |facility|}}',
        '}} the inviolable premises of {{#list this.facilities as |facility|}}'
      ],
      ['note.yaml', 'recall: { incidents: all,', 'recall: { incidents: [caldmere-2026-02-17],']
    ),
    insertingBadly('The honorary consulate in Caldmere was inviolable.')
  ]
}
