/** NV045: numbers in a note in; those from which a line may break what belongs to them out. */
import { faultAt, find, isProse } from '../find.ts'
import type { Rule } from './rule.ts'

export const NV045: Rule = {
  id: 'NV045',
  kind: 'any',
  title: 'no line breaks between day and month, number and unit, or sign and number',
  reason: '"28" at the end of a line and "April" on the next is misread, and looks careless',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'units that no list has' },
  stages: [],
  judges: 'form',
  check: note =>
    note.words.breakable.flatMap(pattern =>
      find(note, pattern, isProse).map(each =>
        faultAt(note, each, `a line may break inside \`${each.text}\``, [
          'a no-break space (U+00A0) belongs between them'
        ])
      )
    )
}
