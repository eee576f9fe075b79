/** What HarfBuzz makes of words in the shipped faces. */
import { describe, expect, test } from 'vitest'
import { createCache, createTypesetter } from '../../src/layout/shape.ts'
import { typesetter, world } from './world.ts'

const english = typesetter.lettering('regular', 'en')

describe('lettering', () => {
  test('kerns', () => {
    const apart = english.word('A').shaped.width + english.word('V').shaped.width
    expect(english.word('AV').shaped.width).toBeLessThan(apart)
  })

  test('has ligatures, but for Azerbaijani and Turkish, where i must keep its dot', () => {
    expect(english.word('fi').shaped.glyphs).toHaveLength(1)
    expect(typesetter.lettering('regular', 'az').word('fi').shaped.glyphs).toHaveLength(2)
    expect(typesetter.lettering('regular', 'tr').word('fi').shaped.glyphs).toHaveLength(2)
  })

  test('says which letters each glyph stands for', () => {
    expect([...english.word('office').shaped.clusters]).toEqual([0, 1, 4, 5])
  })

  test('sums the advances up', () => {
    const { advances, width } = english.word('Министерство').shaped
    expect(advances.reduce((sum, each) => sum + each, 0)).toBe(width)
  })

  test('draws a blank as one line: each stroke meets the next', () => {
    const blank = english.word('____').shaped
    const stroke = english.word('_').shaped.width
    expect([...blank.advances].every(advance => advance > 0 && advance < stroke)).toBe(true)
    expect(blank.width).toBe(4 * (blank.advances[0] ?? 0))
    expect(english.word('__init__').shaped.advances[0]).toBe(stroke)
  })

  test('tells a letter that the face lacks', () => {
    expect(english.word('Embassy').isMissing).toBe(false)
    expect(english.word('外交').isMissing).toBe(true)
  })

  test.each([
    ['and/or', [4]],
    ['drone-and-missile', [6, 10]],
    ['1939–45', [5]],
    ['351/3', []],
    ['2022-04', []],
    ['-able', []],
    ['on-', []]
  ])('may break %s after %j', (text, dashes) => {
    expect(english.word(text).dashes).toEqual(dashes)
  })

  test.each([
    ['en', 'SOCAR-led', [6]],
    ['en', '35-step', [3]],
    ['az', '15:50-dən', []],
    ['az', 'SOCAR-ın', []],
    ['az', 'SOCAR-ınkılardan', []],
    ['ru', '35-метровый', []]
  ])('in %s may break %s after %j', (language, text, dashes) => {
    expect(typesetter.lettering('regular', language).word(text).dashes).toEqual(dashes)
  })

  test('puts no hyphen into a word that has a dash', () => {
    expect(english.word('representation').divisions()).not.toEqual([])
    expect(english.word('representation-free').divisions()).toEqual([])
  })
})

describe('createTypesetter', () => {
  test('gives the same whatever it was asked before, and however much it has forgotten', () => {
    const fresh = createTypesetter(world)
    const first = fresh.lettering('italic', 'ru').word('Посольство').shaped
    for (let i = 0; i < 10000; i++) fresh.lettering('italic', 'ru').word(`№${i}`)
    expect(fresh.lettering('italic', 'ru').word('Посольство').shaped).toEqual(first)
  })
})

describe('createCache', () => {
  test('keeps what is used and never more than two generations', () => {
    const cache = createCache<number>(10)
    cache.set('often', 1)
    for (let i = 0; i < 100; i++) {
      cache.set(`once ${i}`, i)
      expect(cache.get('often')).toBe(1)
    }
    const kept = Array.from({ length: 100 }, (_, i) => cache.get(`once ${i}`)).filter(each => each !== undefined)
    expect(kept.length).toBeLessThanOrEqual(20)
  })
})
