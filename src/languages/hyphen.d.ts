/** The TeX patterns of the hyphen package: tables of levels, a trie that points into them, and words that are exceptions. */
declare module 'hyphen/patterns/*.js' {
  type Trie = { readonly [letter: string]: number | Trie | readonly [Trie, number] }
  const patterns: readonly [
    levels: readonly (readonly number[])[],
    // flat when it comes out of the build
    trie: Trie | readonly number[],
    exceptions: Readonly<Record<string, readonly number[]>>
  ]
  export = patterns
}
