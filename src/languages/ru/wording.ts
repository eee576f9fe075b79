/** Russian: how the house's own texts must begin, and what a name needs. */
import type { Beginning, GrammaticalCase, TextShape, Wording, WordingShape } from '../language.ts'
import { names } from './names.ts'

const OBLIQUE: readonly GrammaticalCase[] = ['gen', 'dat', 'acc', 'ins', 'loc']
const CASES: readonly GrammaticalCase[] = ['nom', ...OBLIQUE]

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

/** Verbs and prepositions govern what stands behind them. */
const phrases: Wording['phrases'] = {
  opening: { shape: 'clause', slots: { sender: ['nom'], recipient: ['dat'] } },
  closing: { shape: 'clause', slots: { sender: ['nom'], recipient: ['dat'] } },
  means: { shape: 'noun-phrase nom' },
  certainty: { shape: 'attribute' },
  author: { shape: 'attribute', slots: { 'attribution.to': OBLIQUE } },
  implied: { shape: 'clause' },
  verb: { shape: 'predicate', slots: { 'attribution.to': ['gen'], territory: ['gen'] } },
  casualties: { shape: 'clause' },
  injuries: { shape: 'noun-phrase nom' },
  'injuries-one': { shape: 'noun-phrase nom' },
  injured: { shape: 'predicate' },
  recall: { shape: 'noun-phrase loc', slots: { 'root.sender.state': ['gen'], facility: OBLIQUE } },
  'recall/summary': { shape: 'clause' },
  inference: { shape: 'clause', slots: { sender: ['nom'] } },
  submission: { shape: 'clause' },
  legal: { shape: 'noun-phrase acc' },
  'legal/general': { shape: 'clause', slots: { sender: ['nom'] } },
  'to-another': { shape: 'adverbial', slots: { recipient: ['gen'] } },
  protest: { shape: 'predicate', slots: { recipient: ['gen', 'dat'] } },
  condemnation: { shape: 'predicate' },
  demand: { shape: 'clause', slots: { sender: ['nom'], concerned: ['acc', 'gen', 'ins', 'dat'] } },
  demands: { shape: 'noun-phrase gen', slots: { sender: OBLIQUE } },
  'demands-insisted': { shape: 'noun-phrase loc', slots: { sender: OBLIQUE } },
  'demands-called': { shape: 'infinitive', slots: { sender: OBLIQUE } },
  request: { shape: 'clause', slots: { sender: ['nom'], recipient: ['acc'] } },
  requests: { shape: 'infinitive', slots: { 'root.sender': OBLIQUE, 'root.concerned': OBLIQUE } },
  reservation: { shape: 'clause', slots: { 'sender.state': ['nom'] } },
  'annex-titles': { shape: 'noun-phrase nom' },
  labels: { shape: 'label' }
}

export const wording: Wording = {
  called: ['nom'],
  plurals: ['one', 'few', 'many'],
  units: { one: 6, many: 6 },
  names,
  demand: {
    attention: CALLED,
    concern: CALLED,
    regret: CALLED,
    protest: { qualifier: 'gen', doing: 'loc', words: 'loc' },
    'strong-protest': DEMANDED,
    'strongest-protest': DEMANDED
  },
  phrases,
  shapes: {
    damage: inside('clause', 'a clause: `полностью разрушена часть ограждения`', { slots: { facility: CASES } }),
    circumstance: inside('clause', 'a clause: `обнаружены фрагменты`', { slots: { facility: CASES } }),
    event: inside('predicate', 'what the means did: `упала на территорию {facility gen}`', {
      slots: { facility: CASES }
    }),
    called: inside('noun-phrase', 'what stands in brackets, in the nominative: `обстрел Генерального консульства`'),
    place: inside('adverbial', 'where it was: `в Одесской области`'),
    clock: inside(
      'adverbial',
      'what stands behind the time, in place of "по местному времени": `по московскому времени`'
    ),
    designation: inside('name', 'a name or a type: `Искандер`'),
    subject: inside('noun-phrase', 'what follows "относительно", in the genitive: `событий мая`', {
      beginnings: [PREPOSITION]
    }),
    scope: inside('noun-phrase', 'what follows "координаты", in the genitive: `зданий представительств`'),
    assurance: inside('clause', 'what follows "что": `координаты будут учтены`'),
    said: inside('clause', 'what follows "что": `вопрос будет рассмотрен`'),
    asked: inside('noun-phrase', 'what follows "просьба относительно", in the genitive: `официальных извинений`'),
    when: inside('adverbial', 'when or how, without a date: `неоднократно`'),
    told: inside('predicate', 'what was done with the document: `вручён послу лично`'),
    use: inside('noun-phrase', 'whoever it was, in the genitive: `заместителя Министра`'),
    thing: inside('noun-phrase', 'what follows "передача", in the genitive: `карты своих представительств`'),
    'around-measure': inside('clause', 'words around the measure, which stands in the genitive: `на глубине`')
  }
}
