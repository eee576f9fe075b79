/** What each helper takes and gives: plain data, for merge, for checks and for the page of helpers. */
import { CASES, DATE_FORMS, LIST_SEPARATORS, LIST_WORDS, NAME_FORMS } from '../languages/language.ts'
import type { ShapeName } from './shapes.ts'

/** One argument, by position. */
export interface Parameter {
  readonly name: string
  readonly shape: ShapeName
  /** `null` is allowed, and means something. */
  readonly nullable?: true
  /** May be left out, with all that follow it. */
  readonly optional?: true
  /** Must be written out in the template, so that it can be checked without data. */
  readonly literal?: true
}

/**
 * `result` says where a helper can stand. `printed` and `number` can be printed and passed on; `boolean` and `list` are for
 * arguments and blocks; `partial` only names a partial; `block` opens one.
 */
export interface Signature {
  readonly parameters: readonly Parameter[]
  /** The last parameter can be given any number of times. */
  readonly repeats?: true
  /** Looks at its arguments one by one: what stands after the one that decides need not have a value. */
  readonly inTurn?: true
  /** Named arguments with the words that each can be. */
  readonly options: { readonly [name: string]: readonly string[] }
  readonly result: 'printed' | 'number' | 'boolean' | 'list' | 'partial' | 'block'
  /** Blocks: how many block parameters (`as |item index|`) it fills. */
  readonly fills?: number
  /** Blocks: its body has a context of its own, so `../` leads out of it. */
  readonly enters?: true
  /** One line for the page of helpers. */
  readonly says: string
}

const form = { form: DATE_FORMS }
/** `auto` leaves it to the reading order, `plate` stands alone; the rest are what records store. */
const nameForm = { form: ['auto', 'plate', ...NAME_FORMS] }
const inCase = { case: CASES }
const one = (name: string, shape: ShapeName): readonly [Parameter] => [{ name, shape }]
const two: readonly Parameter[] = [
  { name: 'a', shape: 'scalar', nullable: true },
  { name: 'b', shape: 'scalar', nullable: true }
]
const numbers: readonly Parameter[] = [
  { name: 'a', shape: 'number' },
  { name: 'b', shape: 'number' }
]
const listAndKey: readonly Parameter[] = [
  { name: 'LIST', shape: 'list' },
  { name: 'key', shape: 'text', literal: true }
]
const code: Parameter = { name: 'code', shape: 'scalar' }
const condition: readonly Parameter[] = [{ name: 'x', shape: 'any', nullable: true }]

function helper(
  result: Signature['result'],
  parameters: readonly Parameter[],
  says: string,
  more: Partial<Signature> = {}
): Signature {
  return { parameters, options: {}, result, says, ...more }
}

