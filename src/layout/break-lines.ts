/** Boxes, glue and penalties in; the places where a paragraph breaks into lines, best over the whole of it, out. */
import type { Millipoint } from './page.ts'

/**
 * A paragraph as arithmetic: item `i` is `kind[i]`, `width[i]` and so on. Parallel arrays rather than objects, because
 * the breaker reads each of them some ten times. Made by `box`, `glue` and `penalty` alone.
 */
export interface Items {
  readonly kind: number[]
  readonly width: Millipoint[]
  readonly stretch: Millipoint[]
  readonly shrink: Millipoint[]
  /** What a line that ends here has more (a hyphen) or less (punctuation that hangs in the margin). */
  readonly end: Millipoint[]
  /** What it costs to break here, on the scale of badness. */
  readonly cost: number[]
}

/** What decides about one try at a paragraph. */
export interface Terms {
  readonly measure: Millipoint
  /** How far glue may stretch, as a multiple of its own stretch. */
  readonly tolerance: number
  /** Stretch that each line has besides its glue: none when justifying, much when ragged or in distress. */
  readonly slack: Millipoint
  /** A last line shorter than this looks like a mistake. */
  readonly shortest: Millipoint
}

const BOX = 0
const GLUE = 1
const PENALTY = 2
const HYPHEN = 3

/** The cost of a break that must not be, and of one that must. */
export const FORBIDDEN = Number.POSITIVE_INFINITY
export const FORCED = Number.NEGATIVE_INFINITY

/** Each line costs something, so that a paragraph has no more of them than it needs (plain.tex: \linepenalty). */
const LINE = 10
/** Demerits of a tight line beside a loose one (plain.tex: \adjdemerits). */
const UNEVEN = 10000
/**
 * Demerits of two hyphens in a row, of a hyphen in the last line but one, and of a last line of a syllable or so.
 * Plain TeX has 10000 and 5000 for the first two where a hyphen costs 50; ours costs four times as much, and so do these.
 */
const HYPHENS_IN_A_ROW = 40000
const HYPHEN_AT_LAST = 20000
const SHORT_LAST = 40000
/** A line as bad as can be (TeX: inf_bad). */
const WORST = 10000
/** The ratio of a line that cannot be. */
const NEVER = Number.NaN
/** How tight or loose a line is, in four classes; a paragraph begins as if after a line that is neither. */
const CLASSES = [0, 1, 2, 3] as const
const DECENT = 1

/** No items yet. */
export function createItems(): Items {
  return { kind: [], width: [], stretch: [], shrink: [], end: [], cost: [] }
}

/** What glue adds to a line, how it gives, and what a line that ends at it has more. */
export interface Glue {
  readonly width: Millipoint
  readonly stretch: Millipoint
  readonly shrink: Millipoint
  readonly end: Millipoint
}

/** Adds something that is as wide as it is. */
export function box(items: Items, width: Millipoint): void {
  push(items, BOX, FORBIDDEN, { width, stretch: 0, shrink: 0, end: 0 })
}

/** Adds a space; a line may break at it when a box stands before it, and then it vanishes. */
export function glue(items: Items, given: Glue): void {
  push(items, GLUE, 0, given)
}

/** Adds a place where a line may break (`FORCED`: must, `FORBIDDEN`: must not); `end` is what the line then has more. */
export function penalty(items: Items, cost: number, end: Millipoint): void {
  push(items, PENALTY, cost, { width: 0, stretch: 0, shrink: 0, end })
}

/** Adds a place where a hyphen may divide a word; two lines in a row should not end so. */
export function hyphen(items: Items, cost: number, end: Millipoint): void {
  push(items, HYPHEN, cost, { width: 0, stretch: 0, shrink: 0, end })
}

function push(items: Items, kind: number, cost: number, { width, stretch, shrink, end }: Glue): void {
  items.kind.push(kind)
  items.width.push(width)
  items.stretch.push(stretch)
  items.shrink.push(shrink)
  items.end.push(end)
  items.cost.push(cost)
}

/**
 * Sums up to each item, and where the line after a break begins: what is discardable at its start vanishes. Plain arrays:
 * typed ones cost more to make than a paragraph takes to break.
 */
