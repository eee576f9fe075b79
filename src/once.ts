/** Values that are made when they are first asked for, and kept. */

/** A map, weak or not. */
export interface Cache<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

/** What stands under a key; what `make` makes is put there where nothing does. */
export function once<K, V>(cache: Cache<K, V>, key: K, make: (key: K) => V): V {
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = make(key)
  cache.set(key, made)
  return made
}

/** A value that is made when it is first asked for, whatever it is. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
