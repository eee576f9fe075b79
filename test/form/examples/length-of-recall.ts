/** What NV051 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, PROTEST, partial, passing } from './fixtures.ts'

export const NV051: Examples = {
  passes: [passing('thirteen in an annex', 'chronology-annex'), passing('five in the body', 'kyiv-embassy-2025')],
  fails: [
    failing(
      'thirteen in the body',
      'chronology-annex',
      [PROTEST, '{{!'],
      [partial('recall'), '{{#if recall.summarised}}', '{{#if (eq legal.characterisation "none")}}']
    )
  ]
}
