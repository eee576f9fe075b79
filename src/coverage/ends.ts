/** A block or a text of a template in; what it can come to, each with the condition for it in words, out. */
import type { Meanings } from '../dossier/meanings.ts'
import type { BlockStatement, Call, Expression, Include } from '../template/syntax.ts'
import type { TemplateTextAt } from '../template/texts.ts'

/** A condition and its answer in words: `incident.time` is null. */
export function condition(expression: Expression, holds: boolean, meanings: Meanings): string {
  if (expression.type === 'call') {
    const words = CALLS[expression.name]
    if (words) return words(expression, holds, meanings)
  }
  const meaning = expression.type === 'path' ? meanings(expression.steps.at(-1) ?? '') : null
  return `${said(expression)} ${STATES[meaning?.kind ?? 'other'][holds ? 0 : 1]}`
}

const STATES = {
  truth: ['is true', 'is false'],
  list: ['has items', 'is empty'],
  nullable: ['is not null', 'is null'],
  other: ['holds', 'does not hold']
} as const

/** What the schema says of the fields that an expression asks for. */
function meaningsIn(expression: Expression, meanings: Meanings): string[] {
  if (expression.type === 'path') return [meanings(expression.steps.at(-1) ?? '')?.description ?? []].flat()
  return expression.type === 'call' ? expression.args.flatMap(each => meaningsIn(each, meanings)) : []
}

type Words = (call: Call, holds: boolean, meanings: Meanings) => string

const CALLS: Readonly<Record<string, Words>> = {
  eq: compared('is', 'is not'),
  ne: compared('is not', 'is'),
  gt: compared('is greater than', 'is not greater than'),
  lt: compared('is less than', 'is not less than'),
  not: ({ args }, holds, meanings) => joined(args, !holds, 'and', meanings),
  and: ({ args }, holds, meanings) => joined(args, holds, holds ? 'and' : 'or', meanings),
  or: ({ args }, holds, meanings) => joined(args, holds, holds ? 'or' : 'and', meanings),
  has: compared('contains', 'does not contain'),
  some: ({ args: [list, key, code] }, holds) => {
    const what = code ? `${said(key)} is ${said(code)}` : `${said(key)} holds`
    return `${holds ? 'in some' : 'in no'} item of ${said(list)} ${what}`
  }
}

function compared(so: string, notSo: string): Words {
  return ({ args: [left, right] }, holds) => `${said(left)} ${holds ? so : notSo} ${said(right)}`
}

function joined(args: readonly Expression[], holds: boolean, word: string, meanings: Meanings): string {
  return args.map(each => condition(each, holds, meanings)).join(` ${word} `)
}

/** An expression as the author wrote it. */
function said(expression: Expression | undefined): string {
  if (!expression) return ''
  if (expression.type === 'literal') return `\`${String(expression.value)}\``
  if (expression.type === 'call' && expression.name === 'length')
    return `the number of items of ${said(expression.args[0])}`
  return asWritten(expression)
}

/** What a block can come to. */
export interface End {
  /** A word for tables: `if`, `else`, `none`. */
  readonly name: string
  /** In words, behind "no fixture where". */
  readonly condition: string
  /** What the schema says of the fields that it asks for. */
  readonly means: readonly string[]
}

type EndWords = (subject: Expression, meanings: Meanings) => string

const holding: EndWords = (subject, meanings) => condition(subject, true, meanings)
const failing: EndWords = (subject, meanings) => condition(subject, false, meanings)
const inWords =
  (words: string): EndWords =>
  subject =>
    `${asWritten(subject)} ${words}`
const ITEMS = [
  ['none', inWords('is empty')],
  ['one', inWords('has one item')],
  ['several', inWords('has several items')]
] as const

/** In the order in which a run counts them. */
const ENDS: Readonly<Record<string, readonly (readonly [name: string, words: EndWords])[]>> = {
  if: [
    ['if', holding],
    ['else', failing]
  ],
  unless: [
    ['unless', failing],
    ['else', holding]
  ],
  with: [
    ['with', inWords('is not null')],
    ['else', inWords('is null')]
  ],
  each: ITEMS,
  list: ITEMS
}

/** What a block can come to; one without a choice (`sentence`) has no ends to count. */
export function blockEnds({ call }: BlockStatement, meanings: Meanings): readonly End[] {
  const [subject] = call.args
  if (!subject) return []
  const means = [...new Set(meaningsIn(subject, meanings))]
  return (ENDS[call.name] ?? []).map(([name, words]) => ({ name, condition: words(subject, meanings), means }))
}

/** That a text is run at all, by the calls of partials and formulas. */
export function textEnd({ kind, name }: TemplateTextAt, calls: readonly Include[]): End {
  return { name: 'run', condition: TEXTS[kind](name, calls), means: [] }
}

const TEXTS: Readonly<Record<TemplateTextAt['kind'], (name: string, calls: readonly Include[]) => string>> = {
  template: name => `the template is \`${name}\``,
  partial: (name, calls) =>
    `the partial \`${name}\`${calls.some(each => each.name === name) ? '' : ', which nothing asks for,'} is printed`,
  formula: (name, calls) => {
    const [group = '', key = ''] = name.split('/')
    const choosers = calls.flatMap(each => (typeof each.name === 'string' ? [] : chooserIn(each.name, group)))
    const chosen = new Set(choosers.map(each => `${asWritten(each)} is \`${key}\``))
    return chosen.size > 0 ? [...chosen].join(' or ') : `the formula \`${name}\` is printed`
  }
}

/** What chooses a formula of a group by a value of the dossier. */
function chooserIn({ args: [group, key] }: Call, wanted: string): Expression[] {
  const isOf = group?.type === 'literal' && group.value === wanted
  return isOf && key && key.type !== 'literal' ? [key] : []
}

function asWritten({ at: { source, start, end } }: Expression): string {
  return `\`${source.text.slice(start, end)}\``
}
