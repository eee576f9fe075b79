/** NV023: the dates that a note prints in; those that are not written as the language writes them, or say more than is known, out. */

import type { DossierDate } from '../../dossier/schema.ts'
import type { CalendarDate } from '../../language/edtf.ts'
import { pattern } from '../../language/pattern.ts'
import { type Found, faultAt, find, isName, isProse, isQuoted } from '../find.ts'
import type { Note } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV023: Rule = {
  id: 'NV023',
  kind: 'any',
  title: 'dates are written day, month and year, as precisely as they are known',
  reason: 'a month that is known is a month, and never its first day (practice 0.8, 1.1 element 13)',
  severity: 'error',
  on: 'document',
  decides: 'yes',
  stages: [],
  judges: 'facts',
  check: note => {
    const dates = datesIn([note.dossier, note.records.request.date])
    const own = (each: Found) => !isQuoted(each) && !isName(each.run.leaf)
    const written = find(note, note.words.writtenDates).filter(own)
    const full = find(note, fullDates(note)).filter(each => own(each) && isProse(each.paragraph))
    return [
      ...written.map(each =>
        faultAt(note, each, `\`${each.text}\` is not how dates are written`, ['14 November 2025'])
      ),
      ...full
        .filter(each => isTooPrecise(note, dates, each))
        .map(each => faultAt(note, each, `\`${each.text}\` names a day, and only the month is recorded`))
    ]
  }
}

function fullDates({ words }: Note): RegExp {
  return pattern('gu')`\b(\d{1,2})\s(${words.months})\s(\d{4})\b`
}

/** A day of a month of which the dossier knows no day, and no such day. */
function isTooPrecise({ words }: Note, dates: readonly CalendarDate[], { text }: Found): boolean {
  const [day, name, year] = text.split(/\s/)
  const month = words.months.indexOf(name ?? '') + 1
  const inMonth = dates.filter(each => each.year === Number(year) && (each.month === month || each.month === null))
  return inMonth.length > 0 && inMonth.every(each => each.day === null) && day !== undefined
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
