/** What NV054, NV055 and NV056 let pass and what they find. */

import type { Examples } from './example.ts'
import { failing, inserting, insertingBadly, passing } from './fixtures.ts'

export const NV054: Examples = {
  passes: [inserting('The matter is known as “дело”.'), inserting('The reading was 12\u00A0µg.')],
  fails: [
    insertingBadly('The \u041Cinistry was informed.'),
    failing('in a name', 'one-sentence', ['register.yaml', 'L\u0430nner'], ['register.yaml', 'Lanner', 'L\u0430nner'])
  ]
}

/** English has no letters that a dot tells apart: what it lets pass is all there is. */
export const NV055: Examples = {
  passes: [inserting('Istanbul and İzmir were informed.'), passing('names as they are', 'kyiv-embassy-2025')],
  fails: [
    {
      ...failing('a slip', 'two-languages', ['note.yaml', 'Istanbul'], ['note.yaml', 'Cümlə', 'Istanbul: cümlə']),
      language: 'az'
    }
  ]
}

export const NV056: Examples = {
  passes: [inserting('The Morvelle office and the offices in Caldmere were informed.')],
  fails: [insertingBadly('The Morvele office was informed.'), insertingBadly('The office in Caltmere was informed.')]
}
