/** Plain data as it was read, and where each part of it came from. */
import type { Span } from './source.ts'

/** What YAML and JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A JSON pointer (RFC 6901): `/incidents/kyiv-2025-11-14/occurred/date`. */
export type Pointer = string

/** The files of data that a statement can come from. */
export type DataFile = 'register' | 'note' | 'profile' | 'law'

/** Where a value stands in its file; `key` is the span of the key that names it, if it has one. */
export interface SourcePlace {
  readonly key: Span | null
  readonly value: Span
}

/** A file of data that was read: its value, where each pointer stands, and each scalar's own text. */
export interface Loaded {
  readonly value: Json
  readonly whole: Span
  readonly places: ReadonlyMap<Pointer, SourcePlace>
  /** The text of a scalar as written (`007`, `2022-04`), by pointer. */
  readonly scalars: ReadonlyMap<Pointer, string>
}

/** A pointer's next step, escaped as RFC 6901 part 3 says. */
export function child(pointer: Pointer, key: string | number): Pointer {
  // almost no name needs it, and this runs for every part of every file
  if (typeof key === 'number' || !/[~/]/.test(key)) return `${pointer}/${key}`
  return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The steps of a pointer, unescaped. */
export function steps(pointer: Pointer): string[] {
  const path = pointer.split('/')
  path.shift()
  return pointer.includes('~') ? path.map(step => step.replaceAll('~1', '/').replaceAll('~0', '~')) : path
}

/** The pointer of what is around a part; that of the whole is its own. */
export function around(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
}

/** Whether a pointer is that of a whole, or of a part of it. */
export function isWithin(pointer: Pointer, whole: Pointer): boolean {
  return pointer === whole || pointer.startsWith(`${whole}/`)
}

/** The place of a pointer, or of the nearest part around it that is there. */
export function placeOf(loaded: Loaded, pointer: Pointer): Span {
  for (let at = pointer; at !== ''; at = around(at)) {
    const place = loaded.places.get(at)
    if (place) return place.value
  }
  return loaded.whole
}

/** The key at a pointer; of an entry of a list the entry; of the file's root its first character. */
export function keySpan(loaded: Loaded, pointer: Pointer): Span {
  const place = loaded.places.get(pointer)
  if (place?.key) return place.key
  const { source, start, end } = place?.value ?? placeOf(loaded, pointer)
  return pointer === '' ? { source, start, end: start } : { source, start, end }
}
