/** How the lines of a paragraph are filled and where they end. */
import { describe, expect, test } from 'vitest'
import type { Inline } from '../../src/document/document.ts'
import {
  documentOf,
  footnote,
  isText,
  lay,
  paragraph,
  rightEdge,
  strong,
  text,
  textOfItem,
  textOwned
} from './notes.ts'

describe('a line', () => {
  test('of a word that is wider than the measure breaks anywhere, without a hyphen', () => {
    const layout = lay(documentOf(paragraph('See ', 'ab'.repeat(5000), ' here.')))
    const parts = layout.pages
      .flatMap(page => page.items)
      .filter(isText)
      .flatMap(item => item.parts)
    expect(parts.some(part => part.type === 'hyphen')).toBe(false)
    expect(textOwned(layout, 1)).toBe(`See ${'ab'.repeat(5000)} here.`)
    expect(parts.length).toBeGreaterThan(100)
  })

  test('keeps a number with its unit, and copies the no-break space', () => {
    for (let count = 1; count < 40; count++) {
      const layout = lay(documentOf(paragraph('a '.repeat(count * 3), '35\u00a0steps\u00a0away', ' from it')))
      const line = layout.pages[0]?.items
        .filter(isText)
        .find(item => item.parts.some(each => each.type === 'word' && each.word.text === '35'))
      expect(
        line?.parts
          .map(each => (each.type === 'word' ? each.word.text : each.type === 'space' ? each.text : ''))
          .join('')
      ).toContain('35\u00a0steps\u00a0away')
    }
  })

  test('is as wide as the measure, but for the last', () => {
    const [first, second, ...rest] =
      lay(
        documentOf(paragraph('justified words stand even '.repeat(12), strong('and bold'), ' ones with them too'))
      ).pages[0]?.items.filter(isText) ?? []
    const right = 595276 - (25 * 72000) / 25.4
    expect(rest.length).toBeGreaterThan(0)
    for (const item of [first, second]) expect(Math.abs((item ? rightEdge(item) : 0) - right)).toBeLessThan(20)
  })

  test('divides a name less often than another word', () => {
    const divided = (word: string) =>
      Array.from({ length: 40 }, (_, count) =>
        textOwned(lay(documentOf(paragraph('m'.repeat(count % 7), ' a note'.repeat(count), ` ${word}`.repeat(20)))), 1)
      ).flatMap(lines => [...lines.matchAll(/\u00ad/g)]).length
    expect(divided('ambassador')).toBeGreaterThan(0)
    expect(divided('Ambassador')).toBeLessThan(divided('ambassador') / 2)
  })

  test('is not a last word alone that is shorter than the indent, where the paragraph can help it', () => {
    const items =
      lay(documentOf(paragraph('the note of a day '.repeat(4), 'the note'))).pages[0]?.items.filter(isText) ?? []
    expect(items.map(item => textOfItem(item)).at(-1)).toBe('the note')
  })

  test('ends with a space for who copies it, where the text has one', () => {
    const items = lay(documentOf(paragraph('words that go on and on '.repeat(12)))).pages[0]?.items.filter(isText) ?? []
    expect(items.slice(0, -1).every(item => item.parts.at(-1)?.type !== 'word')).toBe(true)
    expect(items.at(-1)?.parts.at(-1)?.type).toBe('word')
  })
})

test('a footnote in a footnote is our bug', () => {
  const inner: Inline = { type: 'footnote', number: 2, children: [text('b'), footnote(3, 'c')] }
  expect(() => lay(documentOf(paragraph('a', inner)))).toThrow('a footnote cannot hold a footnote')
})
