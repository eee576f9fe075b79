/** NV023: the dates that a note prints in; those that are not written as the language writes them, or say more than is known, out. */
import type { CalendarDate } from '../../language/edtf.ts'
import type { DossierDate } from '../../record/dossier.ts'
import { type Found, faultAt, find, isName, isProse, isQuoted } from '../find.ts'
import type { Note } from '../note.ts'
import { failing, inserting, insertingBadly, partial, passing } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV023: Rule = {
  id: 'NV023',
  title: 'dates are written day, month and year, as precisely as they are known',
  reason: 'a month that is known is a month, and never its first day (practice 0.8, 1.1 element 13)',
  severity: 'error',
  on: 'document',
  judges: 'facts',
  decides: 'yes',
  stages: [],
  examples: {
    passes: [passing('a month', 'mission-coordinates'), inserting('The matter dates from 30\u00A0March 2026.')],
    fails: [
      insertingBadly('The remains were repatriated on 2026-04-28.'),
      insertingBadly('The remains were repatriated on April 28, 2026.'),
      failing(
        'a day of a month',
        'mission-coordinates',
        ['register.yaml', '1\u00A0April'],
        [
          'register.yaml',
          'those coordinates had been passed to',
          'as of 1\u00A0April 2026 those coordinates had been passed to'
        ]
      ),
      failing(
        'a date of a template',
        'airspace-violation',
        [partial('protest-act'), '9/9/2026'],
        [partial('protest-act'), '{{dates occasion form="on"}}', 'on 9/9/2026']
      )
    ]
  },
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
  return new RegExp(`\\b(\\d{1,2})\\s(${words.months.join('|')})\\s(\\d{4})\\b`, 'gu')
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
