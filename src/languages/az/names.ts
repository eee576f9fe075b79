/** Azerbaijani names from parts: usual organs and States, in all cases; what a missing form may be. */
import { CASES, type GrammaticalCase, type NameForms, type NameGrammar, type NameParts } from '../language.ts'
import { inAllCases, unconfirmed } from '../saying.ts'
import { decline, looksPossessed } from './nouns.ts'

/** A noun as it stands behind what possesses it, and alone. */
interface Organ {
  readonly possessed: string
  readonly alone: string
}

/** As the Ministry's own pages and releases write them; in small letters what is no organ. */
const ORGANS: Readonly<Record<string, Organ>> = {
  embassy: { possessed: 'Səfirliyi', alone: 'Səfirlik' },
  'foreign-ministry': { possessed: 'Xarici İşlər Nazirliyi', alone: 'Nazirlik' },
  'ministry-of-defence': { possessed: 'Müdafiə Nazirliyi', alone: 'Müdafiə Nazirliyi' },
  'consulate-general': { possessed: 'Baş Konsulluğu', alone: 'Baş Konsulluq' },
  consulate: { possessed: 'Konsulluğu', alone: 'Konsulluq' },
  'vice-consulate': { possessed: 'Vitse-konsulluğu', alone: 'Vitse-konsulluq' },
  'consular-agency': { possessed: 'Konsul Agentliyi', alone: 'Konsul Agentliyi' },
  'honorary-consulate': { possessed: 'Fəxri Konsulluğu', alone: 'Fəxri Konsulluq' },
  'permanent-mission': { possessed: 'Daimi Nümayəndəliyi', alone: 'Daimi Nümayəndəlik' },
  'consular-section': { possessed: 'Səfirliyinin Konsulluq şöbəsi', alone: 'Konsulluq şöbəsi' },
  residence: { possessed: 'Səfirinin rezidensiyası', alone: 'rezidensiya' },
  'oil-depot': { possessed: 'neft bazası', alone: 'neft bazası' }
}

/** Organs that stand in a city rather than in a State. */
const IN_CITY: readonly string[] = [
  'consulate-general',
  'consulate',
  'vice-consulate',
  'consular-agency',
  'honorary-consulate'
]

/** States by ISO 3166-1. A note says a State's name in full, so that none has a short form. */
const STATES: Readonly<Record<string, string>> = {
  AZ: 'Azərbaycan Respublikası',
  GE: 'Gürcüstan',
  KZ: 'Qazaxıstan Respublikası',
  RU: 'Rusiya Federasiyası',
  TR: 'Türkiyə Respublikası',
  UA: 'Ukrayna',
  UZ: 'Özbəkistan Respublikası'
}

function formOf(noun: string, inCase: GrammaticalCase): string {
  return decline(noun, inCase, looksPossessed(noun))
}

/** "Azərbaycan Respublikasının Ukraynadakı Səfirliyi"; of a mission abroad the short form says where, so that the addressee's stays alone. */
function compose({ noun, iso, of, in: at, city, place: written, abroad }: NameParts): NameForms | null {
  if (noun === null) {
    const full = iso === null ? undefined : STATES[iso]
    return full === undefined ? null : inAllCases(formOf, full, null)
  }
  const organ = ORGANS[noun]
  const owner = of?.gen
  if (!organ || owner === undefined) return null
  const place =
    written ??
    (IN_CITY.includes(noun)
      ? city && `${city} şəhərindəki`
      : noun === 'permanent-mission'
        ? at?.nom && `${at.nom} yanında`
        : at?.['loc-adj'])
  if (IN_CITY.includes(noun) && !place) return null
  const full = [owner, ...(place && noun !== 'oil-depot' ? [place] : []), organ.possessed].join(' ')
  const short = abroad && noun === 'embassy' && place ? `${place} ${organ.alone}` : organ.alone
  return inAllCases(formOf, full, short)
}

export const names: NameGrammar = {
  nouns: Object.keys(ORGANS),
  compose,
  propose: (nominative, form) => {
    const inCase = CASES.find(each => form === each || form === `short-${each}`)
    return nominative === '' || !inCase ? null : formOf(nominative, inCase)
  }
}

const organs = Object.entries(ORGANS).map(([noun, { possessed, alone }]) => [noun, `${possessed} · ${alone}`])

/** What stands in both tables, for people to confirm. */
export const nameTable = unconfirmed(STATES, Object.fromEntries(organs))
