import { describe, expect, test } from 'vitest'
import { parse } from '../../src/document/parse.ts'
import { settle } from '../../src/document/settle.ts'
import { leafBlocks, plainText } from '../../src/document/walk.ts'
import { originOf } from '../../src/fact.ts'
import { withCapital } from '../../src/languages/characters.ts'
import { english } from '../../src/languages/en/index.ts'
import type { Language } from '../../src/languages/language.ts'
import { FACTS, piecesOf } from './pieces.ts'

const NAMES = {
  mfa: 'the Ministry of Foreign Affairs|the Ministry',
  emb: 'the Embassy of Freedonia|the Embassy',
  ist: 'istanbul',
  ii: 'ığdır',
  q: '«the House»'
}

/** The settled paragraphs of a template. */
function said(template: string, language: Language = english): string[] {
  const document = settle(parse(piecesOf(template, NAMES), FACTS), language)
  return [...leafBlocks(document.blocks)].map(({ block }) => (block.type === 'table' ? '' : plainText(block.children)))
}

describe('which form a name takes', () => {
  test('`auto`: full at the first mention of each subject, short afterwards, full always where there is no short form', () => {
    expect(said('So {@mfa} tells {@emb} that {@mfa} and {@emb}, in {@ist} and {@ist}')).toEqual([
      'So the Ministry of Foreign Affairs tells the Embassy of Freedonia that the Ministry and the Embassy, in istanbul and istanbul'
    ])
  })

  test('across blocks, in reading order', () => {
    expect(said('So {@mfa}^[Also {@emb}.] *and {@emb}*\n\n1. x {@mfa}')).toEqual([
      'So the Ministry of Foreign Affairs and the Embassy',
      'x the Ministry'
    ])
  })

  test('a form that is asked for is given; only a full form introduces', () => {
    expect(said('x {@~mfa}, {@mfa}, {@!mfa}, {@mfa}')).toEqual([
      'x the Ministry, the Ministry of Foreign Affairs, the Ministry of Foreign Affairs, the Ministry'
    ])
    expect(said('x {@!mfa}, {@mfa}')).toEqual(['x the Ministry of Foreign Affairs, the Ministry'])
  })
})

describe('a capital at the start of a sentence', () => {
  test.each([
    ['{@mfa} states', 'The Ministry of Foreign Affairs states'],
    ['So {@mfa} states', 'So the Ministry of Foreign Affairs states'],
    ['Yes. {@mfa}', 'Yes. The Ministry of Foreign Affairs'],
    ['Yes! {@mfa}? {@mfa}… {@mfa}', 'Yes! The Ministry of Foreign Affairs? The Ministry… The Ministry'],
    ['Yes.” {@mfa}', 'Yes.” The Ministry of Foreign Affairs'],
    ['Yes. “{@mfa}', 'Yes. “The Ministry of Foreign Affairs'],
    ['Yes.\u00a0{@mfa}', 'Yes.\u00a0The Ministry of Foreign Affairs'],
    ['a.{@mfa}', 'a.the Ministry of Foreign Affairs'],
    ['by note No. {@mfa}', 'by note No. the Ministry of Foreign Affairs'],
    ['so, {@mfa}', 'so, the Ministry of Foreign Affairs'],
    ['{v}. {@mfa}', 'v. The Ministry of Foreign Affairs'],
    ['**{@mfa}** and', 'The Ministry of Foreign Affairs and'],
    ['**Yes.** *{@mfa}*', 'Yes. The Ministry of Foreign Affairs'],
    ['To\\\n{@mfa}', 'To\nthe Ministry of Foreign Affairs'],
    ['1. {@mfa}', 'The Ministry of Foreign Affairs'],
    ['{@q}', '«The House»'],
    ['So^[A note.] {@mfa}', 'So the Ministry of Foreign Affairs'],
    ['So (^[A note]{@mfa})', 'So (the Ministry of Foreign Affairs)']
  ])('%j', (template, expected) => {
    expect(said(template)).toEqual([expected])
  })

  test('in footnotes and cells', () => {
    const footnote = settle(parse(piecesOf('x^[{@mfa}]', NAMES), FACTS), english)
    expect(footnote.blocks).toMatchObject([
      { children: [{ text: 'x' }, { children: [{ text: 'The Ministry of Foreign Affairs' }] }] }
    ])
    const table = settle(parse(piecesOf('| {@mfa} |\n|---|\n| x {@mfa} |', NAMES), FACTS), english)
    expect(table.blocks).toMatchObject([
      {
        header: [{ children: [{ text: 'The Ministry of Foreign Affairs' }] }],
        rows: [[{ children: [{}, { text: 'the Ministry' }] }]]
      }
    ])
  })

  test('in the language of the note', () => {
    const capital = (text: string) => withCapital(text, letter => (letter === 'i' ? 'İ' : letter.toUpperCase()))
    const dotted = { ...english, say: { ...english.say, capital } }
    expect(said('{@ist}')).toEqual(['Istanbul'])
    expect(said('{@ist}', dotted)).toEqual(['İstanbul'])
    expect(said('{@ii}', dotted)).toEqual(['Iğdır'])
  })

  test('the place and origins of the mention stay with the text', () => {
    const document = settle(parse(piecesOf('{@mfa}', NAMES), FACTS), english)
    expect(document.blocks).toMatchObject([
      { children: [{ type: 'text', at: { start: 0, end: 6 }, origins: [originOf('register', '/mfa')] }] }
    ])
  })
})

describe('one full stop where a value that has its own ends a sentence', () => {
  const OWN = { co: 'Smith & Co.', dots: 'and so on...', firm: 'the Firm of Smith|the Firm Co.' }

  test.each([
    ['of {co}. {@mfa}', 'of Smith & Co. The Ministry of Foreign Affairs'],
    ['of {co}.', 'of Smith & Co.'],
    ['of *{co}*. Then', 'of Smith & Co. Then'],
    ['of {co}^[A note.]. Then', 'of Smith & Co. Then'],
    ['of {co}, then ({co}).', 'of Smith & Co., then (Smith & Co.).'],
    ['of {dots}. Then', 'of and so on.... Then'],
    ['of {@firm}. Of {@firm}. Then', 'of the Firm of Smith. Of the Firm Co. Then']
  ])('%j', (template, expected) => {
    const document = settle(parse(piecesOf(template, { ...NAMES, ...OWN }), FACTS), english)
    expect(document.blocks.map(block => (block.type === 'paragraph' ? plainText(block.children) : ''))).toEqual([
      expected
    ])
    expect(settle(document, english)).toEqual(document)
  })

  test('the value keeps its letters and origins, and the rest of the template’s text its place', () => {
    const document = settle(parse(piecesOf('{co}. Then', OWN), FACTS), english)
    expect(document.blocks).toMatchObject([
      {
        children: [
          { text: 'Smith & Co.', origins: [originOf('register', '/co')] },
          { text: ' Then', at: { start: 5, end: 10 }, origins: [] }
        ]
      }
    ])
  })
})
