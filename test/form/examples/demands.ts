/** What NV048 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, PROTEST, partial, passing } from './fixtures.ts'

export const NV048: Examples = {
  passes: [
    passing('five demands', 'embassy-storming'),
    passing('one', 'minimal'),
    passing('through another', 'to-an-organisation')
  ],
  fails: [
    failing(
      'none, and nothing reserved',
      'airspace-violation',
      ['note.yaml', 'demands: []'],
      [
        'note.yaml',
        'demands: [cease, explain, non-repetition]\nreserve-rights: true',
        'demands: []\nreserve-rights: false'
      ]
    ),
    failing(
      'restitution without damage',
      'airspace-violation',
      ['note.yaml', 'demands:'],
      ['note.yaml', 'demands: [cease,', 'demands: [restitution,']
    ),
    failing(
      'before the act',
      'minimal',
      [partial('demands'), '{{> (formula "demand"'],
      [PROTEST, '{{> protest-act}}\n\n{{> demands}}', '{{> demands}}\n\n{{> protest-act}}']
    ),
    failing(
      'rights before the act',
      'airspace-violation',
      [FORMULAS, '{{name sender.state form="full"}} reserves all'],
      [
        PROTEST,
        '{{> protest-act}}\n\n{{> demands}}\n\n{{> requests}}\n\n{{> reservation}}',
        '{{> reservation}}\n\n{{> protest-act}}\n\n{{> demands}}\n\n{{> requests}}'
      ]
    ),
    failing(
      'twice',
      'minimal',
      [FORMULAS, 'provide {{#if'],
      [PROTEST, '{{> reservation}}', '{{> demands}}\n\n{{> reservation}}']
    ),
    failing(
      'demanded of the sender',
      'airspace-violation',
      [FORMULAS, '{{name sender.state}}'],
      [
        FORMULAS,
        "'{{name sender}} insists that {{name concerned}}'",
        "'{{name sender}} insists that {{name sender.state}}'"
      ]
    ),
    failing(
      'demanded by the addressee',
      'airspace-violation',
      [FORMULAS, '{{name recipient}} insists'],
      [FORMULAS, '{{name sender}} insists', '{{name recipient}} insists']
    ),
    failing(
      'demanded of the addressee, and not of the State concerned',
      'to-an-organisation',
      [FORMULAS, 'demands that {{name recipient}}'],
      [
        FORMULAS,
        "strong-protest: { text: '{{name sender}} demands that {{name concerned}}",
        "strong-protest: { text: '{{name sender}} demands that {{name recipient}}"
      ]
    ),
    failing(
      'asked of the State concerned, and not of the addressee',
      'to-an-organisation',
      [FORMULAS, 'requests {{name concerned}}'],
      [FORMULAS, 'requests {{name recipient}}', 'requests {{name concerned}}']
    ),
    failing(
      'another than was asked',
      'minimal',
      [FORMULAS, 'tender {{#if'],
      [
        partial('demands'),
        '{{> demand-list}}.',
        '{{> demand-list}} and {{> (formula "demands" "apology") demands.[0]}}.'
      ]
    )
  ]
}
