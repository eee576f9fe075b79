/** NV025: what a note says of days and clocks in; where it strays from the recorded local date out. */

import { type Fact, factsOf, isIn } from '../../fact.ts'
import { dayNumber } from '../../languages/edtf.ts'
import { type Found, faultAt, find, isName, isQuoted } from '../find.ts'
import { incidentsOf, type Note } from '../note.ts'
import { wholeDatesIn } from '../whole-dates.ts'
import type { Fault, Rule } from './rule.ts'

export const NV025: Rule = {
  id: 'NV025',
  kind: 'any',
  title: 'the date of an incident is the local one, as recorded',
  reason: 'the time zone decides the date: 01:00 in Kyiv is the eve in UTC',
  severity: 'error',
  on: 'document',
  decides: { inPart: 'a day that differs by more than one from the recorded: it may be another event' },
  stages: [],
  judges: 'facts',
  check: note => [
    ...find(note, note.words.otherClocks)
      .filter(each => !isQuoted(each) && !isName(each.run.leaf))
      .map(each => faultAt(note, each, `\`${each.text}\` is another clock than that of the place`)),
    ...besides(note)
  ]
}

/** A day beside the recorded one, in what is said of the incident itself: a warning, for a second source may differ. */
function besides(note: Note): Fault[] {
  return wholeDatesIn(note).flatMap(({ found, ...date }) => {
    const day = dayNumber(date.year, date.month, date.day)
    const recorded = recordedDays(note, found)
    if (recorded.length === 0 || recorded.some(each => each === day)) return []
    if (!recorded.some(each => Math.abs(each - day) === 1)) return []
    const message = `\`${found.text}\` is a day beside the recorded one`
    return [
      { ...faultAt(note, found, message, ['the local date at the place is printed']), severity: 'warning' as const }
    ]
  })
}

function isBesidesDate(fact: Fact): boolean {
  return fact.section === 'incidents' && fact.field !== null && !isIn(fact, 'incidents', 'occurred')
}

/** The days of the incident in whose own record the words stand; none where they stand elsewhere, or are its date. */
function recordedDays(note: Note, found: Found): number[] {
  const own = factsOf(found.run.leaf.origins).find(isBesidesDate)
  const incident = incidentsOf(note).find(each => each.id === own?.id)
  return (incident?.date.dates ?? []).flatMap(({ year, month, day }) =>
    month === null || day === null ? [] : [dayNumber(year, month, day)]
  )
}
