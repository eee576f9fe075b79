/** NV002: paragraphs of a note in; salutations out. */
import { faultAt, find, isName, isQuoted } from '../find.ts'
import type { Rule } from './rule.ts'

export const NV002: Rule = {
  id: 'NV002',
  kind: 'any',
  title: 'a note has no salutation',
  reason: 'a salutation belongs to notes in the first person, which are signed',
  severity: 'error',
  on: 'document',
  decides: 'yes',
  stages: [],
  judges: 'form',
  check: note =>
    find(note, note.words.salutation)
      .filter(each => !isQuoted(each) && !isName(each.run.leaf))
      .map(each =>
        faultAt(note, each, `\`${each.text}\` is a salutation`, ['a note verbale greets nobody: take it out'])
      )
}
