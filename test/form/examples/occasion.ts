/** What NV027 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, PROTEST, partial, passing } from './fixtures.ts'

export const NV027: Examples = {
  passes: [passing('one', 'kyiv-embassy-2025'), passing('two', 'chronology-annex')],
  fails: [
    failing('dropped', 'airspace-violation', [PROTEST, '{{!'], [PROTEST, '{{> occasion}}\n', '']),
    failing(
      'told twice',
      'embassy-storming',
      [partial('event'), '{{this.event}}{{else}}'],
      [PROTEST, '{{> occasion}}\n', '{{> occasion}}\n\n{{> occasion}}\n']
    ),
    failing(
      'behind the recall',
      'airspace-violation',
      [partial('incident'), '{{~capital'],
      [PROTEST, '{{> occasion}}\n\n{{> recall}}', '{{> recall}}\n\n{{> occasion}}']
    ),
    failing(
      'behind the act',
      'minimal',
      [partial('incident'), '{{~capital'],
      [
        PROTEST,
        '{{> occasion}}\n\n{{> recall}}\n\n{{> inference}}\n\n{{> prior-notification}}\n\n{{> legal}}\n\n{{> protest-act}}',
        '{{> recall}}\n\n{{> inference}}\n\n{{> prior-notification}}\n\n{{> legal}}\n\n{{> protest-act}}\n\n{{> occasion}}'
      ]
    ),
    failing(
      'recalled',
      'airspace-violation',
      ['note.yaml', 'recall:'],
      ['note.yaml', 'recall: { incidents: all,', 'recall: { incidents: [merrow-2026-09-09],']
    )
  ]
}
