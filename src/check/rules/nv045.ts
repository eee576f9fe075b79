/** NV045: numbers in a note in; those from which a line may break what belongs to them out. */
import { faultAt, find, isProse } from '../find.ts'
import { failing, inserting, insertingBadly, partial } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV045: Rule = {
  id: 'NV045',
  title: 'no line breaks between day and month, number and unit, or sign and number',
  reason: '"28" at the end of a line and "April" on the next is misread, and looks careless (practice 9)',
  severity: 'warning',
  on: 'document',
  judges: 'form',
  decides: { inPart: 'units that no list has' },
  stages: [],
  examples: {
    passes: [inserting('It was known on 28\u00A0April that 12\u00A0metres of wall had fallen.')],
    fails: [
      insertingBadly('The remains were repatriated on 28 April 2026.'),
      insertingBadly('The wall fell over 12 metres.'),
      failing(
        'in a template',
        'airspace-violation',
        [partial('reports'), 'No. 1'],
        [partial('reports'), 'The earlier incident was reported', 'The earlier incident (file No. 1) was reported']
      )
    ]
  },
  check: note => {
    const day = new RegExp(`(?<![\\p{L}\\d])\\d{1,2} (?:${note.words.months.join('|')})(?!\\p{L})`, 'gu')
    const unit = new RegExp(`(?<![\\p{L}\\d.,/])\\d[\\d.,]* (?:${note.words.units.join('|')})(?!\\p{L})`, 'gu')
    return [day, unit, note.words.signed].flatMap(pattern =>
      find(note, pattern, isProse).map(each =>
        faultAt(note, each, `a line may break inside \`${each.text}\``, [
          'a no-break space (U+00A0) belongs between them'
        ])
      )
    )
  }
}
