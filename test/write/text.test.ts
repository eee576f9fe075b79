import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/document/document.ts'
import { writeText } from '../../src/write/text.ts'
import { read } from '../document/pieces.ts'

describe('plain text', () => {
  test('labels first, paragraphs with blank lines between, no trace of emphasis or containers', () => {
    const document = read('::: opening\nThe *Ministry*\nstates\n:::\nTo {a}\\\nBaku\n::: seal\n:::', { a: 'Embassy' })
    const label: Text = {
      type: 'text',
      text: 'DRAFT',
      at: { source: { name: 'x', text: '' }, start: 0, end: 0 },
      origins: []
    }
    expect(writeText({ ...document, labels: [label] })).toBe('DRAFT\n\nThe Ministry states\n\nTo Embassy\nBaku\n')
  })

  test('lines of 78 characters at most, never broken at a space that holds', () => {
    const words = 'a'.repeat(38)
    expect(writeText(read(`${words} ${words}x b`))).toBe(`${words} ${words}x\nb\n`)
    expect(writeText(read(`${words} ${words}xy b`))).toBe(`${words}\n${words}xy b\n`)
    expect(
      writeText(read('{v} {w}', { v: '\u{1F54A}'.repeat(38), w: '\u{1F54A}'.repeat(39) })).split('\n').length
    ).toBe(2)
    expect(writeText(read(`${words} ${words} 5\u00A0May`))).toBe(`${words} ${words}\n5\u00A0May\n`)
  })

  test('a word that is longer stands alone', () => {
    const long = '\u0436'.repeat(100)
    expect(writeText(read(`a ${long} b c`))).toBe(`a\n${long}\nb c\n`)
    expect(writeText(read(`- ${long}`))).toBe(`– ${long}\n`)
  })

  test('lists with their labels, further lines under the text', () => {
    const items = Array.from({ length: 10 }, (_, index) => `1. item ${index + 1}`).join('\n')
    expect(writeText(read(`${items}\n   - inner\\\n     line`))).toBe(
      `${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => `${n}.  item ${n}\n`).join('')}10. item 10\n    – inner\n      line\n`
    )
    expect(writeText(read('3) a\n4) b'))).toBe('3) a\n4) b\n')
    const words = 'a'.repeat(37)
    expect(writeText(read(`- ${words} ${words} b`))).toBe(`– ${words} ${words}\n  b\n`)
    expect(writeText(read(`- ${words} ${words} b`)).split('\n')[0]?.length).toBe(77)
  })

  test('a list whose items have several paragraphs has blank lines', () => {
    expect(writeText(read('1. a\n\n   b\n1. c'))).toBe('1. a\n\n   b\n\n2. c\n')
  })

  test('parts stand where the house puts them, a title in the middle', () => {
    const document = read('::: letterhead\nHouse\n:::\n::: title\nNOTE\n:::\ntext\n::: dateline\nBaku\\\n1 May\n:::')
    const placement = {
      letterhead: { align: 'center', position: 'flow' },
      dateline: { align: 'right', position: 'flow' }
    } as const
    const right = `${' '.repeat(74)}Baku\n${' '.repeat(73)}1 May`
    expect(writeText(document, placement)).toBe(`${' '.repeat(36)}House\n\n${' '.repeat(37)}NOTE\n\ntext\n\n${right}\n`)
  })

  test('tables as aligned columns', () => {
    expect(writeText(read('| No. | Place | c |\n|----:|---|:-:|\n| 1 | Харків | ab |\n| 12 | Odesa | abcd |'))).toBe(
      ['No.  Place    c', '---  ------  ----', '  1  Харків   ab', ' 12  Odesa   abcd', ''].join('\n')
    )
  })

  test('the cells of a wide table are wrapped, each column by what it asks for, and its rows parted', () => {
    const long = Array.from({ length: 12 }, (_, index) => `word-${index + 10}`).join(' ')
    const table = `| No. | Date | What | Where |\n|----:|---|---|---|\n| 1 | 5\u00A0May 2026 | ${long} | ${long} |\n| 2 | – | – | – |`
    expect(writeText(read(table))).toBe(
      [
        'No.  Date        What                            Where',
        '---  ----------  ------------------------------  -----------------------------',
        '  1  5\u00A0May 2026  word-10 word-11 word-12         word-10 word-11 word-12',
        '                 word-13 word-14 word-15         word-13 word-14 word-15',
        '                 word-16 word-17 word-18         word-16 word-17 word-18',
        '                 word-19 word-20 word-21         word-19 word-20 word-21',
        '',
        '  2  –           –                               –',
        ''
      ].join('\n')
    )
  })

  test('a table whose words are too wide keeps them whole', () => {
    const [a, b] = ['a'.repeat(50), 'b'.repeat(60)]
    expect(writeText(read(`| x | y |\n|---|---|\n| ${a} c | ${b} |`))).toBe(
      [`x${' '.repeat(51)}y`, `${'-'.repeat(50)}  ${'-'.repeat(60)}`, `${a}  ${b}`, 'c', ''].join('\n')
    )
  })

  test('footnotes at the end, numbered as in the text', () => {
    expect(writeText(read('a^[one], b^[*two*]\n\nc'))).toBe('a[1], b[2]\n\nc\n\n[1] one\n\n[2] two\n')
    const words = 'a'.repeat(37)
    expect(writeText(read(`a^[${words} ${words} b]`))).toBe(`a[1]\n\n[1] ${words}\n    ${words} b\n`)
  })

  test('a line end inside a value makes no line', () => {
    expect(writeText(read('a {v} b', { v: 'x\n\n1. y' }))).toBe('a x 1. y b\n')
  })

  test('a name that is not settled is our fault', () => {
    expect(() => writeText(read('{@a}', { a: 'x|y' }))).toThrowError('the mention of /a is not settled')
  })

  test('nothing is lost, nothing is added, and no line is longer than it must be', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'ж', '\u{1F54A}', '\u0301', '\u00A0'),
      minLength: 1,
      maxLength: 90
    })
    const words = fc.array(
      word.map(each => `x${each}x`),
      { minLength: 1, maxLength: 60 }
    )
    fc.assert(
      fc.property(words, given => {
        const lines = writeText(read('{v}', { v: given.join(' ') }))
          .split('\n')
          .slice(0, -1)
        expect(lines.join(' ')).toBe(given.join(' '))
        for (const [index, line] of lines.entries()) {
          expect([...line].length <= 78 || !line.includes(' ')).toBe(true)
          const next = lines[index + 1]?.split(' ')[0]
          if (next !== undefined) expect([...line, ' ', ...next].length).toBeGreaterThan(78)
        }
      }),
      { seed: 7 }
    )
  })
})
