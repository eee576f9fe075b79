import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/document/document.ts'
import { parse } from '../../src/document/parse.ts'
import { settle } from '../../src/document/settle.ts'
import { leaves } from '../../src/document/walk.ts'
import { english } from '../../src/languages/en/index.ts'
import type { Piece } from '../../src/template/piece.ts'
import { times } from '../share.ts'
import { FACTS, findings, piecesOf } from './pieces.ts'

const SEED = { seed: 20251114, numRuns: times(200) }

/** Words of template text, with signs that must be escaped and letters of several scripts. */
const word = fc
  .array(fc.constantFrom('a', 'Б', 'ə', '1', '\\*', '\\_', '\\\\', '\\#', '’', '-', '😀', '«', 'ﬁ'), {
    minLength: 1,
    maxLength: 5
  })
  .map(letters => `w${letters.join('')}`)

/** One part of a paragraph: template words, a value, or either of them emphasised. */
const part = fc.oneof(
  word,
  fc.constant('{}'),
  fc.constant('**{}**'),
  fc.tuple(fc.constantFrom('*', '**'), word).map(([mark, text]) => `${mark}${text}${mark}`),
  fc.constant('w^[n{}n]')
)
const paragraph = fc
  .array(part, { minLength: 1, maxLength: 6 })
  .chain(parts =>
    fc.tuple(fc.constant(parts), fc.array(fc.constantFrom(' ', '\n', '\\\n', '  \n '), { minLength: 6, maxLength: 6 }))
  )
  .map(([parts, gaps]) => `w${parts.map((text, index) => `${gaps[index]}${text}`).join('')}`)
const block = fc.oneof(
  paragraph,
  fc.array(part, { minLength: 1, maxLength: 3 }).map(items => items.map(item => `1. w ${item}`).join('\n')),
  fc
    .array(part, { minLength: 2, maxLength: 4 })
    .map(rows => `| w |\n|---|\n${rows.map(row => `| ${row} |`).join('\n')}`),
  part.map(text => `# ${text}`),
  paragraph.map(text => `::: annex\n${text}\n:::`)
)
const template = fc.array(block, { minLength: 1, maxLength: 5 }).map(blocks => {
  let count = 0
  return blocks.join('\n\n').replaceAll('{}', () => `{v${count++}}`)
})

/** Pieces of a template whose values hold any string that prints something (what does not is refused, by other tests). */
const pieces = fc
  .tuple(template, fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 40, maxLength: 40 }))
  .map(([text, strings]): Piece[] =>
    piecesOf(text).map(piece => {
      if (piece.type !== 'value') return piece
      const index = Number(piece.text.slice(1)) % strings.length
      return { ...piece, text: `x${strings[index]}x` }
    })
  )

