/** A block or a text of a template in; what it can come to, each with the condition for it in words, out. */
import type { Meanings } from '../dossier/meanings.ts'
import type { ShelfText } from '../template/shelf.ts'
import type { Block, Call, Expression, Statement } from '../template/syntax.ts'
import { condition, meaningsIn } from './conditions.ts'

/** What a block can come to. */
export interface End {
  /** A word for tables: `if`, `else`, `none`. */
  readonly name: string
  /** In words, behind "no fixture where". */
  readonly condition: string
  /** What the schema says of the fields that it asks for. */
  readonly means: readonly string[]
}

type Words = (subject: Expression, meanings: Meanings) => string

const inWords =
  (words: string): Words =>
  subject =>
    `\`${textOf(subject)}\` ${words}`

/** In the order in which a run counts them. */
const ENDS: Readonly<Record<string, readonly (readonly [name: string, words: Words])[]>> = {
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
function blockEnds({ call }: Block, meanings: Meanings): readonly End[] {
  const [subject] = call.args
  if (!subject) return []
  return (ENDS[call.name] ?? []).map(([name, words]) => ({
    name,
    condition: words(subject, meanings),
    means: meaningsIn(subject, meanings)
  }))
}

type Include = Extract<Statement, { type: 'include' }>

/** That a text is run at all. */
function textEnd({ kind, name }: ShelfText, calls: readonly Include[]): End {
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
