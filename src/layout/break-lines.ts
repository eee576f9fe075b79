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

/** Each line costs something, so that a paragraph has no more of them than it needs (TeX, plain.tex: \linepenalty). */
const LINE = 10
/** Demerits of plain.tex: two hyphens in a row, a tight line beside a loose one, a hyphen in the last line but one. */
const HYPHENS_IN_A_ROW = 10000
const UNEVEN = 10000
const HYPHEN_AT_LAST = 5000
/** A last line of a syllable or so; as bad as two hyphens in a row. */
const SHORT_LAST = 10000
/** A line as bad as can be: TeX's inf_bad. */
const WORST = 10000

/** No items yet. */
export function createItems(): Items {
  return { kind: [], width: [], stretch: [], shrink: [], end: [], cost: [] }
}

function push(
  items: Items,
  kind: number,
  [width, stretch, shrink, end, cost]: readonly [number, number, number, number, number]
): void {
  items.kind.push(kind)
  items.width.push(width)
  items.stretch.push(stretch)
  items.shrink.push(shrink)
  items.end.push(end)
  items.cost.push(cost)
}

/** Adds something that is as wide as it is. */
export function box(items: Items, width: Millipoint): void {
  push(items, BOX, [width, 0, 0, 0, FORBIDDEN])
}

/** Adds a space; a line may break at it when a box stands before it, and then it vanishes. */
export function glue(
  items: Items,
  width: Millipoint,
  give: { stretch: Millipoint; shrink: Millipoint; end: Millipoint }
): void {
  push(items, GLUE, [width, give.stretch, give.shrink, give.end, 0])
}

/** Adds a place where a line may break (`FORCED`: must, `FORBIDDEN`: must not); `end` is what the line then has more. */
export function penalty(items: Items, cost: number, end: Millipoint): void {
  push(items, PENALTY, [0, 0, 0, end, cost])
}

/** Adds a place where a hyphen may divide a word; two lines in a row should not end so. */
export function hyphen(items: Items, cost: number, end: Millipoint): void {
  push(items, HYPHEN, [0, 0, 0, end, cost])
}

/** Sums up to each item, and where the line after a break at it begins: what is discardable there vanishes. */
interface Sums {
  readonly width: Float64Array
  readonly stretch: Float64Array
  readonly shrink: Float64Array
  readonly next: Int32Array
}

function sum(items: Items): Sums {
  const count = items.kind.length
  const sums = {
    width: new Float64Array(count + 1),
    stretch: new Float64Array(count + 1),
    shrink: new Float64Array(count + 1),
    next: new Int32Array(count + 1)
  }
  for (let i = 0; i < count; i++) {
    sums.width[i + 1] = (sums.width[i] ?? 0) + (items.width[i] ?? 0)
    sums.stretch[i + 1] = (sums.stretch[i] ?? 0) + (items.stretch[i] ?? 0)
    sums.shrink[i + 1] = (sums.shrink[i] ?? 0) + (items.shrink[i] ?? 0)
  }
  sums.next[count] = count
  for (let i = count - 1; i >= 0; i--) {
    const stays = items.kind[i] === BOX || items.cost[i] === FORCED
    sums.next[i] = stays ? i : (sums.next[i + 1] ?? count)
  }
  return sums
}

/** Whether a line may end at an item: at glue after a box, at a penalty that is not forbidden. */
function isBreak(items: Items, at: number): boolean {
  const kind = items.kind[at]
  if (kind === GLUE) return at > 0 && items.kind[at - 1] === BOX
  return kind !== BOX && items.cost[at] !== FORBIDDEN
}

/** How tight or loose a line is, in four classes (Knuth & Plass 1981, p. 1155): neighbours should not differ by two. */
function fitness(ratio: number): number {
  if (ratio < -0.5) return 0
  if (ratio <= 0.5) return 1
  return ratio <= 1 ? 2 : 3
}

/** A line from one break to another: how far its glue must give, and what that costs; null when it cannot be. */
interface Judged {
  readonly ratio: number
  readonly demerits: number
}

/** The demerits of a whole paragraph that breaks at the given items; null when a line of it cannot be. */
export function judge(items: Items, breaks: readonly number[], terms: Terms): number | null {
  const sums = sum(items)
  let total = 0
  let before = -1
  let last = 1
  for (const at of breaks) {
    const line = judgeLine(items, sums, before, at, terms)
    if (line === null) return null
    total += line.demerits + between(items, { from: before, to: at }, last, fitness(line.ratio))
    last = fitness(line.ratio)
    before = at
  }
  return total
}

/**
 * Demerits of one line (Knuth & Plass 1981, p. 1128): the square of its badness with the cost of the break, a cube of
 * the ratio being the badness. `from` is the break before it (-1 at the start), `to` the break that ends it.
 */