interface Sums {
  readonly width: number[]
  readonly stretch: number[]
  readonly shrink: number[]
  readonly next: number[]
}

function sum(items: Items): Sums {
  const count = items.kind.length
  const sums: Sums = {
    width: zeros(count + 1),
    stretch: zeros(count + 1),
    shrink: zeros(count + 1),
    next: zeros(count + 1)
  }
  let from = 0
  let width = 0
  let stretch = 0
  let shrink = 0
  for (let i = 0; i < count; i++) {
    width += items.width[i] ?? 0
    stretch += items.stretch[i] ?? 0
    shrink += items.shrink[i] ?? 0
    sums.width[i + 1] = width
    sums.stretch[i + 1] = stretch
    sums.shrink[i + 1] = shrink
    if (items.kind[i] !== BOX && items.cost[i] !== FORCED) continue
    while (from <= i) sums.next[from++] = i
  }
  while (from <= count) sums.next[from++] = count
  return sums
}

/** As long from the start as it will be: an array that grows leaves its shorter selves behind. */
function zeros(length: number): number[] {
  return new Array(length).fill(0)
}

/** Whether a line may end at an item: at glue after a box, at a penalty that is not forbidden. */
function isBreak(items: Items, at: number): boolean {
  const kind = items.kind[at]
  if (kind === GLUE) return at > 0 && items.kind[at - 1] === BOX
  return kind !== BOX && items.cost[at] !== FORBIDDEN
}

/** Whether a line that ends at an item ends with a hyphen. */
export function isHyphen(items: Items, at: number): boolean {
  return items.kind[at] === HYPHEN
}

/** How wide a line is before its glue gives. `from` is the break before it (-1 at the start), `to` the one that ends it. */
function widthOf(items: Items, sums: Sums, from: number, to: number): Millipoint {
  const start = sums.next[from + 1] ?? 0
  return (sums.width[Math.max(start, to)] ?? 0) - (sums.width[start] ?? 0) + (items.end[to] ?? 0)
}

/** How far the glue of a line must give, as a multiple of what it gives well; `NEVER` when that is too far. */
function ratioOf(items: Items, sums: Sums, from: number, to: number, terms: Terms): number {
  const start = sums.next[from + 1] ?? 0
  const end = Math.max(start, to)
  const missing = terms.measure - widthOf(items, sums, from, to)
  if (missing < 0) {
    const ratio = missing / ((sums.shrink[end] ?? 0) - (sums.shrink[start] ?? 0))
    return ratio >= -1 ? ratio : NEVER
  }
  if (missing === 0 || items.cost[to] === FORCED) return 0
  const ratio = missing / ((sums.stretch[end] ?? 0) - (sums.stretch[start] ?? 0) + terms.slack)
  return ratio <= terms.tolerance ? ratio : NEVER
}

/** Demerits of one line: its badness, a cube of the ratio, squared with the cost of its break (Knuth & Plass 1981, p. 1128). */
function demeritsOf(ratio: number, cost: number): number {
  const badness = Math.min(WORST, 100 * Math.abs(ratio * ratio * ratio))
  const bad = LINE + badness + Math.max(cost, 0)
  return bad * bad
}

function classOf(ratio: number): number {
  if (ratio < -0.5) return 0
  if (ratio <= 0.5) return DECENT
  return ratio <= 1 ? 2 : 3
}

/** Demerits of a line for what it is beside the line before it, and for a last line that is a syllable or so. */
function besides(items: Items, sums: Sums, from: number, to: number, terms: Terms): number {
  if (from < 0) return 0
  const isLast = to === items.kind.length - 1
  const short = isLast && widthOf(items, sums, from, to) < terms.shortest ? SHORT_LAST : 0
  if (items.kind[from] !== HYPHEN) return short
  return short + (items.kind[to] === HYPHEN ? HYPHENS_IN_A_ROW : 0) + (isLast ? HYPHEN_AT_LAST : 0)
}

