/** A generated case in; the same with all that it says in Azerbaijani and Russian too, out. */

import { LANGUAGES } from '../src/languages/index.ts'
import { type GrammaticalCase, NAME_FORMS, type NameForm, type NameForms } from '../src/languages/language.ts'
import type { IncidentRecord, Register } from '../src/records/schema.ts'
import type { Case } from './generator.ts'

/** In Azerbaijani and in Russian. */
type Both<T = string> = readonly [az: T, ru: T]

/** The six cases of Russian. */
const RUSSIAN: readonly GrammaticalCase[] = ['nom', 'gen', 'dat', 'acc', 'ins', 'loc']

/** Russian: what changes, in six cases, and what stands behind it as it is. */
function russian(declined: string, rest = '', prefix: '' | 'short-' = ''): NameForms {
  const words = declined.split(' | ')
  const forms = RUSSIAN.map((each, index) => [`${prefix}${each}`, `${words[index]}${rest}`])
  return Object.fromEntries(forms)
}

/** Azerbaijani: by rule, as a person would confirm it. */
function azerbaijani(nominative: string, prefix: '' | 'short-' = ''): NameForms {
  const wanted: readonly NameForm[] = NAME_FORMS.filter(form => /^(?:gen|dat|acc|ins|abl|loc|loc-adj)$/u.test(form))
  const forms = wanted.map(form => [`${prefix}${form}`, LANGUAGES.az.wording.names?.propose(nominative, form) ?? ''])
  return { [`${prefix}nom`]: nominative, ...Object.fromEntries(forms) }
}

const MINISTRY = 'Министерство | Министерства | Министерству | Министерство | Министерством | Министерстве'
const OFFICE = 'помещение | помещения | помещению | помещение | помещением | помещении'