/** What the page must say: template text without its markup, values as they are. */
function expected(all: readonly Piece[]): string {
  return all
    .map(piece =>
      piece.type === 'text'
        ? piece.text.replace(/^\|---\|$/gm, '').replace(/\^\[|^(?:1\.|#|::: annex|:::)/gm, '')
        : piece.type === 'value'
          ? piece.text
          : ''
    )
    .map((text, index) => (all[index]?.type === 'text' ? text.replace(/\\([*_\\#])|\\\n|[*|\]\s]/g, '$1') : text))
    .join('')
}

function said(document: Document): string {
  return [...leaves(document)]
    .map(leaf =>
      leaf.type === 'mention' ? leaf.full : leaf.origins.length === 0 ? leaf.text.replace(/\s/g, '') : leaf.text
    )
    .join('')
}

/** Whether `part` is what is left of `whole` when some of its characters are left out; a line end counts as a space. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const letter of whole.replace(/\r\n?|\n/g, ' '))
    if (letter === part.slice(at, at + letter.length)) at += letter.length
  return at === part.length
}

describe('for any template and any values', () => {
  test('each value is one leaf, with exactly its text, its place and its origins, in order', () => {
    fc.assert(
      fc.property(pieces, all => {
        const values = all.filter(piece => piece.type === 'value')
        const found = [...leaves(parse(all, FACTS))].filter(leaf => leaf.origins.length > 0)
        expect(found).toEqual(values.map(({ text, at, origins }) => ({ type: 'text', text, at, origins })))
      }),
      SEED
    )
  })

  test('the leaves say the template’s text without its markup, and the values', () => {
    fc.assert(
      fc.property(pieces, all => {
        expect(said(parse(all, FACTS))).toBe(expected(all))
      }),
      SEED
    )
  })

  test('the place of each leaf lies in its source and says the leaf’s text', () => {
    fc.assert(
      fc.property(pieces, all => {
        for (const leaf of leaves(parse(all, FACTS))) {
          const { source, start, end } = leaf.at
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(source.text.length)
          if (leaf.type === 'text' && leaf.origins.length === 0)
            expect(isSubsequence(leaf.text, source.text.slice(start, end)), JSON.stringify(leaf.text)).toBe(true)
        }
      }),
      SEED
    )
  })

  test('how the template’s text is cut into pieces changes no text', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 7 }), (all, size) => {
        const cut = all.flatMap(piece => (piece.type === 'text' ? slices(piece, size) : [piece]))
        expect(parse(cut, FACTS)).toEqual(parse(all, FACTS))
      }),
      SEED
    )
  })
})

function slices(piece: Piece & { type: 'text' }, size: number): Piece[] {
  const { text, at } = piece
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) => {
    const start = at.start + index * size
    return { type: 'text', text: text.slice(index * size, (index + 1) * size), at: { ...at, start, end: start + size } }
  })
}

describe('for any text at all as a template', () => {
  const sign = fc.constantFrom(
    ...[
      'a',
      'b ',
      ' ',
      '  ',
      '    ',
      '\t',
      '\n',
      '\n\n',
      '\r\n',
      '\\',
      '*',
      '**',
      '_',
      '^[',
      '[',
      ']',
      '|',
      '| ',
      '|-|',
      '---',
      ':-:'
    ],
    ...[
      '# ',
      '#',
      '1. ',
      '2) ',
      '- ',
      '+ ',
      '> ',
      '::: opening\n',
      ':::\n',
      ':::',
      '{v}',
      '{}',
      '{@m}',
      '\u00a0',
      '.',
      ',',
      '`',
      '😀',
      '\u2003'
    ]
  )

  test('it is read or refused, every value is kept or complained of, and findings lie in their source', () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), parts => {
        const all = piecesOf(parts.join(''), { v: 'v', m: 'm|n' })
        const found = findings(() => {
          const values = all
            .filter(piece => piece.type !== 'text' && piece.at.end - piece.at.start > 2)
            .map(piece => piece.at)
          expect([...leaves(parse(all, FACTS))].filter(leaf => leaf.origins.length > 0).map(leaf => leaf.at)).toEqual(
            values
          )
        })
        for (const { span } of found) {
          expect(span && span.start >= 0 && span.start <= span.end && span.end <= span.source.text.length).toBe(true)
        }
      }),
      { ...SEED, numRuns: times(3000) }
    )
  })
})

describe('settling', () => {
  const mention = fc.constantFrom(
    '{@a}',
    '{@!a}',
    '{@~a}',
    '{@b}',
    '{@c}',
    'text',
    'text.',
    '“',
    'No.',
    '*{@a}*',
    'x^[{@b}]',
    '\n\n'
  )
  const names = { a: 'the Ministry of Things|the Ministry', b: 'the Embassy|embassy', c: 'istanbul' }

  test('leaves no mention, changes no other leaf, and settling again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(mention, { minLength: 1, maxLength: 12 }), parts => {
        const document = parse(piecesOf(`w ${parts.join(' ').replaceAll(' \n\n ', '\n\n')}`, names), FACTS)
        const settled = settle(document, english)
        expect(settle(settled, english)).toEqual(settled)
        const before = [...leaves(document)]
        const after = [...leaves(settled)]
        expect(after.map(leaf => [leaf.type, leaf.at])).toEqual(before.map(leaf => ['text', leaf.at]))
        for (const [index, leaf] of before.entries()) if (leaf.type === 'text') expect(after[index]).toBe(leaf)
      }),
      SEED
    )
  })
})
