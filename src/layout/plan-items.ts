/** The tokens of a paragraph in; boxes, glue and penalties for the breaker, and what each of them stands for, out. */
import { box, createItems, FORBIDDEN, FORCED, glue, hyphen, type Items, penalty } from './break-lines.ts'
import { UNITS_PER_EM } from './harfbuzz.ts'
import type { Run, Token } from './itemize.ts'
import type { Millipoint, ShapedWord } from './page.ts'
import type { Align } from './style.ts'

/** Where and how a paragraph is set. */
export interface Column {
  readonly measure: Millipoint
  readonly align: Align
  /** Of the first line. */
  readonly indent: Millipoint
  readonly hyphenate: boolean
}

/** What may break in one try at a paragraph. */
export interface Liberty {
  readonly hyphens: boolean
  /** Whether a word may break anywhere, and a line at a no-break space: the last resort of what is wider than its column. */
  readonly anywhere: boolean
}

type Word = Extract<Token, { type: 'word' }>

/** Where a line may end: at a token, or inside a word before the letter at `cut`, with a hyphen or without. */
export interface Place {
  readonly token: number
  readonly cut: number
  readonly hyphen: boolean
}

/** What breaks cost besides the looseness of their lines (plain.tex: \hyphenpenalty and \exhyphenpenalty are 50). */
const COST = { hyphen: 50, dash: 50, noBreakSpace: 1000, anywhere: 2000 } as const

/** How a space gives, as shares of its width; the shares of TeX's Computer Modern and of Typst. */
const GIVE = { stretch: 0.5, shrink: 1 / 3 } as const

/** How much of a mark at a line's end may hang in the margin, so that the edge looks straight; near Typst's shares. */
const hanging: Readonly<Record<string, number>> = {
  '.': 0.7,
  ',': 0.7,
  '-': 0.6,
  ':': 0.3,
  ';': 0.3,
  '–': 0.25,
  '—': 0.2,
  '»': 0.3,
  '”': 0.5
}

/** A dash or slash after which a line may break, with what may follow it: `and/or` breaks, `351/3` and `2022-04` do not. */
const DASH = /[-–—/]/
const BREAK_AFTER = /[-–—/](?=\p{L})|[–—](?=\d)/gu

/** Items for the breaker, and for each of them the place where a line that ends there ends. */
export interface Plan {
  readonly items: Items
  readonly places: Place[]
}

/** Turns tokens into items: words into boxes, spaces into glue, places to divide a word into penalties. */
export function planItems(tokens: readonly Token[], column: Column, attempt: Liberty): Plan {
  const plan: Plan = { items: createItems(), places: [] }
  const justify = column.align === 'justify'
  const put = (token: number) => plan.places.push({ token, cut: 0, hyphen: false })
  if (column.indent > 0) {
    box(plan.items, column.indent)
    put(0)
  }
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (!token) continue
    const before = tokens[index - 1]
    if (token.type === 'word') {
      planWord(token, index, plan, { ...attempt, justify })
      continue
    }
    if (before?.type !== 'word') {
      box(plan.items, 0)
      put(index)
    }
    const end = justify && before?.type === 'word' ? -hang(before, before.word.text.length) : 0
    if (token.type === 'break') penalty(plan.items, FORCED, end)
    else planSpace(token, index, plan, { end, justify, anywhere: attempt.anywhere })
    put(index)
  }
  penalty(plan.items, FORCED, 0)
  put(tokens.length)
  return plan
}

function planSpace(
  { run, text }: Extract<Token, { type: 'space' }>,
  index: number,
  { items, places }: Plan,
  { end, justify, anywhere }: { end: Millipoint; justify: boolean; anywhere: boolean }
): void {
  if (text !== ' ') {
    penalty(items, anywhere ? COST.noBreakSpace : FORBIDDEN, end)
    places.push({ token: index, cut: 0, hyphen: false })
  }
  const width = scaled(run.lettering.space, run)
  const shrink = justify ? Math.floor(width * GIVE.shrink) : 0
  glue(items, width, { stretch: justify ? Math.round(width * GIVE.stretch) : 0, shrink, end })
}

/** A word is one box, or several with the places between them where it may be divided. */
function planWord(token: Word, index: number, { items, places }: Plan, attempt: Liberty & { justify: boolean }): void {
  const { run, word } = token
  let done = 0
  const put = (cut: number, divided = false) => places.push({ token: index, cut, hyphen: divided })
  for (const cut of cutsOf(token, attempt)) {
    const upTo = scaled(advanceUpTo(word, cut.at), run)
    box(items, upTo - done)
    put(cut.at)
    done = upTo
    const dash = scaled(run.lettering.hyphen.width, run)
    if (cut.type === 'hyphen') hyphen(items, COST.hyphen, dash - (attempt.justify ? hangOf('-', run) : 0))
    else penalty(items, COST[cut.type], attempt.justify ? -hang(token, cut.at) : 0)
    put(cut.at, cut.type === 'hyphen')
  }
  box(items, scaled(word.width, run) - done)
  put(word.text.length)
}

interface Cut {
  readonly at: number
  readonly type: 'hyphen' | 'dash' | 'anywhere'
}

/** Where a word may be divided; one that has its own hyphens is divided nowhere else. */
function cutsOf({ run, word, mark }: Word, attempt: Liberty): readonly Cut[] {
  if (mark) return []
  if (attempt.anywhere) return [...new Set(word.clusters)].filter(at => at > 0).map(at => ({ at, type: 'anywhere' }))
  if (DASH.test(word.text)) return dashesOf(word.text)
  return attempt.hyphens ? run.lettering.divide(word.text).map(at => ({ at, type: 'hyphen' })) : []
}

function dashesOf(text: string): readonly Cut[] {
  const cuts: Cut[] = []
  for (const match of text.matchAll(BREAK_AFTER)) if (match.index > 0) cuts.push({ at: match.index + 1, type: 'dash' })
  return cuts
}

/** The width of a word's glyphs before an offset, in font units. */
function advanceUpTo(word: ShapedWord, offset: number): number {
  let width = 0
  for (let i = 0; i < word.glyphs.length; i++) if ((word.clusters[i] ?? 0) < offset) width += word.advances[i] ?? 0
  return width
}

/** Font units at the size of a run, in thousandths of a point. */
export function scaled(units: number, run: Run): Millipoint {
  return Math.round((units * run.size) / UNITS_PER_EM)
}

/** How far the last letter before an offset of a word may hang in the margin. */
export function hang({ run, word, mark }: Word, offset: number): Millipoint {
  return mark ? 0 : hangOf(word.text.charAt(offset - 1), run)
}

/** How far a letter at a line's end may hang in the margin. */
export function hangOf(letter: string, run: Run): Millipoint {
  const share = hanging[letter]
  return share === undefined ? 0 : Math.round(scaled(run.lettering.shape(letter).width, run) * share)
}
