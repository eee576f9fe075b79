/** A condition of a template and its answer in; what then holds of the dossier, in the same terms in every language, out. */
import { condition } from '../coverage/ends.ts'
import type { Meanings } from '../dossier/meanings.ts'
import type { Call, Expression } from '../template/syntax.ts'
import { type Holding, meaningOf, nameOf, type Standpoint, stripped } from './referents.ts'

/** What holds where a condition has an answer; null where it never has it, whatever the dossier. */
export type Answered = readonly Holding[] | null

export function given(scope: Standpoint, asked: Expression, holds: boolean, meanings: Meanings): Answered {
  const joint = asked.type === 'call' ? JOINTS[asked.name] : undefined
  if (asked.type === 'call' && joint) {
    const each = asked.args.map(one => given(scope, one, joint.turns ? !holds : holds, meanings))
    return joint.all === holds ? allOf(each) : anyOf(each)
  }
  const value = stripped(meaningOf(scope, asked))
  if (value.type === 'written') return Boolean(value.value) === holds ? [] : null
  const key = asked.type === 'call' ? keyOf(scope, asked) : value.type === 'field' ? { text: nameOf(value) } : null
  return key ? [{ key: key.text, holds: holds !== (key.turned ?? false), says: condition(asked, holds, meanings) }] : []
}

/** Helpers that join conditions: whether all must hold for them to, and whether they turn what they are given. */
const JOINTS: Readonly<Record<string, { readonly all: boolean; readonly turns: boolean }>> = {
  and: { all: true, turns: false },
  or: { all: false, turns: false },
  not: { all: true, turns: true }
}

function allOf(parts: readonly Answered[]): Answered {
  return parts.includes(null) ? null : parts.flatMap(each => each ?? [])
}

/** One of several: a condition of its own, unless one of them is no condition at all. */
function anyOf(parts: readonly Answered[]): Answered {
  const live = parts.filter(each => each !== null)
  if (live.length < 2) return live[0] ?? null
  if (live.some(each => each.length === 0)) return []
  const keys = live.map(each => each.map(one => `${one.holds ? '' : 'not '}${one.key}`).join(' and ')).sort()
  const says = live.map(each => each.map(one => one.says).join(' and ')).join(' or ')
  return [{ key: keys.join(' or '), holds: true, says, any: live }]
}

interface Key {
  readonly text: string
  /** Whether the condition holds where what the key says does not. */
  readonly turned?: boolean
}

const SIGNS: Readonly<Record<string, string>> = { eq: '=', ne: '=', gt: 'gt', lt: 'lt' }

/** A comparison by what it compares; null for one that only grammar asks for: how many there are, or at which place one is. */
function keyOf(scope: Standpoint, { name, args }: Call): Key | null {
  const terms = args.map(each => termOf(scope, each))
  const [one, other] = terms
  const sign = SIGNS[name]
  if (!one || terms.includes(null)) return null
  if (name === 'length') return one
  // `this.means`, `(ne this.means null)` and `(gt (length this.means) 0)` ask the same
  if (sign && other && name !== 'lt' && other.text === (one.type === 'count' ? '0' : 'null'))
    return { text: one.text, turned: name === 'eq' }
  // `(some this.killed "count" 1)`: a singular or a plural
  if (terms.some(each => each?.type === 'number')) return null
  if (!sign || !other) return { text: [name, ...terms.map(each => each?.text)].join(' ') }
  const isOfGrammar = [one, other].some(each => each.type === 'count' || (each.type === 'written' && sign === name))
  return isOfGrammar ? null : { text: `${one.text} ${sign} ${other.text}`, turned: name === 'ne' }
}

interface Term {
  readonly text: string
  readonly type: 'written' | 'number' | 'field' | 'count'
}

function termOf(scope: Standpoint, expression: Expression): Term | null {
  const counted = expression.type === 'call' && expression.name === 'length' ? expression.args[0] : undefined
  const value = stripped(meaningOf(scope, counted ?? expression))
  if (value.type === 'made') return null
  if (value.type === 'written')
    return { text: JSON.stringify(value.value), type: typeof value.value === 'number' ? 'number' : 'written' }
  const known = value.known.map(each => ` where ${each.key}`).join('')
  return { text: nameOf(value) + known, type: counted ? 'count' : 'field' }
}
