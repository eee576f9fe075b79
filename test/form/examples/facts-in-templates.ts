/** What NV040 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, PROTEST, partial, passing } from './fixtures.ts'

export const NV040: Examples = {
  passes: [passing('the templates of the package', 'chronology-annex')],
  fails: [
    failing(
      'a date',
      'airspace-violation',
      [partial('protest-act'), '9 September'],
      [partial('protest-act'), '{{> conduct occasion}}', 'what occurred on 9 September']
    ),
    failing(
      'a number',
      'airspace-violation',
      [PROTEST, 'some 40'],
      [PROTEST, '{{> recall}}', 'The crossing lasted some 40 seconds.\n\n{{> recall}}']
    ),
    failing(
      'a number in words',
      'airspace-violation',
      [FORMULAS, 'three motor'],
      [FORMULAS, "text: 'protests against'", "text: 'with three motor vehicles in mind protests against'"]
    ),
    failing(
      'a place',
      'airspace-violation',
      [partial('dateline'), 'Pellune'],
      [partial('dateline'), '{{place}}', 'Pellune']
    ),
    failing(
      'a party',
      'airspace-violation',
      [partial('reports'), 'Cantarre'],
      [partial('reports'), '{{name @root.concerned}}', 'Cantarre']
    ),
    failing(
      'a place in a branch that does not run',
      'airspace-violation',
      [partial('reservation'), 'Pellune'],
      [partial('reservation'), '{{/if}}\n{{/if}}', '{{/if}}\n{{else}}\nThe matter was raised in Pellune.\n{{/if}}']
    ),
    failing(
      'a name as an argument',
      'airspace-violation',
      [partial('dateline'), '"Pellune"'],
      [partial('dateline'), '{{place}}', '{{capital "Pellune"}}']
    ),
    failing(
      'a demand without a source of its facts',
      'airspace-violation',
      ['register.yaml', 'casualties: { status: none }'],
      [
        'register.yaml',
        'casualties: { status: none, evidence: [{ source: air-defence }] }',
        'casualties: { status: none }'
      ]
    )
  ]
}
