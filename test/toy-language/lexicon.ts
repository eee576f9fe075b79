/** The toy language: what rules look for. It is spoken by nobody, and has few words. */
import { foreignTo } from '../../src/languages/foreign.ts'
import type { Lexicon } from '../../src/languages/lexicon.ts'
import { none, pattern } from '../../src/languages/pattern.ts'
import { MONTHS } from './say.ts'

const NONE = none('the language has few words, and none for this')

export const lexicon: Lexicon = {
  person: /\b(?:mi|nos)\b/giu,
  salutation: NONE,
  signature: NONE,
  personalName: NONE,
  months: MONTHS,
  wholeDate: pattern('gu')`\b(?<year>\d{4})\s(?<month>${MONTHS})\s(?<day>\d{1,2})\b`,
  numberWords: NONE,
  units: /metro/u,
  hedges: /\bcircu\s*$/u,
  compliments: /\bsaluta\s+donir\b/giu,
  honour: /\bhonora\b/giu,
  honouredAct: NONE,
  closing: NONE,
  acts: [
    { strength: 'attention', pattern: /\batenta\s+vokir\b/giu },
    { strength: 'concern', pattern: NONE },
    { strength: 'regret', pattern: NONE },
    { strength: 'protest', pattern: NONE },
    { strength: 'strong-protest', pattern: /\bforta\s+kontrir\b/giu },
    { strength: 'strongest-protest', pattern: NONE }
  ],
  condemnation: /\bdamnir\b/giu,
  demanding: /\bpetir\b/giu,
  protection: NONE,
  reservation: /\brajta\s+tenir\b/giu,
  breach: NONE,
  lawful: NONE,
  treaty: NONE,
  article: NONE,
  inviolable: NONE,
  notInviolable: NONE,
  territory: NONE,
  responsibilityArticles: NONE,
  allTheSame: NONE,
  coordinates: NONE,
  earlier: NONE,
  noteNumber: /\bNr\.\s[\d/-]+/gu,
  annex: NONE,
  breakable: [pattern('gu')`${MONTHS} \d{1,2}(?!\d)`, /\bNr\. \d+/gu],
  authored: NONE,
  ofType: NONE,
  reported: NONE,
  asHint: NONE,
  deliberate: NONE,
  question: NONE,
  harmed: NONE,
  denial: /\bnul\b/iu,
  otherDocuments: NONE,
  nil: /\bvikto\s+nul\b/giu,
  otherClocks: NONE,
  writtenDates: /\b\d{4}-\d\d-\d\d\b/gu,
  variants: [],
  shortenings: NONE,
  classification: NONE,
  leftovers: NONE,
  foreign: foreignTo(new Set(['la', 'le', 'par'])),
  otherScripts: /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+/gu
}