function judgeLine(items: Items, sums: Sums, from: number, to: number, terms: Terms): Judged | null {
  const start = sums.next[from + 1] ?? 0
  const end = Math.max(start, to)
  const width = (sums.width[end] ?? 0) - (sums.width[start] ?? 0) + (items.end[to] ?? 0)
  const missing = terms.measure - width
  const isLast = to === items.kind.length - 1
  const cost = items.cost[to] ?? 0
  if (missing < 0) {
    const shrink = (sums.shrink[end] ?? 0) - (sums.shrink[start] ?? 0)
    const ratio = missing / shrink
    if (!(ratio >= -1)) return null
    return { ratio, demerits: demeritsOf(-ratio, cost) }
  }
  if (isLast || cost === FORCED) {
    const short = isLast && width < terms.shortest && from >= 0 ? SHORT_LAST : 0
    return { ratio: 0, demerits: demeritsOf(0, cost) + short }
  }
  const stretch = (sums.stretch[end] ?? 0) - (sums.stretch[start] ?? 0) + terms.slack
  const ratio = missing === 0 ? 0 : missing / stretch
  return ratio <= terms.tolerance ? { ratio, demerits: demeritsOf(ratio, cost) } : null
}

function demeritsOf(ratio: number, cost: number): number {
  const badness = Math.min(WORST, 100 * ratio * ratio * ratio)
  const bad = LINE + badness + (cost > 0 ? cost : 0)
  return bad * bad
}

/** Demerits of a line beside the one before it. */
function between(items: Items, { from, to }: { from: number; to: number }, before: number, after: number): number {
  let demerits = Math.abs(before - after) > 1 ? UNEVEN : 0
  if (from >= 0 && items.kind[from] === HYPHEN) {
    if (items.kind[to] === HYPHEN) demerits += HYPHENS_IN_A_ROW
    if (to === items.kind.length - 1) demerits += HYPHEN_AT_LAST
  }
  return demerits
}

/** Breaks that a best way may go through: for each, its item, its class, the demerits so far, and the break before it. */
interface Ways {
  readonly at: number[]
  readonly fitness: number[]
  readonly demerits: number[]
  readonly before: number[]
}

/**
 * Breaks a paragraph so that the sum of demerits over all of it is least (Knuth & Plass 1981, pp. 1156-1162). The items
 * must end with a forced penalty. Returns the items at which lines end, or null when the terms allow no way.
 */
export function breakLines(items: Items, terms: Terms): readonly number[] | null {
  const sums = sum(items)
  const hang = items.end.reduce((least, end) => Math.min(least, end), 0)
  const ways: Ways = { at: [-1], fitness: [1], demerits: [0], before: [-1] }
  let active = [0]
  for (let at = 0; at < items.kind.length; at++) {
    if (!isBreak(items, at)) continue
    const limit = (sums.width[at] ?? 0) - (sums.shrink[at] ?? 0) + hang - terms.measure
    active = active.filter(way => reaches(sums, (ways.at[way] ?? 0) + 1, limit))
    const found = extend(items, sums, { ways, active, at }, terms)
    if (items.cost[at] === FORCED) active = []
    active.push(...found)
    if (active.length === 0) return null
  }
  return trace(ways, active)
}

/** Whether a line that begins at an item can still end where the limit was taken; later ones are only longer. */
function reaches(sums: Sums, from: number, limit: number): boolean {
  const start = sums.next[from] ?? 0
  return (sums.width[start] ?? 0) - (sums.shrink[start] ?? 0) >= limit
}

/** Adds the best way to `at` in each class of fitness, and gives the new ways. */
function extend(
  items: Items,
  sums: Sums,
  { ways, active, at }: { ways: Ways; active: readonly number[]; at: number },
  terms: Terms
): readonly number[] {
  const best = [-1, -1, -1, -1]
  const least = [FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN]
  for (const way of active) {
    const from = ways.at[way] ?? 0
    const line = judgeLine(items, sums, from, at, terms)
    if (line === null) continue
    const kind = fitness(line.ratio)
    const demerits =
      (ways.demerits[way] ?? 0) + line.demerits + between(items, { from, to: at }, ways.fitness[way] ?? 0, kind)
    if (demerits < (least[kind] ?? 0)) {
      least[kind] = demerits
      best[kind] = way
    }
  }
  const found: number[] = []
  for (let kind = 0; kind < 4; kind++) {
    const before = best[kind] ?? -1
    if (before < 0) continue
    found.push(ways.at.length)
    ways.at.push(at)
    ways.fitness.push(kind)
    ways.demerits.push(least[kind] ?? 0)
    ways.before.push(before)
  }
  return found
}

/** The breaks of the best of the ways that reached the end. */
function trace(ways: Ways, ends: readonly number[]): readonly number[] {
  let best = ends[0] ?? 0
  for (const end of ends) if ((ways.demerits[end] ?? 0) < (ways.demerits[best] ?? 0)) best = end
  const breaks: number[] = []
  for (let way = best; (ways.at[way] ?? -1) >= 0; way = ways.before[way] ?? 0) breaks.push(ways.at[way] ?? 0)
  return breaks.reverse()
}
