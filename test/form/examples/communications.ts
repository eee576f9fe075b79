/** What NV036 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, PROTEST, partial, passing } from './fixtures.ts'

/** A note that was replaced, and what replaced it. */
const REPLACED: readonly [file: string, text: string, by: string] = [
  'register.yaml',
  'communications: {}',
  `communications:
  first: { type: note, date: 2026-03-01, from: vesmar-mfa, to: cantarre-embassy-ansorett, number: 60/2026, evidence: [{ source: attache }] }
  second: { type: note, date: 2026-03-02, from: vesmar-mfa, to: cantarre-embassy-ansorett, number: 61/2026, supersedes: first, incidents: [caldmere-2026-02-17], evidence: [{ source: attache }] }`
]

/** A drafter's sentence that cites a note by its number. */
function citing(text: string): readonly [file: string, text: string, by: string] {
  return ['note.yaml', 'The sentence stands here.', text]
}

export const NV036: Examples = {
  passes: [
    passing('numbers of the register', 'embassy-storming'),
    passing('without numbers', 'kyiv-embassy-2025'),
    passing('in a drafter’s words', 'embassy-storming', [
      'register.yaml',
      'en: a demonstration announced for',
      'en: a demonstration of which note verbale No.\u00A04/2026 had warned and which was announced for'
    ]),
    passing('the number of a brigade', 'one-sentence', REPLACED, citing('A soldier of Brigade No.\u00A043 was hurt.')),
    passing('what replaced a note', 'one-sentence', REPLACED, citing('Note verbale No.\u00A061/2026 stands.')),
    passing(
      'a note that was replaced, by what replaced it',
      'one-sentence',
      REPLACED,
      citing('Note verbale No.\u00A061/2026 replaced note verbale No.\u00A060/2026.')
    )
  ],
  fails: [
    failing('a letter', 'one-sentence', ['note.yaml', '43'], REPLACED, citing('It was raised in letter No.\u00A043.')),
    failing(
      'a number as houses have them',
      'one-sentence',
      ['note.yaml', '43/2026'],
      REPLACED,
      citing('It is under No.\u00A043/2026.')
    ),
    failing(
      'a note that was replaced, in a drafter’s words',
      'one-sentence',
      ['note.yaml', 'No.\u00A060/2026'],
      REPLACED,
      citing('Reference is made to note verbale No.\u00A060/2026.')
    ),
    failing(
      'an invented number',
      'mission-coordinates',
      ['register.yaml', '77/2026'],
      [
        'register.yaml',
        'those coordinates had been passed to',
        'by note No.\u00A077/2026 those coordinates had been passed to'
      ]
    ),
    failing(
      'reports that are lost',
      'airspace-violation',
      [PROTEST, '{{!'],
      [PROTEST, '{{> prior-notification}}\n', '']
    ),
    failing(
      'a report that is lost',
      'airspace-violation',
      [PROTEST, '{{!'],
      [
        partial('reports'),
        '{{#list this.numbered as |note|}}the {{cite note}}{{/list}}',
        '{{#list this.numbered as |note|}}a note verbale {{date note.date form="of"}}{{/list}}'
      ]
    ),
    failing(
      'a reference that is lost',
      'mission-coordinates',
      ['note.yaml', 'refers-to'],
      ['note.yaml', 'refers-to: [note-29-2026, list-of-positions]', 'refers-to: [note-29-2026]'],
      [
        partial('in-view-of'),
        '{{#if (gt (length refersTo) 0)}} and with reference to {{> cited-notes}}{{/if}}{{#if (ne courtesy "none")}},{{/if}}\n{{~else',
        '{{#if (ne courtesy "none")}},{{/if}}\n{{~else'
      ]
    ),
    failing(
      'a citation of what was not known yet',
      'embassy-storming',
      ['note.yaml', 'refers-to'],
      ['note.yaml', 'as-of: 2026-03-16', 'as-of: 2026-03-11'],
      ['register.yaml', 'date: 2026-03-12', 'date: 2026-03-12 # after']
    ),
    failing(
      'a citation of what was replaced',
      'embassy-storming',
      ['note.yaml', 'refers-to'],
      [
        'register.yaml',
        '\nsources:',
        '\n  again:\n    type: note\n    date: 2026-03-13\n    from: ostrelle-embassy-morvelle\n    to: druvane-mfa\n    number: null\n    supersedes: request-for-protection\n    evidence: [{ source: note-register }]\n\nsources:'
      ]
    ),
    failing(
      'a prior incident that nobody reported',
      'airspace-violation',
      ['register.yaml', 'communications:'],
      ['register.yaml', 'incidents: [merrow-2026-06-21]\n', '\n']
    )
  ]
}
