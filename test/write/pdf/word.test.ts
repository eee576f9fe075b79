import { describe, expect, test } from 'vitest'
import { drawWord, readyWord, softHyphen } from '../../../src/write/pdf/word.ts'
import { font, type Glyph, plainWord, wordOf } from '../sample.ts'

const regular = font('regular')
const ready = (...glyphs: readonly Glyph[]) => readyWord(wordOf(glyphs), regular)

// Any two glyphs will do: what is drawn depends on their numbers and advances alone.
const A: Glyph = { text: 'A', glyph: 2 }
const V: Glyph = { text: 'V', glyph: 23 }
const [widthA = 0, widthV = 0] = [regular.widths[2], regular.widths[23]]

describe('the drawing of a word', () => {
  test('is its glyph ids', () => {
    expect(ready(A, V).drawing).toEqual({ operands: '00020017', drift: 0 })
  })

  test('moves the pen back where the shaper kerned', () => {
    expect(ready({ ...A, advance: widthA - 40 }, V).drawing).toEqual({ operands: '0002>40<0017', drift: 0 })
  })

  test('leaves kerning at its end to the next word', () => {
    expect(ready(A, { ...V, advance: widthV - 25 }).drawing).toEqual({ operands: '00020017', drift: 25 })
  })

  test('shifts one glyph without shifting the next', () => {
    expect(ready(A, { ...V, dx: 30 }, A).drawing?.operands).toBe('0002>-30<0017>30<0002')
  })

  test('depends on the size when a glyph is raised: 120 units at 10 points are 1.2 points', () => {
    const word = wordOf([A, { ...V, dy: 120 }, A])
    expect(readyWord(word, regular).drawing).toBeNull()
    expect(drawWord(word, regular, word.glyphs, 10000).operands).toBe('0002>] TJ 1.2 Ts [<0017>] TJ 0 Ts [<0002')
  })
})

describe('what is copied from a word', () => {
  test('is one text for each glyph, several characters for a ligature', () => {
    expect(ready(A, { text: 'fi', glyph: 900 }, V)).toMatchObject({ copied: ['A', 'fi', 'V'], actual: null })
  })

  test('is character by character where a cluster has as many glyphs', () => {
    expect(readyWord({ ...plainWord('и\u0301'), clusters: Uint16Array.of(0, 0) }, regular)).toMatchObject({
      copied: ['и', '\u0301'],
      actual: null
    })
  })

  test('is the whole text by ActualText where it has not, and no glyph goes without a character', () => {
    expect(ready(A, { text: 'ḱ', glyph: 5 }, { text: '', glyph: 6 })).toMatchObject({
      copied: ['A', 'ḱ', '\u200b'],
      actual: 'Aḱ'
    })
  })

  test('is a soft hyphen where a word is broken', () => {
    expect(readyWord(softHyphen(plainWord('-')), regular).copied).toEqual(['\u00ad'])
  })
})
