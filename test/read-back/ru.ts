/** Russian read back. */
import {
  at,
  datesBy,
  degrees,
  firstOf,
  type Hedge,
  type Item,
  type Joint,
  numberIn,
  type Part,
  position,
  type Reader,
  type Reading,
  type Rule,
  rule
} from './reader.ts'

/** января, январь, январе */
const MONTHS = [
  ['января', 'январь', 'январе'],
  ['февраля', 'февраль', 'феврале'],
  ['марта', 'март', 'марте'],
  ['апреля', 'апрель', 'апреле'],
  ['мая', 'май', 'мае'],
  ['июня', 'июнь', 'июне'],
  ['июля', 'июль', 'июле'],
  ['августа', 'август', 'августе'],
  ['сентября', 'сентябрь', 'сентябре'],
  ['октября', 'октябрь', 'октябре'],
  ['ноября', 'ноябрь', 'ноябре'],
  ['декабря', 'декабрь', 'декабре']
] as const
const named = (form: 0 | 1 | 2) => `(?<month>${MONTHS.map(each => each[form]).join('|')})`
const GENITIVE = named(0)
const YEAR = '(?<year>\\d{4})'

type Groups = Readonly<Record<string, string>>

function part({ year, month, day, hedge }: Groups): Part {
  const found = month === undefined ? -1 : MONTHS.findIndex(forms => forms.some(each => each === month))
  return {
    year: year === undefined ? null : Number(year),
    month: found < 0 ? null : found + 1,
    day: day === undefined ? null : Number(day),
    approximate: hedge !== undefined
  }
}

/** In the genitive, behind `с`, `от` and `около`: 14 ноября 2025 года, апреля 2022 года, 2022 года. */
const genitive = firstOf<Part>(
  rule(`(?<day>\\d{1,2}) ${GENITIVE} ${YEAR} года`, part),
  rule(`${GENITIVE} ${YEAR} года`, part),
  rule(`${YEAR} года`, part)
)
/** A day, or a day and its month, whose rest stands further on. */
const short = firstOf<Part>(
  rule(`(?<day>\\d{1,2}) ${GENITIVE}(?! \\d{4})`, part),
  rule('(?<day>\\d{1,2})(?![,:]\\d|\\d|°| \\d{3})', part)
)
/** In the accusative, behind `по`, and as a noun. */
const accusative = firstOf<Part>(
  rule(`(?<day>\\d{1,2}) ${GENITIVE} ${YEAR} года`, part),
  rule(`${named(1)} ${YEAR} года`, part),
  rule(`${YEAR} год(?!\\p{L})`, part)
)
const hedged = after<Part>(at('около '), genitive, each => ({ ...each, approximate: true }))
const single = firstOf<Part>(
  hedged,
  after(at('примерно от '), genitive, each => ({ ...each, approximate: true })),
  after(at('от '), firstOf(genitive, short)),
  rule(`в ${named(2)} ${YEAR} года`, part),
  rule(`в ${YEAR} году`, part),
  accusative,
  short
)

/** What stands behind a lead. */
function after<T>(lead: ReturnType<typeof at>, then: Rule<T>, made: (value: T) => T = value => value): Rule<T> {
  return (text, offset) => {
    const first = lead(text, offset)
    const found = first && then(text, offset + first[0].length)
    return found ? { value: made(found.value), end: found.end } : null
  }
}

/** Two dates, each behind its own lead. */
function pair(
  relation: Item['relation'],
  leads: readonly [string, string],
  rules: readonly [Rule<Part>, Rule<Part>]
): Rule<Item> {
  const [opening, middle] = leads.map(at)
  return (text, offset) => {
    const start = opening?.(text, offset)
    const from = start && rules[0](text, offset + start[0].length)
    const joint = from && middle?.(text, from.end)
    const to = joint && rules[1](text, from.end + joint[0].length)
    if (!to) return null
    const approximate = [start, joint].map(each => each.groups?.['hedge'] !== undefined)
    const dates = [from.value, to.value].map((each, index) => ({ ...each, approximate: approximate[index] ?? false }))
    return { value: { relation, dates }, end: to.end }
  }
}

const item = firstOf<Item>(
  pair('night', ['(?:от |в )?ноч[ьи] с ', ' на '], [firstOf(genitive, short), genitive]),
  pair(
    'interval',
    ['(?:в |за )период (?<hedge>примерно )?с ', ' (?<hedge>примерно )?по '],
    [firstOf(genitive, short), accusative]
  ),
  pair('interval', ['(?<hedge>примерно )?с ', ' (?<hedge>примерно )?по '], [firstOf(genitive, short), accusative]),
  (text, offset) => {
    const found = single(text, offset)
    return found && { value: { relation: 'date', dates: [found.value] }, end: found.end }
  }
)

const joint: Rule<Joint> = firstOf<Joint>(
  rule(', а также ', () => 'also'),
  rule(' или ', () => 'or'),
  rule(' и ', () => 'and'),
  rule(', ', () => 'comma')
)

const hour = rule<Reading>('(?<hedge>в|около) (?<local>\\d\\d:\\d\\d)(?!\\d)', ({ hedge, local = '' }) => ({
  kind: 'hour',
  local,
  qualifier: hedge === 'около' ? 'approx' : 'exact'
}))

