/** The table of form rules, in the order of their numbers. */
import { NV001 } from './nv001.ts'
import { NV002 } from './nv002.ts'
import { NV003 } from './nv003.ts'
import { NV004 } from './nv004.ts'
import { NV005 } from './nv005.ts'
import { NV009 } from './nv009.ts'
import { NV010 } from './nv010.ts'
import { NV011 } from './nv011.ts'
import { NV012 } from './nv012.ts'
import { NV013 } from './nv013.ts'
import { NV014 } from './nv014.ts'
import { NV015 } from './nv015.ts'
import { NV016 } from './nv016.ts'
import { NV017 } from './nv017.ts'
import { NV018 } from './nv018.ts'
import { NV019 } from './nv019.ts'
import { NV020 } from './nv020.ts'
import { NV021 } from './nv021.ts'
import { NV022 } from './nv022.ts'
import { NV023 } from './nv023.ts'
import { NV025 } from './nv025.ts'
import { NV026 } from './nv026.ts'
import { NV027 } from './nv027.ts'
import { NV028 } from './nv028.ts'
import { NV029 } from './nv029.ts'
import { NV030 } from './nv030.ts'
import { NV031 } from './nv031.ts'
import { NV032 } from './nv032.ts'
import { NV033 } from './nv033.ts'
import { NV034 } from './nv034.ts'
import { NV035 } from './nv035.ts'
import { NV036 } from './nv036.ts'
import { NV037 } from './nv037.ts'
import { NV038 } from './nv038.ts'
import { NV039 } from './nv039.ts'
import { NV040 } from './nv040.ts'
import { NV041 } from './nv041.ts'
import { NV042 } from './nv042.ts'
import { NV043 } from './nv043.ts'
import { NV044 } from './nv044.ts'
import { NV045 } from './nv045.ts'
import { NV046 } from './nv046.ts'
import { NV047 } from './nv047.ts'
import { NV048 } from './nv048.ts'
import { NV049 } from './nv049.ts'
import { NV050 } from './nv050.ts'
import { NV051 } from './nv051.ts'
import { NV052 } from './nv052.ts'
import { NV053 } from './nv053.ts'
import type { Rule } from './rule.ts'

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
