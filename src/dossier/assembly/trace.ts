/** Values as they are made, with the records behind each of their parts, in; the origins by dossier pointer out. */
import type { DataFile, Origin, Pointer } from '../../value.ts'

/** The records behind one value; several where it was computed. */
export type Origins = readonly Origin[]

/**
 * How to say the origins of the parts of each object or list, by identity: a record that the dossier holds in several
 * places is made once and traced once, and most of it is never asked about.
 */
export type Traces = Pick<Map<object, () => Readonly<Record<string, Origins>>>, 'get' | 'set'>

/** One origin. */
export function from(file: DataFile, pointer: Pointer): Origins {
  return [{ file, pointer }]
}

/** Says where each part of an object comes from, and gives the object back. */
export function trace<T extends object>(
  traces: Traces,
  value: T,
  origins: () => Readonly<Record<Extract<keyof T, string>, Origins>>
): T {
  traces.set(value, origins)
  return value
}

/** Says where each item of a list comes from, and gives the list back. */
export function traceList<T>(traces: Traces, items: readonly { readonly value: T; readonly origins: Origins }[]): T[] {
  const list = items.map(item => item.value)
  traces.set(list, () => Object.fromEntries(items.map((item, index) => [String(index), item.origins])))
  return list
}

/**
 * The origins of every part of a traced value, by pointer. A part that is not named (the year of a date) shares those of
 * the nearest part around it. A pointer is looked up by walking to it; only who goes through all of them has all made.
 */
export function originsIn(traces: Traces, whole: object): ReadonlyMap<Pointer, Origins> {
  let all: ReadonlyMap<Pointer, Origins> | null = null
  const every = () => {
    all ??= new Map(pairsIn(traces, whole, ''))
    return all
  }
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

/** Dossier keys hold neither `~` nor `/`, so that a pointer is parted, and made, at its slashes alone. */
function lookUp(traces: Traces, whole: object, pointer: Pointer): Origins | undefined {
  const path = pointer.split('/').slice(1)
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

/** What is not traced (a date, a name) holds nothing that is. */
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
  const seen = new Map<string, Origin>()
  for (const origin of groups.flat()) seen.set(`${origin.file} ${origin.pointer}`, origin)
  return [...seen.values()]
}