/** The demerits of a whole paragraph that breaks at the given items; `null` when a line of it cannot be. */
export function judge(items: Items, breaks: readonly number[], terms: Terms): number | null {
  const sums = sum(items)
  let total = 0
  let from = -1
  let last = DECENT
  for (const to of breaks) {
    const ratio = ratioOf(items, sums, from, to, terms)
    if (Number.isNaN(ratio)) return null
    const kind = classOf(ratio)
    total += demeritsOf(ratio, items.cost[to] ?? 0) + besides(items, sums, from, to, terms)
    if (Math.abs(kind - last) > 1) total += UNEVEN
    from = to
    last = kind
  }
  return total
}

/** Breaks that a best way may go through: for each, its item, its class, the demerits so far, and the way before it. */
interface Ways {
  readonly at: number[]
  readonly kind: number[]
  readonly demerits: number[]
  readonly before: number[]
}

/** The best way to one break in each class, and its demerits: filled anew for each break. */
interface Found {
  readonly way: number[]
  readonly demerits: number[]
}

/**
 * Breaks a paragraph so that the sum of demerits over all of it is least (Knuth & Plass 1981, pp. 1156-1162). The items
 * must end with a forced penalty. Gives the items at which lines end, or `null` when the terms allow no way.
 */
export function breakLines(items: Items, terms: Terms): readonly number[] | null {
  const sums = sum(items)
  const hang = items.end.reduce((least, end) => Math.min(least, end), 0)
  const ways: Ways = { at: [-1], kind: [DECENT], demerits: [0], before: [-1] }
  const found: Found = { way: [-1, -1, -1, -1], demerits: [FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN] }
  let active = [0]
  for (let at = 0; at < items.kind.length; at++) {
    if (!isBreak(items, at)) continue
    active = stillOpen(sums, ways, active, (sums.width[at] ?? 0) - (sums.shrink[at] ?? 0) + hang - terms.measure)
    const count = ways.at.length
    extend(items, sums, { ways, active, at, found }, terms)
    if (items.cost[at] === FORCED) active = []
    for (let way = count; way < ways.at.length; way++) active.push(way)
    if (active.length === 0) return null
  }
  return trace(ways, active)
}

/** The ways whose next line can still end where the limit was taken; from the others, lines are only longer later. */
function stillOpen(sums: Sums, ways: Ways, active: readonly number[], limit: number): number[] {
  const open: number[] = []
  for (const way of active) {
    const start = sums.next[(ways.at[way] ?? 0) + 1] ?? 0
    if ((sums.width[start] ?? 0) - (sums.shrink[start] ?? 0) >= limit) open.push(way)
  }
  return open
}

/** Adds the best way to the break at `at` in each class; which is best in each also depends on the class before. */
function extend(
  items: Items,
  sums: Sums,
  { ways, active, at, found }: { ways: Ways; active: readonly number[]; at: number; found: Found },
  terms: Terms
): void {
  const best = found.way.fill(-1)
  const least = found.demerits.fill(FORBIDDEN)
  for (const way of active) {
    const from = ways.at[way] ?? 0
    const ratio = ratioOf(items, sums, from, at, terms)
    if (Number.isNaN(ratio)) continue
    const kind = classOf(ratio)
    const uneven = Math.abs(kind - (ways.kind[way] ?? 0)) > 1 ? UNEVEN : 0
    const line = demeritsOf(ratio, items.cost[at] ?? 0) + besides(items, sums, from, at, terms) + uneven
    const demerits = (ways.demerits[way] ?? 0) + line
    if (demerits >= (least[kind] ?? 0)) continue
    least[kind] = demerits
    best[kind] = way
  }
  for (const kind of CLASSES) {
    const before = best[kind] ?? -1
    if (before < 0) continue
    ways.at.push(at)
    ways.kind.push(kind)
    ways.demerits.push(least[kind] ?? 0)
    ways.before.push(before)
  }
}

/** The breaks of the best of the ways that reached the end. */
function trace(ways: Ways, ends: readonly number[]): readonly number[] {
  let best = ends[0] ?? 0
  for (const end of ends) if ((ways.demerits[end] ?? 0) < (ways.demerits[best] ?? 0)) best = end
  const breaks: number[] = []
  for (let way = best; (ways.at[way] ?? -1) >= 0; way = ways.before[way] ?? 0) breaks.push(ways.at[way] ?? 0)
  return breaks.reverse()
}
