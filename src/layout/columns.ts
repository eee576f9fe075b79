/** The cells of a table and the room for their text in; the width of each column out. */
import { error, Rejected } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { scaled, type Token } from './itemize.ts'
import type { Millipoint } from './page.ts'
import { atDashes, isBreakable, pick, split, whole, widest } from './pieces.ts'
import { share, total, widthsBetween } from './share-room.ts'
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
    if (total(least) > room) continue
    const bounds = wants.map(({ most }, column) => ({ least: least[column] ?? 0, most }))
    return widthsBetween(bounds, room)
  }
  const lowest = ordinary.map(each => Math.min(each, narrowest))
  const spared = ordinary.map((each, column) => (wants[column]?.hasLong ? Math.min(each, narrowest) : each))
  const floor = total(spared) <= room ? spared : lowest
  const excess = ordinary.map((each, column) => each - (floor[column] ?? 0))
  return share(excess, room - total(floor), floor)
}

function tooWide(columns: number, at: Span | null) {
  return error({
    rule: 'layout/table-too-wide',
    message: `a table of ${columns} columns does not fit between the margins`,
    span: at,
    hints: ['remove columns, or split the table in two']
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
