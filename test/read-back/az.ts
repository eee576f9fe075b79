/** Azerbaijani read back: endings are part of what is read, so that a wrong one is not. */
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

const MONTHS = 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(' ')
/** In the genitive, before their day. */
const OWNING =
  'yanvarın fevralın martın aprelin mayın iyunun iyulun avqustun sentyabrın oktyabrın noyabrın dekabrın'.split(' ')
const NAMES = `(?<month>${MONTHS.join('|')})`
const OWNERS = `(?<owner>${OWNING.join('|')})`
const YEAR = '(?<hedge>təqribən )?(?<year>\\d{4})-(?<nth>c[iıuü]) '

/** How a day is written as it belongs to its month, from the first on. */
const POSSESSED =
  '1-i 2-si 3-ü 4-ü 5-i 6-sı 7-si 8-i 9-u 10-u 11-i 12-si 13-ü 14-ü 15-i 16-sı 17-si 18-i 19-u 20-si 21-i 22-si 23-ü 24-ü 25-i 26-sı 27-si 28-i 29-u 30-u 31-i'.split(
    ' '
  )
/** Numbers below a hundred that are spoken with a or ı at their end: altı, doqquz, on, otuz, qırx, altmış, doxsan, sıfır. */
const isBack = (number: number): boolean => /(?:[69]|^0|[013469]0)$/u.test(String(number))

type Ending = 'possessed' | 'locative' | 'ablative' | 'dative'
/** Which case an ending puts a day into; null where it is not the ending of that number. */
function endingOf(day: number, written: string): Ending | null {
  if (POSSESSED[day - 1] === `${day}-${written}`) return 'possessed'
  const vowel = isBack(day) ? 'a' : 'ə'
  const found = { [`d${vowel}`]: 'locative', [`d${vowel}n`]: 'ablative', [`n${vowel}`]: 'dative' } as const
  return (found as Record<string, Ending>)[written] ?? null
}

/** The ending of a year as an ordinal, by its last words: min, yüz, and those of `isBack`. */
function isOrdinal(year: number, written: string): boolean {
  const last = year % 10 === 0 ? year % 100 : year % 10
  if (year % 1000 === 0) return written === 'ci'
  if (year % 100 === 0) return written === 'cü'
  return (
    written ===
    ('3 4'.includes(String(last)) ? 'cü' : /^(?:9|10|30)$/u.test(String(last)) ? 'cu' : isBack(last) ? 'cı' : 'ci')
  )
}

/** A date, and in which case it stands. */
interface Placed {
  readonly part: Part
  readonly ending: Ending | null
}
type Groups = Readonly<Record<string, string>>

function placed(groups: Groups, ending: Ending | null = null): Placed | null {
  const { year, nth = '', month, owner, day, hedge, of } = groups
  const name = month !== undefined ? MONTHS.indexOf(month) + 1 : owner !== undefined ? OWNING.indexOf(owner) + 1 : null
  if (year !== undefined && !isOrdinal(Number(year), nth)) return null
  const found = of === undefined || day === undefined ? ending : endingOf(Number(day), of)
  if (of !== undefined && found === null) return null
  return {
    part: {
      year: year === undefined ? null : Number(year),
      month: name,
      day: day === undefined ? null : Number(day),
      approximate: hedge !== undefined
    },
    ending: found
  }
}

const DAY = '(?<day>\\d{1,2})-(?<of>\\p{L}+)'
const CASES: Readonly<Record<string, Ending>> = {
  '': 'possessed',
  ı: 'possessed',
  də: 'locative',
  ında: 'locative',
  dən: 'ablative',
  ından: 'ablative',
  ə: 'dative',
  ına: 'dative'
}
const inCase = (groups: Groups) => placed(groups, CASES[groups['case'] ?? ''] ?? null)

const date: Rule<Placed> = firstOf<Placed>(
  rule(`${YEAR}il ${OWNERS} ${DAY}`, placed),
  rule(`${YEAR}ilin ${NAMES} ay(?<case>ı|ında|ından|ına)(?!\\p{L})`, inCase),
  rule(`${YEAR}il (?:(?:(?<day>\\d{1,2}) )?${NAMES} )?tarixli`, groups => placed(groups)),
  rule(`${YEAR}il(?<case>də|dən|ə|)(?!\\p{L})`, inCase),
  rule(`(?<hedge>təqribən )?(?<day>\\d{1,2}) ${NAMES} (?<year>\\d{4})-(?<nth>c[iıuü]) il(?!\\p{L})`, groups =>
    placed(groups)
  ),
  rule(`${OWNERS} ${DAY}`, placed),
  rule(DAY, placed)
)

const between = at(' ilə ')
const betweenEnd = at(' arasında(?: tarixli)?')
const nightEnd = at(' keçən gecə(?: tarixli)?')

