/** What NV026 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, PROTEST, partial, passing } from './fixtures.ts'

export const NV026: Examples = {
  passes: [
    passing('by class', 'kyiv-embassy-2025'),
    passing('in order of time', 'mission-coordinates'),
    passing('in an annex', 'chronology-annex')
  ],
  fails: [
    failing(
      'one is dropped',
      'mission-coordinates',
      [PROTEST, '{{!'],
      [
        partial('recall'),
        '{{#each group.incidents as |incident|}} {{> recalled incident}}{{/each}}',
        '{{#each group.incidents as |incident place|}}{{#if (eq place 0)}} {{> recalled incident}}{{/if}}{{/each}}'
      ]
    ),
    failing(
      'one is told twice',
      'mission-coordinates',
      [partial('items'), '{{#list this.items as'],
      [
        partial('recall'),
        '{{#each group.incidents as |incident|}} {{> recalled incident}}{{/each}}',
        '{{#each group.incidents as |incident|}} {{> recalled incident}}{{/each}} {{> recalled group.incidents.[1]}}'
      ]
    ),
    failing(
      'after the protest',
      'airspace-violation',
      [partial('incident'), '{{~capital'],
      [
        PROTEST,
        '{{> recall}}\n\n{{> inference}}\n\n{{> prior-notification}}\n\n{{> legal}}\n\n{{> protest-act}}',
        '{{> inference}}\n\n{{> prior-notification}}\n\n{{> legal}}\n\n{{> protest-act}}\n\n{{> recall}}'
      ]
    ),
    failing(
      'later than the note',
      'airspace-violation',
      ['note.yaml', 'recall:'],
      ['note.yaml', 'recall: { incidents: all,', 'recall: { incidents: [merrow-2026-06-21],'],
      ['register.yaml', 'date: 2026-06-21', 'date: 2026-12-21'],
      ['register.yaml', 'recorded: 2026-06-22', 'recorded: 2026-12-22'],
      ['register.yaml', '    incidents: [merrow-2026-06-21]\n', '']
    )
  ]
}
