/** A block or a text of a template in; what it can come to, each with the condition for it in words, out. */
import type { Meanings } from '../dossier/meanings.ts'
import type { TemplateTextAt } from '../template/shelf.ts'
import type { BlockStatement, Call, Expression, Path, TemplateStatement } from '../template/syntax.ts'

/** `incident.time` is null. */
function condition(expression: Expression, holds: boolean, meanings: Meanings): string {
  switch (expression.type) {
    case 'path':
      return pathCondition(expression, holds, meanings)
    case 'literal':
      return `${said(expression)} ${holds ? 'holds' : 'does not hold'}`
    case 'call':
      return (CALLS[expression.name] ?? anyCall)(expression, holds, meanings)
  }
}

const PATHS = {
  truth: ['is true', 'is false'],
  list: ['has items', 'is empty'],
  nullable: ['is not null', 'is null'],
  other: ['holds', 'does not hold']
} as const

function pathCondition(path: Path, holds: boolean, meanings: Meanings): string {
  const meaning = meanings(path.steps.at(-1) ?? '')
  return `${said(path)} ${PATHS[meaning?.kind ?? 'other'][holds ? 0 : 1]}`
}

/** What the schema says of the fields that an expression asks for, each once. */
function meaningsIn(expression: Expression, meanings: Meanings): string[] {
  const paths = pathsIn(expression)
  return [...new Set(paths.flatMap(each => meanings(each.steps.at(-1) ?? '')?.description ?? []))]
}

function pathsIn(expression: Expression): Path[] {
  if (expression.type === 'path') return [expression]
  return expression.type === 'call' ? expression.args.flatMap(pathsIn) : []
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

function anyCall(call: Call, holds: boolean): string {
  return `${said(call)} ${holds ? 'holds' : 'does not hold'}`
}

/** An expression as the author wrote it. */
function said(expression: Expression | undefined): string {
  if (!expression) return ''
  if (expression.type === 'literal') return `\`${String(expression.value)}\``
  if (expression.type === 'call' && expression.name === 'length')
    return `the number of items of ${said(expression.args[0])}`
  const { source, start, end } = expression.at
  return `\`${source.text.slice(start, end)}\``
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

const inWords =
  (words: string): EndWords =>
  subject =>
    `\`${textOf(subject)}\` ${words}`

/** In the order in which a run counts them. */
const ENDS: Readonly<Record<string, readonly (readonly [name: string, words: EndWords])[]>> = {
  if: [
    ['if', (subject, meanings) => condition(subject, true, meanings)],
    ['else', (subject, meanings) => condition(subject, false, meanings)]
  ],
  unless: [
    ['unless', (subject, meanings) => condition(subject, false, meanings)],
    ['else', (subject, meanings) => condition(subject, true, meanings)]
  ],
  with: [
    ['with', inWords('is not null')],
    ['else', inWords('is null')]
  ],
  each: [
    ['none', inWords('is empty')],
    ['one', inWords('has one item')],
    ['several', inWords('has several items')]
  ],
  list: [
    ['none', inWords('is empty')],
    ['one', inWords('has one item')],
    ['several', inWords('has several items')]
  ]
}

/** A block without a choice (`sentence`) has no ends to count. */
function blockEnds({ call }: BlockStatement, meanings: Meanings): readonly End[] {
  const [subject] = call.args
  if (!subject) return []
  return (ENDS[call.name] ?? []).map(([name, words]) => ({
    name,
    condition: words(subject, meanings),
    means: meaningsIn(subject, meanings)
  }))
}

type Include = Extract<TemplateStatement, { type: 'include' }>

/** That a text is run at all. */
function textEnd({ kind, name }: TemplateTextAt, calls: readonly Include[]): End {
  if (kind === 'template') return { name: 'run', condition: `the template is \`${name}\``, means: [] }
  if (kind === 'partial') {
    const isCalled = calls.some(each => each.name === name)
    const words = isCalled
      ? `the partial \`${name}\` is printed`
      : `the partial \`${name}\`, which nothing asks for, is printed`
    return { name: 'run', condition: words, means: [] }
  }
  const [group = '', key = ''] = name.split('/')
  const choosers = calls.flatMap(each => (typeof each.name === 'string' ? [] : chooserIn(each.name, group)))
  const chosen = choosers.map(each => `\`${textOf(each)}\` is \`${key}\``)
  const words = chosen.length > 0 ? [...new Set(chosen)].join(' or ') : `the formula \`${name}\` is printed`
  return { name: 'run', condition: words, means: [] }
}

/** What chooses a formula of a group by a value of the dossier. */
function chooserIn({ args: [group, key] }: Call, wanted: string): Expression[] {
  const isOf = group?.type === 'literal' && group.value === wanted
  return isOf && key && key.type !== 'literal' ? [key] : []
}

function textOf({ at }: Expression): string {
  return at.source.text.slice(at.start, at.end)
}

export const conditionsOf = { block: blockEnds, text: textEnd } as const
