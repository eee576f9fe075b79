/** Tokens and how their words are divided in; the widths of what then stays together out. */
import { scaled, type Token } from './itemize.ts'
import type { Millipoint } from './page.ts'
import type { WordShapes } from './shape.ts'

/** How a word is divided, from the gentlest on. A seam is between the parts of a code: `A.12/` and `7_b`. */
type CutKind = 'dash' | 'hyphen' | 'seam' | 'letter'

/** Offsets of a word, ascending, and how it may be divided there. */
export type Cuts = ReadonlyMap<number, CutKind>

/** Says where a word may be divided. */
type Divide = (word: WordShapes) => Cuts

export const NO_CUTS: Cuts = new Map()

/** A mark inside a code; UAX 14 lets a line break after some of them alone, so this is worse than a dash. */
const SEAM = /[-–—/.,:_@](?=[\p{L}\p{N}])/gu

/** Where a word may be divided in any line: after its own dashes, or else with a hyphen. */
export function ordinaryCuts(word: WordShapes, hyphens: boolean): readonly number[] {
  return hyphens && word.dashes.length === 0 ? word.divisions() : word.dashes
}

/** No word is divided. */
export const whole: Divide = () => NO_CUTS

/** Words are divided after their own dashes. */
export const atDashes: Divide = word => (word.dashes.length > 0 ? merged([[word.dashes, 'dash']]) : NO_CUTS)

/** Words are divided as in any line. */
export function asUsual(hyphens: boolean): Divide {
  return word => (hyphens && word.dashes.length === 0 ? merged([[word.divisions(), 'hyphen']]) : atDashes(word))
}

/**
 * Words are divided with hyphens between their dashes, too, and at seams; a mark at the start stays, as a dash does. No
 * ligature is divided: its parts are wider than it is, and there is no room for them.
 */
export function atSeams(hyphens: boolean): Divide {
  return word => {
    const found = [...word.shaped.text.matchAll(SEAM)].map(match => match.index + 1).filter(at => at > 1)
    return merged([
      [found, 'seam'],
      [hyphens ? word.syllables().filter(at => word.shaped.clusters.includes(at)) : [], 'hyphen'],
      [word.dashes, 'dash']
    ])
  }
}

/** Words are divided anywhere, best where they would be else. */
export function anywhere(hyphens: boolean): Divide {
  const gently = atSeams(hyphens)
  return word => {
    const all = [...new Set(word.shaped.clusters)].filter(at => at > 0)
    return ascending([...all.map((at): [number, CutKind] => [at, 'letter']), ...gently(word)])
  }
}

/** Cuts of several kinds; of two at one place the later kind holds. */
function merged(kinds: readonly (readonly [readonly number[], CutKind])[]): Cuts {
  return ascending(kinds.flatMap(([offsets, kind]) => offsets.map((at): [number, CutKind] => [at, kind])))
}

function ascending(cuts: readonly [number, CutKind][]): Cuts {
  return new Map([...new Map(cuts)].sort(([one], [other]) => one - other))
}

/** Whether a line always may, or must, end at a token. */
export function isBreakable(token: Token): boolean {
  return token.type === 'break' || (token.type === 'space' && token.ends)
}

/** The indices between those whose tokens part them. */
export function split(
  tokens: readonly Token[],
  indices: readonly number[],
  parts: (token: Token) => boolean
): number[][] {
  const found: number[][] = [[]]
  for (const index of indices) {
    const token = tokens[index]
    if (token && parts(token)) found.push([])
    else found.at(-1)?.push(index)
  }
  return found.filter(each => each.length > 0)
}

/** The tokens at indices. */
export function pick(tokens: readonly Token[], indices: readonly number[]): readonly Token[] {
  return indices.flatMap(index => tokens[index] ?? [])
}

/** The widths of what stays together, each with its hyphen; no-break spaces hold. */
function piecesOf(tokens: readonly Token[], divide: Divide): readonly Millipoint[] {
  const pieces = [0]
  for (const token of tokens) {
    if (isBreakable(token)) pieces.push(0)
    else if (token.type === 'space') lengthen(pieces, scaled(token.run.lettering.space, token.run))
    else if (token.type === 'word') addWord(token, token.mark ? NO_CUTS : divide(token.word), pieces)
  }
  return pieces
}

function lengthen(pieces: Millipoint[], width: Millipoint): void {
  pieces.push((pieces.pop() ?? 0) + width)
}

function addWord({ run, word }: Extract<Token, { type: 'word' }>, cuts: Cuts, pieces: Millipoint[]): void {
  const { advances, clusters, width } = word.shaped
  let units = 0
  let glyph = 0
  let done = 0
  for (const [cut, kind] of cuts) {
    while ((clusters[glyph] ?? cut) < cut) units += advances[glyph++] ?? 0
    const upTo = scaled(units, run)
    lengthen(pieces, upTo - done + (kind === 'hyphen' ? scaled(run.lettering.hyphen.width, run) : 0))
    pieces.push(0)
    done = upTo
  }
  lengthen(pieces, scaled(width, run) - done)
}

/** The widest of what stays together. */
export function widest(tokens: readonly Token[], divide: Divide): Millipoint {
  return piecesOf(tokens, divide).reduce((most, width) => Math.max(most, width), 0)
}
