/** Keys and what was made for them in; the same again later, from a store that never grows past its bound. */

/** A store of things that are dear to make; it may forget, so what it holds must follow from the key alone. */
export interface Cache<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
}

/**
 * Two generations of at most `limit` entries each: when the young one is full the old one is dropped. That is cheaper
 * than an exact order of last use, and what is used again and again still stays.
 */
export function createCache<V>(limit: number): Cache<V> {
  let young = new Map<string, V>()
  let old = new Map<string, V>()
  const set = (key: string, value: V) => {
    if (young.size >= limit) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }
  const get = (key: string) => {
    const found = young.get(key)
    if (found !== undefined) return found
    const again = old.get(key)
    if (again !== undefined) set(key, again)
    return again
  }
  return { get, set }
}
