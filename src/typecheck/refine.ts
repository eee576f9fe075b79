/** A type, a way into it and what was asked of what is there in; the type of the same value once the answer is known out. */
import { type Atom, type AtomOf, atom, isNever, mapAtoms, never, type Type, type Types, withField } from './type.ts'

/** What is asked of each kind of value that a type can be: whether it is left, or what is left of it. */
export type Filter = (each: Atom, types: Types) => Type | boolean

/** What is left of a type; what something has been found wrong with stays as it is. */
export function filtered(types: Types, type: Type, filter: Filter): Type {
  return mapAtoms(types, type, each => {
    const left = each.type === 'unknown' || filter(each, types)
    return typeof left === 'boolean' ? (left ? each : never(types)) : left
  })
}

/** Puts what stands at the end of a way through a filter; a value that has no such way is not there. */
export function refine(types: Types, type: Type, steps: readonly string[], filter: Filter): Type {
  const [step, ...rest] = steps
  if (step === undefined) return filtered(types, type, filter)
  return mapAtoms(types, type, each => refineAtom(types, each, { step, rest, filter }))
}

interface Way {
  readonly step: string
  readonly rest: readonly string[]
  readonly filter: Filter
}

function refineAtom(types: Types, each: Atom, { step, rest, filter }: Way): Type {
  if (each.type === 'unknown') return each
  if (each.type === 'object') {
    const field = each.fields.get(step)
    return field ? withField(types, each, step, refine(types, field.type, rest, filter)) : never(types)
  }
  if (each.type !== 'list') return never(types)
  return step === '*' ? refineItems(types, each, rest, filter) : refineItem(types, each, { step, rest, filter })
}

/** Of every item; where none can be as is asked, the list is empty. */
function refineItems(types: Types, list: AtomOf<'list'>, rest: readonly string[], filter: Filter): Type {
  const of = refine(types, list.of, rest, filter)
  if (!isNever(of)) return atom(types, { ...list, of })
  return list.least > 0 ? never(types) : atom(types, { ...list, most: 0 })
}

function refineItem(types: Types, list: AtomOf<'list'>, { step, rest, filter }: Way): Type {
  const at = placeIn(step)
  if (at === null || at >= list.least) return never(types)
  const item = refine(types, list.items.get(at) ?? list.of, rest, filter)
  return isNever(item) ? item : atom(types, { ...list, items: new Map([...list.items, [at, item]]) })
}

/** The place in a list that a step of a path names. */
export function placeIn(step: string): number | null {
  return /^(0|[1-9]\d{0,5})$/.test(step) ? Number(step) : null
}

export const isNull: Filter = each => each.type === 'null'
export const isGiven: Filter = each => each.type !== 'null'

/** What holds in an `{{#if}}`: Handlebars' own truth, as `holds` has it. */
export const isTrue: Filter = (each, types) => {
  if (each.type === 'list') return longer(types, each, 1)
  if (each.type === 'boolean') return each.value
  if (each.type === 'words') return each.words.some(word => word !== '')
  return each.type === 'number' ? each.value !== 0 : each.type !== 'null'
}

/** What does not hold in an `{{#if}}`. A text of the dossier is never empty; the schemas of the records see to it. */
export const isFalse: Filter = (each, types) => {
  if (each.type === 'list') return shorter(types, each, 0)
  if (each.type === 'boolean') return !each.value
  if (each.type === 'words') return each.words.includes('')
  return each.type === 'number' ? each.value === null || each.value === 0 : each.type === 'null'
}

function longer(types: Types, list: AtomOf<'list'>, least: number): Type | boolean {
  return list.most >= least && (least <= list.least || atom(types, { ...list, least }))
}

function shorter(types: Types, list: AtomOf<'list'>, most: number): Type | boolean {
  return list.least <= most && (most >= list.most || atom(types, { ...list, most }))
}

/** Of lists: at least so many items. */
export const hasAtLeast =
  (least: number): Filter =>
  (each, types) =>
    each.type !== 'list' || longer(types, each, least)

/** Of lists: at most so many items. */
export const hasAtMost =
  (most: number): Filter =>
  (each, types) =>
    each.type !== 'list' || shorter(types, each, most)

/** A word that a value is compared with; `null` is one. */
export type ComparedWord = string | number | boolean | null

/** What is one of some words, and what a word of its own may be. */
export const isOneOf =
  (words: readonly ComparedWord[]): Filter =>
  (each, types) => {
    if (each.type === 'words') return someWords(types, each, word => words.includes(word))
    if (each.type === 'null') return words.includes(null)
    if (each.type === 'boolean') return words.includes(each.value)
    if (each.type === 'number') {
      return words.some(word => typeof word === 'number' && (each.value === null || each.value === word))
    }
    return (each.type === 'text' || each.type === 'code') && words.some(word => typeof word === 'string')
  }

/** What is none of some words. */
export const isNoneOf =
  (words: readonly ComparedWord[]): Filter =>
  (each, types) => {
    if (each.type === 'words') return someWords(types, each, word => !words.includes(word))
    if (each.type === 'null') return !words.includes(null)
    return (each.type !== 'boolean' && each.type !== 'number') || each.value === null || !words.includes(each.value)
  }

function someWords(types: Types, each: AtomOf<'words'>, holds: (word: string) => boolean): Type | boolean {
  const words = each.words.filter(holds)
  return words.length === each.words.length || (words.length > 0 && atom(types, { ...each, words }))
}
