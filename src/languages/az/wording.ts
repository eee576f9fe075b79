/** Azerbaijani: how the house's own texts must begin and end, and what a name needs. */
import type { Beginning, GrammaticalCase, TextShape, Wording } from '../language.ts'
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

export const wording: Wording = {
  called: ['nom'],
  plurals: ['one', 'many'],
  names,
  demand: {
    attention: DEMANDED,
    concern: DEMANDED,
    regret: { qualifier: 'acc', doing: 'acc', words: 'dat' },
    protest: { qualifier: 'gen', doing: 'gen', words: 'loc' },
    'strong-protest': DEMANDED,
    'strongest-protest': DEMANDED
  },
  shapes: {
    damage: clause('hasarın bir hissəsi tamamilə dağılmış', { facility: OBLIQUE }),
    circumstance: clause('partlamamış sursat aşkar edilmiş', { facility: OBLIQUE }),
    event: clause('{facility gen} ərazisinə düşmüş', { facility: OBLIQUE }),
    place: { shape: 'adverbial', wanted: 'where it was, in the locative: `Odessa vilayətində`', beginnings: [] },
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
    'around-measure': { shape: 'clause', wanted: 'words around the measure: `dərinlikdə`', beginnings: [] }
  }
}
