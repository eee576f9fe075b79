/** The types that a check of templates reckons with: each made once, so that equal types are one object; makers in, types out. */
import { once } from '../once.ts'

/** Where a text, a number or a truth stands letter by letter in a template; `escaped` where it was written with escapes. */
type Written = 'plain' | 'escaped' | null

export interface ObjectField {
  readonly type: Type
  readonly restricted: boolean
}

/** What is known of the whole dossier where a value of this type stands: a way from the dossier, and words for what is there. */
export interface Implied {
  readonly steps: readonly string[]
  readonly words: readonly (string | null)[]
  readonly isnt: boolean
}

interface Basic {
  /** Equal for equal types. */
  readonly id: number
}

/** `unknown` is what something has been found wrong with already. `never` cannot be. */
export type Atom = Basic &
  (
    | { readonly type: 'unknown' | 'null' | 'text' | 'code' }
    | { readonly type: 'boolean'; readonly value: boolean; readonly written: boolean }
    | { readonly type: 'number'; readonly whole: boolean; readonly value: number | null; readonly written: boolean }
    /** `of`: all that it could be before any question was asked. */
    | {
        readonly type: 'words'
        readonly words: readonly string[]
        readonly of: readonly string[]
        readonly written: Written
      }
    | {
        readonly type: 'list'
        readonly of: Type
        readonly least: number
        readonly most: number
        /** Items of which more is known, by their place. */
        readonly items: ReadonlyMap<number, Type>
      }
    | { readonly type: 'record'; readonly of: Type }
    | ObjectType
    /** What a helper has made; a name gets its capital from its position. */
    | { readonly type: 'printed'; readonly starts: 'value' | 'name' | 'either' }
  )

export type ObjectType = Basic & {
  readonly type: 'object'
  readonly kind: string | null
  readonly fields: ReadonlyMap<string, ObjectField>
  readonly implied: readonly Implied[]
}

export type Type = Atom | (Basic & { readonly type: 'either'; readonly of: readonly Atom[] })

export type AtomOf<K extends Atom['type']> = Extract<Atom, { readonly type: K }>

/** All the types of one check. */
export interface Types {
  /** By what they are made of. */
  readonly known: Map<string, Type>
  /** What was worked out of types before, by their numbers: most questions are asked again and again. */
  readonly worked: Map<string, Type>
}

export function createTypes(): Types {
  return { known: new Map(), worked: new Map() }
}

/** What is worked out of types once. */
function remembered(types: Types, key: string, work: () => Type): Type {
  return once(types.worked, key, work)
}

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never

/** The one type for a key; `make` runs when it is met for the first time. */
function numbered<T extends Type>(types: Types, key: string, make: (id: number) => T): T {
  const known = types.known.get(key)
  // the key begins with the kind of type, so that what is found is what was made for it
  if (known) return known as T
  const made = make(types.known.size)
  types.known.set(key, made)
  return made
}

/** An atom. */
export function atom(types: Types, from: Unnumbered<Atom>): Atom {
  return numbered<Atom>(types, keyOf(from), id => ({ ...from, id }))
}

export function unknown(types: Types): Atom {
  return atom(types, { type: 'unknown' })
}

/** A number with no fraction that only the dossier or a helper knows. */
export function wholeNumber(types: Types): Atom {
  return atom(types, { type: 'number', whole: true, value: null, written: false })
}

/** True or false. */
export function booleanType(types: Types): Type {
  const of = [true, false].map(value => atom(types, { type: 'boolean', value, written: false }))
  return either(types, of)
}

function keyOf(from: Unnumbered<Atom>): string {
  switch (from.type) {
    case 'unknown':
    case 'null':
    case 'text':
    case 'code':
      return from.type
    case 'boolean':
      return `boolean ${from.value} ${from.written}`
    case 'number':
      return `number ${from.whole} ${from.value} ${from.written}`
    case 'words':
      return `words ${from.written} ${JSON.stringify([from.words, from.of])}`
    case 'list':
      return `list ${from.of.id} ${from.least} ${from.most} ${[...from.items].map(([at, each]) => `${at}:${each.id}`)}`
    case 'record':
      return `record ${from.of.id}`
    case 'object':
      return `object ${from.kind} ${fieldsKey(from.fields)} ${from.implied.length > 0 ? JSON.stringify(from.implied) : ''}`
    case 'printed':
      return `printed ${from.starts}`
  }
}

/** Names of fields hold no sign that stands here between them. */
function fieldsKey(fields: ReadonlyMap<string, ObjectField>): string {
  let key = ''
  for (const [name, { type, restricted }] of fields) key += `${name}${restricted ? '!' : ':'}${type.id},`
  return key
}

/** Unlike objects are kept apart up to so many; more are one with all that each of their fields can be. */
const MOST_OBJECTS = 12

/** What is of one of several types. */
export function either(types: Types, of: readonly Type[]): Type {
  const [only, ...more] = of
  if (only && more.every(each => each === only)) return only
  return remembered(types, `or ${of.map(each => each.id)}`, () => oneOf(types, of))
}

function oneOf(types: Types, of: readonly Type[]): Type {
  const atoms = mergeObjects(types, mergeAlike(types, [...new Set(of.flatMap(atomsOf))]))
  const [only, ...more] = atoms
  if (only && more.length === 0) return only
  const sorted = [...atoms].sort((a, b) => a.id - b.id)
  return numbered<Type>(types, `either ${sorted.map(each => each.id)}`, id => ({ type: 'either', of: sorted, id }))
}

