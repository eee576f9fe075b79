/** An expression of a template and how it is to come out in; the same in words, as a condition on the dossier, out. */
import type { Meanings } from '../dossier/meanings.ts'
import type { Call, Expression, Path } from '../template/syntax.ts'

/** `incident.time` is null. */
export function condition(expression: Expression, holds: boolean, meanings: Meanings): string {
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
export function meaningsIn(expression: Expression, meanings: Meanings): string[] {
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
