import { expect, test } from 'vitest'
import { compareTexts } from '../../src/check/difference.ts'

test('the place at the end of a line of a tree is no word of it, and is never cut', () => {
  const before = '- text "struck"  # templates/en/partials/event.hbs:6 register#/incidents/a\n'
  const after = '- text "hit"  # templates/en/partials/object.hbs:2 register#/incidents/a\n'
  const [hunk] = compareTexts(before, after).hunks
  const marked = hunk?.lines.map(line =>
    line.stretches.map(each => (each.changed ? `[${each.text}]` : each.text)).join('')
  )
  expect(marked).toEqual([
    '- text "[struck]"  # templates/en/partials/event.hbs:6 register#/incidents/a',
    '- text "[hit]"  # templates/en/partials/object.hbs:2 register#/incidents/a'
  ])
})