/** What cannot be. */
export function never(types: Types): Type {
  return either(types, [])
}

export function isNever(type: Type): boolean {
  return type.type === 'either' && type.of.length === 0
}

/** The kinds of value that a type can be, one by one. */
export function atomsOf(type: Type): readonly Atom[] {
  return type.type === 'either' ? type.of : [type]
}

/** A type with each of its atoms put through something. */
export function mapAtoms(types: Types, type: Type, map: (each: Atom) => Type): Type {
  if (type.type !== 'either') return map(type)
  const mapped = type.of.map(map)
  return mapped.every((each, index) => each === type.of[index]) ? type : either(types, mapped)
}

/** Words with words, lists with lists, numbers with numbers: one atom of each. */
function mergeAlike(types: Types, atoms: readonly Atom[]): readonly Atom[] {
  if (atoms.length < 2) return atoms
  const merged: Atom[] = []
  for (const each of atoms) {
    const at = merged.findIndex(other => alike(other, each))
    const other = merged[at]
    if (other) merged[at] = mergeTwo(types, other, each)
    else merged.push(each)
  }
  return merged
}

function alike(a: Atom, b: Atom): boolean {
  if (a.type === 'words' && b.type === 'words') return a.written === b.written
  return a.type === b.type && ['list', 'number', 'record', 'printed'].includes(a.type)
}

function mergeTwo(types: Types, a: Atom, b: Atom): Atom {
  if (a.type === 'words' && b.type === 'words')
    return atom(types, { ...a, words: union(a.words, b.words), of: union(a.of, b.of) })
  if (a.type === 'list' && b.type === 'list') return mergeLists(types, a, b)
  if (a.type === 'number' && b.type === 'number') {
    const value = a.value === b.value ? a.value : null
    return atom(types, { type: 'number', whole: a.whole && b.whole, value, written: a.written && b.written })
  }
  if (a.type === 'record' && b.type === 'record') return atom(types, { ...a, of: either(types, [a.of, b.of]) })
  return atom(types, { type: 'printed', starts: 'either' })
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort()
}

function mergeLists(types: Types, a: AtomOf<'list'>, b: AtomOf<'list'>): Atom {
  const places = [...new Set([...a.items.keys(), ...b.items.keys()])].sort((x, y) => x - y)
  const items = places.map(at => [at, either(types, [a.items.get(at) ?? a.of, b.items.get(at) ?? b.of])] as const)
  return atom(types, {
    type: 'list',
    of: either(types, [a.of, b.of]),
    least: Math.min(a.least, b.least),
    most: Math.max(a.most, b.most),
    items: new Map(items)
  })
}

/** Objects that differ in one field are one object, which says the same; too many of them are one that says less. */
function mergeObjects(types: Types, atoms: readonly Atom[]): readonly Atom[] {
  const objects = atoms.filter(each => each.type === 'object')
  if (objects.length < 2) return atoms
  const merged: ObjectType[] = []
  for (const each of objects) addObject(types, merged, each)
  return [...atoms.filter(each => each.type !== 'object'), ...merged]
}

function addObject(types: Types, merged: ObjectType[], added: ObjectType): void {
  const full = merged.length >= MOST_OBJECTS
  const at = merged.findIndex(
    each => sameFields(each, added) && (full || (sameImplied(each, added) && differing(each, added).length <= 1))
  )
  const [other] = at < 0 ? [] : merged.splice(at, 1)
  if (other) addObject(types, merged, mergeTwoObjects(types, other, added))
  else merged.push(added)
}

function sameFields(a: ObjectType, b: ObjectType): boolean {
  return a.kind === b.kind && a.fields.size === b.fields.size && [...a.fields.keys()].every(each => b.fields.has(each))
}

function sameImplied(a: ObjectType, b: ObjectType): boolean {
  return a.implied === b.implied || JSON.stringify(a.implied) === JSON.stringify(b.implied)
}

function differing(a: ObjectType, b: ObjectType): string[] {
  return [...a.fields].flatMap(([name, { type }]) => (b.fields.get(name)?.type === type ? [] : [name]))
}

function mergeTwoObjects(types: Types, a: ObjectType, b: ObjectType): ObjectType {
  const fields = [...a.fields].map(([name, field]): [string, ObjectField] => {
    const other = b.fields.get(name)
    if (!other || other.type === field.type) return [name, field]
    return [name, { type: either(types, [field.type, other.type]), restricted: field.restricted || other.restricted }]
  })
  const told = new Set(b.implied.map(each => JSON.stringify(each)))
  const implied = a.implied.filter(each => told.has(JSON.stringify(each)))
  return object(types, { ...a, fields: new Map(fields), implied })
}

/** An object. */
export function object(types: Types, from: Omit<ObjectType, 'id'>): ObjectType {
  return numbered<ObjectType>(types, keyOf(from), id => ({ ...from, id }))
}

/** An object with one field replaced; never, when the field cannot be. */
export function withField(types: Types, from: ObjectType, name: string, type: Type): Type {
  if (isNever(type)) return never(types)
  const field = from.fields.get(name)
  if (field?.type === type) return from
  return remembered(types, `with ${from.id} ${name} ${type.id}`, () => {
    const fields = new Map(from.fields)
    fields.set(name, { type, restricted: field?.restricted ?? false })
    return object(types, { ...from, fields })
  })
}
