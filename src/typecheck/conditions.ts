/** A condition and its answer in; what is known of the dossier where it has that answer out. */
import type { Call, Expression } from '../template/syntax.ts'
import { type Environment, join, narrow, type Ref, typeAt } from './environment.ts'
import { refOf } from './paths.ts'
import {
  type ComparedWord,
  type Filter,
  hasAtLeast,
  hasAtMost,
  isFalse,
  isGiven,
  isNoneOf,
  isNull,
  isOneOf,
  isTrue
} from './refine.ts'
import { knowing, type Site } from './site.ts'
import { atomsOf, type Type } from './type.ts'

/** What is known where a condition holds (`answer` true), or does not. */
export function given(site: Site, condition: Expression, answer: boolean): Environment {
  if (condition.type === 'literal') return Boolean(condition.value) === answer ? site.environment : dead(site)
  if (condition.type === 'path') return narrowed(site, refOf(site, condition), answer ? isTrue : isFalse)
  const { args } = condition
  switch (condition.name) {
    case 'not':
      return args[0] ? given(site, args[0], !answer) : site.environment
    case 'and':
      return answer ? allOf(site, args, true) : oneOf(site, args, false)
    case 'or':
      return answer ? oneOf(site, args, true) : allOf(site, args, false)
    case 'eq':
    case 'ne':
      return compared(site, condition, (condition.name === 'eq') === answer)
    case 'gt':
    case 'lt':
      return measured(site, condition, answer)
    case 'length':
      return narrowed(site, listOf(site, condition)?.ref ?? null, answer ? hasAtLeast(1) : hasAtMost(0))
    case 'has':
    case 'some':
    case 'only':
      return answer ? narrowed(site, listOf(site, condition)?.ref ?? null, hasAtLeast(1)) : site.environment
    default:
      return site.environment
  }
}

/** What is known where a value is given, whatever it is; or where it is not. */
export function givenAtAll(site: Site, value: Expression, answer: boolean): Environment {
  return value.type === 'path' ? narrowed(site, refOf(site, value), answer ? isGiven : isNull) : site.environment
}

/** What is known where a list has items, or has none. */
export function givenItems(site: Site, list: Expression, answer: boolean): Environment {
  const kept = list.type === 'literal' ? null : listOf(site, list)
  if (!kept) return site.environment
  if (answer) return narrowed(site, kept.ref, hasAtLeast(1))
  return kept.whole ? narrowed(site, kept.ref, hasAtMost(0)) : site.environment
}

function dead({ environment }: Site): Environment {
  return { ...environment, dead: true }
}

function narrowed({ check, environment }: Site, ref: Ref | null, filter: Filter): Environment {
  return ref ? narrow(check.types, environment, ref, filter) : environment
}

/** Each of several answers, one after the other. */
function allOf(site: Site, conditions: readonly Expression[], answer: boolean): Environment {
  return conditions.reduce((environment, each) => given(knowing(site, environment), each, answer), site.environment)
}

/** The first answer, or the other and then the second, or so on. */
function oneOf(site: Site, conditions: readonly Expression[], answer: boolean): Environment {
  const ways: Environment[] = []
  let before = site
  for (const each of conditions) {
    ways.push(given(before, each, answer))
    before = knowing(site, given(before, each, !answer))
  }
  return ways.length > 0 ? join(site.check.types, ways) : site.environment
}

/** A list that a length is taken of or items are chosen from; `whole` where nothing was left out. */
interface Listed {
  readonly ref: Ref
  readonly whole: boolean
}

function listOf(site: Site, value: Expression): Listed | null {
  if (value.type === 'path') {
    const ref = refOf(site, value)
    return ref && { ref, whole: true }
  }
  if (value.type !== 'call' || !['length', 'only', 'some', 'has'].includes(value.name)) return null
  const [list] = value.args
  const listed = list ? listOf(site, list) : null
  return listed && { ref: listed.ref, whole: listed.whole && value.name === 'length' }
}

/** `eq` and `ne`: of a length, or of words. */
function compared(site: Site, { args }: Call, same: boolean): Environment {
  const [a, b] = args
  if (!a || !b) return site.environment
  const length = lengthIn(site, a, b)
  if (length) return same ? between(site, length, length.number, length.number) : apart(site, length)
  return likened(site, likened(site, site.environment, { of: a, with: b, same }), { of: b, with: a, same })
}

interface Likened {
  readonly of: Expression
  readonly with: Expression
  readonly same: boolean
}

/** What is known of a value that is the same as another, or is not. */
function likened(site: Site, environment: Environment, { of, with: other, same }: Likened): Environment {
  const here = knowing(site, environment)
  const ref = of.type === 'path' ? refOf(here, of) : null
  const words = wordsOf(here, other)
  if (!ref || !words) return environment
  if (same) return narrowed(here, ref, isOneOf(words))
  return words.length === 1 ? narrowed(here, ref, isNoneOf(words)) : environment
}

/** All that a value can be, where that is a few words. */
function wordsOf(site: Site, value: Expression): readonly ComparedWord[] | null {
  if (value.type === 'literal') return [value.value]
  const ref = value.type === 'path' ? refOf(site, value) : null
  return ref && wordsOfType(typeAt(site.check.types, site.environment, ref))
}

function wordsOfType(type: Type): readonly ComparedWord[] | null {
  const words: ComparedWord[] = []
  for (const each of atomsOf(type)) {
    if (each.type === 'words') words.push(...each.words)
    else if (each.type === 'null') words.push(null)
    else if (each.type === 'boolean') words.push(each.value)
    else if (each.type === 'number' && each.value !== null) words.push(each.value)
    else return null
  }
  return words
}

/** The length of a list, held against a number. */
interface Length extends Listed {
  readonly number: number
  /** The number stands first. */
  readonly reversed: boolean
}

function lengthIn(site: Site, a: Expression, b: Expression): Length | null {
  const [measure, number] = a.type === 'literal' ? [b, a] : [a, b]
  if (measure.type !== 'call' || measure.name !== 'length' || number.type !== 'literal') return null
  const listed = listOf(site, measure)
  if (!listed || typeof number.value !== 'number' || !Number.isInteger(number.value)) return null
  return { ...listed, number: number.value, reversed: measure === b }
}

/** `gt` and `lt` of a length. */
function measured(site: Site, { name, args: [a, b] }: Call, answer: boolean): Environment {
  const length = a && b ? lengthIn(site, a, b) : null
  if (!length) return site.environment
  const greater = (name === 'gt') !== length.reversed
  const { number } = length
  if (greater) return answer ? between(site, length, number + 1, Infinity) : between(site, length, 0, number)
  return answer ? between(site, length, 0, number - 1) : between(site, length, number, Infinity)
}

function apart(site: Site, length: Length): Environment {
  return length.number === 0 ? between(site, length, 1, Infinity) : site.environment
}

/** A list of which a choice has so many items has as many at least; no more is known of it. */
function between(site: Site, { ref, whole }: Listed, least: number, most: number): Environment {
  const longer = narrowed(site, ref, hasAtLeast(least))
  return whole ? narrowed(knowing(site, longer), ref, hasAtMost(most)) : longer
}
