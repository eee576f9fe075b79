/** The structure tree of small documents, and what is refused of them. */

import { describe, expect, test } from 'vitest'
import { Rejected } from '../../src/diagnostic.ts'
import type { Block } from '../../src/document/document.ts'
import { originOf, referenceOf } from '../../src/fact.ts'
import {
  cells,
  container,
  documentOf,
  emphasis,
  footnote,
  isText,
  lay,
  list,
  paragraph,
  strong,
  text,
  textOfItem,
  treeOf
} from './notes.ts'

describe('the structure tree', () => {
  test('has paragraphs, and a title as a heading', () => {
    const layout = lay(
      documentOf(
        container('title', paragraph('NOTE VERBALE')),
        container('opening', paragraph('The ', strong('Ministry'), ' presents'))
      )
    )
    expect(treeOf(layout)).toBe('Document [H1(NOTE VERBALE) P(The Ministry presents)]')
  })

  test('says the language of foreign words, across changes of face', () => {
    const layout = lay(
      documentOf(
        paragraph(
          'in ',
          text('Белый', 0, [], 'ru'),
          { type: 'emphasis', children: [text(' Мост', 0, [], 'ru')] },
          ' today'
        )
      )
    )
    expect(treeOf(layout)).toBe('Document [P(in  today) [Span(Белый Мост)]]')
    expect(layout.elements.find(each => each.role === 'Span')?.language).toBe('ru')
  })

  test('has lists with their labels apart', () => {
    const layout = lay(documentOf(list('to investigate', 'to explain')))
    expect(treeOf(layout)).toBe(
      'Document [L [LI [Lbl(1)) LBody [P(to investigate)]] LI [Lbl(2)) LBody [P(to explain)]]]]'
    )
    expect(layout.elements.find(each => each.role === 'L')?.numbering).toBe('Decimal')
  })

  test('has lists in lists, and dashes that are no numbering', () => {
    const inner = { ...list('deep'), ordered: false }
    const layout = lay(documentOf({ ...list(), items: [[paragraph('shallow'), inner]] }))
    expect(treeOf(layout)).toBe('Document [L [LI [Lbl(1)) LBody [P(shallow) L [LI [Lbl(–) LBody [P(deep)]]]]]]]')
    expect(layout.elements.filter(each => each.role === 'L').map(each => each.numbering)).toEqual(['Decimal', 'None'])
  })

  test('has tables with header cells that say what they head', () => {
    const layout = lay(documentOf({ type: 'table', header: cells('Date'), rows: [cells('2024'), cells('')] }))
    expect(treeOf(layout)).toBe('Document [Table [THead [TR [TH(Date)]] TBody [TR [TD(2024)] TR [TD]]]]')
    expect(layout.elements.find(each => each.role === 'TH')?.scope).toBe('Column')
  })

  test('has an annex as a section', () => {
    const layout = lay(
      documentOf(
        paragraph('a'),
        container('annex', { type: 'heading', level: 2, children: [text('Annex')] }, paragraph('b'))
      )
    )
    expect(treeOf(layout)).toBe('Document [P(a) Sect [H2(Annex) P(b)]]')
  })

  test('has a footnote after the text that calls it, and its mark as a reference', () => {
    const layout = lay(documentOf(paragraph('Fact', footnote(1, 'Source.'), ' and more'), paragraph('b')))
    expect(treeOf(layout)).toBe('Document [P(Fact and more) [Reference(1)] Note [Lbl(1) P(Source.)] P(b)]')
  })

  test('has nothing for what has no text', () => {
    const blank = paragraph(' ', emphasis(''), { type: 'break' })
    const layout = lay(
      documentOf(blank, container('annex', blank), container('seal'), { ...list(), items: [[blank]] }, paragraph('a'))
    )
    expect(treeOf(layout)).toBe('Document [P(a)]')
  })
})

describe('a text item', () => {
  test('names the template place and the records of all that it shows', () => {
    const name = text('Alda', 4, [originOf('register', '/parties/alda')])
    const items =
      lay(
        documentOf(
          paragraph(
            text('The ', 0),
            name,
            text(', ', 8),
            strong(text('bold', 10, [originOf('note', '/x')])),
            text(' end', 14)
          )
        )
      ).pages[0]?.items.filter(isText) ?? []
    expect(
      items.map(item => [textOfItem(item), item.at?.start, item.origins.map(each => referenceOf(each).pointer)])
    ).toEqual([
      ['The Alda, ', 0, ['/parties/alda']],
      ['bold', 10, ['/x']],
      [' end', 14, []]
    ])
  })

  test('shapes a comma with the name before it, though they come from two places', () => {
    const items = lay(
      documentOf(paragraph(text('Alda', 0, [originOf('register', '/a')]), text(', so', 4)))
    ).pages[0]?.items.filter(isText)
    expect(items?.[0]?.parts[0]).toMatchObject({ type: 'word', word: { text: 'Alda,' } })
  })

  test('raises the mark of a footnote and makes it smaller', () => {
    const [word, mark] = lay(documentOf(paragraph('Fact', footnote(1, 'Source.')))).pages[0]?.items.filter(isText) ?? []
    expect(mark?.y).toBeGreaterThan(word?.y ?? 0)
    expect(mark?.size).toBeLessThan(word?.size ?? 0)
  })
})

describe('letters that no face has', () => {
  const findings = (...blocks: readonly Block[]) => {
    try {
      lay(documentOf(...blocks))
    } catch (cause) {
      if (cause instanceof Rejected) return cause.diagnostics
    }
    return []
  }
  const origin = originOf('register', '/parties/cn/names/en/full')

  test('are named with their code point, face, record and place', () => {
    expect(findings(paragraph('so ', strong(text('中国', 7, [origin]))))).toEqual([
      {
        severity: 'error',
        rule: 'layout/missing-glyph',
        message: 'the bold face has no glyph for U+4E2D `中` (register /parties/cn/names/en/full)',
        pointer: referenceOf(origin).pointer,
        origin,
        span: expect.objectContaining({ start: 7, end: 9 }),
        hints: [expect.stringContaining('Latin, Cyrillic or Greek'), expect.any(String)]
      },
      expect.objectContaining({ message: expect.stringContaining('U+56FD') })
    ])
  })

  test('are all collected, each once for each record', () => {
    const first = text('中 中', 0, [origin])
    const second = text('中', 40, [originOf('note', '/place')])
    const cell = { type: 'table', header: cells('a'), rows: [cells('ع')] } as const
    expect(
      findings(paragraph(first, ' ', second), paragraph(first), list('あ'), cell, paragraph('b', footnote(1, 'क'))).map(
        each => each.message.slice(0, 45)
      )
    ).toEqual([
      'the regular face has no glyph for U+4E2D `中` ',
      'the regular face has no glyph for U+4E2D `中` ',
      'the regular face has no glyph for U+3042 `あ`',
      'the regular face has no glyph for U+0639 `ع`',
      'the regular face has no glyph for U+0915 `क`'
    ])
  })

  test('are laid at the door of the text that has them, in a word of two texts', () => {
    expect(
      findings(paragraph(text('Alda', 0, [originOf('note', '/good')]), text('中', 4, [origin]))).map(
        each => each.pointer
      )
    ).toEqual([referenceOf(origin).pointer])
  })
})

test('a mention that was not settled is our bug', () => {
  const at = text('x').at
  expect(() =>
    lay(
      documentOf(paragraph({ type: 'mention', subject: '/a', full: 'a', short: null, form: 'auto', at, origins: [] }))
    )
  ).toThrow('settled')
})
