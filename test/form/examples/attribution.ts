/** What NV039 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, insertingBadly, partial, passing } from './fixtures.ts'

export const NV039: Examples = {
  passes: [
    passing('named, implied and asserted', 'drafter-insertion'),
    passing('nobody named, a question asked', 'kyiv-embassy-2025'),
    passing('every kind of means', 'chronology-annex')
  ],
  fails: [
    failing(
      'an author where none is named',
      'kyiv-embassy-2025',
      [partial('attributed'), 'The incident is'],
      [
        partial('attributed'),
        '{{~#if (eq this.attribution.strength "implied")}}',
        '{{~#if (eq this.attribution.strength "none")}}{{#each this.damage as |group|}}{{#if (gt (length group.items) 3)}} The incident is attributable to {{name ../attribution.to}}.{{/if}}{{/each}}{{/if}}{{#if (eq this.attribution.strength "implied")}}'
      ],
      ['note.yaml', 'recall: { incidents: all,', 'recall: { incidents: none,']
    ),
    failing(
      'an author who is only implied',
      'drafter-insertion',
      ['register.yaml', 'launched by Cantarre'],
      ['register.yaml', 'en: the loss of the roof', 'en: the loss of the roof to a shell that was launched by Cantarre']
    ),
    failing(
      'an author in a formula',
      'mission-coordinates',
      [FORMULAS, 'one or more missiles of'],
      [FORMULAS, 'one or more missiles', 'one or more missiles of {{name @root.concerned}}']
    ),
    failing(
      'intent that is only asked about',
      'kyiv-embassy-2025',
      [FORMULAS, 'prove the deliberate'],
      [FORMULAS, 'raise questions as to the deliberate', 'prove the deliberate']
    ),
    {
      ...insertingBadly('The attack was deliberate.'),
      edits: [
        ...insertingBadly('The attack was deliberate.').edits,
        ['register.yaml', 'intent: asserted', 'intent: not-addressed']
      ]
    }
  ]
}
