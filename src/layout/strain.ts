/** Tokens and the room of a line in; what is too wide for it, and where that may be divided out of the ordinary, out. */
import type { Token } from './itemize.ts'
import type { Millipoint } from './page.ts'
import { anywhere, asUsual, atSeams, type Cuts, isBreakable, NO_CUTS, pick, split, widest } from './pieces.ts'

/** Tokens by their index: words with their cuts, and no-break spaces (without any) where a line may break for once. */
export type Strained = ReadonlyMap<number, Cuts>

/** Whether hyphens may divide words as a rule, and those that are too wide. */
interface Hyphens {
  readonly usual: boolean
  readonly strained: boolean
}

/** Nothing is too wide. */
export const NONE: Strained = new Map()

/**
 * Finds what is wider than a line even when divided as usual, and divides that, and nothing else, as gently as will do:
 * at its no-break spaces, then also with hyphens and at its seams, and last between any letters.
 */
export function strain(tokens: readonly Token[], room: Millipoint, hyphens: Hyphens): Strained {
  const strained = new Map<number, Cuts>()
  const usual = asUsual(hyphens.usual)
  const isWide = (indices: readonly number[]) => widest(pick(tokens, indices), usual) > room
  for (const stretch of split(tokens, [...tokens.keys()], isBreakable).filter(isWide)) {
    for (const index of stretch) if (tokens[index]?.type === 'space') strained.set(index, NO_CUTS)
    for (const chunk of split(tokens, stretch, token => token.type === 'space').filter(isWide)) {
      const seams = atSeams(hyphens.strained)
      const divide = widest(pick(tokens, chunk), seams) <= room ? seams : anywhere(hyphens.strained)
      for (const index of chunk) {
        const token = tokens[index]
        if (token?.type === 'word') strained.set(index, divide(token.word))
      }
    }
  }
  return strained
}
