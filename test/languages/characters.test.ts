import { describe, expect, test } from 'vitest'
import { codeName, forbiddenIn, isVisible } from '../../src/languages/characters.ts'
import { line } from '../../src/records/fields.ts'

const codes = (text: string): string[] => forbiddenIn(text).map(each => codeName(each.code))

describe('characters that may not be printed', () => {
  test('every default-ignorable code point, but joiners', () => {
    const ignorable = [...Array(0x110000).keys()]
      .filter(code => code < 0xd800 || code > 0xdfff)
      .map(code => String.fromCodePoint(code))
      .filter(character => /\p{Default_Ignorable_Code_Point}/u.test(character) && !/[\u200C\u200D]/.test(character))
    expect(ignorable.length).toBeGreaterThan(4000)
    expect(
      ignorable.filter(character => codes(`a${character}b`).length !== 1).map(each => each.codePointAt(0))
    ).toEqual([])
  })

  test.each([
    ['a\u202Eb', ['U+202E']],
    ['a\u00ADb\u200B', ['U+00AD', 'U+200B']],
    ['\u{E0041}x', ['U+E0041']],
    ['\u200Da', ['U+200D']],
    ['a\u200C', ['U+200C']],
    ['\u0646\u0645\u06CC\u200C\u062F\u0627\u0646\u0645', []],
    ['Ağdam, № 5 – «İçərişəhər» 10\u00A0km', []]
  ])('%j', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })
})

describe('a text of a record', () => {
  test.each(['\u0301', '\u0301\u0302', '\u2800', '\u00AD', 'a\u{E0001}', 'x\uFE0F'])('%j is refused', text => {
    expect(line.safeParse(text).success).toBe(false)
  })

  test.each(['a', '…', '№ 5', 'e\u0301'])('%j is taken', text => {
    expect(line.safeParse(text).success).toBe(true)
  })

  test('is seen when a letter or a sign is', () => {
    expect([isVisible('\u00A0\u0301'), isVisible('.')]).toEqual([false, true])
  })
})