/** Names that no lexicon can make, by what they are in English; others are made of their parts. */
const NAMES: Readonly<Record<string, Both<object>>> = {
  'the Republic of Alda': [
    azerbaijani('Alda Respublikası'),
    russian('Республика | Республики | Республике | Республику | Республикой | Республике', ' Альда')
  ],
  'the Federation of Borvia': [
    azerbaijani('Borviya Federasiyası'),
    russian('Федерация | Федерации | Федерации | Федерацию | Федерацией | Федерации', ' Борвия')
  ],
  Cymar: [azerbaijani('Simar'), russian('Симар | Симара | Симару | Симар | Симаром | Симаре')],
  'the League of Cities': [
    azerbaijani('Şəhərlər Liqası'),
    russian('Лига | Лиги | Лиге | Лигу | Лигой | Лиге', ' городов')
  ],
  'the Ministry of Foreign Affairs of the Republic of Alda': [
    { noun: 'foreign-ministry' },
    { noun: 'foreign-ministry' }
  ],
  'the Ministry of Foreign Affairs of the Federation of Borvia': [
    { noun: 'foreign-ministry' },
    { noun: 'foreign-ministry' }
  ],
  'the Permanent Mission of the Federation of Borvia to the League of Cities': [
    {
      ...azerbaijani('Borviya Federasiyasının Şəhərlər Liqası yanında Daimi Nümayəndəliyi'),
      ...azerbaijani('Borviya Nümayəndəliyi', 'short-')
    },
    {
      ...russian(
        'Постоянное представительство | Постоянного представительства | Постоянному представительству | Постоянное представительство | Постоянным представительством | Постоянном представительстве',
        ' Федерации Борвия при Лиге городов'
      ),
      ...russian(
        'Представительство | Представительства | Представительству | Представительство | Представительством | Представительстве',
        ' Борвии',
        'short-'
      )
    }
  ],
  'the Office of the League of Cities': [
    { ...azerbaijani('Şəhərlər Liqasının İdarəsi'), ...azerbaijani('İdarə', 'short-') },
    {
      ...russian('Бюро | Бюро | Бюро | Бюро | Бюро | Бюро', ' Лиги городов'),
      ...russian('Бюро | Бюро | Бюро | Бюро | Бюро | Бюро', '', 'short-')
    }
  ],
  'the Embassy of Cymar in the Republic of Alda': [
    { ...azerbaijani('Simarın Alda Respublikasındakı Səfirliyi'), ...azerbaijani('Simar Səfirliyi', 'short-') },
    {
      ...russian(
        'Посольство | Посольства | Посольству | Посольство | Посольством | Посольстве',
        ' Симара в Республике Альда'
      ),
      ...russian('Посольство | Посольства | Посольству | Посольство | Посольством | Посольстве', ' Симара', 'short-')
    }
  ],
  'the Alda Oil Company': [
    azerbaijani('Alda Neft Şirkəti'),
    russian(
      'Нефтяная компания | Нефтяной компании | Нефтяной компании | Нефтяную компанию | Нефтяной компанией | Нефтяной компании',
      ' Альды'
    )
  ],
  'the Ministry of Defence of the Federation of Borvia': [
    { noun: 'ministry-of-defence' },
    russian(MINISTRY, ' обороны Федерации Борвия')
  ],
  'the private residence of the Counsellor of the Embassy of the Republic of Alda in Ostrel': [
    azerbaijani('Alda Respublikasının Səfirliyinin müşavirinin Ostrel şəhərindəki şəxsi iqamətgahı'),
    russian(
      'частная резиденция | частной резиденции | частной резиденции | частную резиденцию | частной резиденцией | частной резиденции',
      ' советника Посольства Республики Альда в городе Острель'
    )
  ],
  'a vehicle of the Embassy of the Republic of Alda in Ostrel': [
    azerbaijani('Alda Respublikasının Ostrel şəhərindəki Səfirliyinin avtomobili'),
    russian(
      'автомобиль | автомобиля | автомобилю | автомобиль | автомобилем | автомобиле',
      ' Посольства Республики Альда в городе Острель'
    )
  ],
  'the Consulate General of the Republic of Alda in Marn': [
    azerbaijani('Alda Respublikasının Marn şəhərindəki Baş Konsulluğu'),
    { noun: 'consulate-general', in: 'городе Марн' }
  ],
  'the Consulate of the Republic of Alda in Tolm': [{ noun: 'consulate' }, { noun: 'consulate', in: 'городе Толм' }],
  'the Vice-Consulate of the Republic of Alda in Sund': [
    { noun: 'vice-consulate' },
    { noun: 'vice-consulate', in: 'городе Сунд' }
  ],
  'the Consular Agency of the Republic of Alda in Veld': [
    { noun: 'consular-agency' },
    { noun: 'consular-agency', in: 'городе Вельд' }
  ],
  'the Honorary Consulate of the Republic of Alda in Pell': [
    azerbaijani('Alda Respublikasının Pell şəhərindəki Fəxri Konsulluğu'),
    { noun: 'honorary-consulate', in: 'городе Пелль' }
  ],
  'the office of the Permanent Mission of the Republic of Alda in Ostrel': [
    azerbaijani('Alda Respublikasının Daimi Nümayəndəliyinin Ostrel şəhərindəki ofisi'),
    russian(OFFICE, ' Постоянного представительства Республики Альда в городе Острель')
  ],
  'the office of the Delegation of the Republic of Alda in Ostrel': [
    azerbaijani('Alda Respublikasının nümayəndə heyətinin Ostrel şəhərindəki ofisi'),
    russian(OFFICE, ' делегации Республики Альда в городе Острель')
  ],
  'the Cultural Institute of the Republic of Alda in Ostrel': [
    azerbaijani('Alda Respublikasının Ostrel şəhərindəki Mədəniyyət İnstitutu'),
    russian(
      'Культурный институт | Культурного института | Культурному институту | Культурный институт | Культурным институтом | Культурном институте',
      ' Республики Альда в городе Острель'
    )
  ],
  'the oil depot of the Alda Oil Company near Marn': [{ noun: 'oil-depot' }, { noun: 'oil-depot' }],
  'a dwelling house of nationals of the Republic of Alda in Pell': [
    azerbaijani('Alda Respublikası vətəndaşlarının Pell şəhərindəki yaşayış evi'),
    russian(
      'жилой дом | жилого дома | жилому дому | жилой дом | жилым домом | жилом доме',
      ' граждан Республики Альда в городе Пелль'
    )
  ]
}

/** Texts, by what they are in English. */
/** In the cases that nouns and infinitives of demands govern. */
const ACTS: Both<object> = [
  { gen: 'təsvir olunmuş hərəkətlərin', acc: 'təsvir olunmuş hərəkətləri' },
  { gen: 'описанных действий', acc: 'описанные действия' }
]

