/** NV002: paragraphs of a note in; salutations out. */
import { faultAt, find, isName, isQuoted } from '../find.ts'
import { failing, inserting, insertingBadly, PROTEST } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV002: Rule = {
  id: 'NV002',
  title: 'a note has no salutation',
  reason: 'a salutation belongs to notes in the first person, which are signed (practice 1.1, element 9)',
  severity: 'error',
  on: 'document',
  judges: 'form',
  decides: 'yes',
  stages: [],
  examples: {
    passes: [
      inserting('His Excellency the Ambassador was not in the building.'),
      inserting('The excellent relations of both States are put at risk.')
    ],
    fails: [
      insertingBadly('Excellency, the matter is being examined.'),
      failing(
        'a template greets',
        'airspace-violation',
        [PROTEST, 'Dear colleagues,'],
        [PROTEST, '{{> occasion}}', 'Dear colleagues,\n\n{{> occasion}}']
      )
    ]
  },
  check: note =>
    find(note, note.words.salutation)
      .filter(each => !isQuoted(each) && !isName(each.run.leaf))
      .map(each =>
        faultAt(note, each, `\`${each.text}\` is a salutation`, ['a note verbale greets nobody: take it out'])
      )
}
