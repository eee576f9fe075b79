/** What NV029 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, inserting, insertingBadly, passing } from './fixtures.ts'

export const NV029: Examples = {
  passes: [
    passing('the receiving State', 'embassy-storming'),
    passing('a position', 'drafter-insertion'),
    inserting('The breach in the wall was closed.')
  ],
  fails: [
    failing(
      'a reflected basis as a breach',
      'mission-coordinates',
      [FORMULAS, 'as a violation'],
      [FORMULAS, 'as incompatible {{else}}likewise {{/unless}}with', 'as a violation {{else}}likewise {{/unless}}of']
    ),
    failing(
      'without any basis',
      'airspace-violation',
      [FORMULAS, 'violating'],
      [FORMULAS, 'unacceptable and contrary to the norms', 'unacceptable and violating the norms']
    ),
    {
      ...insertingBadly('The attack is a violation of the obligations of Cantarre.'),
      edits: [
        ...insertingBadly('The attack is a violation of the obligations of Cantarre.').edits,
        ['note.yaml', 'legal: assertive', 'legal: general']
      ]
    },
    failing(
      'no position',
      'drafter-insertion',
      ['note.yaml', 'legal: assertive'],
      [
        'note.yaml',
        '  - rule: NV029\n    incident: morvelle-2026-04-26\n',
        '  - rule: NV029\n    incident: caldmere-2026-03-30\n'
      ]
    )
  ]
}
