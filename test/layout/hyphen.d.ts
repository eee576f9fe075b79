/** The hyphen package's own way to divide words, against which ours is tested. */
declare module 'hyphen' {
  type Hyphenate = (text: string) => string
  const createHyphenator: (patterns: unknown, options: { hyphenChar: string; html: boolean }) => Hyphenate
  export = createHyphenator
}
