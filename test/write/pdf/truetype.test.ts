import { describe, expect, test } from 'vitest'
import { glyphOf, readTrueType, tableOf } from '../../../src/write/pdf/truetype.ts'
import { font, fontBytes } from '../sample.ts'

describe('a font that is read', () => {
  test('says what its tables say', () => {
    const { postScriptName, glyphCount, weight, italicAngle, serif, capHeight, box } = font('bold-italic')
    expect({ postScriptName, glyphCount, weight, italicAngle, serif, capHeight, box }).toEqual({
      postScriptName: 'SourceSerif4-BoldItalic',
      glyphCount: 1093,
      weight: 700,
      italicAngle: -12,
      serif: true,
      capHeight: 670,
      box: [-267, -319, 2303, 1025]
    })
  })

  test('has a glyph for each letter of the languages of the house, and none for others', () => {
    for (const letter of 'AəƏğıİşґєіїЯё№«»–“”\u00a0')
      expect(glyphOf(font('regular'), letter.charCodeAt(0)), letter).not.toBe(0)
    for (const letter of '中ع\uffff') expect(glyphOf(font('regular'), letter.charCodeAt(0)), letter).toBe(0)
  })

  test('keeps the no-break space as wide as the space: one is drawn for the other', () => {
    const { widths } = font('regular')
    expect(widths[glyphOf(font('regular'), 0xa0)]).toBe(widths[glyphOf(font('regular'), 0x20)])
  })

  test('is refused when its outlines are not TrueType', () => {
    const renamed = new Uint8Array(fontBytes('regular'))
    const at = new TextDecoder('latin1').decode(renamed.subarray(0, 400)).indexOf('glyf')
    renamed.set(
      [...'CFF '].map(letter => letter.charCodeAt(0)),
      at
    )
    expect(() => readTrueType(renamed)).toThrow('the font has no glyf table')
    expect(() => tableOf(new Map(), 'cmap')).toThrow('the font has no cmap table')
  })
})
