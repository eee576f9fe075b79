/** What NV035 lets pass and what it finds. */

import type { Examples } from './example.ts'
import { FORMULAS, failing, insertingBadly, PROTEST, partial, passing } from './fixtures.ts'

export const NV035: Examples = {
  passes: [passing('two of three', 'mission-coordinates'), passing('none is certain', 'kyiv-embassy-2025')],
  fails: [
    failing(
      'all of them',
      'mission-coordinates',
      [FORMULAS, '@root.recall.incidents'],
      [
        FORMULAS,
        '{{capital (dates this.despite form="on")}}, premises',
        '{{capital (dates @root.recall.incidents form="on")}}, premises'
      ]
    ),
    failing(
      'all that is recalled',
      'mission-coordinates',
      [partial('submission'), 'in disregard'],
      [
        partial('submission'),
        '{{~#if (gt (length this.despite) 0)}}',
        '{{~#if (gt (length this.despite) 0)}} The earlier incidents occurred in disregard of these coordinates.'
      ]
    ),
    failing(
      'the submission is lost',
      'mission-coordinates',
      [PROTEST, '{{!'],
      [partial('prior-notification'), '{{> submission submission}}', '']
    ),
    failing(
      'the assurance is lost',
      'mission-coordinates',
      [PROTEST, '{{!'],
      [partial('submission'), '{{~#if this.assurance}}', '{{~#if (eq this.scope "nothing")}}']
    ),
    failing(
      'where the list is not public',
      'kyiv-embassy-2025',
      [partial('protest-act'), 'despite'],
      [partial('protest-act'), '{{~#if condemn}}', ' despite the coordinates that it had been given{{#if condemn}}']
    ),
    insertingBadly('The missiles struck although the coordinates were known.'),
    failing(
      'an occasion before',
      'mission-coordinates',
      ['note.yaml', 'submission:'],
      ['note.yaml', 'occasion: [morvelle-2026-10-02]', 'occasion: [morvelle-2026-04]']
    )
  ]
}
