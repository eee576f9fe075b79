import { describe, expect, test } from 'vitest'
import type { Block, Inline } from '../../src/document/document.ts'
import { type Draft, statementsOf } from '../../src/explain/statements.ts'
import { originOf } from '../../src/fact.ts'
import { sentences as english } from '../../src/languages/en/sentences.ts'
import { cells, container, documentOf, emphasis, footnote, list, paragraph, text } from '../layout/notes.ts'

function drafts(...blocks: Block[]): Draft[] {
  return statementsOf(documentOf(...blocks), english)
}

/** `type part: text`, with what tells its place where that is more than a paragraph. */
function said(...blocks: Block[]): string[] {
  return drafts(...blocks).map(({ type, part, block, fragments }) => {
    const { label, row, column, level } = block
    const place = row === null ? (level > 0 ? ` ${level}${label ?? ''}` : '') : ` ${row}/${column}`
    return `${type} ${part ?? 'body'}${place}: ${fragments.map(each => each.text).join('|')}`
  })
}

const value = (words: string): Inline => text(words, 0, [originOf('register', '/x')])

test('running text is said in sentences, and template text is divided where one begins', () => {
  const prose = paragraph('On ', value('3 May'), ' it fell. It ', value('burned'), '.')
  expect(said(prose)).toEqual(['sentence body: On |3 May| it fell. ', 'sentence body: It |burned|.'])
  expect(drafts(prose).map(each => each.fragments.map(one => one.at))).toEqual([
    [0, 0, 0],
    [10, 0, 0]
  ])
})

test('a value that holds two sentences is one statement', () => {
  expect(said(paragraph(value('It fell. It burned.'), ' So it was.'))).toEqual([
    'sentence body: It fell. It burned.| ',
    'sentence body: So it was.'
  ])
})

test('emphasis does not part what it stands in', () => {
  expect(said(paragraph('It ', emphasis('fell. It'), ' burned.'))).toEqual([
    'sentence body: It |fell. ',
    'sentence body: It| burned.'
  ])
})

describe('where no sentences are said', () => {
  test('an address is said line by line', () => {
    const address = container('addressee', paragraph('Embassy. Of', { type: 'break' }, 'Tarsa'))
    expect(said(address)).toEqual(['line addressee: Embassy. Of\n', 'line addressee: Tarsa'])
  })

  test('a table is said cell by cell, empty cells not at all', () => {
    const table: Block = {
      type: 'table',
      header: cells('No.', 'What. It'),
      rows: [[...cells('1'), { children: [], align: 'left' }]]
    }
    expect(said(table)).toEqual(['cell body 0/0: No.', 'cell body 0/1: What. It', 'cell body 1/0: 1'])
  })

  test('items of a list have their marks', () => {
    expect(said(list('One. Two.', 'Three.'))).toEqual([
      'sentence body 11): One. ',
      'sentence body 1: Two.',
      'sentence body 12): Three.'
    ])
  })
})

test('a footnote is said behind the paragraph that calls it', () => {
  expect(said(paragraph('It fell', footnote(1, 'Says who. Says he.'), '. It burned.'))).toEqual([
    'sentence body: It fell|. ',
    'sentence body: It burned.',
    'footnote body: Says who. ',
    'footnote body: Says he.'
  ])
})

test('a picture states nothing', () => {
  const image = {
    type: 'figure' as const,
    image: {} as never,
    alternate: 'Arms',
    height: 40,
    align: 'left' as const,
    origins: []
  }
  expect(said(container('letterhead', image, paragraph('The Ministry')))).toEqual(['line letterhead: The Ministry'])
})

test('labels come first', () => {
  const document = {
    ...documentOf(paragraph('It fell.')),
    labels: [
      { type: 'text' as const, text: 'DRAFT', at: { source: { name: 'a', text: '' }, start: 0, end: 0 }, origins: [] }
    ]
  }
  expect(statementsOf(document, english).map(each => each.type)).toEqual(['label', 'sentence'])
})
