/** Russian names from parts: usual organs and States in their cases; what a missing form may be is for a person to say. */
import {
  CASES,
  type GrammarTable,
  NAME_FORMS,
  type NameForm,
  type NameForms,
  type NameGrammar,
  type NameParts
} from '../language.ts'
import { type Declension, formIn, russianCase } from './nouns.ts'

/** An organ: what stands before what it belongs to, in the six cases, and behind that. */
interface Organ {
  readonly forms: Declension
  /** Behind the owner in a full name: nothing, or what a ministry is of. */
  readonly field?: string
}

/** As official pages write them; in small letters what is no organ. */
const ORGANS: Readonly<Record<string, Organ>> = {
  embassy: { forms: ['Посольство', 'Посольства', 'Посольству', 'Посольство', 'Посольством', 'Посольстве'] },
  'foreign-ministry': {
    forms: ['Министерство', 'Министерства', 'Министерству', 'Министерство', 'Министерством', 'Министерстве'],
    field: 'иностранных дел'
  },
  'ministry-of-defence': {
    forms: ['Министерство', 'Министерства', 'Министерству', 'Министерство', 'Министерством', 'Министерстве'],
    field: 'обороны'
  },
  'consulate-general': {
    forms: [
      'Генеральное консульство',
      'Генерального консульства',
      'Генеральному консульству',
      'Генеральное консульство',
      'Генеральным консульством',
      'Генеральном консульстве'
    ]
  },
  'honorary-consulate': {
    forms: [
      'Почётное консульство',
      'Почётного консульства',
      'Почётному консульству',
      'Почётное консульство',
      'Почётным консульством',
      'Почётном консульстве'
    ]
  },
  'permanent-mission': {
    forms: [
      'Постоянное представительство',
      'Постоянного представительства',
      'Постоянному представительству',
      'Постоянное представительство',
      'Постоянным представительством',
      'Постоянном представительстве'
    ]
  },
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

/** "Азербайджанская Республика" */
function republic(stem: string): Declension {
  return [
    `${stem}ая Республика`,
    `${stem}ой Республики`,
    `${stem}ой Республике`,
    `${stem}ую Республику`,
    `${stem}ой Республикой`,
    `${stem}ой Республике`
  ]
}

function compose({ noun, iso, of, in: at, place, abroad }: NameParts): NameForms | null {
  if (noun === null) {
    const state = iso === null ? undefined : STATES[iso]
    return state ? forms(state, null) : null
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
  return forms(full, abroad && noun === 'embassy' ? short.map(each => each + located) : short)
}

/** All cases of a name and of its short form. */
function forms(full: Declension, short: Declension | null): NameForms {
  const made: Partial<Record<NameForm, string>> = {}
  for (const each of CASES) {
    const inCase = russianCase(each)
    const abridged = NAME_FORMS.find(form => form === `short-${each}`)
    if (inCase === null) continue
    made[each] = formIn(full, inCase)
    if (abridged && short) made[abridged] = formIn(short, inCase)
  }
  return made
}

export const names: NameGrammar = { nouns: Object.keys(ORGANS), compose, propose: () => null }

/** What stands in both tables, for people to confirm. */
export const nameTable: GrammarTable = Object.fromEntries([
  ...Object.entries(STATES).map(([iso, cases]) => [iso, { text: cases.join(' · '), confirmed: null }]),
  ...Object.entries(ORGANS).map(([noun, { forms: cases, field }]) => {
    return [noun, { text: cases.map(each => (field ? `${each} ${field}` : each)).join(' · '), confirmed: null }]
  })
])
