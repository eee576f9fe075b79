/** A condition of a template and its answer in; what then holds of the dossier, in the same terms in every language, out. */
import { condition } from '../coverage/ends.ts'
import type { Meanings } from '../dossier/meanings.ts'
import type { Call, Expression } from '../template/syntax.ts'
import { type Holding, meaningOf, nameOf, type Referent, type Standpoint, stripped } from './referents.ts'

/** What holds where a condition has an answer; null where it never has it, whatever the dossier. */
export type Answered = readonly Holding[] | null

export function given(scope: Standpoint, asked: Expression, holds: boolean, meanings: Meanings): Answered {
  if (asked.type !== 'call') return ofValue(scope, asked, holds, meanings)
  const { args, name } = asked
  const joint = JOINTS[name]
  if (joint) {
    const each = args.map(one => given(scope, one, joint.turns ? !holds : holds, meanings))
    return joint.all === holds ? allOf(each) : anyOf(each)
  }
  const key = keyOf(scope, asked)
  if (key === null) return []
  return [{ key: key.text, holds: holds !== key.turned, says: condition(asked, holds, meanings) }]
}

/** Helpers that join conditions: whether all must hold for them to, and whether they turn what they are given. */
const JOINTS: Readonly<Record<string, { readonly all: boolean; readonly turns: boolean }>> = {
  and: { all: true, turns: false },
  or: { all: false, turns: false },
  not: { all: true, turns: true }
}

function ofValue(scope: Standpoint, asked: Exclude<Expression, Call>, holds: boolean, meanings: Meanings): Answered {
  const value = stripped(meaningOf(scope, asked))
  if (value.type === 'written') return Boolean(value.value) === holds ? [] : null
  if (value.type !== 'field') return []
  return [{ key: nameOf(value), holds, says: condition(asked, holds, meanings) }]
}

function allOf(parts: readonly Answered[]): Answered {
  return parts.includes(null) ? null : parts.flatMap(each => each ?? [])
}

/** One of several: a condition of its own, unless one of them is no condition at all. */
function anyOf(parts: readonly Answered[]): Answered {
  const live = parts.filter(each => each !== null)
  const [first] = live
  if (first === undefined) return null
  if (live.length === 1 || live.some(each => each.length === 0)) return live.length === 1 ? first : []
  const keys = live.map(each => each.map(one => `${one.holds ? '' : 'not '}${one.key}`).join(' and ')).sort()
  const says = live.map(each => each.map(one => one.says).join(' and ')).join(' or ')
  return [{ key: keys.join(' or '), holds: true, says, joint: true }]
}

interface Key {
  readonly text: string
  /** Whether the condition holds where what the key says does not. */
  readonly turned: boolean
}

/** A comparison by what it compares; null for one that only grammar asks for: how many there are, or at which place one is. */
function keyOf(scope: Standpoint, { name, args }: Call): Key | null {
  const [left, right] = args
  const [one, other] = args.map(each => termOf(scope, each))
  switch (name) {
    case 'eq':
    case 'ne':
      if (one?.count && isWritten(right, 0)) return { text: one.text, turned: name === 'eq' }
      if (!one || !other || one.count || other.count) return null
      // `this.means` and `(ne this.means null)` ask the same
      if (other.text === 'null') return { text: one.text, turned: name === 'eq' }
      return { text: `${one.text} = ${other.text}`, turned: name === 'ne' }
    case 'gt':
    case 'lt':
      if (one?.count && name === 'gt' && isWritten(right, 0)) return { text: one.text, turned: false }
      if (!one || !other || isWritten(left) || isWritten(right)) return null
      return { text: `${one.text} ${name} ${other.text}`, turned: false }
    case 'length':
      return one ? { text: one.text, turned: false } : null
    default: {
      const terms = args.map(each => termOf(scope, each)?.text ?? '')
      return terms.includes('') ? null : { text: `${name} ${terms.join(' ')}`, turned: false }
    }
  }
}

interface Term {
  readonly text: string
  /** Whether it is a number of items. */
  readonly count: boolean
}

function termOf(scope: Standpoint, expression: Expression): Term | null {
  const counted = expression.type === 'call' && expression.name === 'length' ? expression.args[0] : undefined
  const value: Referent = stripped(meaningOf(scope, counted ?? expression))
  if (value.type === 'written') return { text: JSON.stringify(value.value), count: false }
  if (value.type !== 'field') return null
  const known = value.known.map(each => ` where ${each.key}`).join('')
  return { text: nameOf(value) + known, count: counted !== undefined }
}

function isWritten(expression: Expression | undefined, value?: number): boolean {
  return expression?.type === 'literal' && (value === undefined || expression.value === value)
}
