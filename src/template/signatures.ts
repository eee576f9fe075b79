/** What each helper takes and gives: plain data, for merge and for checks. What it does says `templates/README.md`. */
import { CASES, DATE_FORMS, LIST_SEPARATORS, LIST_WORDS, NAME_FORMS, TIME_FORMS } from '../languages/language.ts'
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
  more: Partial<Signature> = {}
): Signature {
  return { parameters, options: {}, result, ...more }
}

export const SIGNATURES = {
  date: helper('printed', one('D', 'date'), { options: form }),
  dates: helper('printed', one('LIST', 'dates'), { options: form }),
  period: helper('printed', [...one('A', 'date'), ...one('B', 'date')]),
  time: helper('printed', one('T', 'time'), { options: { form: TIME_FORMS } }),
  measure: helper('printed', one('M', 'measure'), { options: inCase }),
  count: helper('printed', [
    { name: 'N', shape: 'quantity', nullable: true },
    ...one('one', 'text'),
    ...one('many', 'text'),
    { name: 'more', shape: 'text', optional: true }
  ]),
  plural: helper('printed', [
    ...one('N', 'quantity'),
    ...one('one', 'text'),
    ...one('few', 'text'),
    ...one('many', 'text')
  ]),
  number: helper('printed', one('N', 'number')),
  ordinal: helper('printed', one('N', 'number')),
  roman: helper('printed', one('N', 'number')),
  name: helper('printed', one('X', 'named'), { options: { ...nameForm, ...inCase } }),
  possessive: helper('printed', one('X', 'named')),
  cite: helper('printed', [...one('NOTE', 'note'), { name: 'OWNER', shape: 'named', optional: true }], {
    options: inCase
  }),
  coordinates: helper('printed', one('P', 'position')),
  capital: helper('printed', one('TEXT', 'words')),
  article: helper('printed', one('TEXT', 'text')),
  indefinite: helper('printed', one('TEXT', 'text')),
  finite: helper('printed', one('TEXT', 'words')),
  blank: helper('printed', one('N', 'number')),
  formula: helper('partial', [{ name: 'GROUP', shape: 'text', literal: true }, ...one('KEY', 'text')]),
  eq: helper('boolean', two),
  ne: helper('boolean', two),
  gt: helper('boolean', numbers),
  lt: helper('boolean', numbers),
  and: helper('boolean', condition, { repeats: true, inTurn: true }),
  or: helper('boolean', condition, { repeats: true, inTurn: true }),
  not: helper('boolean', condition),
  length: helper('number', one('LIST', 'list')),
  has: helper('boolean', [...one('LIST', 'list'), code]),
  some: helper('boolean', [...listAndKey, { ...code, optional: true }]),
  only: helper('list', [...listAndKey, code]),
  if: helper('block', condition),
  unless: helper('block', condition),
  with: helper('block', condition, { fills: 1, enters: true }),
  each: helper('block', one('LIST', 'list'), { fills: 2, enters: true }),
  list: helper('block', one('ITEMS', 'list'), {
    options: { word: LIST_WORDS, separator: LIST_SEPARATORS },
    fills: 2,
    enters: true
  }),
  sentence: helper('block', [])
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
