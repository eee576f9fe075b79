/** Says of a value of a record which fact it is: of which record, in which field and language. Nothing else reads that out of a pointer. */
import { type Field, isField, type Section } from './fact-fields.ts'
import { once } from './once.ts'
import { child, type DataFile, type Pointer, steps } from './value.ts'

declare const counted: unique symbol

/**
 * Where a value comes from, without any line or column: what a PDF may depend on. It is a number, so that thousands of them
 * are compared and kept at little cost; which one is chance, and nothing may print it or put things in its order.
 */
export type Origin = number & { readonly [counted]: 'origin' }

/** The file of a value, and its place in it. */
interface Reference {
  readonly file: DataFile
  readonly pointer: Pointer
}

/** What a value is of. A record as a whole has no field. */
export interface Fact {
  readonly section: Section
  /** Of the record; of what `law.yaml` holds, that of the instrument. Null where there is one alone. */
  readonly id: string | null
  readonly field: Field | null
  /** The place in the outermost list, or the key in a table (an article's number). */
  readonly item: string | null
  /** The language of a wording. */
  readonly language: string | null
}

/**
 * By file and pointer. They stay as long as the process: the largest register that is read has 200,000 values, of which some
 * tens of thousands stand behind a note, and the next note of that register has the same.
 */
const numbers = byFile<Origin>()
/** None is 0, which would read as no origin at all. */
const references: Reference[] = [{ file: 'note', pointer: '' }]
const facts: Fact[] = []

function byFile<T>(): { readonly [file in DataFile]: Map<Pointer, T> } {
  return { register: new Map(), note: new Map(), profile: new Map(), law: new Map() }
}

/** The origin of a value; the same value has always the same. */
export function originOf(file: DataFile, pointer: Pointer): Origin {
  const known = numbers[file].get(pointer)
  if (known !== undefined) return known
  const origin: number = references.push({ file, pointer }) - 1
  if (!isOrigin(origin)) throw new Error('there are more origins than are counted')
  numbers[file].set(pointer, origin)
  return origin
}

/** The fields of each record that were asked for, so that no pointer is made of what is known. */
const fields = byFile<Map<string, Origin>>()

/** Gives the origins of fields of what stands at a pointer: `occurred/date`. */
export function fieldsIn(file: DataFile, pointer: Pointer): (field: string) => Origin {
  const known = once(fields[file], pointer, () => new Map<string, Origin>())
  const make = (field: string) => originOf(file, `${pointer}/${field}`)
  return field => once(known, field, make)
}

/** Numbers beyond these are no longer kept as numbers by the engine. */
function isOrigin(number: number): number is Origin {
  return number < 1_073_741_824
}

/** The file and pointer of an origin: to look a value up, or to tell people where it is. */
export function referenceOf(origin: Origin): Reference {
  const known = references[origin]
  if (!known) throw new Error('an origin comes from another process')
  return known
}

/** `register#/incidents/kyiv-2025-11-14/occurred/date` */
export function keyOf(origin: Origin): string {
  const { file, pointer } = referenceOf(origin)
  return `${file}#${pointer}`
}

/** `register /incidents/kyiv-2025-11-14/occurred/date`, for a sentence. */
export function placeName(origin: Origin): string {
  const { file, pointer } = referenceOf(origin)
  return `${file} ${pointer}`
}

/** What a finding says of the value that it is about; nothing where it is about none. */
export function blaming(
  origin: Origin | null | undefined
): { readonly origin: Origin; readonly pointer: Pointer } | Record<never, never> {
  return origin ? { origin, pointer: referenceOf(origin).pointer } : {}
}

/** The fact that an origin is. */
export function factOf(origin: Origin): Fact {
  const { file, pointer } = referenceOf(origin)
  facts[origin] ??= parsed(file, steps(pointer))
  return facts[origin]
}

export function factsOf(origins: readonly Origin[]): Fact[] {
  return origins.map(factOf)
}

/** Whether a fact is of an item of a list (from 0) in a record. */
export function isItem({ id, item }: Fact, record: string, index: number): boolean {
  return id === record && item === String(index)
}

/** The record of a fact of the register, as names call it: `/facilities/embassy`. */
export function recordOf({ section, id }: Fact): Pointer | null {
  return id === null || section === 'law' ? null : child(`/${section}`, id)
}

/** Whether a fact stands in a field of a section, or in a part of that field. */
export function isIn<S extends Section>(fact: Fact, section: S, field: Field<S>): boolean {
  return fact.section === section && (fact.field === field || (fact.field?.startsWith(`${field}.`) ?? false))
}

/** The field in which a place of the dossier is: the names of its steps, without the places in lists. */
export function fieldOfDossier(pointer: Pointer): string[] {
  return steps(pointer).filter(each => !isIndex(each))
}

function isIndex(step: string): boolean {
  return /^\d+$/.test(step)
}

const RECORDS = ['parties', 'facilities', 'incidents', 'communications', 'sources'] as const

function parsed(file: DataFile, path: readonly string[]): Fact {
  const [first, id = null, ...rest] = path
  if (file === 'law') return read('law', id, rest)
  const section = file === 'register' ? RECORDS.find(each => each === first) : undefined
  return section !== undefined && id !== null ? read(section, id, rest) : read(file, null, path)
}

/** Fields whose entries are named by keys of their own. */
const TABLES: ReadonlySet<Field> = new Set<Field>(['treaties', 'stated.coverage', 'articles', 'parties'])
/** Fields in which nothing is told apart. */
const WHOLE = /(^|\.)(evidence|parts)$/

function read(section: Section, id: string | null, path: readonly string[]): Fact {
  let field: Field | null = null
  let item: string | null = null
  let language: string | null = null
  for (const step of path) {
    const inner: string = field === null ? step : `${field}.${step}`
    if (isField(section, inner)) field = inner
    // a field of a kind of note that this table does not know: what it means, its kind alone knows
    else if (field === null && section === 'note') break
    else if (field === null) throw new Error(`no record of the section ${section} has a field \`${step}\``)
    else if (WHOLE.test(field)) break
    else if (TABLES.has(field) || isIndex(step)) item ??= step
    else language ??= step
  }
  return { section, id, field, item, language }
}
