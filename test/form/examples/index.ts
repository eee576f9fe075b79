/** What each rule of form lets pass and what it finds, by its code. */
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
import type { Examples } from './example.ts'
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
import { NV002 } from './salutations.ts'
import { NV005 } from './short-names.ts'
import { NV003 } from './signatures.ts'
import { NV006, NV024, NV054, NV055, NV056 } from './spellings.ts'
import { NV033 } from './state-responsibility.ts'
import { NV011 } from './strength-and-courtesy.ts'
import { NV032 } from './territory.ts'
import { NV001 } from './third-person.ts'
import { NV021 } from './translation-label.ts'
import { NV028 } from './treaties.ts'
import { NV038 } from './units.ts'
import { NV022 } from './unshown-letters.ts'
import { NV016 } from './year-of-number.ts'

export const EXAMPLES: Readonly<Record<string, Examples>> = {
  NV001,
  NV002,
  NV003,
  NV004,
  NV005,
  NV006,
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
  NV024,
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
  NV053,
  NV054,
  NV055,
  NV056
}
