/** Russian: how the house's own texts must begin, and what a name needs. */
import type { Beginning, GrammaticalCase, TextShape, Wording, WordingShape } from '../language.ts'
import { names } from './names.ts'

const CASES: readonly GrammaticalCase[] = ['nom', 'gen', 'dat', 'acc', 'ins', 'loc']

const PREPOSITION: Beginning = {
  pattern: /^(?:о|об|относительно) /iu,
  message: 'is printed after such a word, but begins with one itself',
  mend: () => 'leave the word out'
}

function inside(shape: WordingShape, wanted: string, more: Partial<TextShape> = {}): TextShape {
  return { shape, wanted, beginnings: [], ...more }
}

const CALLED = { qualifier: 'acc', doing: 'adv', words: 'inf' } as const
const DEMANDED = { qualifier: 'gen', doing: 'gen', words: 'gen' } as const

export const wording: Wording = {
  called: ['nom'],
  plurals: ['one', 'few', 'many'],
  names,
  demand: {
    attention: CALLED,
    concern: CALLED,
    regret: CALLED,
    protest: { qualifier: 'gen', doing: 'loc', words: 'loc' },
    'strong-protest': DEMANDED,
    'strongest-protest': DEMANDED
  },
  shapes: {
    damage: inside('clause', 'a clause: `полностью разрушена часть ограждения`', { slots: { facility: CASES } }),
    circumstance: inside('clause', 'a clause: `обнаружены фрагменты`', { slots: { facility: CASES } }),
    event: inside('predicate', 'what the means did: `упала на территорию {facility gen}`', {
      slots: { facility: CASES }
    }),
    place: inside('adverbial', 'where it was: `в Одесской области`'),
    designation: inside('name', 'a name or a type: `Искандер`'),
    subject: inside('noun-phrase', 'what follows "относительно", in the genitive: `событий мая`', {
      beginnings: [PREPOSITION]
    }),
    scope: inside('noun-phrase', 'what follows "координаты", in the genitive: `зданий представительств`'),
    assurance: inside('clause', 'what follows "что": `координаты будут учтены`'),
    'around-measure': inside('clause', 'words around the measure, which stands in the genitive: `на глубине`')
  }
}
