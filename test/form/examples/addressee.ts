/** What NV019 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, PROTEST, partial, passing } from './fixtures.ts'

export const NV019: Examples = {
  passes: [passing('at the foot of page 1', 'mission-coordinates'), passing('at the end', 'airspace-violation')],
  fails: [
    failing('none', 'airspace-violation', [PROTEST, '{{!'], [PROTEST, '{{> addressee}}\n', '']),
    failing(
      'the sender instead',
      'airspace-violation',
      ['register.yaml', 'names: { en: { full: the Ministry of Foreign Affairs of the Republic of Ostrelle'],
      [partial('addressee'), '{{name recipient form="plate"}}', '{{name sender form="plate"}}']
    )
  ]
}
