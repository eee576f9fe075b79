import { describe, expect, test } from 'vitest'
import { useGlyphs } from '../../../src/write/pdf/glyphs.ts'
import { glyphOf } from '../../../src/write/pdf/truetype.ts'
import { createFontStore } from '../../../src/write/pdf/write.ts'
import { font, layoutOf, line, world } from '../sample.ts'

/** The characters of the regular face that a line uses, as `U+0041 = 2 by glyph 2`. */
function charactersOf(text: string): string[] {
  const layout = layoutOf({ role: 'Document', kids: [{ role: 'P' }] }, [line(1, text)])
  const use = useGlyphs(layout, createFontStore(world)).uses.get('regular')
  return (use?.characters ?? []).map(({ cid, glyph, text: copied }) => {
    return `U+${copied.charCodeAt(0).toString(16).padStart(4, '0')} = ${cid} by glyph ${glyph}`
  })
}

const glyph = (letter: string) => glyphOf(font('regular'), letter.charCodeAt(0))
const own = (letter: string) =>
  `U+${letter.charCodeAt(0).toString(16).padStart(4, '0')} = ${glyph(letter)} by glyph ${glyph(letter)}`
const { glyphCount } = font('regular')

describe('the characters of a face', () => {
  test('are numbered as its glyphs are', () => {
    expect(charactersOf('BAB')).toEqual([own('A'), own('B')])
  })

  test('have numbers above the glyphs where a glyph has a second text', () => {
    expect(charactersOf('A \u00a0-\u00ad')).toEqual([
      own(' '),
      own('A'),
      own('-'),
      `U+00a0 = ${glyphCount} by glyph ${glyph(' ')}`,
      `U+00ad = ${glyphCount + 1} by glyph ${glyph('-')}`
    ])
  })

  test('do not depend on which text came first', () => {
    expect(charactersOf('A\u00ad\u00a0- B')).toEqual(charactersOf('- A B\u00a0A\u00ad'))
  })
})
