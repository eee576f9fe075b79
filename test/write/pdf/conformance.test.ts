import { describe, expect, test } from 'vitest'
import { type Diagnostic, Rejected } from '../../../src/diagnostic.ts'
import { originOf } from '../../../src/fact.ts'
import type { Image } from '../../../src/image/image.ts'
import type { Layout } from '../../../src/layout/page.ts'
import { createFontStore, type PdfFacts, writePdf } from '../../../src/write/pdf/write.ts'
import { type Branch, facts, imageItem, type LineOptions, layoutOf, line, plainWord, wordOf, world } from '../sample.ts'

const template = { name: 'templates/en/protest.hbs', text: 'struck {{ occasion.damage }}' }
const behind: LineOptions = {
  at: { source: template, start: 7, end: 28 },
  origins: [originOf('register', '/incidents/a/damage/0')]
}

/** The findings about a note; none when it was written. */
function findings(layout: Layout, changed: Partial<PdfFacts> = {}): readonly Diagnostic[] {
  try {
    writePdf(layout, { ...facts, ...changed }, createFontStore(world), world)
    return []
  } catch (thrown) {
    if (thrown instanceof Rejected) return thrown.diagnostics
    throw thrown
  }
}

const said = (layout: Layout, changed: Partial<PdfFacts> = {}) =>
  findings(layout, changed).map(each => `${each.rule}: ${each.message}`)

const one = (...kids: readonly Branch[]): Branch => ({ role: 'Document', kids })
/** One grey pixel. */
const pixel: Image = {
  width: 1,
  height: 1,
  samples: { colours: { type: 'grey' }, bits: 8, coding: 'flate', bytes: world.deflate(Uint8Array.of(128)) },
  opacity: null
}
const sound = layoutOf(one({ role: 'P' }), [line(1, 'Sound.')])

