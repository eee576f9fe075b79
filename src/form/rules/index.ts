/** The table of form rules, in the order of their numbers. */

import { NV044 } from './abbreviations.ts'
import { NV012 } from './acts.ts'
import { NV019 } from './addressee.ts'
import { NV039 } from './attribution.ts'
import { NV029 } from './breaches.ts'
import { NV041 } from './casualties.ts'
import { NV036 } from './communications.ts'
import { NV013 } from './condemnation.ts'
import { NV042 } from './coordinates-printed.ts'
import { NV009 } from './courtesies.ts'
import { NV014 } from './dateline.ts'
import { NV023 } from './dates.ts'
import { NV025 } from './days-and-clocks.ts'
import { NV048 } from './demands.ts'
import { NV035 } from './despite-coordinates.ts'
import { NV020 } from './enclosures.ts'
import { NV017 } from './ends-of-pages.ts'
import { NV040 } from './facts-in-templates.ts'
import { NV050 } from './file-times.ts'
import { NV052 } from './form-of-answer.ts'
import { NV037 } from './hedges.ts'
import { NV010 } from './honour.ts'
import { NV031 } from './inviolability.ts'
import { NV051 } from './length-of-recall.ts'
import { NV053 } from './marks-on-the-face.ts'
import { NV046 } from './merge-leftovers.ts'
import { NV045 } from './no-break-spaces.ts'
import { NV015 } from './number.ts'
import { NV027 } from './occasion.ts'
import { NV004 } from './opening-names.ts'
import { NV047 } from './other-languages.ts'
import { NV018 } from './page-furniture.ts'
import { NV030 } from './parties-to-treaties.ts'
import { NV043 } from './place-names.ts'
import { NV026 } from './prior-incidents.ts'
import { NV034 } from './protection.ts'
import { NV049 } from './reservation-of-rights.ts'
import type { Rule } from './rule.ts'
import { NV002 } from './salutations.ts'
import { NV005 } from './short-names.ts'
import { NV003 } from './signatures.ts'
import { NV033 } from './state-responsibility.ts'
import { NV011 } from './strength-and-courtesy.ts'
import { NV032 } from './territory.ts'
import { NV001 } from './third-person.ts'
import { NV021 } from './translation-label.ts'
import { NV028 } from './treaties.ts'
import { NV038 } from './units.ts'
import { NV022 } from './unshown-letters.ts'
import { NV016 } from './year-of-number.ts'

export const RULES: readonly Rule[] = [
  NV001,
  NV002,
  NV003,
  NV004,
  NV005,
  NV009,
  NV010,
  NV011,
  NV012,
  NV013,
  NV014,
  NV015,
  NV016,
  NV017,
  NV018,
  NV019,
  NV020,
  NV021,
  NV022,
  NV023,
  NV025,
  NV026,
  NV027,
  NV028,
  NV029,
  NV030,
  NV031,
  NV032,
  NV033,
  NV034,
  NV035,
  NV036,
  NV037,
  NV038,
  NV039,
  NV040,
  NV041,
  NV042,
  NV043,
  NV044,
  NV045,
  NV046,
  NV047,
  NV048,
  NV049,
  NV050,
  NV051,
  NV052,
  NV053
]

/** A rule, or a part of one, that comes with the languages that it is about. */
export interface Pending {
  readonly id: string
  readonly title: string
  readonly waitsFor: string
}

export const PENDING: readonly Pending[] = [
  {
    id: 'NV006',
    title: 'the recipient stands in the dative, as recorded',
    waitsFor: 'Russian, Ukrainian, Azerbaijani'
  },
  {
    id: 'NV007',
    title: 'verbs agree with the senders in number and gender',
    waitsFor: 'French, Spanish, Arabic, Russian'
  },
  { id: 'NV008', title: 'articles and prepositions are contracted and elided', waitsFor: 'French, Spanish' },
  { id: 'NV023', title: 'dates are written by the rule of the language', waitsFor: 'each language but English' },
  { id: 'NV024', title: 'years and days bear the suffix of their last word', waitsFor: 'Azerbaijani' },
  { id: 'NV045', title: 'thin spaces before double punctuation marks', waitsFor: 'French' },
  { id: 'NV047', title: 'the body is in one language', waitsFor: 'each language but English' }
]
