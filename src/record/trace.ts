/** Values as they are made, with the records behind each of their parts, in; the origins by dossier pointer out. */
import type { DataFile, Origin, Pointer } from '../value.ts'

/** The records behind one value; several where it was computed. */
export type Origins = readonly Origin[]

/**
 * The origins of the parts of each object or list, by identity: a record that the dossier holds in several places is
 * made once and traced once.
 */
export type Traces = Map<object, Readonly<Record<string, Origins>>>

/** One origin. */
export function from(file: DataFile, pointer: Pointer): Origins {
  return [{ file, pointer }]
}

/** Says where each part of an object comes from, and gives the object back. */
export function trace<T extends object>(
  traces: Traces,
  value: T,
  origins: Readonly<Record<Extract<keyof T, string>, Origins>>
): T {
  traces.set(value, origins)
  return value
}

/** Says where each item of a list comes from, and gives the list back. */
export function traceList<T>(traces: Traces, items: readonly { readonly value: T; readonly origins: Origins }[]): T[] {
  const list = items.map(item => item.value)
  traces.set(list, Object.fromEntries(items.map((item, index) => [String(index), item.origins])))
  return list
}

/**
 * The origins of every part of a traced value, by pointer. A part that is not named (the year of a date) shares those of
 * the nearest part around it.
 */
export function originsIn(traces: Traces, whole: object): ReadonlyMap<Pointer, Origins> {
  const found = new Map<Pointer, Origins>()
  collect(traces, whole, '', found)
  return found
}

/**
 * Dossier keys hold neither `~` nor `/`, so that a pointer is made by joining alone. What is not traced (a date, a name)
 * holds nothing that is.
 */
function collect(traces: Traces, whole: object, pointer: Pointer, found: Map<Pointer, Origins>): void {
  const origins = traces.get(whole)
  if (!origins) return
  for (const [key, part] of Object.entries(whole)) {
    const at = `${pointer}/${key}`
    const own = origins[key]
    if (own) found.set(at, own)
    if (typeof part === 'object' && part !== null) collect(traces, part, at, found)
  }
}

/** The origins of several values together, each once, in the order in which they are first named. */
export function together(...groups: readonly Origins[]): Origins {
  const seen = new Map<string, Origin>()
  for (const origin of groups.flat()) seen.set(`${origin.file} ${origin.pointer}`, origin)
  return [...seen.values()]
}
