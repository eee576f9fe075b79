/** A note in; the days that it names with their month and year, as its language writes them, out. */
import { type Found, find } from './find.ts'
import type { Note } from './note.ts'

/** A day in the words of a note. */
export interface WholeDate {
  readonly found: Found
  readonly year: number
  readonly month: number
  readonly day: number
}

export function wholeDatesIn(note: Note): WholeDate[] {
  const { wholeDate, months } = note.words
  return find(note, wholeDate).flatMap(found => {
    const [match] = found.text.matchAll(wholeDate)
    const { day, month = '', year } = match?.groups ?? {}
    return [{ found, year: Number(year), month: months.indexOf(month) + 1, day: Number(day) }]
  })
}
