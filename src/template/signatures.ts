/** What each helper takes and gives: plain data, for merge, for checks and for the page of helpers. */
import { DATE_FORMS, LIST_SEPARATORS, LIST_WORDS, NAME_FORMS } from '../languages/language.ts'
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

export const SIGNATURES = {
  date: {
    parameters: one('D', 'date'),
    options: form,
    result: 'printed',
    says: '14 November 2025; `on`: on 14 November 2025, in April 2022; `of`: of 14 November 2025, dated around April 2022'
  },
  dates: {
    parameters: one('LIST', 'dates'),
    options: form,
    result: 'printed',
    says: '8 and 18 August 2025, of dates or of objects with a `date`'
  },
  period: {
    parameters: [...one('A', 'date'), ...one('B', 'date')],
    options: {},
    result: 'printed',
    says: 'between 10 March 2022 and 28 August 2025'
  },
  time: { parameters: one('T', 'time'), options: {}, result: 'printed', says: 'about 01:00' },
  measure: { parameters: one('M', 'measure'), options: {}, result: 'printed', says: 'about 35 steps' },
  count: {
    parameters: [{ name: 'N', shape: 'number', nullable: true }, ...one('one', 'text'), ...one('many', 'text')],
    options: {},
    result: 'printed',
    says: 'four employees; employees, when N is null'
  },
  number: { parameters: one('N', 'number'), options: {}, result: 'printed', says: '1,200' },
  ordinal: { parameters: one('N', 'number'), options: {}, result: 'printed', says: 'third; 12th' },
  roman: { parameters: one('N', 'number'), options: {}, result: 'printed', says: 'IV' },
  name: {
    parameters: one('X', 'named'),
    options: nameForm,
    result: 'printed',
    says: 'a name or that of an object; `auto` (in full at first), `full`, `short`, or a stored form (`gen` …)'
  },
  possessive: { parameters: one('X', 'named'), options: {}, result: 'printed', says: 'the Embassy’s' },
  cite: {
    parameters: one('NOTE', 'note'),
    options: {},
    result: 'printed',
    says: 'note verbale No. 12/2026 of 5 May 2026; without a number where none is known'
  },
  coordinates: {
    parameters: one('P', 'position'),
    options: {},
    result: 'printed',
    says: '50°27′00.0″ N, 30°31′24.0″ E (WGS 84), no digit that was not given'
  },
  capital: { parameters: one('TEXT', 'words'), options: {}, result: 'printed', says: 'the text with a capital' },
  blank: {
    parameters: one('N', 'number'),
    options: {},
    result: 'printed',
    says: 'N underscores, to be filled in by hand'
  },
  formula: {
    parameters: [{ name: 'GROUP', shape: 'text', literal: true }, ...one('KEY', 'text')],
    options: {},
    result: 'partial',
    says: 'names a partial: `{{> (formula "protest" strength)}}`'
  },
  eq: { parameters: two, options: {}, result: 'boolean', says: 'a is b' },
  ne: { parameters: two, options: {}, result: 'boolean', says: 'a is not b' },
  gt: { parameters: numbers, options: {}, result: 'boolean', says: 'a is greater than b' },
  lt: { parameters: numbers, options: {}, result: 'boolean', says: 'a is less than b' },
  and: {
    parameters: condition,
    repeats: true,
    inTurn: true,
    options: {},
    result: 'boolean',
    says: 'all hold; stops at the first that does not'
  },
  or: {
    parameters: condition,
    repeats: true,
    inTurn: true,
    options: {},
    result: 'boolean',
    says: 'one holds; stops at the first that does'
  },
  not: { parameters: condition, options: {}, result: 'boolean', says: 'it does not hold' },
  length: { parameters: one('LIST', 'list'), options: {}, result: 'number', says: 'how many items there are' },
  has: {
    parameters: [...one('LIST', 'list'), code],
    options: {},
    result: 'boolean',
    says: 'the list contains the code'
  },
  some: {
    parameters: [...listAndKey, { ...code, optional: true }],
    options: {},
    result: 'boolean',
    says: 'the `key` of some item holds, or is the code'
  },
  only: {
    parameters: [...listAndKey, code],
    options: {},
    result: 'list',
    says: 'the items whose `key` is the code; `key` can lead on: `"date.edtf"`'
  },
  if: { parameters: condition, options: {}, result: 'block', says: 'prints its body when x holds' },
  unless: { parameters: condition, options: {}, result: 'block', says: 'prints its body when x does not hold' },
  with: {
    parameters: condition,
    options: {},
    result: 'block',
    fills: 1,
    enters: true,
    says: 'makes x the context; `{{else}}` when x is null'
  },
  each: {
    parameters: one('LIST', 'list'),
    options: {},
    result: 'block',
    fills: 2,
    enters: true,
    says: 'prints its body for each item; `{{else}}` when there is none'
  },
  list: {
    parameters: one('ITEMS', 'list'),
    options: { word: LIST_WORDS, separator: LIST_SEPARATORS },
    result: 'block',
    fills: 2,
    enters: true,
    says: 'prints its body for each item, joined: a, b and c'
  },
  sentence: {
    parameters: [],
    options: {},
    result: 'block',
    says: 'prints its body with a capital, whether it begins with a value or with a formula'
  }
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