const item: Rule<Item> = (text, offset) => {
  const first = date(text, offset)
  if (!first) return null
  const space = first.value.ending === 'ablative' ? at(' ')(text, first.end) : between(text, first.end)
  const second = space && date(text, first.end + space[0].length)
  const end = second && (first.value.ending === 'ablative' ? nightEnd : betweenEnd)(text, second.end)
  if (second && end) {
    const relation = first.value.ending === 'ablative' ? 'night' : 'interval'
    return { value: { relation, dates: [first.value.part, second.value.part] }, end: second.end + end[0].length }
  }
  if (first.value.ending === 'ablative' || first.value.ending === 'dative') return null
  return { value: { relation: 'date', dates: [first.value.part] }, end: first.end }
}

const joint: Rule<Joint> = firstOf<Joint>(
  rule(', habelə ', () => 'also'),
  rule(' və ya ', () => 'or'),
  rule(' və ', () => 'and'),
  rule(', ', () => 'comma')
)

const hour = rule<Reading>('(?<hedge>təqribən )?saat (?<hour>\\d\\d):(?<minute>\\d\\d)-d(?<vowel>[aə])', groups => {
  const { hedge, hour: hours, minute = '', vowel } = groups
  const last = Number(minute) % 10 === 0 ? Number(minute) : Number(minute) % 10
  if (vowel !== (isBack(last) ? 'a' : 'ə')) return null
  return { kind: 'hour', local: `${hours}:${minute}`, qualifier: hedge === undefined ? 'exact' : 'approx' }
})

const NUMBER = '(?<digits>\\d{1,3}(?: \\d{3})*(?:,\\d+)?)'
/** Each in all its cases; the longest come first, so that the case that is written is read. */
const UNITS: Readonly<Record<string, string>> = {
  addım: 'step',
  metr: 'metre',
  kilometr: 'kilometre',
  kubmetr: 'cubic-metre',
  hektar: 'hectare',
  ton: 'tonne',
  dəqiqə: 'minute',
  saat: 'hour',
  'dəniz mili': 'nautical-mile',
  fut: 'foot'
}
const UNIT_CASES: Readonly<Record<string, string>> = {
  addım: 'ın|a|ı|dan|da|dakı',
  metr: 'in|ə|i|dən|də|dəki',
  kilometr: 'in|ə|i|dən|də|dəki',
  kubmetr: 'in|ə|i|dən|də|dəki',
  hektar: 'ın|a|ı|dan|da|dakı',
  ton: 'un|a|u|dan|da|dakı',
  dəqiqə: 'nin|yə|ni|dən|də|dəki',
  saat: 'ın|a|ı|dan|da|dakı',
  'dəniz mili': 'nin|nə|ni|ndən|ndə|ndəki',
  fut: 'un|a|u|dan|da|dakı'
}
const FORMS = Object.entries(UNIT_CASES).map(([noun, cases]) => `${noun}(?:${cases}| ilə)?`)
const HEDGES: Readonly<Record<string, Hedge>> = {
  təqribən: 'about',
  'az qala': 'nearly',
  'ən azı': 'at-least',
  'ən çoxu': 'at-most',
  'məlumata görə,': 'reported'
}
const measure = rule<Reading>(
  `(?:(?<hedge>${Object.keys(HEDGES).join('|')}) )?${NUMBER} (?<form>${FORMS.join('|')})(?!\\p{L})`,
  ({ hedge = '', digits = '', form = '' }) => {
    const noun = Object.keys(UNITS).filter(each => form.replace(/\s/gu, ' ').startsWith(each))
    const unit = UNITS[noun.at(-1) ?? '']
    const qualifier = HEDGES[hedge.replace(/\s/gu, ' ')] ?? 'exact'
    return unit === undefined ? null : { kind: 'measure', ...numberIn(digits, ','), unit, qualifier }
  }
)

const WORDS = ['bir', 'iki', 'üç', 'dörd', 'beş', 'altı', 'yeddi', 'səkkiz', 'doqquz']
/** `bir` is an article as well: it counts where a no-break space holds its noun. */
const count = firstOf<Reading>(
  rule('heç bir \\p{L}+', () => ({ kind: 'count', count: 0 })),
  rule('bir\u00A0\\p{L}+', () => ({ kind: 'count', count: 1 })),
  rule(`(?<word>${WORDS.slice(1).join('|')}) \\p{L}+`, ({ word = '' }) => ({
    kind: 'count',
    count: WORDS.indexOf(word) + 1
  })),
  rule('(?<digits>\\d{1,3}(?: \\d{3})*) \\p{L}+', ({ digits = '' }) => ({
    kind: 'count',
    count: numberIn(digits, ',').value
  }))
)

const place = rule(
  `${degrees('a')} (?<north>şimal|cənub) en dairəsi, ${degrees('o')} (?<east>şərq|qərb) uzunluq dairəsi \\(wgs 84\\)`,
  groups => position(groups, groups['north'] === 'şimal' ? 1 : -1, groups['east'] === 'şərq' ? 1 : -1)
)

const name = rule<Reading>(
  '[\\p{L}\\d/.-]*[\\p{L}\\d] nömrəli|№ [\\p{L}\\d_/.-]*[\\p{L}\\d_]|[\\d(),]+-c[iıuü] maddə',
  () => ({ kind: 'name' })
)

export const azerbaijani: Reader = {
  lower: text => text.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase(),
  rules: [place, name, datesBy({ item, joint, from: 'left' }), hour, measure, count]
}
