/** Russian names from parts: usual organs and States in their cases; what a missing form may be is for a person to say. */
import type { GrammaticalCase, NameForms, NameGrammar, NameParts } from '../language.ts'
import { inAllCases, unconfirmed } from '../saying.ts'
import { type Declension, formIn, russianCase } from './nouns.ts'

/** An organ: what stands before what it belongs to, in the six cases, and behind that. */
interface Organ {
  readonly forms: Declension
  /** Behind the owner in a full name: nothing, or what a ministry is of. */
  readonly field?: string
}

/** As official pages write them; in small letters what is no organ. */
const ORGANS: Readonly<Record<string, Organ>> = {
  embassy: { forms: neuter('Посольств') },
  'foreign-ministry': { forms: neuter('Министерств'), field: 'иностранных дел' },
  'ministry-of-defence': { forms: neuter('Министерств'), field: 'обороны' },
  'consulate-general': { forms: neuter('консульств', 'Генеральн') },
  consulate: { forms: neuter('Консульств') },
  'vice-consulate': { forms: neuter('Вице-консульств') },
  'consular-agency': { forms: neuter('агентств', 'Консульск') },
  'honorary-consulate': { forms: neuter('консульств', 'Почётн') },
  'permanent-mission': { forms: neuter('представительств', 'Постоянн') },
  'consular-section': {
    forms: [
      'консульский отдел Посольства',
      'консульского отдела Посольства',
      'консульскому отделу Посольства',
      'консульский отдел Посольства',
      'консульским отделом Посольства',
      'консульском отделе Посольства'
    ]
  },
  residence: {
    forms: [
      'резиденция Посла',
      'резиденции Посла',
      'резиденции Посла',
      'резиденцию Посла',
      'резиденцией Посла',
      'резиденции Посла'
    ]
  },
  'oil-depot': { forms: ['нефтебаза', 'нефтебазы', 'нефтебазе', 'нефтебазу', 'нефтебазой', 'нефтебазе'] }
}
/** What stands in a city: in which, the record says under `in`, in the prepositional. */
const IN_CITY: readonly string[] = ['consulate-general', 'honorary-consulate']

/** States by ISO 3166-1, in the six cases. «В Украине» is the usage of the sender of the first fixture. */
const STATES: Readonly<Record<string, Declension>> = {
  AZ: republic('Азербайджанск'),
  GE: ['Грузия', 'Грузии', 'Грузии', 'Грузию', 'Грузией', 'Грузии'],
  RU: [
    'Российская Федерация',
    'Российской Федерации',
    'Российской Федерации',
    'Российскую Федерацию',
    'Российской Федерацией',
    'Российской Федерации'
  ],
  TR: republic('Турецк'),
  UA: ['Украина', 'Украины', 'Украине', 'Украину', 'Украиной', 'Украине']
}

/** "Посольство", "Генеральное консульство" */
function neuter(noun: string, adjective?: string): Declension {
  const before =
    adjective === undefined ? [] : ['ое', 'ого', 'ому', 'ое', 'ым', 'ом'].map(each => `${adjective}${each} `)
  return ['о', 'а', 'у', 'о', 'ом', 'е'].map((ending, index) => `${before[index] ?? ''}${noun}${ending}`)
}

/** "Азербайджанская Республика" */
function republic(stem: string): Declension {
  const nouns = ['Республика', 'Республики', 'Республике', 'Республику', 'Республикой', 'Республике']
  return ['ая', 'ой', 'ой', 'ую', 'ой', 'ой'].map((ending, index) => `${stem}${ending} ${nouns[index]}`)
}

function compose({ noun, iso, of, in: at, place, abroad }: NameParts): NameForms | null {
  if (noun === null) {
    const state = iso === null ? undefined : STATES[iso]
    return state ? inAllCases(formOf, state, null) : null
  }
  const organ = ORGANS[noun]
  const owner = of?.gen
  if (!organ || owner === undefined) return null
  if (IN_CITY.includes(noun) && place === null) return null
  const where = place ?? at?.loc
  const located =
    where !== undefined && noun !== 'oil-depot' ? ` ${noun === 'permanent-mission' ? 'при' : 'в'} ${where}` : ''
  const full = organ.forms.map(each => [each, ...(organ.field ? [organ.field] : []), owner].join(' ') + located)
  const short = organ.forms.map(each => (noun === 'ministry-of-defence' ? `${each} обороны` : each))
  return inAllCases(formOf, full, abroad && noun === 'embassy' ? short.map(each => each + located) : short)
}

function formOf(noun: Declension, inCase: GrammaticalCase): string | null {
  const known = russianCase(inCase)
  return known && formIn(noun, known)
}

export const names: NameGrammar = { nouns: Object.keys(ORGANS), compose, propose: () => null }

const states = Object.entries(STATES).map(([iso, cases]) => [iso, cases.join(' · ')])
const organs = Object.entries(ORGANS).map(([noun, { forms, field }]) => {
  return [noun, forms.map(each => (field ? `${each} ${field}` : each)).join(' · ')]
})

/** What stands in both tables, for people to confirm. */
export const nameTable = unconfirmed(Object.fromEntries([...states, ...organs]))
