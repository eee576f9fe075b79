/** The tokens of a paragraph in; boxes, glue and penalties for the breaker, and what each of them stands for, out. */
import { box, createItems, FORBIDDEN, FORCED, glue, hyphen, type Items, penalty } from './break-lines.ts'
import { type FontRun, scaled, type Token } from './itemize.ts'
import type { Millipoint } from './page.ts'
import {
  anywhere,
  asUsual,
  atSeams,
  type Cuts,
  isBreakable,
  NO_CUTS,
  ordinaryCuts,
  pick,
  split,
  widest
} from './pieces.ts'
import type { TextAlignment } from './style.ts'

/** Tokens by their index: words with their cuts, and no-break spaces (without any) where a line may break for once. */
type Strained = ReadonlyMap<number, Cuts>

/**
 * Finds what is wider than a line even when divided as usual, and divides that, and nothing else, as gently as will do:
 * at its no-break spaces, then also with hyphens and at its seams, and last between any letters.
 */
function strain(tokens: readonly Token[], column: Column, liberty: Liberty): Strained {
  const strained = new Map<number, Cuts>()
  if (!liberty.strain) return strained
  const room = column.measure - column.indent
  const usual = asUsual(liberty.hyphens)
  const seams = atSeams(column.hyphenate)
  const isWide = (indices: readonly number[]) => widest(pick(tokens, indices), usual) > room
  for (const stretch of split(tokens, [...tokens.keys()], isBreakable).filter(isWide)) {
    for (const index of stretch) if (tokens[index]?.type === 'space') strained.set(index, NO_CUTS)
    for (const chunk of split(tokens, stretch, token => token.type === 'space').filter(isWide)) {
      const divide = widest(pick(tokens, chunk), seams) <= room ? seams : anywhere(column.hyphenate)
      for (const index of chunk) {
        const token = tokens[index]
        if (token?.type === 'word') strained.set(index, divide(token.word))
      }
    }
  }
  return strained
}

/** Where and how a paragraph is set. */
export interface Column {
  readonly left: Millipoint
  readonly measure: Millipoint
  /** How far below the top of a line its baseline is. */
  readonly baseline: Millipoint
  readonly align: TextAlignment
  /** Of the first line. */
  readonly indent: Millipoint
  readonly hyphenate: boolean
}

/** What may break in one try at a paragraph. */
export interface Liberty {
  readonly hyphens: boolean
  /** Whether what is wider than its column may be divided out of the ordinary: the last resort, for that alone. */
  readonly strain: boolean
}

type WordToken = Extract<Token, { type: 'word' }>

/**
 * What breaks cost besides the looseness of their lines. For a hyphen plain.tex and Knuth & Plass have 50, Typst 135: at
 * 50 about every fourth line of a note ends in one. A name is divided only where its line would else be a bad one.
 */
const COST = { hyphen: 200, hyphenInName: 600, dash: 50, seam: 400, noBreakSpace: 1000, letter: 2000 } as const

/** How a space gives, as shares of its width; the shares of TeX's Computer Modern and of Typst. */
const GIVE = { stretch: 0.5, shrink: 1 / 3 } as const

/** How much of a mark at a line's end may hang in the margin, so that the edge looks straight; near Typst's shares. */
const hanging: ReadonlyMap<string, number> = new Map([
  ['.', 0.7],
  [',', 0.7],
  ['-', 0.6],
  [':', 0.3],
  [';', 0.3],
  ['–', 0.25],
  ['—', 0.2],
  ['»', 0.3],
  ['”', 0.5]
])

/** Items for the breaker, and in parallel what each of them stands for. */
interface Plan {
  readonly items: Items
  /** The token that an item is, or is in. */
  readonly token: number[]
  /** The letter of a word before which an item may break it; 0 where it may not. */
  readonly cut: number[]
  readonly liberty: Liberty
  readonly strained: Strained
  readonly justify: boolean
}

/** Turns tokens into items: words into boxes, spaces into glue, places to divide a word into penalties. */
export function planItems(tokens: readonly Token[], column: Column, liberty: Liberty): Plan {
  const strained = strain(tokens, column, liberty)
  const justify = column.align === 'justify'
  const plan: Plan = { items: createItems(), token: [], cut: [], liberty, strained, justify }
  if (column.indent > 0) {
    box(plan.items, column.indent)
    place(plan, 0, 0)
  }
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'word') {
      planWord(token, index, plan)
      continue
    }
    const before = tokens[index - 1]
    const end = plan.justify && before?.type === 'word' ? -hang(before, before.word.shaped.text.length) : 0
    if (before?.type !== 'word') {
      box(plan.items, 0)
      place(plan, index, 0)
    }
    if (token.type === 'break') penalty(plan.items, FORCED, end)
    else planSpace(token, index, end, plan)
    place(plan, index, 0)
  }
  penalty(plan.items, FORCED, 0)
  place(plan, tokens.length, 0)
  return plan
}

function place(plan: Plan, token: number, cut: number): void {
  plan.token.push(token)
  plan.cut.push(cut)
}

/** Where no line may end, a forbidden break stands before the glue, which so is none. */
function planSpace({ run, ends }: Extract<Token, { type: 'space' }>, index: number, end: Millipoint, plan: Plan): void {
  const { items, justify } = plan
  if (!ends) {
    penalty(items, plan.strained.has(index) ? COST.noBreakSpace : FORBIDDEN, end)
    place(plan, index, 0)
  }
  const width = scaled(run.lettering.space, run)
  const stretch = justify ? Math.round(width * GIVE.stretch) : 0
  const shrink = justify ? Math.floor(width * GIVE.shrink) : 0
  glue(items, { width, stretch, shrink, end })
}

/** A word is one box, or several with the places between them where it may be divided. */
function planWord(token: WordToken, index: number, plan: Plan): void {
  const { items, liberty, justify } = plan
  const { run, word } = token
  const { advances, clusters, width } = word.shaped
  const ordinary = liberty.hyphens && word.dashes.length === 0 ? 'hyphen' : 'dash'
  const strained = plan.strained.get(index)
  let units = 0
  let glyph = 0
  let done = 0
  for (const cut of token.mark ? [] : (strained?.keys() ?? ordinaryCuts(word, liberty.hyphens))) {
    const kind = strained?.get(cut) ?? ordinary
    while ((clusters[glyph] ?? cut) < cut) units += advances[glyph++] ?? 0
    const upTo = scaled(units, run)
    box(items, upTo - done)
    place(plan, index, 0)
    if (kind === 'hyphen')
      hyphen(
        items,
        word.isName ? COST.hyphenInName : COST.hyphen,
        scaled(run.lettering.hyphen.width, run) - (justify ? hangOf('-', run) : 0)
      )
    else penalty(items, COST[kind], justify ? -hang(token, cut) : 0)
    place(plan, index, cut)
    done = upTo
  }
  box(items, scaled(width, run) - done)
  place(plan, index, 0)
}

/** How far the last letter before an offset of a word may hang in the margin. */
function hang({ run, word, mark }: WordToken, offset: number): Millipoint {
  return mark ? 0 : hangOf(word.shaped.text.charAt(offset - 1), run)
}

/** How far a letter at a line's end may hang in the margin. */
export function hangOf(letter: string, run: FontRun): Millipoint {
  const share = hanging.get(letter)
  return share === undefined ? 0 : Math.round(scaled(run.lettering.word(letter).shaped.width, run) * share)
}
