/** Where words of each language are divided. */
import fc from 'fast-check'
import createHyphenator from 'hyphen'
import enGb from 'hyphen/patterns/en-gb.js'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/languages/index.ts'
import { hyphenationOf } from '../../src/layout/shape.ts'

/** A word with a hyphen wherever it may be divided. */
function divided(language: string, word: string): string {
  const cuts = hyphenationOf(LANGUAGES, language)(word)
  return [...word].map((letter, at) => (cuts.includes(at) ? `-${letter}` : letter)).join('')
}

describe('hyphenationOf', () => {
  test.each([
    ['en', 'knowledge', 'know-ledge'],
    ['en-GB', 'representation', 'rep-res-ent-a-tion'],
    ['en', 'however', 'how-ever']
  ])('divides %s %s as %s', (language, word, expected) => {
    expect(divided(language, word)).toBe(expected)
  })

  test('leaves at least two letters before a hyphen and three after it', () => {
    expect(divided('en', 'again')).toBe('again')
    expect(divided('en', 'ably')).toBe('ably')
  })

  test('divides letters only, whatever stands around them', () => {
    expect(divided('en', "l'embassy's")).toBe("l'em-bassy's")
    expect(divided('en', '(consulate)')).toBe('(con-su-late)')
    expect(divided('en', '16,000')).toBe('16,000')
  })

  test('divides no word that is all capitals', () => {
    expect(divided('en', 'SOCAR')).toBe('SOCAR')
  })

  test('divides nothing in a language without rules, nor by a name that every object has', () => {
    expect(divided('xx', 'representation')).toBe('representation')
    expect(divided('constructor', 'representation')).toBe('representation')
  })

  test('divides as the package itself does', () => {
    const hyphenate = createHyphenator(enGb, { hyphenChar: '-', html: false })
    const words = fc
      .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), { minLength: 5, maxLength: 14 })
      .map(letters => letters.join(''))
    fc.assert(
      fc.property(words, word => {
        const pieces = hyphenate(word).split('-')
        const ends = pieces.map((_, index) => pieces.slice(0, index).join('').length).slice(1)
        expect(hyphenationOf(LANGUAGES, 'en')(word)).toEqual(ends.filter(at => at >= 2 && at <= word.length - 3))
      }),
      { seed: 1983, numRuns: 2000 }
    )
  })
})
