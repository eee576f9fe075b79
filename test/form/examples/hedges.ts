/** What NV037 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, partial, passing } from './fixtures.ts'

export const NV037: Examples = {
  passes: [passing('about and exact', 'airspace-violation'), passing('steps and metres', 'kyiv-embassy-2025')],
  fails: [
    failing(
      'a number without its hedge',
      'airspace-violation',
      [partial('measured'), '{{number'],
      [partial('measured'), '{{measure this.measure}}', '{{number this.measure.value}} nautical miles'],
      [
        'register.yaml',
        '      - phrase: { en: { before: they remained in the airspace for } }\n        value: 7\n        unit: minute\n        qualifier: exact\n        evidence: [{ source: air-defence }]\n',
        ''
      ]
    ),
    failing(
      'a hedge for what is exact',
      'airspace-violation',
      [partial('measured'), 'about'],
      [partial('measured'), '{{measure this.measure}}', 'about {{measure this.measure}}'],
      ['register.yaml', 'qualifier: about', 'qualifier: exact'],
      [
        'register.yaml',
        '      - phrase: { en: { before: they remained in the airspace for } }\n        value: 7\n        unit: minute\n        qualifier: exact\n        evidence: [{ source: air-defence }]\n',
        ''
      ]
    ),
    failing(
      'an hour without its hedge',
      'mission-coordinates',
      [partial('hours'), 'this.time.local'],
      [partial('hours'), '{{~else if this.time}}{{time this.time}}', '{{~else if this.time}}at {{this.time.local}}']
    ),
    failing(
      'a type as a weapon that was identified',
      'mission-coordinates',
      [FORMULAS, 'identified as a {{this'],
      [
        FORMULAS,
        "    type: { text: 'of the {{this.designation}} type'",
        "    type: { text: 'identified as a {{this.designation}}'"
      ]
    ),
    failing(
      'again in other words',
      'airspace-violation',
      ['register.yaml', '11\u00A0nautical miles'],
      [
        'register.yaml',
        'no permission had been sought',
        'no permission had been sought for a flight of 11\u00A0nautical miles'
      ]
    )
  ]
}
