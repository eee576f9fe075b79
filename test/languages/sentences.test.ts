import { describe, expect, test } from 'vitest'
import { sentences as english } from '../../src/languages/en/sentences.ts'
import { beginsSentence, endsWithSentence, sentenceStarts } from '../../src/languages/sentences.ts'

/** Sentences of a paragraph in which `{…}` is a value. */
function sentences(paragraph: string): string[] {
  const stretches = [...paragraph.matchAll(/\{([^}]*)\}|[^{]+/g)].map(([whole, value]) => ({
    text: value ?? whole,
    isValue: value !== undefined
  }))
  const text = stretches.map(each => each.text).join('')
  const wholes = stretches.flatMap(({ text: said, isValue }, index) => {
    const from = stretches.slice(0, index).reduce((sum, each) => sum + each.text.length, 0)
    return isValue ? [{ from, to: from + said.length }] : []
  })
  const starts = [0, ...sentenceStarts(text, english, wholes)]
  return starts.map((start, index) => text.slice(start, starts[index + 1]))
}

describe('a sentence ends where the next one begins', () => {
  test.each([
    ['It fell. It burned.', ['It fell. ', 'It burned.']],
    ['It fell.', ['It fell.']],
    ['Why? {The Ministry} asks.', ['Why? ', 'The Ministry asks.']],
    ['He said “no.” The end.', ['He said “no.” ', 'The end.']],
    ['It fell. 12 persons ran.', ['It fell. ', '12 persons ran.']],
    ['So it stands … The end.', ['So it stands … ', 'The end.']],
    ['The loss of {Smith & Co.} The Ministry asks.', ['The loss of Smith & Co. ', 'The Ministry asks.']],
    ['Посольство горит. Министерство протестует.', ['Посольство горит. ', 'Министерство протестует.']],
    ['وقع الحادث؟ تحتج الوزارة.', ['وقع الحادث؟ ', 'تحتج الوزارة.']],
    ['大使馆受损。外交部抗议。', ['大使馆受损。', '外交部抗议。']]
  ])('%s', (paragraph, expected) => {
    expect(sentences(paragraph)).toEqual(expected)
  })
})

describe('what looks like an end and is none', () => {
  test.each([
    'The loss of {Smith & Co.} of 3 May.',
    'By note No. A/12 of 3 May.',
    'By H.E. Mr. A. B. Clerk of Tarsa.',
    'At a depth of 2.5 metres.',
    'It fell. and so on.',
    'See {Article 3. It says so. And more.} for it.'
  ])('%s', paragraph => {
    expect(sentences(paragraph)).toHaveLength(1)
  })
})

test('what comes behind a text begins a sentence, or goes on', () => {
  const begins = ['', '“', 'It fell. ', 'Why? (', 'He said “no.” ']
  const goesOn = ['By ', 'By note No. ', 'By Mr. ', 'The loss, ', 'It fell.']
  expect(begins.filter(each => !beginsSentence(each, english))).toEqual([])
  expect(goesOn.filter(each => beginsSentence(each, english))).toEqual([])
})

test('a full stop at the end is that of the sentence, or a word’s own', () => {
  const ends = (text: string) => endsWithSentence(text, english.closing)
  expect(['It fell.', 'a wall.”', 'the co.'].filter(each => !ends(each))).toEqual([])
  expect(['It fell', 'Smith & Co.', 'at 4 a.m.', 'J. K.', 'so on …', 'so on...'].filter(ends)).toEqual([])
})
