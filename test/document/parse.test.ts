import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/document/document.ts'
import { parse } from '../../src/document/parse.ts'
import { leaves } from '../../src/document/walk.ts'
import { originOf } from '../../src/fact.ts'
import { writeTree } from '../../src/write/tree.ts'
import { FACTS, piecesOf, read } from './pieces.ts'

/** The blocks of a document as the tree dump shows them, without the places. */
function tree(document: Document): string {
  const lines = writeTree(document).split('\n')
  return lines
    .slice(lines.indexOf('blocks:') + 1)
    .map(line => line.replace(/ {2}#.*$/, '').replace(/^ {2}/, ''))
    .join('\n')
    .trimEnd()
}

describe('what house markup has', () => {
  test('paragraphs: a line end is a space, blank lines part, spaces around lines mean nothing', () => {
    expect(tree(read('One\ntwo  \n    three\n\n\n\nFour'))).toBe(
      '- paragraph:\n  - text "One two three"\n- paragraph:\n  - text "Four"'
    )
  })

  test('a backslash at the end of a line ends it', () => {
    expect(tree(read('To the Embassy \\\nBaku'))).toBe(
      '- paragraph:\n  - text "To the Embassy"\n  - break\n  - text "Baku"'
    )
  })

  test('emphasis, also directly around values, beside values and inside words', () => {
    expect(tree(read('**{a}***{b}* and *it is {c}*, ***both***, {d}*{e}*{f}'))).toBe(
      [
        '- paragraph:',
        '  - strong:',
        '    - text "a"',
        '  - emphasis:',
        '    - text "b"',
        '  - text " and "',
        '  - emphasis:',
        '    - text "it is "',
        '    - text "c"',
        '  - text ", "',
        '  - emphasis:',
        '    - strong:',
        '      - text "both"',
        '  - text ", "',
        '  - text "d"',
        '  - emphasis:',
        '    - text "e"',
        '  - text "f"'
      ].join('\n')
    )
  })

  test('an escaped sign is text, and joins the text around it', () => {
    expect(tree(read('5 \\* 3, snake\\_case, 14\\. May, a \\\\ b'))).toBe(
      '- paragraph:\n  - text "5 * 3, snake_case, 14. May, a \\\\ b"'
    )
  })

  test('lists, ordered and plain, one in another, in order or with one number', () => {
    expect(tree(read('Asks:\n\n1. {a}\n1. two\n   - inner\n\nand\n\n3) x\n4) y'))).toBe(
      [
        '- paragraph:',
        '  - text "Asks:"',
        '- list, ordered from 1.:',
        '  - item:',
        '    - paragraph:',
        '      - text "a"',
        '  - item:',
        '    - paragraph:',
        '      - text "two"',
        '    - list, unordered:',
        '      - item:',
        '        - paragraph:',
        '          - text "inner"',
        '- paragraph:',
        '  - text "and"',
        '- list, ordered from 3):',
        '  - item:',
        '    - paragraph:',
        '      - text "x"',
        '  - item:',
        '    - paragraph:',
        '      - text "y"'
      ].join('\n')
    )
  })

  test('tables, with alignment, empty cells and escaped bars', () => {
    expect(tree(read('| No. | {h} |\n|----:|:---:|\n| 1 \\| 2 | {v} |\n|  | **x** |'))).toBe(
      [
        '- table:',
        '  - header:',
        '    - cell, right:',
        '      - text "No."',
        '    - cell, center:',
        '      - text "h"',
        '  - row:',
        '    - cell, right:',
        '      - text "1 | 2"',
        '    - cell, center:',
        '      - text "v"',
        '  - row:',
        '    - cell, right:',
        '    - cell, center:',
        '      - strong:',
        '        - text "x"'
      ].join('\n')
    )
  })

  test('a cell’s place is its own, also behind an indent and a bar', () => {
    const places = [...leaves(read('  | h |\n  |---|\n   | \\|w |'))].map(leaf =>
      leaf.at.source.text.slice(leaf.at.start, leaf.at.end)
    )
    expect(places).toEqual(['h', '|w'])
  })

  test('footnotes stand where their mark is and are numbered in order', () => {
    expect(tree(read('One^[First, *{a}* [sic].], two^[ sec\\]nd ].'))).toBe(
      [
        '- paragraph:',
        '  - text "One"',
        '  - footnote 1:',
        '    - text "First, "',
        '    - emphasis:',
        '      - text "a"',
        '    - text " [sic]."',
        '  - text ", two"',
        '  - footnote 2:',
        '    - text "sec]nd"',
        '  - text "."'
      ].join('\n')
    )
  })

  test('headings and containers', () => {
    expect(tree(read('Body\n::: annex\n# Annex {n}\n### Deep #\ntext\n:::\n:::seal\n:::\nmore'))).toBe(
      [
        '- paragraph:',
        '  - text "Body"',
        '- container annex:',
        '  - heading 1:',
        '    - text "Annex "',
        '    - text "n"',
        '  - heading 3:',
        '    - text "Deep"',
        '  - paragraph:',
        '    - text "text"',
        '- container seal:',
        '- paragraph:',
        '  - text "more"'
      ].join('\n')
    )
  })

  test('CRLF and CR are line ends, and offsets stay those of the file', () => {
    const document = read('One\r\ntwo {a}\r\rThree\\\r\nfour')
    expect(tree(document)).toBe(
      '- paragraph:\n  - text "One two "\n  - text "a"\n- paragraph:\n  - text "Three"\n  - break\n  - text "four"'
    )
    expect([...leaves(document)].map(leaf => leaf.at.source.text.slice(leaf.at.start, leaf.at.end))).toEqual([
      'One\r\ntwo ',
      '{a}',
      'Three',
      'four'
    ])
  })

  test('template text that a merge put together from two places, or twice from one, stays apart', () => {
    const [first, , last] = piecesOf('one {if}two')
    if (!first || !last) throw new Error('no pieces')
    expect(tree(parse([first, last], FACTS))).toBe('- paragraph:\n  - text "one "\n  - text "two"')
    expect(tree(parse([last, last], FACTS))).toBe('- paragraph:\n  - text "two"\n  - text "two"')
  })

  test('the facts are the document’s own', () => {
    expect(parse(piecesOf('Text'), { ...FACTS, language: 'az' })).toMatchObject({
      language: 'az',
      title: 'Note verbale'
    })
  })

  test('no pieces, no blocks', () => {
    expect(parse([], FACTS).blocks).toEqual([])
  })
})

describe('what a value holds is never markup', () => {
  const hostile = '**x** _y_ `z`\n\n1. one | two <b> {{t}} ^[n] \\ ::: opening\n:::\n# head'

  test.each([
    'A{v}b',
    '**{v}**',
    '1. {v}',
    '| {v} |\n|---|\n| {v} |',
    '# {v}',
    '{v}',
    'a^[{v}]',
    '::: opening\n{v}\n:::'
  ])('%s', template => {
    const texts = [...leaves(read(template, { v: hostile }))].filter(leaf => leaf.origins.length > 0)
    expect(texts.length).toBeGreaterThan(0)
    for (const leaf of texts) expect(leaf).toMatchObject({ type: 'text', text: hostile })
  })

  test('a value that looks like a sentinel is itself', () => {
    expect([...leaves(read('a{v}b', { v: '\uE000\uE000' }))].map(leaf => leaf.type === 'text' && leaf.text)).toEqual([
      'a',
      '\uE000\uE000',
      'b'
    ])
  })

  test('a value keeps its origins and its language', () => {
    const [, value] = piecesOf('a{v}')
    if (value?.type !== 'value') throw new Error('no value')
    const document = parse([{ ...value, language: 'ru' }], FACTS)
    expect([...leaves(document)]).toMatchObject([{ text: 'v', language: 'ru', origins: [originOf('register', '/v')] }])
  })

  test('an empty value leaves no leaf', () => {
    expect(tree(read('a{v}b **{v}c**', { v: '' }))).toBe(
      '- paragraph:\n  - text "a"\n  - text "b "\n  - strong:\n    - text "c"'
    )
  })
})
