/** NV018: the pages of a note in; those that bear a number or a letterhead where none belongs, or lack theirs, out. */
import { placeOfTemplate } from '../note.ts'
import { atLeafOf, sheetsOf } from '../pages.ts'
import type { Fault, Rule } from './rule.ts'

export const NV018: Rule = {
  id: 'NV018',
  kind: 'any',
  title: 'the first page has the letterhead and no number, each later one a number and no letterhead',
  reason: 'continuation pages are plain and numbered',
  severity: 'warning',
  on: 'layout',
  decides: { inPart: 'an emblem that is printed on the paper of the house' },
  stages: [],
  judges: 'form',
  check: note =>
    sheetsOf(note).flatMap((sheet): Fault[] => {
      const wanted = sheet.number === 1 ? 0 : 1
      const head = sheet.items.find(each => each.part === 'letterhead')
      const numbers = `page ${sheet.number} bears ${sheet.numbers} page numbers, and ${wanted} belongs there`
      const emblem = `page ${sheet.number} bears the emblem, which stands on the first alone`
      const letterhead = `page ${sheet.number} ${head ? 'bears' : 'lacks'} the letterhead`
      return [
        ...(sheet.pictures === 0 || sheet.number === 1 ? [] : [{ message: emblem, at: placeOfTemplate(note) }]),
        ...(sheet.numbers === wanted ? [] : [{ message: numbers, at: placeOfTemplate(note) }]),
        ...((head !== undefined) === (sheet.number === 1) ? [] : [{ message: letterhead, at: atLeafOf(note, head) }])
      ]
    })
}
