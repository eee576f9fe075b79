/** What NV038 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, partial, passing } from './fixtures.ts'

export const NV038: Examples = {
  passes: [passing('nautical miles', 'airspace-violation'), passing('steps', 'kyiv-embassy-2025')],
  fails: [
    failing(
      'a conversion',
      'kyiv-embassy-2025',
      ['register.yaml', '(25\u00A0metres)'],
      [
        'register.yaml',
        'after: from the administrative building }',
        'after: (25\u00A0metres) from the administrative building }'
      ]
    ),
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
}