const TEXTS: Readonly<Record<string, Both<string | object>>> = {
  'the attack': ['hücum', 'нападение'],
  Tarsa: ['Tarsa şəhəri', 'г. Тарса'],
  Ostrel: ['Ostrel', 'Острель'],
  'Mill House': ['Dəyirman evi', 'Дом у мельницы'],
  'Ilse Varga': ['İlze Varqa', 'Ильзе Варга'],
  accountant: ['mühasib', 'бухгалтер'],
  'Piet Roll': ['Pit Roll', 'Пит Ролл'],
  driver: ['sürücü', 'водитель'],
  'Marn Railway Time': ['Marn dəmiryol vaxtı ilə', 'по марнскому железнодорожному времени'],
  '12 Mill Street': ['Dəyirman küçəsi, 12', 'ул. Мельничная, д. 12'],
  Kestrel: ['Kestrel', 'Кестрел'],
  'the Marn region': ['Marn vilayətində', 'в Марнской области'],
  'the destruction of the roof': ['dam örtüyü dağılmış', 'разрушена крыша'],
  'damage to the façade and the windows': ['fasada və pəncərələrə zərər dəymiş', 'повреждены фасад и окна'],
  'the loss of two service vehicles': [
    'iki xidməti avtomobil yararsız hala düşmüş',
    'приведены в негодность два служебных автомобиля'
  ],
  'cracks in the bearing walls': ['daşıyıcı divarlarda çatlar yaranmış', 'в несущих стенах образовались трещины'],
  'fragments were recovered on the spot': ['hadisə yerində qəlpələr aşkar edilmiş', 'на месте были обнаружены осколки'],
  'the staff had to leave the building': [
    'əməkdaşlar binanı tərk etməyə məcbur olmuş',
    'сотрудники были вынуждены покинуть здание'
  ],
  'the power supply failed for nine hours': [
    'doqquz saat ərzində elektrik təchizatı olmamış',
    'электроснабжение отсутствовало в течение девяти часов'
  ],
  'the events of this year': ['bu ilin hadisələri', 'событий этого года'],
  'the safety of the missions': ['nümayəndəliklərin təhlükəsizliyi', 'безопасности представительств'],
  'in the spring': ['yazda', 'весной'],
  'a map of its missions': ['nümayəndəliklərinin xəritəsini', 'карты своих представительств'],
  prompt: ['təcili', { gen: 'скорейшего', acc: 'скорейшее', loc: 'скорейшем', adv: 'скорейшим образом' }],
  'the acts described': ACTS,
  'of the acts described': ACTS,
  'for the acts described': ACTS,
  'into the acts described': ACTS,
  'withdraw the persons concerned': [
    {
      acc: 'həmin şəxslərin geri çağırılmasını',
      dat: 'həmin şəxsləri geri çağırmağa',
      loc: 'həmin şəxslərin geri çağırılmasında'
    },
    { gen: 'отзыва этих лиц', loc: 'отзыве этих лиц', inf: 'отозвать этих лиц' }
  ],
  'the posting of guards': ['mühafizəçilərin qoyulmasını', 'выставления охраны'],
  'the Ambassador': ['səfiri', 'посла'],
  'the Deputy Minister': ['nazirin müavini', 'заместителя Министра'],
  'the missions had asked for protection': [
    'nümayəndəliklərin mühafizə istədiyini',
    'представительства просили об охране'
  ],
  'handed to the porter': ['qapıçıya təqdim edilmiş', 'вручён привратнику'],
  'it was left at the gate': ['o, darvazanın yanında qoyulmuş', 'он был оставлен у ворот'],
  'the matter was being examined': ['məsələnin araşdırıldığını', 'вопрос изучается'],
  'the missions would be spared': ['nümayəndəliklərə toxunulmayacağına', 'представительства не будут затронуты'],
  'its diplomatic missions': [
    'özünün diplomatik nümayəndəliklərinin',
    'дипломатических представительств Республики Альда'
  ],
  'the buildings would be spared': ['həmin binalara toxunulmayacağına', 'эти здания не будут затронуты'],
  'the coordinates would be taken into account': [
    'həmin koordinatların nəzərə alınacağına',
    'эти координаты будут учтены'
  ],
  'The Ministry adds that the matter is being examined.': [
    'Nazirlik əlavə edir ki, məsələ araşdırılır.',
    'Министерство добавляет, что вопрос изучается.'
  ],
  'place the matter on its agenda': [
    'bu məsələnin öz gündəliyinə salınmasını',
    'включить этот вопрос в свою повестку дня'
  ],
  'an explosion occurred in the courtyard': ['həyətdə partlayış baş vermiş', 'во дворе произошёл взрыв'],
  'shots were fired across the border': ['sərhədin o tayından atəş açılmış', 'через границу был открыт огонь']
}

