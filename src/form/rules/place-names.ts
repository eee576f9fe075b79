/** NV043: the names of places in a note in; those that stand there in two spellings out. */
import { faultAt, find, isProse } from '../find.ts'
import type { Rule } from './rule.ts'

export const NV043: Rule = {
  id: 'NV043',
  kind: 'any',
  title: 'a place has one spelling in a note',
  reason: 'the spelling of a place is a political choice, and two of them in one note are none',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'places that no list has' },
  stages: [],
  judges: 'form',
  check: note =>
    note.words.variants.flatMap(spellings => {
      const found = spellings.map(pattern => find(note, pattern, isProse))
      const [first, ...others] = found.filter(each => each.length > 0)
      const [kept] = first ?? []
      return others.flatMap(([each]) =>
        each && kept ? [faultAt(note, each, `\`${each.text}\` and \`${kept.text}\` are spellings of one name`)] : []
      )
    })
}
