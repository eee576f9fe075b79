/** NV001: words of a note in; those of the first or second person out. */
import { faultAt, find, isName, isQuoted } from '../find.ts'
import type { Rule } from './rule.ts'

export const NV001: Rule = {
  id: 'NV001',
  kind: 'any',
  title: 'a note speaks in the third person',
  reason: 'a note verbale is written in the third person; the recipient is named, never "you"',
  severity: 'error',
  on: 'document',
  decides: 'yes',
  stages: [],
  judges: 'form',
  check: note =>
    find(note, note.words.person)
      .filter(each => !isQuoted(each) && !isName(each.run.leaf))
      .map(each =>
        faultAt(note, each, `\`${each.text}\` is of the first or second person`, [
          'name the ministry or the mission, and say "it" or "its"'
        ])
      )
}
