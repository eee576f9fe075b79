import { expect, test } from 'vitest'
import { type Origin, originOf } from '../../src/fact.ts'
import { filled, mergeData, open, partials, refused } from './merging.ts'

const data = {
  place: 'north gate',
  name: { kind: 'name', subject: 'x', plural: false, forms: { full: 'the Embassy' } }
}

test.each([
  ['{{#sentence}}{{place}} was hit{{/sentence}}', 'North gate was hit'],
  ['{{#sentence}}a missile hit {{place}}{{/sentence}}', 'A missile hit north gate'],
  ['{{#sentence}}{{#if place}} {{> inner}}{{/if}}{{/sentence}} and {{place}}', ' An inner part and north gate'],
  ['{{place}}. {{#sentence}}{{place}}{{/sentence}}', 'north gate. North gate'],
  ['{{#sentence}}{{name name}} was hit{{/sentence}}', '<auto:the Embassy> was hit'],
  ['{{#sentence}}{{#if missing}}x{{/if}}{{/sentence}}{{place}}', 'north gate']
])('%s', (text, words) => {
  expect(filled(text, { ...data, missing: null }, partials({ inner: 'an inner part' }))).toBe(words)
})

test('a capital leaves a value its origins', () => {
  const origin: Origin = originOf('register', '/a')
  const { pieces } = mergeData(open('{{#sentence}}{{place}}{{/sentence}}'), data, new Map([['/place', [origin]]]))
  expect(pieces).toMatchObject([{ type: 'value', text: 'North gate', origins: [origin] }])
})

test('a sentence asks nothing, so it has no other side', () => {
  expect(refused(() => open('{{#sentence}}a{{else}}b{{/sentence}}'))).toEqual([
    'note.hbs:1:1 template/arguments `#sentence` tests nothing, so it has no `{{else}}`'
  ])
})
