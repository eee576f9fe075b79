/** Russian as it is printed: what agrees with a number, dates that share what they have in common, whose a note is. */
import { describe, expect, test } from 'vitest'
import { dateEntry } from '../../src/dossier/assembly/parties.ts'
import { say as ru } from '../../src/languages/ru/say.ts'
import { createTemplateStore, openTemplate } from '../../src/template/template.ts'
import { filled, mergeData, textOf, worldOf } from '../template/merging.ts'

/** No-break spaces as they are seen. */
const seen = (text: string): string => text.replaceAll('\u00A0', '~')

describe('a period says once what both its ends have', () => {
  test.each([
    ['2022-03-05/2022-03-07', 'в период с 5 по 7~марта 2022~года'],
    ['2022-03-30/2022-04-02', 'в период с 30~марта по 2~апреля 2022~года'],
    ['2021-12-30/2022-01-02', 'в период с 30~декабря 2021~года по 2~января 2022~года'],
    ['2022-03-05/2022-04', 'в период с 5~марта 2022~года по апрель 2022~года'],
    ['2022-03-05~/2022-03-07', 'в период примерно с 5~марта 2022~года по 7~марта 2022~года']
  ])('%s', (edtf, words) => {
    expect(seen(ru.date(dateEntry(edtf), 'on'))).toBe(words)
  })
})

/** What a template of a Russian note makes of data. */
function inRussian(text: string, data: Parameters<typeof mergeData>[1]): string {
  const store = createTemplateStore(worldOf({ 'templates/ru/note.hbs': text }))
  return seen(textOf(mergeData(openTemplate(store, 'ru', 'note'), data).pieces))
}

test.each([
  [1, 'выпущенная'],
  [2, 'выпущенные'],
  [5, 'выпущенных'],
  [11, 'выпущенных'],
  [21, 'выпущенная'],
  [22, 'выпущенные'],
  [111, 'выпущенных'],
  [121, 'выпущенная']
])('%d takes its participle', (number, word) => {
  expect(inRussian('{{plural number "выпущенная" "выпущенные" "выпущенных"}}', { number })).toBe(word)
})

test('a language without such words has one for one alone', () => {
  expect([1, 2, 21].map(number => filled('{{plural number "a" "b" "c"}}', { number }))).toEqual(['a', 'c', 'c'])
})

describe('whose a communication is stands behind what it is', () => {
  const name = { kind: 'name', subject: 'mfa', forms: { nom: 'Министерство', gen: 'Министерства' }, plural: false }
  const note = { type: 'note', number: '12', date: dateEntry('2025-11-14') }

  test('in the case that is asked for', () => {
    expect(inRussian('{{cite note mfa case="acc"}}', { note, mfa: { name } })).toBe(
      'ноту <auto:Министерства> от 14~ноября 2025~года №~12'
    )
    expect(inRussian('{{cite note}}', { note })).toBe('нота от 14~ноября 2025~года №~12')
  })

  test('and a language that does not say it there has no words for it', () => {
    expect(() => filled('{{cite note mfa}}', { note, mfa: { name } })).toThrow('there are no words for')
  })
})
