/** NV014: the dateline of a note in; whether it says the recorded place and date out. */
import { type Note, placeIn, placeOfTemplate } from '../note.ts'
import type { Fault, Rule } from './rule.ts'

export const NV014: Rule = {
  id: 'NV014',
  kind: 'any',
  title: 'place and date stand on the note, as recorded',
  reason: 'a note without them is not valid; a blank is a draft’s alone',
  severity: 'warning',
  on: 'document',
  decides: 'yes',
  stages: ['NV014'],
  judges: 'form',
  check: note => {
    const [dateline, second] = note.paragraphs.filter(each => each.part === 'dateline')
    if (!dateline || second) return [{ message: 'the note has no line with place and date', at: placeOfTemplate(note) }]
    const { place, date } = note.dossier
    const said = date ? note.language.say.date(date, 'plain') : null
    return [
      ...(dateline.text.includes(place) ? [] : [lacks(note, `the place, \`${place}\``)]),
      ...(said === null || dateline.text.includes(said) ? [] : [lacks(note, `the date, \`${said}\``)]),
      ...(said !== null || /_{4}/.test(dateline.text)
        ? []
        : [lacks(note, 'a blank for the day, which is not recorded')])
    ]
  }
}

function lacks(note: Note, what: string): Fault {
  const dateline = note.paragraphs.find(each => each.part === 'dateline')
  const run = dateline?.runs.at(-1)
  const span = run?.leaf.at ?? (dateline ? placeIn(note, dateline, 0, 1).span : null)
  return { message: `the dateline does not say ${what}`, at: { span, hints: [] } }
}
