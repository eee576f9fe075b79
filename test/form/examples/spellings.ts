/** What NV006, NV024, NV054, NV055 and NV056 let pass and what they find. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, partial, passing } from './fixtures.ts'

export const NV054: Examples = {
  passes: [inserting('The matter is known as “дело”.'), inserting('The reading was 12\u00A0µg.')],
  fails: [
    insertingBadly('The \u041Cinistry was informed.'),
    failing('in a name', 'one-sentence', ['register.yaml', 'L\u0430nner'], ['register.yaml', 'Lanner', 'L\u0430nner'])
  ]
}

/** What English lets pass of what only other languages can have wrong: a dative, endings of numbers, dots. */
export const NV006: Examples = { passes: [passing('a name without cases', 'airspace-violation')], fails: [] }
export const NV024: Examples = { passes: [inserting('The 3-in-1 set of the 2020-a series was lost.')], fails: [] }
export const NV055: Examples = { passes: [inserting('Istanbul and İzmir were informed.')], fails: [] }

export const NV056: Examples = {
  passes: [
    inserting('The Morvelle office and the offices in Caldmere were informed.'),
    passing('a word of the package that is like a name', 'one-sentence', [
      partial('insert'),
      '\n{{insert.text}}',
      '\nMorvele. {{insert.text}}'
    ])
  ],
  fails: [insertingBadly('The Morvele office was informed.'), insertingBadly('The office in Caltmere was informed.')]
}
