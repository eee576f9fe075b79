/** NV022: that every letter of a note can be shown is decided where it is laid out and written. */
import { failing, passing } from './examples.ts'
import type { Rule } from './rule.ts'

export const NV022: Rule = {
  id: 'NV022',
  title: 'every letter is in the embedded faces',
  reason:
    'the standard fonts of PDF have no Azerbaijani or Cyrillic, and an archive must not ask the reader’s (practice 0.12)',
  severity: 'warning',
  on: 'layout',
  judges: 'form',
  decides: 'yes',
  stages: ['layout/missing-glyph'],
  examples: {
    passes: [passing('the letters of the house', 'embassy-storming')],
    fails: [
      failing(
        'a letter of another script',
        'airspace-violation',
        ['register.yaml', '飛'],
        ['register.yaml', 'no flight plan had been filed and', 'no flight plan (飛) had been filed and']
      )
    ]
  },
  check: null
}
