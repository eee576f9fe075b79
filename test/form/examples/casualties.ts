/** What NV041 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, partial, passing } from './fixtures.ts'

export const NV041: Examples = {
  passes: [passing('none, known and unknown', 'kyiv-embassy-2025'), passing('in a table', 'chronology-annex')],
  fails: [
    failing(
      'nil is lost',
      'airspace-violation',
      [partial('incident'), '{{~capital'],
      [FORMULAS, "none: { text: 'There were no human casualties'", "none: { text: 'No calls were answered'"]
    ),
    failing(
      'somebody is hurt where nobody was',
      'airspace-violation',
      [FORMULAS, 'One pilot was killed'],
      [
        FORMULAS,
        "none: { text: 'There were no human casualties'",
        "none: { text: 'There were no human casualties. One pilot was killed'"
      ]
    ),
    failing(
      'unknown as nil',
      'mission-coordinates',
      [FORMULAS, 'without human casualties'],
      [partial('recalled'), '{{~#if (eq this.casualties.nil "none")}}', '{{~#if (ne this.casualties.status "known")}}']
    )
  ]
}
