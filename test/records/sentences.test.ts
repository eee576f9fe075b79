import { expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { sentenceFindings } from '../../src/records/checks/request-relations.ts'

/** What is said of an insertion's text. */
function saidOf(text: string): string[] {
  return sentenceFindings(load({ name: 'note.yaml', text: JSON.stringify({ insert: [{ text: { en: text } }] }) })).map(
    ({ message, pointer }) => `${pointer} ${message.replace(/ the sentence .* (begins|ends)/, ' … $1')}`
  )
}

test.each([
  'The Ministry recalls it.',
  '“The Ministry recalls it.”',
  'Who decided it?',
  '(See the annex.)',
  'وزارة الخارجية تذكر؟',
  '外交部注意到此事。',
  '14 November is remembered …',
  ''
])('nothing is said of %j', text => {
  expect(saidOf(text)).toEqual([])
})

test.each([
  ['the Ministry recalls it.', ['begins without a capital']],
  ['“the Ministry recalls it.”', ['begins without a capital']],
  ['The Ministry recalls it', ['ends without a full stop']],
  ['The Ministry recalls it,”', ['ends without a full stop']],
  ['the Ministry recalls it', ['begins without a capital', 'ends without a full stop']]
])('of %j it is said', (text, said) => {
  const found = saidOf(text)
  expect(found).toHaveLength(said.length)
  for (const [index, part] of said.entries()) expect(found[index]).toMatch(new RegExp(`^/insert/0/text/en .*${part}$`))
})
