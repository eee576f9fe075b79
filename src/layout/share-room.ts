/** What each column of a table can use and the room for all in; the width of each out, in whole units of any kind. */

/** The least and the most that a column is to get. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/**
 * Columns that ask for less than an equal share get what they ask for, so that dates and numbers stay on one line; the
 * others share the rest by how much more than their longest words they ask for.
 */
export function widthsBetween(wants: readonly Bounds[], room: number): readonly number[] {
  const modest = modestOf(wants, room)
  const floor = wants.map((want, column) => (modest.has(column) ? want.most : want.least))
  const growth = wants.map((want, column) => (modest.has(column) ? 0 : want.most - want.least))
  return share(total(growth) > 0 ? growth : floor, room - total(floor), floor)
}

/** The columns that get all they ask for: taken out one by one, while the words of the others still fit. */
function modestOf(wants: readonly Bounds[], room: number): ReadonlySet<number> {
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

export function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0)
}

/** Adds a room to lengths in proportion to weights, to the last thousandth. */
export function share(weights: readonly number[], room: number, lengths: readonly number[]): readonly number[] {
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
