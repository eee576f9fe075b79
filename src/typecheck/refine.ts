/** A type, a way into it and what was asked of what is there in; the type of the same value once the answer is known out. */
import { type Atom, atom, atomsOf, either, isNever, mapAtoms, never, type Type, type Types, withField } from './type.ts'

/** What is asked: a type in, what of it is left out. */
export type Filter = (types: Types, type: Type) => Type

/** Puts what stands at the end of a way through a filter; a value that has no such way is not there. */
export function refine(types: Types, type: Type, steps: readonly string[], filter: Filter): Type {
  const [step, ...rest] = steps
  if (step === undefined) return filter(types, type)
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
function refineItems(
  types: Types,
  list: Extract<Atom, { type: 'list' }>,
  rest: readonly string[],
  filter: Filter
): Type {
  const of = refine(types, list.of, rest, filter)
  if (!isNever(of)) return atom(types, { ...list, of })
  return list.least > 0 ? never(types) : atom(types, { ...list, most: 0 })
}

function refineItem(types: Types, list: Extract<Atom, { type: 'list' }>, { step, rest, filter }: Way): Type {
  const at = placeIn(step)
  if (at === null || at >= list.least) return never(types)
  const item = refine(types, list.items.get(at) ?? list.of, rest, filter)
  return isNever(item) ? item : atom(types, { ...list, items: new Map([...list.items, [at, item]]) })
}

/** The place in a list that a step of a path names. */
export function placeIn(step: string): number | null {
  return /^(0|[1-9]\d{0,5})$/.test(step) ? Number(step) : null
}

const keep =
  (holds: (each: Atom) => boolean): Filter =>
  (types, type) =>
    either(
      types,
      atomsOf(type).filter(each => each.type === 'unknown' || holds(each))
    )

export const isNull = keep(each => each.type === 'null')
export const isGiven = keep(each => each.type !== 'null')

/** What holds in an `{{#if}}`: Handlebars' own truth, as `holds` has it. */
export const isTrue: Filter = (types, type) =>
  mapAtoms(types, type, each => {
    if (each.type === 'list') return longer(types, each, 1)
    const fails =
      each.type === 'null' ||
      (each.type === 'boolean' && !each.value) ||
      (each.type === 'number' && each.value === 0) ||
      (each.type === 'words' && each.words.every(word => word === ''))
    return fails ? never(types) : each
  })

/** What does not hold in an `{{#if}}`. A text of the dossier is never empty; the schemas of the records see to it. */
export const isFalse: Filter = (types, type) =>
  mapAtoms(types, type, each => {
    if (each.type === 'list') return shorter(types, each, 0)
    if (each.type === 'number') return each.value === null || each.value === 0 ? each : never(types)
    if (each.type === 'boolean') return each.value ? never(types) : each
    if (each.type === 'words') return each.words.includes('') ? each : never(types)
    return each.type === 'null' || each.type === 'unknown' ? each : never(types)
  })

function longer(types: Types, list: Extract<Atom, { type: 'list' }>, least: number): Type {
  if (list.most < least) return never(types)
  return least <= list.least ? list : atom(types, { ...list, least })
}

function shorter(types: Types, list: Extract<Atom, { type: 'list' }>, most: number): Type {
  if (list.least > most) return never(types)
  return most >= list.most ? list : atom(types, { ...list, most })
}

/** Of lists: at least so many items. */
export const hasAtLeast =
  (least: number): Filter =>
  (types, type) =>
    mapAtoms(types, type, each => (each.type === 'list' ? longer(types, each, least) : each))

/** Of lists: at most so many items. */
export const hasAtMost =
  (most: number): Filter =>
  (types, type) =>
    mapAtoms(types, type, each => (each.type === 'list' ? shorter(types, each, most) : each))

/** A word that a value is compared with; `null` is one. */
export type ComparedWord = string | number | boolean | null

/** What is one of some words, and what a word of its own may be. */
export const isOneOf =
  (words: readonly ComparedWord[]): Filter =>
  (types, type) =>
    mapAtoms(types, type, each => {
      if (each.type === 'words') return atomOfWords(types, each, word => words.includes(word))
      if (each.type === 'null') return words.includes(null) ? each : never(types)
      if (each.type === 'boolean') return words.includes(each.value) ? each : never(types)
      if (each.type === 'number') return words.some(word => sameNumber(each.value, word)) ? each : never(types)
      if (each.type === 'text' || each.type === 'code')
        return words.some(word => typeof word === 'string') ? each : never(types)
      return each.type === 'unknown' ? each : never(types)
    })

function sameNumber(value: number | null, word: ComparedWord): boolean {
  return typeof word === 'number' && (value === null || value === word)
}

/** What is none of some words. */
export const isNoneOf =
  (words: readonly ComparedWord[]): Filter =>
  (types, type) =>
    mapAtoms(types, type, each => {
      if (each.type === 'words') return atomOfWords(types, each, word => !words.includes(word))
      if (each.type === 'null') return words.includes(null) ? never(types) : each
      if (each.type === 'boolean') return words.includes(each.value) ? never(types) : each
      if (each.type === 'number') return each.value !== null && words.includes(each.value) ? never(types) : each
      return each
    })

function atomOfWords(types: Types, each: Extract<Atom, { type: 'words' }>, holds: (word: string) => boolean): Type {
  const words = each.words.filter(holds)
  if (words.length === each.words.length) return each
  return words.length === 0 ? never(types) : atom(types, { ...each, words })
}
