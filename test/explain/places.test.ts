import { describe, expect, test } from 'vitest'
import type { Block, Document } from '../../src/document/document.ts'
import { placesOf } from '../../src/explain/places.ts'
import { statementsOf } from '../../src/explain/statements.ts'
import { sentences as english } from '../../src/languages/en/sentences.ts'
import { cells, container, documentOf, footnote, lay, lines, paragraph, text } from '../layout/notes.ts'

/** `page:line-page:line` of every statement, and the pages that begin in it. */
function placed(document: Document): string[] {
  const drafts = statementsOf(document, english)
  return placesOf(drafts, lay(document)).map(({ from, to, turns }) => {
    const ends = `${from.page}:${from.line}-${to.page}:${to.line}`
    return [ends, ...turns.map(each => `${each.page}@${each.at}`)].join(' ')
  })
}

const long = (word: string, count: number): string => `${`${word} `.repeat(count - 1)}${word}`

describe('where statements stand', () => {
  test('lines are counted from the top of the page', () => {
    expect(placed(documentOf(paragraph('One. Two.'), paragraph('Three.')))).toEqual(['1:1-1:1', '1:1-1:1', '1:2-1:2'])
  })

  test('a sentence begins on one line and ends on another', () => {
    expect(placed(documentOf(paragraph(`One. ${long('Ministry', 20)}.`)))).toEqual(['1:1-1:1', '1:1-1:3'])
  })

  test('labels are on the page and in no line, and lines are counted without them', () => {
    const document = { ...documentOf(paragraph('One.')), labels: [text('DRAFT')] }
    expect(placed(document)).toEqual(['1:null-1:null', '1:1-1:1'])
  })

  test('what stands side by side is on one line', () => {
    const table: Block = { type: 'table', header: cells('A', 'B'), rows: [cells('c', 'd')] }
    expect(placed(documentOf(table))).toEqual(['1:1-1:1', '1:1-1:1', '1:2-1:2', '1:2-1:2'])
  })

  test('a footnote stands at the foot, and its mark makes no line', () => {
    expect(placed(documentOf(paragraph('One', footnote(1, 'Says he.'), '.'), paragraph('Two.')))).toEqual([
      '1:1-1:1',
      '1:3-1:3',
      '1:2-1:2'
    ])
  })

  test('a page that begins in a sentence is told with its place in it', () => {
    const words = long('Ministry', 400)
    const [place = ''] = placed(documentOf(paragraph(`${words}.`)))
    const [, page, at] = /^1:1-2:\d+ (2)@(\d+)$/.exec(place) ?? []
    expect(page).toBe('2')
    expect(words.slice(Number(at), Number(at) + 8)).toBe('Ministry')
  })

  test('a page that begins between statements is none of theirs', () => {
    const document = documentOf(lines('a', 40), container('annex', paragraph('Two.')))
    const all = placed(document)
    expect(all.at(-1)).toBe('2:1-2:1')
    expect(all.filter(each => each.includes('@'))).toEqual([])
  })
})

test('pages of another document are no places of this one', () => {
  const drafts = statementsOf(documentOf(paragraph('One.')), english)
  expect(() => placesOf(drafts, lay(documentOf(paragraph('Two.'))))).toThrow('not what the document says')
})
