/** What NV028 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, inserting, insertingBadly, PROTEST, passing } from './fixtures.ts'

export const NV028: Examples = {
  passes: [passing('articles of the law', 'embassy-storming'), inserting('The matter is one of international law.')],
  fails: [
    failing(
      'an article in a formula',
      'airspace-violation',
      [FORMULAS, 'Article 22 of'],
      [FORMULAS, 'contrary to the norms and principles of international law', 'contrary to Article 22 of those norms']
    ),
    insertingBadly('The Vienna Convention of 1961 is recalled in this respect.'),
    failing(
      'law that is lost',
      'minimal',
      [PROTEST, '{{!'],
      ['note.yaml', 'legal: none', 'legal: general'],
      [PROTEST, '{{> legal}}\n', '']
    ),
    failing(
      'an article for a depot',
      'kyiv-embassy-2025',
      ['register.yaml', 'facilities: [socar-depot-odesa] # now'],
      ['note.yaml', 'legal: general', 'legal: reflected'],
      ['note.yaml', 'occasion: [kyiv-2025-11-14]', 'occasion: [odesa-2025-08-18]'],
      [
        'register.yaml',
        'occurred: { date: 2025-08-18, zone: Europe/Kyiv }\n    recorded: 2025-08-18\n    facilities: [socar-depot-odesa]',
        'occurred: { date: 2025-08-18, zone: Europe/Kyiv }\n    recorded: 2025-08-18\n    facilities: [socar-depot-odesa] # now'
      ],
      ['note.yaml', 'submission: coordinates-2022-04', 'submission: null']
    )
  ]
}