export const SIGNATURES = {
  date: helper(
    'printed',
    one('D', 'date'),
    '14 November 2025; `on`: on 14 November 2025, in April 2022; `of`: of 14 November 2025, dated around April 2022',
    { options: form }
  ),
  dates: helper('printed', one('LIST', 'dates'), '8 and 18 August 2025, of dates or of objects with a `date`', {
    options: form
  }),
  period: helper('printed', [...one('A', 'date'), ...one('B', 'date')], 'between 10 March 2022 and 28 August 2025'),
  time: helper('printed', one('T', 'time'), 'about 01:00'),
  measure: helper('printed', one('M', 'measure'), 'about 35 steps', { options: inCase }),
  count: helper(
    'printed',
    [
      { name: 'N', shape: 'number', nullable: true },
      ...one('one', 'text'),
      ...one('many', 'text'),
      { name: 'more', shape: 'text', optional: true }
    ],
    'four employees; employees, when N is null; in Russian `one`, `few` and `many`'
  ),
  plural: helper(
    'printed',
    [...one('N', 'number'), ...one('one', 'text'), ...one('few', 'text'), ...one('many', 'text')],
    'the word that N takes, without N: for a verb that agrees with what was counted'
  ),
  number: helper('printed', one('N', 'number'), '1,200'),
  ordinal: helper('printed', one('N', 'number'), 'third; 12th'),
  roman: helper('printed', one('N', 'number'), 'IV'),
  name: helper(
    'printed',
    one('X', 'named'),
    'a name or that of an object; `auto` (in full at first), `full`, `short`, or a stored form (`gen` …)',
    { options: { ...nameForm, ...inCase } }
  ),
  possessive: helper('printed', one('X', 'named'), 'the Embassy’s'),
  cite: helper(
    'printed',
    [...one('NOTE', 'note'), { name: 'OWNER', shape: 'named', optional: true }],
    'note verbale No. 12/2026 of 5 May 2026; without a number where none is known; in Russian also whose it is',
    { options: inCase }
  ),
  coordinates: helper(
    'printed',
    one('P', 'position'),
    '50°27′00.0″ N, 30°31′24.0″ E (WGS 84), no digit that was not given'
  ),
  capital: helper('printed', one('TEXT', 'words'), 'the text with a capital'),
  article: helper(
    'printed',
    one('TEXT', 'text'),
    'where an article says it: in Azerbaijani 31-ci maddəsinin 3-cü bəndində, else its number'
  ),
  indefinite: helper(
    'printed',
    one('TEXT', 'text'),
    'the text with a or an before it, where the language has such a word'
  ),
  finite: helper(
    'printed',
    one('TEXT', 'words'),
    'a clause as the end of its sentence, where the language tells that apart: in Azerbaijani with -dır'
  ),
  blank: helper('printed', one('N', 'number'), 'N underscores, to be filled in by hand'),
  formula: helper(
    'partial',
    [{ name: 'GROUP', shape: 'text', literal: true }, ...one('KEY', 'text')],
    'names a partial: `{{> (formula "protest" strength)}}`'
  ),
  eq: helper('boolean', two, 'a is b'),
  ne: helper('boolean', two, 'a is not b'),
  gt: helper('boolean', numbers, 'a is greater than b'),
  lt: helper('boolean', numbers, 'a is less than b'),
  and: helper('boolean', condition, 'all hold; stops at the first that does not', { repeats: true, inTurn: true }),
  or: helper('boolean', condition, 'one holds; stops at the first that does', { repeats: true, inTurn: true }),
  not: helper('boolean', condition, 'it does not hold'),
  length: helper('number', one('LIST', 'list'), 'how many items there are'),
  has: helper('boolean', [...one('LIST', 'list'), code], 'the list contains the code'),
  some: helper('boolean', [...listAndKey, { ...code, optional: true }], 'the `key` of some item holds, or is the code'),
  only: helper('list', [...listAndKey, code], 'the items whose `key` is the code; `key` can lead on: `"date.edtf"`'),
  if: helper('block', condition, 'prints its body when x holds'),
  unless: helper('block', condition, 'prints its body when x does not hold'),
  with: helper('block', condition, 'makes x the context; `{{else}}` when x is null', { fills: 1, enters: true }),
  each: helper('block', one('LIST', 'list'), 'prints its body for each item; `{{else}}` when there is none', {
    fills: 2,
    enters: true
  }),
  list: helper('block', one('ITEMS', 'list'), 'prints its body for each item, joined: a, b and c', {
    options: { word: LIST_WORDS, separator: LIST_SEPARATORS },
    fills: 2,
    enters: true
  }),
  sentence: helper('block', [], 'prints its body with a capital, whether it begins with a value or with a formula')
} as const satisfies { readonly [name: string]: Signature }

export type HelperName = keyof typeof SIGNATURES

/** The signature of a helper, or null when there is no helper of that name. */
export function signatureOf(name: string): Signature | null {
  return isHelper(name) ? SIGNATURES[name] : null
}

/** True for the name of a helper. */
function isHelper(name: string): name is HelperName {
  return Object.hasOwn(SIGNATURES, name)
}

/** The most words of an option that are written out in a usage. */
const FEW = 6

/** A helper as an author writes it: `date D [form="plain|on"]`. */
export function usageOf(name: string, signature: Signature): string {
  const block = signature.result === 'block' ? '#' : ''
  const parameters = signature.parameters.map(each => (each.optional ? `[${each.name}]` : each.name))
  const options = Object.entries(signature.options).map(
    ([key, words]) => `[${key}="${words.length > FEW ? '…' : words.join('|')}"]`
  )
  return [`${block}${name}`, ...parameters, ...(signature.repeats ? ['…'] : []), ...options].join(' ')
}
