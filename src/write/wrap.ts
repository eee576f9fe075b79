/** A text in, its lines out, none longer than a width except for a word that is longer by itself. */

/** In code points: near enough to columns for the scripts of notes. */
export function length(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The widest of some lines. */
export function widest(lines: readonly string[]): number {
  return lines.reduce((most, each) => Math.max(most, length(each)), 0)
}

/** The words of a text: a space that may not break (U+00A0) does not part them. */
export function wordsOf(text: string): string[] {
  return text.split(/[ \n]+/).filter(word => word !== '')
}

/** Breaks at spaces, as late as the width lets it, and at every line feed. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap(line => {
    const [first = '', ...rest] = wordsOf(line)
    const lines = [first]
    for (const word of rest) {
      const last = lines.at(-1) ?? ''
      if (length(last) + 1 + length(word) > width) lines.push(word)
      else lines[lines.length - 1] = `${last} ${word}`
    }
    return lines
  })
}

/** Where a line stands in its width. */
export type LineAlignment = 'left' | 'center' | 'right'

/** A line after the spaces that put it in its place; a wider one stays as it is. */
export function aligned(line: string, width: number, align: LineAlignment): string {
  const room = Math.max(0, width - length(line))
  const left = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0
  return ' '.repeat(left) + line
}
