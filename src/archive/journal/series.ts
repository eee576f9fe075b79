/** A register in; what is missing from the numbers of each house, series and year, and what stands there twice, out. */
import { type Diagnostic, error, information, warning } from '../../diagnostic.ts'
import { once } from '../../once.ts'
import { editionsOf, issueIn } from '../../records/editions.ts'
import type { Register } from '../../records/schema.ts'
import { byCodeUnit } from '../../records/sequence.ts'
import { child, type Loaded, placeOf } from '../../value.ts'

/** A number, and where it stands in the register. */
interface Numbered {
  readonly number: string
  readonly pointer: string
  readonly date: string
}

interface Series {
  readonly from: string
  readonly series: string | undefined
  readonly year: string
  readonly members: Numbered[]
}

/** A number with its place in the order of its series. */
interface Placed extends Numbered {
  readonly place: number
}

/**
 * A house numbers what it sends from one up in each calendar year, and leaves out no number without saying so. Told are the gaps between the first number and the last that a register holds; where it begins later in the
 * year is not known. Of a house other than the one that keeps the register, it need not hold all: its gaps are only told.
 */
export function seriesFindings(register: Register, loaded: Loaded): Diagnostic[] {
  const own = ownHouses(register)
  return seriesIn(register).flatMap(series => {
    const placed = inPlaces(series)
    const tell = own.size === 0 || own.has(series.from) ? warning : information
    return placed.flatMap((each, index) => {
      const before = placed[index - 1]
      const span = placeOf(loaded, each.pointer)
      if (before?.place === each.place) return [error({ ...twice(before, each), span, pointer: each.pointer })]
      if (!before || before.place + 1 === each.place) return []
      return [tell({ ...gap(series, before, each), span, pointer: each.pointer })]
    })
  })
}

/** The houses of which the register knows an issue by its file. */
function ownHouses({ communications }: Register): ReadonlySet<string> {
  const own = Object.values(communications).filter(each => issueIn(editionsOf(each)) !== null)
  return new Set(own.map(each => each.from))
}

function seriesIn({ communications, cancelled = [] }: Register): Series[] {
  const found = new Map<string, Series>()
  const add = (each: Register['communications'][string] | (typeof cancelled)[number], pointer: string): void => {
    const { from, series, number, date } = each
    const year = /^\d{4}/.exec(date ?? '')?.[0]
    if (number === null || date === null || year === undefined) return
    const { members } = once(found, JSON.stringify([from, series, year]), () => ({ from, series, year, members: [] }))
    members.push({ number, date, pointer: child(pointer, 'number') })
  }
  for (const [id, each] of Object.entries(communications)) add(each, child('/communications', id))
  for (const [index, each] of cancelled.entries()) add(each, child('/cancelled', index))
  return [...found].sort(([a], [b]) => byCodeUnit(a, b)).map(([, each]) => each)
}

/**
 * Which of the figures in its number counts a note: the first that is not the year in all of them, be it written in four
 * figures or two (`12/2026`, `26-12`, `351/3ДСНГ`). What holds no figure has no place.
 */
function inPlaces({ members, year }: Series): Placed[] {
  const figures = members.map(each => (each.number.match(/\d+/g) ?? []).map(Number))
  const isYear = (value: number | undefined): boolean => value === Number(year) || value === Number(year.slice(2))
  const longest = figures.reduce((most, each) => (each.length > most.length ? each : most), [])
  const counting = Math.max(
    0,
    longest.findIndex((_, position) => !figures.every(each => isYear(each[position])))
  )
  const placed = members.flatMap((each, index) => {
    const place = figures[index]?.[counting] ?? figures[index]?.[0]
    return place === undefined ? [] : [{ ...each, place }]
  })
  return placed.sort((a, b) => a.place - b.place || byCodeUnit(a.date, b.date))
}

function twice(before: Placed, each: Placed) {
  const message = `\`${each.number}\` has the same place as \`${before.number}\` in the series: ${each.place}`
  const hints = ['if they belong to different series, tell them apart with `series`']
  return { rule: 'register/repeated-number', message, hints }
}

function gap({ from, series, year }: Series, before: Placed, each: Placed) {
  const [first, last] = [before.place + 1, each.place - 1]
  const missing = first === last ? `${first} is` : `${first} ${first + 1 === last ? 'and' : 'to'} ${last} are`
  const which = series === undefined ? '' : `, series \`${series}\``
  const message = `${missing} missing between \`${before.number}\` and \`${each.number}\` (\`${from}\`, ${year}${which})`
  const hints = ['record the note that was sent under it, or list it under `cancelled:` with the reason']
  return { rule: 'register/gap', message, hints }
}
