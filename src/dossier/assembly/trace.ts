/** Values as they are made, with the records behind each of their parts, in; the origins by dossier pointer out. */
import { fieldsIn, type Origin, originOf, referenceOf } from '../../fact.ts'
import { lazily } from '../../once.ts'
import { type DataFile, type Pointer, steps } from '../../value.ts'

/** The records behind one value; several where it was computed. */
export type Origins = readonly Origin[]

/**
 * How to say the origins of the parts of each object or list, by identity: a record that the dossier holds in several
 * places is made once and traced once, and most of it is never asked about.
 */
export type Traces = Pick<Map<object, () => Readonly<Record<string, Origins>>>, 'get' | 'set'>

/** One origin. */
export function from(file: DataFile, pointer: Pointer): Origins {
  return alone(originOf(file, pointer))
}

/** The origins of fields of one record, one each: a record is asked for all of them at once. */
export function fieldsOf(file: DataFile, pointer: Pointer): (field: string) => Origins {
  const originOfField = fieldsIn(file, pointer)
  return field => alone(originOfField(field))
}

/** The origin of an incident or communication, or of a field of it: `occurred/date`. */
export function ofRecord(section: 'incidents' | 'communications', id: string, field?: string): Origins {
  const record = fieldsIn('register', `/${section}`)(id)
  return alone(field === undefined ? record : fieldsIn('register', referenceOf(record).pointer)(field))
}

/** The list of each origin that stands alone, which most do: it is made once. */
const lists: Origins[] = []

function alone(origin: Origin): Origins {
  lists[origin] ??= [origin]
  return lists[origin]
}

/** A value, and how to say the records behind it: of many nobody asks. */
export interface Traced<T> {
  readonly value: T
  readonly origins: () => Origins
}

export function traced<T>(value: T, origins: () => Origins): Traced<T> {
  return { value, origins }
}

/** Where what is made is traced. */
interface Tracing {
  readonly traces: Traces
}

/** The parts of an object to be: one that does not say where it comes from comes from the field of its name. */
type Parts<T> = { readonly [K in keyof T]: T[K] | Traced<T[K]> }

/** Makes an object of its parts, and keeps where each comes from; `field` gives the origins of a field. */
export function compose<T extends object>({ traces }: Tracing, field: (name: string) => Origins, parts: Parts<T>): T
export function compose({ traces }: Tracing, field: (name: string) => Origins, parts: Record<string, unknown>): object {
  const value = { ...parts }
  for (const key in parts) {
    const part = parts[key]
    if (isTraced(part)) value[key] = part.value
  }
  const originsOf = ([key, part]: [string, unknown]) => [key, isTraced(part) ? part.origins() : field(key)] as const
  traces.set(value, () => Object.fromEntries(Object.entries(parts).map(originsOf)))
  return value
}

function isTraced(part: unknown): part is Traced<unknown> {
  return isBranch(part) && typeof part['origins'] === 'function'
}

/** Says where each item of a list comes from, and gives the list back. */
export function traceList<T>({ traces }: Tracing, items: readonly Traced<T>[]): T[] {
  const list = items.map(item => item.value)
  traces.set(list, () => Object.fromEntries(items.map((item, index) => [String(index), item.origins()])))
  return list
}

/** A list of what is made of each of some things, in their order, with where it comes from. */
export function traceEach<I, T>(
  { traces }: Tracing,
  things: readonly I[],
  make: (thing: I, index: number) => T,
  origins: (thing: I, index: number) => Origins
): T[] {
  return traceList(
    { traces },
    things.map((each, index) => traced(make(each, index), () => origins(each, index)))
  )
}

/**
 * The origins of every part of a traced value, by pointer. A part that is not named (the year of a date) shares those of
 * the nearest part around it. A pointer is looked up by walking to it; only who goes through all of them has all made.
 */
export function originsIn(traces: Traces, whole: object): ReadonlyMap<Pointer, Origins> {
  const every = lazily((): ReadonlyMap<Pointer, Origins> => new Map(pairsIn(traces, whole, '')))
  const get = (pointer: Pointer) => lookUp(traces, whole, pointer)
  return {
    get,
    has: pointer => get(pointer) !== undefined,
    get size() {
      return every().size
    },
    keys: () => every().keys(),
    values: () => every().values(),
    entries: () => every().entries(),
    forEach: visit => every().forEach(visit),
    [Symbol.iterator]: () => every()[Symbol.iterator]()
  }
}

function lookUp(traces: Traces, whole: object, pointer: Pointer): Origins | undefined {
  const path = steps(pointer)
  const last = path.pop()
  if (last === undefined) return undefined
  let at: unknown = whole
  for (const key of path) at = isBranch(at) && Object.hasOwn(at, key) ? at[key] : undefined
  const origins = isBranch(at) ? saidOf(traces, at) : undefined
  return origins && Object.hasOwn(origins, last) ? origins[last] : undefined
}

/** The origins of the parts of one object, said once. */
function saidOf(traces: Traces, whole: object): Readonly<Record<string, Origins>> | undefined {
  const said = traces.get(whole)?.()
  if (said) traces.set(whole, () => said)
  return said
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** What is not traced (a date, a name) holds nothing that is. The keys of a dossier need no escapes. */
function* pairsIn(traces: Traces, whole: object, pointer: Pointer): Iterable<[Pointer, Origins]> {
  const origins = saidOf(traces, whole)
  if (!origins) return
  for (const [key, part] of Object.entries(whole)) {
    const own = origins[key]
    if (own) yield [`${pointer}/${key}`, own]
    if (isBranch(part)) yield* pairsIn(traces, part, `${pointer}/${key}`)
  }
}

/** The origins of several values together, each once, in the order in which they are first named. */
export function together(...groups: readonly Origins[]): Origins {
  return [...new Set(groups.flat())]
}
