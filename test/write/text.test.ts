import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/document/document.ts'
import { writeText } from '../../src/write/text.ts'
import { read } from '../document/pieces.ts'

describe('plain text', () => {
  test('labels first, a paragraph a line, blank lines between, no trace of emphasis or containers', () => {
    const document = read('::: opening\nThe *Ministry*\nstates\n:::\nTo {a}\\\nBaku\n::: seal\n:::', { a: 'Embassy' })
    const label: Text = {
      type: 'text',
      text: 'DRAFT',
      at: { source: { name: 'x', text: '' }, start: 0, end: 0 },
      origins: []
    }
    expect(writeText({ ...document, labels: [label] })).toBe('DRAFT\n\nThe Ministry states\n\nTo Embassy\nBaku\n')
  })

  test('lists with their labels, further lines under the text', () => {
    const items = Array.from({ length: 10 }, (_, index) => `1. item ${index + 1}`).join('\n')
    expect(writeText(read(`${items}\n   - inner\\\n     line\n\n   more`))).toBe(
      `${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => `${n}.  item ${n}\n`).join('')}10. item 10\n    – inner\n      line\n    more\n`
    )
    expect(writeText(read('3) a\n4) b'))).toBe('3) a\n4) b\n')
  })

  test('tables as aligned columns', () => {
    expect(writeText(read('| No. | Place | c |\n|----:|---|:-:|\n| 1 | Харків | ab |\n| 12 | Odesa | abcd |'))).toBe(
      ['No.  Place    c', '---  ------  ----', '  1  Харків   ab', ' 12  Odesa   abcd', ''].join('\n')
    )
  })

  test('footnotes at the end, numbered as in the text', () => {
    expect(writeText(read('a^[one], b^[*two*]\n\nc'))).toBe('a[1], b[2]\n\nc\n\n[1] one\n\n[2] two\n')
  })

  test('a line end inside a value makes no line', () => {
    expect(writeText(read('a {v} b', { v: 'x\n\n1. y' }))).toBe('a x 1. y b\n')
  })

  test('a name that is not settled is our fault', () => {
    expect(() => writeText(read('{@a}', { a: 'x|y' }))).toThrowError('the mention of /a is not settled')
  })
})
