/** NV038: quantities that a note prints in; those in another unit than the recorded one out. */
import { isProse } from '../find.ts'
import { incidentsOf } from '../note.ts'
import { failing, partial, passing } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV038: Rule = {
  id: 'NV038',
  title: 'a quantity is printed in the unit in which it was taken',
  reason: 'steps are steps: a conversion is a measurement that nobody made (practice 0.9)',
  severity: 'warning',
  on: 'document',
  decides: { inPart: 'a conversion in words of the house beside the quantity' },
  stages: [],
  overrides: 'fact',
  examples: {
    passes: [passing('nautical miles', 'airspace-violation'), passing('steps', 'kyiv-embassy-2025')],
    fails: [
      failing(
        'a unit of the template',
        'airspace-violation',
        [partial('measured'), 'kilometres'],
        [partial('measured'), '{{measure this.measure}}', 'about {{number this.measure.value}} kilometres'],
        [
          'register.yaml',
          '      - phrase: { en: { before: they remained in the airspace for } }\n        value: 7\n        unit: minute\n        qualifier: exact\n        evidence: [{ source: air-defence }]\n',
          ''
        ]
      )
    ]
  },
  check: note =>
    incidentsOf(note).flatMap(({ id, measures }) =>
      measures.flatMap(({ measure }, index) => {
        const pointer = `/incidents/${id}/measures/${index}`
        const unit =
          note.language
            .measure({ ...measure, qualifier: 'exact' })
            ?.split(/\s/)
            .slice(1)
            .join(' ') ?? ''
        return note.paragraphs.filter(isProse).flatMap(({ runs, text }) =>
          runs.flatMap(({ leaf, start, end }) => {
            const isNumber =
              /\d|\p{L}/u.test(leaf.text) &&
              leaf.origins.some(each => [pointer, `${pointer}/value`].includes(each.pointer))
            const after = text.slice(start, end + unit.length + 1).replace(/\s/gu, ' ')
            if (!isNumber || after.includes(unit)) return []
            const message = `\`${leaf.text}\` is printed without its unit, \`${unit}\``
            return [{ message, at: { span: leaf.at, hints: [] } }]
          })
        )
      })
    )
}
