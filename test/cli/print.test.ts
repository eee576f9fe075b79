import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frame, size, visible } from '../../src/cli/report/print.ts'
import type { Span } from '../../src/source.ts'

/** The span between the marks `[` and `]` in a text, which are left out of it. */
function marked(text: string): Span {
  const start = text.indexOf('[')
  const end = text.indexOf(']') - 1
  return { source: { name: 'a.yaml', text: text.replace('[', '').replace(']', '') }, start, end }
}

describe('a code frame', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a: [b] c', 'a: b c', '   ^'],
    ['one\ntwo: [three]\nfour', 'two: three', '     ^~~~~'],
    ['a: []', 'a: ', '   ^'],
    ['a: [b\nc]', 'a: b', '   ^'],
    ['\ta: [b]', ' a: b', '    ^'],
    ['Əli\u0301: [şəhər]', 'Əli\u0301: şəhər', '     ^~~~~'],
    ['大使: [館内]', '大使: 館内', '      ^~~~'],
    ['a\u001b[31m: [b]'.replace('[31m', '<31m'), 'a\uFFFD<31m: b', '        ^'],
    ['\u202Ea: [b]', '\uFFFDa: b', '    ^']
  ]
  for (const [text, line, mark] of cases) {
    test(JSON.stringify(text), () => {
      expect(frame(marked(text))).toEqual([line, mark])
    })
  }

  test('of a long line the part around the mark is shown', () => {
    const text = `${'x'.repeat(5000)}[bad]${'y'.repeat(5000)}`
    const [line = '', mark = ''] = frame(marked(text)) ?? []
    expect(line).toBe(`…${'x'.repeat(40)}bad${'y'.repeat(57)}…`)
    expect(mark).toBe(`${' '.repeat(41)}^~~`)
  })

  test('a pair of surrogates is not cut', () => {
    const [line = ''] = frame(marked(`${'🕊'.repeat(200)}x[bad]`)) ?? []
    expect(line).toBe(`…${'🕊'.repeat(19)}xbad`)
  })

  test('a text that is not at hand has none', () => {
    expect(frame({ source: { name: 'a', text: '' }, start: 0, end: 0 })).toBe(null)
  })

  test('of any text: never a control character, and the mark stands under the line', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    const property = fc.property(text, fc.nat(300), fc.nat(300), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      const lines = frame({ source: { name: 'a', text }, start, end })
      if (lines === null) return
      expect(lines.join('')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/)
      expect(lines[1]).toMatch(/^ *\^~*$/)
    })
    fc.assert(property, { seed: 20251114 })
  })
})

test('what cannot be seen is written out in a message', () => {
  expect(visible('a\u001B[2Jb\nc\u202Ed ə')).toBe('a<U+001B>[2Jb<U+000A>c<U+202E>d ə')
})

test('sizes', () => {
  expect([0, 1023, 1024, 41_984, 1_258_291].map(size)).toEqual(['0 B', '1023 B', '1 KB', '41 KB', '1.2 MB'])
})
