import { describe, expect, test } from 'vitest'
import { sentenceStarts } from '../../src/explain/sentences.ts'

/** Sentences of a paragraph in which `{…}` is a value. */
function sentences(paragraph: string): string[] {
  const stretches = [...paragraph.matchAll(/\{([^}]*)\}|[^{]+/g)].map(([whole, value]) => ({
    text: value ?? whole,
    isValue: value !== undefined
  }))
  const text = stretches.map(each => each.text).join('')
  const starts = [0, ...sentenceStarts(stretches)]
  return starts.map((start, index) => text.slice(start, starts[index + 1]))
}

describe('a sentence ends where the next one begins', () => {
  test.each([
    ['It fell. It burned.', ['It fell. ', 'It burned.']],
    ['It fell.', ['It fell.']],
    ['Why? {The Ministry} asks.', ['Why? ', 'The Ministry asks.']],
    ['He said “no.” The end.', ['He said “no.” ', 'The end.']],
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
