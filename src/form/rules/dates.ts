/** Dates, days of the week and hours that a note prints (NV023, NV025). */
import type { DossierDate } from '../../dossier/schema.ts'
import { type Fact, factsOf, isIn } from '../../fact.ts'
import { type CalendarDate, dayNumber } from '../../languages/edtf.ts'
import { faultsAt, find, isOwn, type Match, sentenceOf } from '../find.ts'
import { incidentsOf, type Note } from '../note.ts'
import { tellingsOf } from '../tellings.ts'
import type { RuleCheck, RuleFault } from './rule.ts'

export const NV023: RuleCheck = note => {
  const dates = datesIn([note.dossier, note.records.request.date])
  const written = find(note, note.words.writtenDates).filter(isOwn)
  const days = wholeDatesIn(note).filter(each => isOwn(each.found) && isTooPrecise(dates, each))
  const precise = days.map(each => each.found)
  return [
    ...faultsAt(note, written, 'is not how dates are written', [sample(note)]),
    ...faultsAt(note, precise, 'names a day, but only the month is recorded')
  ]
}

/** How the language writes a day. */
function sample({ language }: Note): string {
  const day = { year: 2025, month: 11, day: 14, approximate: false }
  return language.say.date({ relation: 'date', dates: [day] }, 'plain')
}

/** A day of a month of which the dossier knows no day, and no such day. */
function isTooPrecise(dates: readonly CalendarDate[], { year, month }: WholeDate): boolean {
  const inMonth = dates.filter(each => each.year === year && (each.month === month || each.month === null))
  return inMonth.length > 0 && inMonth.every(each => each.day === null)
}

/** Every calendar date of the dossier. */
function datesIn(value: unknown): CalendarDate[] {
  if (value === null || typeof value !== 'object') return []
  if (isDate(value)) return [...value.dates]
  return Object.values(value).flatMap(datesIn)
}

function isDate(value: object): value is DossierDate {
  return 'kind' in value && value.kind === 'date'
}

/**
 * A day beside the recorded one, in what is said of the incident itself, or in a drafter's own sentence about it unless
 * something else that the note knows was on that day: a warning, for a second source may differ.
 */
export const NV025: RuleCheck = note =>
  wholeDatesIn(note).flatMap(({ found, ...date }): RuleFault[] => {
    const day = dayNumber(date.year, date.month, date.day)
    const { recorded, known } = daysAround(note, found)
    if (known.includes(day) || !recorded.some(each => Math.abs(each - day) === 1)) return []
    const says = 'is one day before or after the recorded date'
    const faults = faultsAt(note, [found], says, ['the local date at the place is printed'])
    return faults.map(each => ({ ...each, severity: 'warning' as const }))
  })

function isBesidesDate(fact: Fact): boolean {
  return fact.section === 'incidents' && fact.field !== null && !isIn(fact, 'incidents', 'occurred')
}

/**
 * The days of the incident in whose own record the words stand, or of those of which a drafter's sentence tells; none where
 * they stand elsewhere, or are its date. And the days that are right: beside a drafter's sentence, all that the note knows.
 */
function daysAround(note: Note, found: Match): Readonly<Record<'recorded' | 'known', readonly number[]>> {
  const facts = factsOf(found.run.leaf.origins)
  const own = facts.find(isBesidesDate)
  const isInsert = facts.some(each => isIn(each, 'note', 'insert'))
  const told = isInsert ? tellingsOf(note).find(each => each.sentence === sentenceOf(found))?.ids : own && [own.id]
  const meant = incidentsOf(note).filter(each => told?.some(id => id === each.id))
  const recorded = daysOf(meant.flatMap(each => each.date.dates))
  return { recorded, known: isInsert ? daysOf(datesIn([note.dossier, note.records.request.date])) : recorded }
}

function daysOf(dates: readonly CalendarDate[]): number[] {
  return dates.flatMap(({ year, month, day }) => (month === null || day === null ? [] : [dayNumber(year, month, day)]))
}

/** A day in the words of a note. */
interface WholeDate {
  readonly found: Match
  readonly year: number
  readonly month: number
  readonly day: number
}

function wholeDatesIn(note: Note): WholeDate[] {
  const { wholeDates, months } = note.words
  return wholeDates.flatMap(pattern =>
    find(note, pattern).map(found => {
      const [match] = found.text.matchAll(pattern)
      const { day, month = '', year } = match?.groups ?? {}
      const number = months.findIndex(forms => forms.includes(month)) + 1
      return { found, year: Number(year), month: number, day: Number(day) }
    })
  )
}
