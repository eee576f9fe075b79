/** A word of small letters and Liang's patterns of its language in; the places where a hyphen may divide it out. */
import { lazily } from '../once.ts'

/** A node: its letters; with a number, the row of levels of the pattern that ends here. */
type NestedTrie = { readonly [letter: string]: Branch }
type Branch = number | NestedTrie | readonly [NestedTrie, number]

/**
 * Its nodes, the root first: how many letters, then `STRIDE` numbers for each: its code, the row of levels of the pattern
 * that ends with it or `NONE`, and where the node behind it stands or `NONE`.
 */
type FlatTrie = readonly number[]

const STRIDE = 3
const NONE = -1

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
  const letters = Object.entries(node).map(([letter, branch]) => [letter.charCodeAt(0), ...parted(branch)] as const)
  flat.push(letters.length, ...letters.flatMap(([code, , row]) => [code, row, NONE]))
  for (const [index, [, next]] of letters.entries()) if (next) flat[start + index * STRIDE + 3] = write(next, flat)
  return start
}

/** The node behind a letter, and the row of levels of the pattern that ends with it. */
function parted(branch: Branch): readonly [NestedTrie | null, number] {
  if (typeof branch === 'number') return [null, branch]
  return isEnding(branch) ? branch : [branch, NONE]
}

function isEnding(branch: NestedTrie | readonly [NestedTrie, number]): branch is readonly [NestedTrie, number] {
  return Array.isArray(branch)
}

/** A table of the hyphen package: rows of levels, a trie that points into them (flat when it comes out of the build), exceptions. */
type Table = readonly [rows: Patterns['rows'], trie: NestedTrie | FlatTrie, exceptions: Patterns['exceptions']]

/** Liang's patterns of one language: rows of levels, the trie, and where exceptions are divided. */
interface Patterns {
  readonly rows: readonly (readonly number[])[]
  readonly trie: FlatTrie
  readonly exceptions: Readonly<Record<string, readonly number[]>>
}

/** The tables are looked into when the first word comes: the build keeps each as text until then. */
export function dividing(table: Table): (word: string) => readonly number[] {
  const patterns = lazily((): Patterns => ({ rows: table[0], trie: flatten(table[1]), exceptions: table[2] }))
  return word => divideByPatterns(patterns(), word)
}

/**
 * Liang, Word Hy-phen-a-tion by Com-put-er (1983), chapter 4: each pattern that occurs in the word puts a level between
 * its letters, the highest wins, and an odd one divides. A walk of our own over the package's tables, because the package's
 * lower-cases by the machine's locale, reads the clock and never forgets a word.
 */
function divideByPatterns(patterns: Patterns, word: string): readonly number[] {
  if (Object.hasOwn(patterns.exceptions, word)) return patterns.exceptions[word] ?? []
  const dotted = `.${word}.`
  const levels = new Array<number>(dotted.length + 1).fill(0)
  for (let start = 0; start < dotted.length; start++) markPatterns(patterns, dotted, start, levels)
  const cuts: number[] = []
  for (let cut = 1; cut < word.length; cut++) if ((levels[cut + 1] ?? 0) % 2 === 1) cuts.push(cut)
  return cuts
}

/** Raises the levels by every pattern that begins at `start`. */
function markPatterns({ rows, trie }: Patterns, dotted: string, start: number, levels: number[]): void {
  let node = 0
  for (let at = start; node !== NONE && at < dotted.length; at++) {
    const found = find(trie, node, dotted.charCodeAt(at))
    if (found === NONE) return
    const levelsHere = rows[trie[found + 1] ?? NONE] ?? []
    for (let offset = 0; offset < levelsHere.length; offset++) {
      levels[start + offset] = Math.max(levelsHere[offset] ?? 0, levels[start + offset] ?? 0)
    }
    node = trie[found + 2] ?? NONE
  }
}

/** Where a node has a letter, or `NONE`. */
function find(trie: FlatTrie, node: number, letter: number): number {
  const end = node + 1 + (trie[node] ?? 0) * STRIDE
  for (let at = node + 1; at < end; at += STRIDE) if (trie[at] === letter) return at
  return NONE
}
