/** The cells of a table and the room for their text in; the width of each column out. */
import { error, Rejected } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { scaled, type Token } from './itemize.ts'
import type { Millipoint } from './page.ts'
import { atDashes, isBreakable, pick, split, whole, widest } from './pieces.ts'
import type { Style } from './style.ts'

/** What is asked of a cell. */
interface Filled {
  readonly style: Style
  readonly tokens: readonly Token[]
}

/** A column narrower than this many times the size of its text cannot be read. */
const NARROWEST = 3
/** What is wider than this many times the size of its text is no ordinary word or number: some twenty letters. */
const LONG = 10

/** What a column can use. */
interface Wants {
  /** Its longest word, with what no-break spaces tie to it. */
  readonly whole: Millipoint
  /** The longest part of one when words are divided after their own dashes. */
  readonly parted: Millipoint
  /** The longest such part of a word that is not `LONG` itself. */
  readonly ordinary: Millipoint
  readonly hasLong: boolean
  /** Its longest text on one line. */
  readonly most: Millipoint
}

/** The least and the most that a column is to get. */
interface Bounds {
  readonly least: Millipoint
  readonly most: Millipoint
}

/** How many columns the rows of a table need. */
export function columnsOf(rows: readonly (readonly unknown[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0)
}

/**
 * Shares the room among columns, each getting at least its longest word (the minimum content width of CSS 2.1, 17.5.2.2).
 * Where even those are too wide together, long words are divided before any other: first after their own dashes, then
 * anywhere. Where the ordinary words are too wide, too, the columns with long ones shrink, and only then all, alike.
 */
export function columnWidths(
  rows: readonly (readonly Filled[])[],
  room: Millipoint,
  at: Span | null
): readonly Millipoint[] {
  const count = columnsOf(rows)
  const narrowest = NARROWEST * Math.max(0, ...rows.flat().map(cell => cell.style.size))
  if (room < narrowest * count) throw new Rejected([tooWide(count, at)])
  const wants = Array.from({ length: count }, (_, column) => wantsOf(rows.map(row => row[column])))
  const ordinary = wants.map(want => Math.max(want.ordinary, Math.min(want.parted, narrowest)))
  for (const least of [wants.map(want => want.whole), wants.map(want => want.parted), ordinary]) {
    if (total(least) <= room) return comfortable(bounded(wants, least), room)
  }
  const lowest = ordinary.map(each => Math.min(each, narrowest))
  const spared = ordinary.map((each, column) => (wants[column]?.hasLong ? Math.min(each, narrowest) : each))
  const floor = total(spared) <= room ? spared : lowest
  const excess = ordinary.map((each, column) => each - (floor[column] ?? 0))
  return share(excess, room - total(floor), floor)
}

function bounded(wants: readonly Wants[], least: readonly Millipoint[]): readonly Bounds[] {
  return wants.map(({ most }, column) => ({ least: least[column] ?? 0, most }))
}

/**
 * Columns that ask for less than an equal share get what they ask for, so that dates and numbers stay on one line; the
 * others share the rest by how much more than their longest words they ask for.
 */
function comfortable(wants: readonly Bounds[], room: Millipoint): readonly Millipoint[] {
  const modest = modestOf(wants, room)
  const floor = wants.map((want, column) => (modest.has(column) ? want.most : want.least))
  const growth = wants.map((want, column) => (modest.has(column) ? 0 : want.most - want.least))
  return share(total(growth) > 0 ? growth : floor, room - total(floor), floor)
}

/** The columns that get all they ask for: taken out one by one, while the words of the others still fit. */
function modestOf(wants: readonly Bounds[], room: Millipoint): ReadonlySet<number> {
  const modest = new Set<number>()
  const byWant = wants.map((_, column) => column).sort((a, b) => (wants[a]?.most ?? 0) - (wants[b]?.most ?? 0) || a - b)
  for (const column of byWant) {
    const taken = total(wants.map((want, each) => (modest.has(each) ? want.most : 0)))
    const words = total(wants.map((want, each) => (modest.has(each) || each === column ? 0 : want.least)))
    const want = wants[column]?.most ?? 0
    if (want > (room - taken) / (wants.length - modest.size) || want + words > room - taken) break
    modest.add(column)
  }
  return modest
}

function tooWide(columns: number, at: Span | null) {
  return error({
    rule: 'layout/table-too-wide',
    message: `a table of ${columns} columns does not fit between the margins`,
    span: at,
    hints: ['leave columns out, or make two tables of it']
  })
}

function wantsOf(cells: readonly (Filled | undefined)[]): Wants {
  const wants = { whole: 0, parted: 0, ordinary: 0, hasLong: false, most: 0 }
  for (const { style, tokens } of cells.flatMap(cell => cell ?? [])) {
    for (const indices of split(tokens, [...tokens.keys()], isBreakable)) {
      const stretch = pick(tokens, indices)
      const [width, part] = [widest(stretch, whole), widest(stretch, atDashes)]
      wants.whole = Math.max(wants.whole, width)
      wants.parted = Math.max(wants.parted, part)
      if (width > LONG * style.size) wants.hasLong = true
      else wants.ordinary = Math.max(wants.ordinary, part)
    }
    wants.most = Math.max(wants.most, longestLine(tokens))
  }
  return wants
}

function longestLine(tokens: readonly Token[]): Millipoint {
  let line = 0
  let most = 0
  for (const token of tokens) {
    if (token.type === 'break') line = 0
    else line += scaled(token.type === 'word' ? token.word.shaped.width : token.run.lettering.space, token.run)
    most = Math.max(most, line)
  }
  return most
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0)
}

/** Adds a room to lengths in proportion to weights, to the last thousandth. */
function share(weights: readonly number[], room: Millipoint, lengths: readonly Millipoint[]): readonly Millipoint[] {
  const all = total(weights)
  let seen = 0
  let given = 0
  return lengths.map((length, column) => {
    seen += weights[column] ?? 0
    const upTo = all === 0 ? 0 : Math.round((room * seen) / all)
    const width = length + upTo - given
    given = upTo
    return width
  })
}
