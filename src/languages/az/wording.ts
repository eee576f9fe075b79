/** Azerbaijani: how the house's own texts must begin and end, and what a name needs. */
import type { Beginning, GrammaticalCase, PhraseForm, TextShape, Wording } from '../language.ts'
import { names } from './names.ts'

const OBLIQUE: readonly GrammaticalCase[] = ['gen', 'dat', 'acc', 'abl', 'loc']

/** The verb stands last; the note gives the last clause of a sentence its ending (dağılmış, … dağılmışdır). */
const CLAUSE_END: Beginning = {
  pattern: /m[ıiuü]ş.{0,2}[dD][ıiuü]r$/u,
  message: 'ends as a whole sentence does',
  mend: text =>
    `end it with the participle: \`… ${text
      .split(' ')
      .at(-1)
      ?.replace(/d[ıiuü]r$/u, '')}\``
}
const NOT_A_CLAUSE: Beginning = {
  pattern: /(?<!m[ıiuü]ş)(?<!m[ıiuü]ş.{0,2}[dD][ıiuü]r)$/u,
  message: 'is no clause that ends in -mış, -miş, -muş or -müş',
  mend: () => 'end it with its verb: `… dağılmış`'
}

function clause(example: string, slots?: TextShape['slots']): TextShape {
  return {
    shape: 'participle-clause',
    wanted: `a clause that ends in a participle: \`${example}\``,
    beginnings: [CLAUSE_END, NOT_A_CLAUSE],
    ...(slots ? { slots } : {})
  }
}

/** What is demanded is a verbal noun in the case of the verb; an adjective before a noun has one form for all. */
const DEMANDED = { qualifier: 'gen', doing: 'gen', words: 'acc' } as const

/** A set phrase that ends as its verb wants it. */
function ending(
  shape: PhraseForm['shape'],
  pattern: RegExp,
  mend: string,
  slots: PhraseForm['slots'] = {}
): PhraseForm {
  return {
    shape,
    slots,
    beginnings: [{ pattern, message: 'does not end in its case', mend: () => `end it with ${mend}` }]
  }
}

const AUTHOR = { 'attribution.to': OBLIQUE }

/** The verb stands last: what it is about stands before it, in the case that it governs. */
const phrases: Wording['phrases'] = {
  opening: { shape: 'clause', slots: { sender: ['nom'], recipient: ['dat', 'gen'] } },
  closing: { shape: 'clause', slots: { sender: ['nom'], recipient: ['dat', 'acc'] } },
  means: { shape: 'noun-phrase nom' },
  certainty: { shape: 'attribute' },
  author: { shape: 'attribute', slots: AUTHOR },
  implied: { shape: 'clause', slots: AUTHOR },
  verb: { shape: 'participle-clause', slots: { 'attribution.to': ['nom'], territory: ['gen'] } },
  'verb-ending': { shape: 'ending' },
  casualties: { shape: 'clause' },
  injuries: { shape: 'attribute' },
  injured: { shape: 'noun-phrase nom' },
  recall: { shape: 'noun-phrase acc', slots: { 'root.sender.state': ['gen'], facility: OBLIQUE } },
  'recall/summary': ending(
    'verbal-noun acc',
    /\p{L}(?<!d[ıiuü]y[ıiuü]n[ıiuü])$/u,
    '-dığını, -diyini, -duğunu or -düyünü'
  ),
  inference: { shape: 'clause', slots: { sender: ['nom'] } },
  submission: { shape: 'clause' },
  legal: { shape: 'predicate' },
  'legal/general': { shape: 'clause', slots: { sender: ['nom'] } },
  'to-another': { shape: 'adverbial', slots: { recipient: ['gen'] } },
  protest: { shape: 'predicate', slots: { recipient: ['gen', 'dat'] } },
  condemnation: { shape: 'predicate' },
  // `nom` stands before "tərəfindən"
  demand: { shape: 'clause', slots: { sender: ['nom'], concerned: ['abl', 'acc', 'nom'] } },
  demands: ending('verbal-noun acc', /\p{L}(?<!n[ıiuü])$/u, '-nı, -ni, -nu or -nü', { sender: OBLIQUE }),
  'demands-insisted': ending('verbal-noun loc', /\p{L}(?<!nd[aə])$/u, '-nda or -ndə', { sender: OBLIQUE }),
  'demands-called': ending('infinitive dat', /\p{L}(?<!mağa|məyə)$/u, '-mağa or -məyə', { sender: OBLIQUE }),
  request: { shape: 'clause', slots: { sender: ['nom'], recipient: ['abl'] } },
  requests: ending('verbal-noun acc', /\p{L}(?<!n[ıiuü])$/u, '-nı, -ni, -nu or -nü', {
    'root.sender': OBLIQUE,
    'root.concerned': OBLIQUE
  }),
  reservation: { shape: 'clause', slots: { 'sender.state': ['nom'] } },
  'annex-titles': { shape: 'noun-phrase nom' },
  labels: { shape: 'label' }
}

