/** The nested trie of the hyphen package in; the same as one row of numbers, which is quickly read and small in memory, out. */

/** A node: its letters; with a number, the row of levels of the pattern that ends here. */
export type NestedTrie = { readonly [letter: string]: Branch }
type Branch = number | NestedTrie | readonly [NestedTrie, number]

/**
 * Its nodes, the root first: how many letters, then `STRIDE` numbers for each: its code, the row of levels of the pattern
 * that ends with it or `NONE`, and where the node behind it stands or `NONE`.
 */
export type FlatTrie = readonly number[]

export const STRIDE = 3
export const NONE = -1

/** Lays a trie out flat; one that is flat stays as it is. */
export function flatten(trie: NestedTrie | FlatTrie): FlatTrie {
  if (isFlat(trie)) return trie
  const flat: number[] = []
  write(trie, flat)
  return flat
}

function isFlat(trie: NestedTrie | FlatTrie): trie is FlatTrie {
  return Array.isArray(trie)
}

/** Gives where the node stands. */
function write(node: NestedTrie, flat: number[]): number {
  const start = flat.length
  const letters = Object.entries(node)
  flat.push(letters.length, ...letters.flatMap(([letter, branch]) => [letter.charCodeAt(0), rowOf(branch), NONE]))
  for (const [index, [, branch]] of letters.entries()) {
    const next = nextOf(branch)
    if (next) flat[start + index * STRIDE + 3] = write(next, flat)
  }
  return start
}

function rowOf(branch: Branch): number {
  if (typeof branch === 'number') return branch
  return isEnding(branch) ? branch[1] : NONE
}

function nextOf(branch: Branch): NestedTrie | null {
  if (typeof branch === 'number') return null
  return isEnding(branch) ? branch[0] : branch
}

function isEnding(branch: NestedTrie | readonly [NestedTrie, number]): branch is readonly [NestedTrie, number] {
  return Array.isArray(branch)
}
