/** What NV021 lets pass and what it finds. */

import type { Example, Examples, Failing } from './example.ts'
import { failing, partial, passing } from './fixtures.ts'

const LABELS = 'templates/en/labels.hbs'

const LANGUAGES = [
  'note.yaml',
  'languages: { original: en }',
  'languages: { original: az, translations: [en] }'
] as const

function translated<T extends Example | Failing>(example: T): T {
  return { ...example, edits: [...example.edits, LANGUAGES], language: 'en' }
}

export const NV021: Examples = {
  passes: [translated(passing('a translation', 'airspace-violation')), passing('an original', 'airspace-violation')],
  fails: [
    translated(
      failing(
        'without its label',
        'airspace-violation',
        [LABELS, '{{#unless (eq form'],
        [LABELS, '{{#unless original}}{{> (formula "labels" "translation")}}{{/unless}}', '']
      )
    ),
    translated(
      failing(
        'with the number of another',
        'airspace-violation',
        [partial('reference'), '{{#if'],
        [partial('reference'), '{{number}}{{else}}', '{{blank profile.blank}}{{else}}']
      )
    )
  ]
}
