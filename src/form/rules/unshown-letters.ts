/** NV022: that every letter of a note can be shown is decided where it is laid out and written. */
import type { Rule } from './rule.ts'

export const NV022: Rule = {
  id: 'NV022',
  kind: 'any',
  title: 'every letter is in the embedded faces',
  reason: 'the standard fonts of PDF have no Azerbaijani or Cyrillic, and an archive must not ask the reader’s',
  severity: 'warning',
  on: 'layout',
  decides: 'yes',
  stages: ['layout/missing-glyph'],
  judges: 'form',
  check: null
}
