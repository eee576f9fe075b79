import { describe, expect, test } from 'vitest'
import { anyOf } from '../../src/form/find.ts'
import { pattern } from '../../src/languages/pattern.ts'

const every = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('')

describe('a text in a pattern', () => {
  test.each(['u', 'gu', 'giu', ''])('finds itself, whatever signs it holds (flags `%s`)', flags => {
    for (const text of [every, ...every, '\u2010', 'e\u0301', '\u05D0\u0628', '\u{1D54F}', '\uD83D', 'a\nb']) {
      expect(pattern(flags)`^${text}$`.test(text)).toBe(true)
    }
    expect(pattern(flags)`^${'a.c'}$`.test('abc')).toBe(false)
  })

  test('counts as one thing', () => {
    expect(pattern('u')`^${'ab'}+$`.test('abab')).toBe(true)
    expect(pattern('u')`^${/a|b/}c$`.test('a')).toBe(false)
  })

  test('a list finds any of its texts, and without any nothing', () => {
    expect('a.b|c'.match(pattern('gu')`${['b|c', /a/]}`)).toEqual(['a', 'b|c'])
    expect(pattern('u')`${[]}`.test('')).toBe(false)
  })
})

describe('a name in a note', () => {
  test.each([
    ['Norrisk-Bissau', 'of Norrisk-Bissau.'],
    ['the Consulate-General', 'The Consulate-General'],
    ['Harrier-3', 'identified as Harrier-3,'],
    ['the Kingdom  of\u00A0Norrisk', 'the Kingdom of Norrisk']
  ])('%s is found in `%s`', (name, text) => {
    expect(anyOf([name], 'u').test(text)).toBe(true)
  })

  test('not inside another word, nor with other signs', () => {
    expect(anyOf(['Norrisk-Bissau'], 'u').test('Norrisk-Bissauan')).toBe(false)
    expect(anyOf(['Harrier.3'], 'u').test('Harrier-3')).toBe(false)
  })
})
