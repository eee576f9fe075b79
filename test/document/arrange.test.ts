import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/document/arrange.ts'
import type { Document, Inline } from '../../src/document/document.ts'
import { inlinesOf, leafBlocks, rewrite } from '../../src/document/walk.ts'
import { originOf } from '../../src/fact.ts'
import type { Profile } from '../../src/records/profile.ts'
import { positionOf } from '../../src/source.ts'
import { writeText } from '../../src/write/text.ts'
import { writeTree } from '../../src/write/tree.ts'
import { findings, read } from './pieces.ts'

const PROFILE: Profile = {
  verbale: 1,
  name: 'A house',
  confirmed: null,
  page: {
    size: 'A4',
    margins: { top: 25, right: 25, bottom: 25, left: 25 },
    numbers: { position: 'top', align: 'center', before: '', after: '' }
  },
  text: { size: 12, leading: 16, indent: 20, between: 5, hyphenate: true },
  title: null,
  number: { sign: { en: 'No.' }, blank: 12 },
  parts: { before: ['letterhead', 'reference'], after: ['closing', 'seal', 'addressee'], placement: {} },
  seal: null,
  initials: null,
  courtesy: { modes: ['full'], closing: 'by-mode' },
  recall: { body: 5 }
}

/** The parts of a document and the first words of what is unmarked, in order. */
function order(document: Document): string[] {
  return document.blocks.map(block => {
    if (block.type === 'container') return block.part
    const [first] = block.type === 'paragraph' ? block.children : []
    return first?.type === 'text' ? first.text : block.type
  })
}

const TEMPLATE = `::: addressee
To
:::
First
::: annex
I
:::
::: closing
End
:::
::: reference
No.
:::
::: opening
Begin
:::
Second
::: annex
II
:::
`

describe('the order of the parts', () => {
  test('the profile’s before and after, the opening and the unmarked text between, annexes last', () => {
    const document = arrange(read(TEMPLATE), PROFILE)
    const parts = ['reference', 'opening', 'First', 'Second', 'closing', 'addressee', 'annex', 'annex']
    expect(order(document)).toEqual(parts)
    expect(document.blocks.at(-1)).toMatchObject({ blocks: [{ children: [{ text: 'II' }] }] })
  })

  test('another house, another order', () => {
    const parts = { before: ['addressee' as const], after: ['reference' as const, 'closing' as const], placement: {} }
    const document = arrange(read(TEMPLATE), { ...PROFILE, parts })
    expect(order(document)).toEqual([
      'addressee',
      'opening',
      'First',
      'Second',
      'reference',
      'closing',
      'annex',
      'annex'
    ])
  })

  test('arranging again changes nothing', () => {
    const document = arrange(read(TEMPLATE), { ...PROFILE, seal: { height: 50 } })
    expect(arrange(document, { ...PROFILE, seal: { height: 50 } })).toEqual(document)
  })

  test('footnotes are numbered in the order in which they are now read', () => {
    const document = arrange(read('::: closing\nEnd^[c]\n:::\n*First^[a]*\n\n| x^[b] |\n|---|\n| y |'), PROFILE)
    const numbers = [...leafBlocks(document.blocks)].flatMap(({ block }) => inlinesOf(block).flatMap(footnotes))
    expect(numbers).toEqual(['1 a', '2 b', '3 c'])
  })
})

function footnotes(inlines: readonly Inline[]): string[] {
  return inlines.flatMap(inline => {
    if (inline.type === 'emphasis' || inline.type === 'strong') return footnotes(inline.children)
    if (inline.type !== 'footnote') return []
    const [text] = inline.children
    return [`${inline.number} ${text?.type === 'text' ? text.text : ''}`]
  })
}

describe('room for a seal and initials', () => {
  test('stands where the profile says, when it has room', () => {
    const document = arrange(read('Text\n::: closing\nEnd\n:::'), { ...PROFILE, seal: { height: 50 } })
    expect(order(document)).toEqual(['Text', 'closing', 'seal'])
    expect(document.blocks[2]).toMatchObject({
      part: 'seal',
      blocks: [],
      at: { source: { name: 'templates/en/test.hbs' } }
    })
  })

  test('once, where the template marks it itself', () => {
    expect(order(arrange(read('::: seal\n:::\nText'), { ...PROFILE, seal: { height: 50 } }))).toEqual(['Text', 'seal'])
  })

  test('not when the profile has room but names no place', () => {
    expect(order(arrange(read('Text'), { ...PROFILE, initials: { height: 50 } }))).toEqual(['Text'])
  })
})

describe('an emblem', () => {
  const plane = { colours: { type: 'grey' }, bits: 8, coding: 'flate', bytes: new Uint8Array() } as const
  const image = { width: 1, height: 1, samples: plane, opacity: null }
  const origins = [originOf('profile', '/letterhead/emblem/alternate/en')]
  const emblem = { image, alternate: 'The arms', height: 60, align: 'center', origins } as const

  test('stands at the head of the letterhead', () => {
    const document = arrange(read('Text\n::: letterhead\nMinistry\n:::'), PROFILE, emblem)
    expect(order(document)).toEqual(['letterhead', 'Text'])
    expect(document.blocks[0]).toMatchObject({
      blocks: [{ type: 'figure', alternate: 'The arms' }, { type: 'paragraph' }]
    })
  })

  test('stands there alone where the note has no letterhead', () => {
    const document = arrange(read('Text'), PROFILE, emblem)
    expect(document.blocks).toMatchObject([{ part: 'letterhead', blocks: [{ type: 'figure' }] }, { type: 'paragraph' }])
  })

  test('is refused where the house has no letterhead', () => {
    const parts = { ...PROFILE.parts, before: [] }
    expect(findings(() => arrange(read('Text'), { ...PROFILE, parts }, emblem))).toMatchObject([
      { rule: 'document/unplaced-emblem', origin: origins[0] }
    ])
  })

  test('has no text that a pass over the words of the note could touch', () => {
    const document = arrange(read('Text'), PROFILE, emblem)
    expect([...leafBlocks(document.blocks)]).toHaveLength(1)
    expect(rewrite(document.blocks, () => [])[0]).toEqual(document.blocks[0])
  })

  test('is told in plain text and in the tree', () => {
    const document = arrange(read('Text'), PROFILE, emblem)
    expect(writeText(document)).toBe(`${' '.repeat(34)}[The arms]\n\nText\n`)
    expect(writeTree(document)).toContain(
      '    - figure "The arms", 1 by 1 pixels  # profile#/letterhead/emblem/alternate/en\n'
    )
  })
})

describe('what is refused', () => {
  test.each([
    ['Text\n::: closing\na\n:::\n::: closing\nb\n:::', 'document/repeated-part @ 5:1'],
    ['Text\n::: title\nNOTE\n:::', 'document/unplaced-part @ 2:1'],
    ['Text\n::: seal\n:::', 'document/unplaced-part @ 2:1'],
    ['::: closing\na\n:::', 'document/no-body @ 1:1'],
    [' ', 'document/no-body @ nowhere']
  ])('%j', (template, expected) => {
    const found = findings(() => arrange(read(template), PROFILE)).map(({ rule, span }) => {
      const at = span ? positionOf(span.source, span.start) : null
      return `${rule} @ ${at ? `${at.line}:${at.column}` : 'nowhere'}`
    })
    expect(found).toEqual([expected])
  })
})