const PHRASES: Readonly<Record<string, Both<object>>> = {
  'the point of impact lay at a distance of': [
    { before: 'zərbə nöqtəsi əsas girişdən', after: 'məsafədə olmuş' },
    { before: 'место попадания находилось на расстоянии', after: 'от главного входа' }
  ],
  'the crater had a depth of': [
    { before: 'kraterin dərinliyi', after: 'olmuş' },
    { before: 'дно воронки находилось на глубине' }
  ]
}

const PEOPLE: Readonly<Record<string, Both<object>>> = {
  employee: [
    { one: 'əməkdaş', many: 'əməkdaşlar' },
    { one: 'сотрудник', few: 'сотрудника', many: 'сотрудников' }
  ],
  visitor: [
    { one: 'ziyarətçi', many: 'ziyarətçilər' },
    { one: 'посетитель', few: 'посетителя', many: 'посетителей' }
  ]
}

/** The means that are feminine or neuter in Russian; others are masculine. */
const FEMININE: readonly string[] = ['missile', 'bomb', 'paint', 'crowd']
const NEUTER: readonly string[] = ['armed-persons', 'aircraft', 'vessel', 'explosive']
/** The means that are one, or that have no number. */
const ALONE: readonly string[] = ['shelling', 'gunfire', 'fire', 'paint', 'crowd']

/** Russian verbs of the past agree with the means. */
function causedAlarm({ kind, count }: NonNullable<IncidentRecord['means']>): Both {
  const several = count === undefined ? !ALONE.includes(kind) : count !== 1
  const ending = several ? 'и' : FEMININE.includes(kind) ? 'а' : NEUTER.includes(kind) ? 'о' : ''
  return ['{facility gen} qarşısında həyəcana səbəb olmuş', `вызвал${ending} тревогу у {facility gen}`]
}

/** What stands in both languages for what stands in English; null where a person must write it, which no test wants. */
function both(english: unknown): Both<unknown> | null {
  if (typeof english === 'string') return TEXTS[english] ?? null
  if (Array.isArray(english)) {
    const lines = english.map(each => TEXTS[each])
    return [lines.map(each => each?.[0]), lines.map(each => each?.[1])]
  }
  const { full, before, one } = english as Partial<Record<'full' | 'before' | 'one', string>>
  if (before !== undefined) return PHRASES[before] ?? null
  if (one !== undefined) return PEOPLE[one] ?? null
  return full === undefined ? null : (NAMES[full] ?? null)
}

/** A copy in which whatever is said in English alone is said in all three languages. */
function spread(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spread)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value)
  const [only] = fields
  const said = fields.length === 1 && only?.[0] === 'en' ? both(only[1]) : null
  if (said) return { en: only?.[1], az: said[0], ru: said[1] }
  return Object.fromEntries(fields.map(([key, field]) => [key, spread(field)]))
}

function withAlarm(incident: IncidentRecord): IncidentRecord {
  const { means, event } = incident
  if (!means || event?.['en'] !== 'caused alarm in front of') return incident
  const [az, ru] = causedAlarm(means)
  return { ...incident, event: { ...event, az, ru } }
}

/** The same facts for a note in a language. */
export function translated({ register, request }: Case, language: string): Case {
  const incidents = Object.entries(register.incidents).map(([id, each]) => [id, withAlarm(each)])
  const facts = { ...register, incidents: Object.fromEntries(incidents) }
  const asked = { ...request, languages: { original: language } }
  return { register: spread(facts) as Register, request: spread(asked) as Case['request'] }
}
