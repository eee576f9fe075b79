/** What NV036 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { failing, PROTEST, partial, passing } from './fixtures.ts'

export const NV036: Examples = {
  passes: [
    passing('numbers of the register', 'embassy-storming'),
    passing('without numbers', 'kyiv-embassy-2025'),
    passing('in a drafter’s words', 'embassy-storming', [
      'register.yaml',
      'en: a demonstration announced for',
      'en: a demonstration of which note verbale No.\u00A04/2026 had warned and which was announced for'
    ])
  ],
  fails: [
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
        '{{#list this.numbered as |note|}}{{cite note}}{{/list}}',
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