export const wording: Wording = {
  called: ['nom'],
  plurals: ['one', 'many'],
  units: { one: 1, many: 0 },
  names,
  demand: {
    attention: DEMANDED,
    concern: DEMANDED,
    regret: { qualifier: 'acc', doing: 'acc', words: 'dat' },
    protest: { qualifier: 'gen', doing: 'gen', words: 'loc' },
    'strong-protest': DEMANDED,
    'strongest-protest': DEMANDED
  },
  phrases,
  shapes: {
    damage: clause('hasarın bir hissəsi tamamilə dağılmış', { facility: OBLIQUE }),
    circumstance: clause('partlamamış sursat aşkar edilmiş', { facility: OBLIQUE }),
    event: clause('{facility gen} ərazisinə düşmüş', { facility: OBLIQUE }),
    called: {
      shape: 'noun-phrase',
      wanted: 'what stands in brackets, in the nominative: `Baş Konsulluğun atəşə tutulması`',
      beginnings: []
    },
    place: { shape: 'adverbial', wanted: 'where it was, in the locative: `Odessa vilayətində`', beginnings: [] },
    clock: {
      shape: 'adverbial',
      wanted: 'what stands before the time, in place of "yerli vaxtla": `Moskva vaxtı ilə`',
      beginnings: []
    },
    designation: { shape: 'name', wanted: 'a name or a type: `İsgəndər`', beginnings: [] },
    subject: { shape: 'noun-phrase', wanted: 'what stands before "barədə": `may hadisələri`', beginnings: [] },
    scope: {
      shape: 'noun-phrase',
      wanted: 'what stands before "koordinatları", in the genitive: `diplomatik nümayəndəliklərin`',
      beginnings: [
        { pattern: /[^n]$/u, message: 'is not in the genitive', mend: () => 'end it with -ın, -in, -un or -ün' }
      ]
    },
    assurance: {
      shape: 'verbal-noun',
      wanted: 'what stands before "təminat vermişdir", in the dative: `nəzərə alınacağına`',
      beginnings: [
        {
          pattern: /[^aə]$/u,
          message: 'is no verbal noun in the dative',
          mend: () => 'end it with -acağına or -əcəyinə'
        }
      ]
    },
    said: {
      shape: 'verbal-noun',
      wanted: 'what stands before "bildirmişdir", in the accusative: `məsələyə baxılacağını`',
      beginnings: [
        { pattern: /[^ıiuü]$/u, message: 'is no verbal noun in the accusative', mend: () => 'end it with -ını or -ini' }
      ]
    },
    asked: {
      shape: 'noun-phrase',
      wanted: 'what stands before "xahiş", in the accusative: `üzr istənilməsini`',
      beginnings: []
    },
    when: { shape: 'adverbial', wanted: 'when or how, without a date: `dəfələrlə`', beginnings: [] },
    told: { shape: 'participle-clause', wanted: 'how it was done: `səfirə şəxsən təqdim edilmiş`', beginnings: [] },
    use: { shape: 'noun-phrase', wanted: 'whoever it was: `səfiri`, `nazirin müavini`', beginnings: [] },
    thing: {
      shape: 'noun-phrase',
      wanted: 'what stands before "təqdim etmişdir", in the accusative: `xəritəni`',
      beginnings: []
    },
    'around-measure': { shape: 'clause', wanted: 'words around the measure: `dərinlikdə`', beginnings: [] }
  }
}
