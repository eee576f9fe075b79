/** NV023: the dates that a note prints in; those that are not written as the language writes them, or say more than is known, out. */

import type { DossierDate } from '../../dossier/schema.ts'
import type { CalendarDate } from '../../languages/edtf.ts'
import { type Found, faultAt, find, isName, isQuoted } from '../find.ts'
import type { Note } from '../note.ts'
import { type WholeDate, wholeDatesIn } from '../whole-dates.ts'
import type { Rule } from './rule.ts'

export const NV023: Rule = {
  id: 'NV023',
  kind: 'any',
  title: 'dates are written day, month and year, as precisely as they are known',
  reason: 'a month that is known is a month, and never its first day',
  severity: 'error',
  on: 'document',
  decides: 'yes',
  stages: [],
  judges: 'facts',
  check: note => {
    const dates = datesIn([note.dossier, note.records.request.date])
    const written = find(note, note.words.writtenDates).filter(isOwn)
    return [
      ...written.map(each => faultAt(note, each, `\`${each.text}\` is not how dates are written`, [sample(note)])),
      ...wholeDatesIn(note)
        .filter(each => isOwn(each.found) && isTooPrecise(dates, each))
        .map(({ found }) => faultAt(note, found, `\`${found.text}\` names a day, and only the month is recorded`))
    ]
  }
}

function isOwn(each: Found): boolean {
  return !isQuoted(each) && !isName(each.run.leaf)
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
