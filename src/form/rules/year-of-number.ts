/** NV016: the number and the date of a note in; where the year in the number is another one out. */
import { inRequest } from '../note.ts'
import type { Rule } from './rule.ts'

export const NV016: Rule = {
  id: 'NV016',
  kind: 'any',
  title: 'a number is given once in its series and year, never once it was given up, and its year is that of the note',
  reason: 'one consecutive series a year and house, without reuse',
  severity: 'warning',
  on: 'register',
  decides: { inPart: 'the year of a number that does not end with one' },
  stages: ['NV016', 'record/duplicate-number', 'register/gap', 'register/repeated-number'],
  judges: 'form',
  check: note => {
    const { number, date } = note.records.request
    const year = /[/-](\d{4}|\d\d)$/.exec(number ?? '')?.[1]
    if (date === null || year === undefined || date.slice(0, 4).endsWith(year)) return []
    const message = `the number \`${number}\` is of the year ${year}, and the note of ${date}`
    return [{ message, at: inRequest(note, '/number') }]
  }
}
