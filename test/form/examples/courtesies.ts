/** What NV009 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, inserting, insertingBadly, PROTEST, partial, passing } from './fixtures.ts'

export const NV009: Examples = {
  passes: [
    passing('a house that never closes', 'drafter-insertion'),
    passing('reduced', 'mission-coordinates'),
    inserting('The opportunity to inspect the site was refused.')
  ],
  fails: [
    failing('no closing', 'airspace-violation', [PROTEST, '{{!'], [PROTEST, '{{> closing}}\n', '']),
    failing(
      'names exchanged',
      'airspace-violation',
      [FORMULAS, '{{name recipient}} avails'],
      [
        FORMULAS,
        '{{name sender}} avails itself of this opportunity to renew to {{name recipient}}',
        '{{name recipient}} avails itself of this opportunity to renew to {{name sender}}'
      ]
    ),
    failing(
      'a closing where none is due',
      'drafter-insertion',
      [FORMULAS, 'avails'],
      [
        partial('closing'),
        '{{#if closing}}\n::: closing\n{{> (formula "closing" "full")}}.\n:::\n{{/if}}',
        '{{> (formula "closing" "full")}}.'
      ]
    ),
    failing(
      'more courtesy than asked',
      'mission-coordinates',
      [FORMULAS, '{{> in-view-of}} has the honour'],
      [partial('opening'), '(formula "opening" opening)', '(formula "opening" "full")']
    ),
    failing(
      'compliments of the other side',
      'airspace-violation',
      [FORMULAS, '{{name sender form="full"}} and{{> in-view-of}} has'],
      [
        FORMULAS,
        '{{name recipient form="full"}} and{{> in-view-of}} has',
        '{{name sender form="full"}} and{{> in-view-of}} has'
      ]
    ),
    failing(
      'compliments withheld',
      'airspace-violation',
      [FORMULAS, 'hereby states'],
      [partial('opening'), '(formula "opening" opening)', '(formula "opening" "none")']
    ),
    insertingBadly('The Ministry avails itself of the occasion to add the following.')
  ]
}