describe('a note is refused', () => {
  test('never, when nothing is wrong with it', () => {
    expect(said(sound)).toEqual([])
  })

  test.each([undefined, '', ' '])('for a figure without a text in its place, named with the setting: %j', alternate => {
    const figure: Branch = { role: 'Figure', ...(alternate === undefined ? {} : { alternate }) }
    const pointer = '/letterhead/emblem/alternate/en'
    expect(findings(layoutOf(one(figure), [imageItem(1, pixel)]))).toEqual([
      {
        severity: 'error',
        rule: 'pdf/alternate',
        message: 'the figure has no text for people who cannot see it',
        span: null,
        pointer,
        origin: originOf('profile', pointer),
        hints: []
      }
    ])
  })

  test('for a text in place of a figure that holds a control character', () => {
    const layout = layoutOf(one({ role: 'Figure', alternate: 'arms\u0007' }), [imageItem(1, pixel)])
    expect(said(layout)).toEqual(['pdf/unreadable-text: "arms\\u0007" holds a control character'])
  })

  test('for a picture that nobody is told of, and for words that a figure would hide', () => {
    const furniture = { type: 'artifact', kind: 'rule' } as const
    const pictures = [imageItem(1, pixel), imageItem(furniture, pixel)]
    expect(said(layoutOf(one({ role: 'P' }), pictures))).toEqual([
      'pdf/figure: a picture belongs to no figure',
      'pdf/figure: a picture belongs to no figure'
    ])
    const figure: Branch = { role: 'Figure', alternate: 'The arms' }
    expect(said(layoutOf(one(figure), [imageItem(1, pixel), line(1, 'Words')]))).toEqual([
      'pdf/figure: a figure holds something that is not a picture'
    ])
  })

  test('for a character that the face lacks, named with its place in template and record', () => {
    const word = wordOf([{ text: 'a' }, { text: '中', glyph: 0 }, { text: '文', glyph: 0 }], 'italic')
    const layout = layoutOf(one({ role: 'P' }), [line(1, [{ type: 'word', word }], { ...behind, face: 'italic' })])
    expect(findings(layout)).toEqual([
      {
        severity: 'error',
        rule: 'pdf/missing-glyph',
        message: 'the italic face has no glyph for `中文` (U+4E2D U+6587)',
        span: behind.at,
        pointer: '/incidents/a/damage/0',
        origin: originOf('register', '/incidents/a/damage/0'),
        hints: ['the text comes from register /incidents/a/damage/0']
      }
    ])
  })

  test('for a space that the face lacks', () => {
    const layout = layoutOf(one({ role: 'P' }), [line(1, [{ type: 'space', text: '\u3000', width: 3000 }])])
    expect(said(layout)).toEqual(['pdf/missing-glyph: the regular face has no glyph for `\u3000` (U+3000)'])
  })

  test.each([
    ['the private use area', '\ue000', 'U+E000'],
    ['a plane of private use', '\u{10fffd}', 'U+10FFFD'],
    ['controls', 'a\u0007', 'U+0007'],
    ['half a character', '\ud800', 'U+D800'],
    ['a byte order mark', '\ufeff', 'U+FEFF']
  ])('for %s in its text', (_, text, named) => {
    const word = { ...plainWord('ab'), text, clusters: Uint16Array.of(0, 0) }
    const found = findings(layoutOf(one({ role: 'P' }), [line(1, [{ type: 'word', word }], behind)]))
    expect(found.map(each => each.rule)).toEqual(['pdf/unreadable-text'])
    expect(found[0]?.message).toContain(named)
    expect(found[0]?.span).toBe(behind.at)
  })

  test('for an owner that is not there', () => {
    const layout = layoutOf(one({ role: 'P' }), [line(7, 'Whose?', behind)])
    expect(said(layout)).toEqual(['pdf/owner: something drawn belongs to element 7, which is not there'])
    expect(findings(layout)[0]?.span).toBe(behind.at)
  })

  test('for a second Document, and for another root', () => {
    expect(said(layoutOf(one({ role: 'Document' }), []))).toEqual([
      'pdf/root: element 1 is a Document: the root, and it alone, is the Document'
    ])
    expect(said(layoutOf({ role: 'Sect' }, []))).toEqual([
      'pdf/root: element 0 is a Sect: the root, and it alone, is the Document'
    ])
  })

  test('for a header cell that heads nothing', () => {
    const table = (cell: Branch) => one({ role: 'Table', kids: [{ role: 'TR', kids: [cell] }] })
    expect(said(layoutOf(table({ role: 'TH', scope: 'Row' }), []))).toEqual([])
    expect(said(layoutOf(table({ role: 'TH' }), []))).toEqual([
      'pdf/scope: header cell 3 heads neither a column nor a row'
    ])
  })

  test('for an element where it does not belong', () => {
    expect(said(layoutOf(one({ role: 'LI' }), []))).toEqual([
      'pdf/nesting: element 1 is a LI under Document: it belongs under L'
    ])
  })

  test('for want of a title or a language', () => {
    expect(said(sound, { title: ' ' })).toEqual(['pdf/title: the note has no title'])
    expect(said(sound, { language: '' })).toEqual(['pdf/language: `` names no language'])
    expect(said(layoutOf(one({ role: 'P', language: 'a b' }), []))).toEqual(['pdf/language: `a b` names no language'])
  })

  test('for dates that a PDF cannot state', () => {
    expect(said(sound, { date: '2025-11-14' })).toEqual([])
    expect(said(sound, { date: '2025-11~' })).toEqual(['pdf/date: `2025-11~` is not a date that a PDF can state'])
    expect(said(sound, { issuedAt: '2025-11-14T09:30:00Z' })).toEqual([])
    expect(said(sound, { issuedAt: '2025-11-14' })).toEqual([
      'pdf/issued-at: `2025-11-14` is not a date with time and offset'
    ])
  })

  test('for a control character in what it says of itself', () => {
    expect(said(sound, { title: 'a\u0000b' })).toEqual(['pdf/unreadable-text: "a\\u0000b" holds a control character'])
  })

  test('once, for everything together', () => {
    const layout = layoutOf(one({ role: 'TH' }), [
      line(9, 'a'),
      line(1, [{ type: 'word', word: wordOf([{ text: 'b', glyph: 0 }]) }])
    ])
    expect(findings(layout, { title: '' }).map(each => each.rule)).toEqual([
      'pdf/title',
      'pdf/nesting',
      'pdf/scope',
      'pdf/owner',
      'pdf/missing-glyph'
    ])
  })
})

describe('a layout that does not hold together is our fault, not the author’s', () => {
  const [root, paragraph] = sound.elements
  if (!root || !paragraph) throw new Error('the sample has two elements')

  test.each([
    ['an element that nothing leads to', [{ ...root, kids: [] }, paragraph], 'cannot be reached'],
    ['an element under two others', [{ ...root, kids: [1, 1] }, paragraph], 'does not stand once'],
    ['a parent that does not know its kid', [root, { ...paragraph, parent: null }], 'does not stand once']
  ])('%s', (_, elements, message) => {
    expect(() => findings({ ...sound, elements })).toThrow(message)
  })

  test('no page', () => {
    expect(() => findings({ ...sound, pages: [] })).toThrow('a layout has a page')
  })

  test('a word in a face that its item does not have', () => {
    const layout = layoutOf(one({ role: 'P' }), [line(1, [{ type: 'word', word: plainWord('a', 'bold') }])])
    expect(() => findings(layout)).toThrow('a word of face bold stands in an item of face regular')
  })
})