/** The forms of a noun by what can stand before it. */
interface Noun {
  /** Of one, in any case. */
  readonly one: readonly string[]
  /** The genitive of one, behind a fraction too. */
  readonly of: string
  /** Behind 2, 3 and 4 in the nominative and accusative. */
  readonly few: string
  /** The genitive of several. */
  readonly several: string
  /** Dative, instrumental and prepositional of several. */
  readonly oblique: readonly string[]
}
const masculine = (stem: string): Noun => ({
  one: ['', 'а', 'у', 'ом', 'е'].map(each => stem + each),
  of: `${stem}а`,
  few: `${stem}а`,
  several: `${stem}ов`,
  oblique: ['ам', 'ами', 'ах'].map(each => stem + each)
})
const feminine = (stem: string): Noun => ({
  one: ['а', 'ы', 'е', 'у', 'ой'].map(each => stem + each),
  of: `${stem}ы`,
  few: `${stem}ы`,
  several: stem,
  oblique: ['ам', 'ами', 'ах'].map(each => stem + each)
})
const UNITS: Readonly<Record<string, Noun>> = {
  step: masculine('шаг'),
  metre: masculine('метр'),
  kilometre: masculine('километр'),
  'cubic-metre': {
    one: ['кубический метр', 'кубического метра', 'кубическому метру', 'кубическим метром', 'кубическом метре'],
    of: 'кубического метра',
    few: 'кубических метра',
    several: 'кубических метров',
    oblique: ['кубическим метрам', 'кубическими метрами', 'кубических метрах']
  },
  hectare: masculine('гектар'),
  tonne: feminine('тонн'),
  minute: feminine('минут'),
  hour: masculine('час'),
  'nautical-mile': {
    one: ['морская миля', 'морской мили', 'морской миле', 'морскую милю', 'морской милей'],
    of: 'морской мили',
    few: 'морские мили',
    several: 'морских миль',
    oblique: ['морским милям', 'морскими милями', 'морских милях']
  },
  foot: masculine('фут')
}

/** The forms that can stand behind a number; a hedge that governs the genitive leaves no other. */
function formsBehind({ one, of, few, several, oblique }: Noun, digits: string, governed: boolean): readonly string[] {
  if (digits.includes(',')) return [of]
  if (/(?:^|[^1])1$/u.test(digits.replace(/\D/gu, ''))) return governed ? [of] : one
  if (governed) return [several]
  return /(?:^|[^1])[234]$/u.test(digits.replace(/\D/gu, '')) ? [few, several, ...oblique] : [several, ...oblique]
}

const HEDGES: Readonly<Record<string, Hedge>> = {
  около: 'about',
  почти: 'nearly',
  'чуть более': 'a-little-over',
  'не менее': 'at-least',
  'не более': 'at-most',
  '(по сообщениям)': 'reported'
}
/** A text as a pattern that finds it alone. */
const literally = (text: string) => text.replace(/[()]/gu, '\\$&')
const NUMBER = '(?<digits>\\d{1,3}(?: \\d{3})*(?:,\\d+)?)'
const measures = Object.entries(UNITS).map(([unit, noun]) => {
  const forms = [...noun.one, noun.of, noun.few, noun.several, ...noun.oblique].join('|')
  return rule<Reading>(
    `(?:(?<hedge>${Object.keys(HEDGES).map(literally).join('|')}) )?${NUMBER} (?<form>${forms})(?!\\p{L})`,
    ({ hedge = '', digits = '', form = '' }) => {
      const qualifier = HEDGES[hedge.replace(/\s/gu, ' ')] ?? 'exact'
      const governed = qualifier !== 'exact' && qualifier !== 'reported' && qualifier !== 'nearly'
      if (!formsBehind(noun, digits, governed).includes(form.replace(/\s/gu, ' '))) return null
      return { kind: 'measure', ...numberIn(digits, ','), unit, qualifier }
    }
  )
})

const count = firstOf<Reading>(
  rule('ни одного из \\p{L}+', () => ({ kind: 'count', count: 0 })),
  rule('несколько \\p{L}+', () => ({ kind: 'count', count: null })),
  rule('(?<digits>\\d{1,3}(?: \\d{3})*) \\p{L}+', ({ digits = '' }) => ({
    kind: 'count',
    count: numberIn(digits, ',').value
  }))
)

const place = rule(
  `${degrees('a')} (?<north>северной|южной) широты, ${degrees('o')} (?<east>восточной|западной) долготы \\(wgs 84\\)`,
  groups => position(groups, groups['north'] === 'северной' ? 1 : -1, groups['east'] === 'восточной' ? 1 : -1)
)

const name = rule<Reading>('№ [\\p{L}\\d_/.-]*[\\p{L}\\d_]|стать\\p{L}+ \\d+(?:\\(\\d+\\))*', () => ({ kind: 'name' }))

export const russian: Reader = {
  lower: text => text.toLowerCase(),
  rules: [place, name, hour, datesBy({ item, joint, from: 'right' }), ...measures, count]
}
