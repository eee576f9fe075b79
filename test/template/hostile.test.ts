import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rejected } from '../../src/diagnostic.ts'
import { originOf } from '../../src/fact.ts'
import { times, whole } from '../share.ts'
import { diagnosticsOf, filled, mergeData, open, partials, refused } from './merging.ts'

describe('a run that does not end is stopped, and the partial named', () => {
  test('a partial that includes itself', () => {
    const [finding] = refused(() => filled('{{> again}}', {}, partials({ again: 'a{{> again}}' })))
    expect(finding).toContain('partials/again.hbs:1:2 template/budget')
    expect(finding).toContain('`templates/en/partials/again.hbs` is still running')
    const files = partials({ again: 'a{{> again}}' })
    const [{ hints } = { hints: [] }] = diagnosticsOf(() => filled('{{> again}}', {}, files))
    expect(hints[0]).toMatch(/^`templates\/en\/partials\/again.hbs` includes itself: /)
  })

  test('two partials that include each other through blocks', () => {
    const files = partials({ a: '{{#if t}}{{> b}}{{/if}}', b: '{{#with this}}{{> a}}{{/with}}' })
    expect(refused(() => filled('{{> a}}', { t: true }, files))[0]).toContain('template/budget')
  })

  test('loops in loops', () => {
    const list = Array.from({ length: 50 }, () => 'x')
    const text = '{{#each l}}{{#each @root.l}}{{#each @root.l}}{{#each @root.l}}{{/each}}{{/each}}{{/each}}{{/each}}'
    // As many steps as a note may take (merge.ts) are seconds.
    const nodes = whole ? 1_400_000 : 14_000
    const limits = whole ? undefined : { pieces: 1000, nodes, characters: 1000 }
    const template = open('{{> p}}', partials({ p: text }))
    const [finding] = diagnosticsOf(() => mergeData(template, { l: list }, new Map(), limits))
    expect(finding?.message).toMatch(
      new RegExp(`^the template takes more than ${nodes} steps, and \`[^\`]*p.hbs\` is still running$`)
    )
    expect(finding?.hints).toEqual(['a loop goes over more items than intended: check the loops around this place'])
  })

  test('more pieces than a note can need', () => {
    const template = open('{{#each l}}{{this}},{{/each}}')
    const limits = { pieces: 5, nodes: 1000, characters: 1000 }
    expect(mergeData(template, { l: ['a', 'b'] }, new Map(), limits).pieces).toHaveLength(4)
    expect(refused(() => mergeData(template, { l: ['a', 'b', 'c'] }, new Map(), limits))).toEqual([
      'note.hbs:1:20 template/budget the template prints more than 5 pieces of text'
    ])
    expect(
      refused(() => mergeData(open('ab{{place}}'), { place: 'cd' }, new Map(), { ...limits, characters: 3 }))
    ).toEqual(['note.hbs:1:3 template/budget the template prints more than 3 characters'])
  })
})

test('what many values have in common is kept once', () => {
  const origins = Array.from({ length: 50 }, (_, index) => originOf('register', `/${index}`))
  const [all, again] = [origins, [...origins, ...origins]]
  const template = open('{{#each l}}{{number @number}} {{/each}}{{#each m}}{{number @number}} {{/each}}')
  const { pieces } = mergeData(
    template,
    { l: ['a', 'b', 'c'], m: ['a', 'b'] },
    new Map([
      ['/l', all],
      ['/m', again]
    ])
  )
  const lists = pieces.flatMap(piece => (piece.type === 'text' ? [] : [piece.origins]))
  expect(lists).toEqual([all, all, all, all, all])
  expect(new Set(lists).size).toBe(2)
})

describe('a template that is built to break the parser', () => {
  test.each([
    ['blocks', '{{#if a}}'.repeat(2000) + '{{/if}}'.repeat(2000)],
    ['chains', `{{#if a}}${'{{else if a}}'.repeat(2000)}{{/if}}`],
    ['brackets', `{{#if ${'(not '.repeat(2000)}a${')'.repeat(2000)}}}{{/if}}`]
  ])('%s stand in each other too deep', (_, text) => {
    expect(refused(() => open(text))[0]).toMatch(/template\/too-deep blocks or brackets are nested more than 60 deep$/)
  })

  test('too many statements', () => {
    expect(refused(() => open('{{a}}'.repeat(20_001)))[0]).toContain('more than 20000 statements')
  })

  test('a hundred levels up', () => {
    expect(refused(() => filled(`{{${'../'.repeat(100)}a}}`, { a: 'A' }))[0]).toContain('leads out of this template')
  })
})

const seed = { seed: 20251114, numRuns: times(300) }
const fragments = fc.constantFrom(
  '{{a}}', '{{{a}}}', '{{~a~}}', '{{#if a}}', '{{else}}', '{{/if}}', '{{#each l}}', '{{/each}}', '{{this}}', '{{!-- c --}}', '{{! c }}', '\n', '\r\n',
  '  ', 'text', '\\{{a}}', '\\\\', '{', '}}', '{{', '"', '{{> p}}', '{{~#if a~}}', '{{~else~}}', '{{~/if~}}', '\u2028', 'é', '😀', '{{b}}', '{{date a}}'
) // biome-ignore format: one table

describe('any text', () => {
  const files = partials({ p: 'P\n' })
  const data = { a: 'A', l: ['x', 'y'] }

  test('is filled or refused with places inside its files, and never breaks', () => {
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 14 }), parts => {
        try {
          for (const piece of mergeData(open(parts.join(''), files), data).pieces) {
            if (piece.type !== 'text') continue
            expect(piece.at.source.text.slice(piece.at.start, piece.at.end)).toBe(piece.text)
          }
        } catch (caught) {
          if (!(caught instanceof Rejected)) throw caught
          for (const { span } of caught.diagnostics) {
            expect(span && 0 <= span.start && span.start <= span.end && span.end <= span.source.text.length).toBe(true)
          }
        }
      }),
      seed
    )
  })

  test('in a value stays that value, one piece, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), value => {
        const { pieces } = mergeData(open('[{{a}}]'), { a: value })
        expect(pieces.map(piece => (piece.type === 'mention' ? '' : piece.text))).toEqual(['[', value, ']'])
      }),
      seed
    )
  })

  test('`{{constructor}}` and its kin reach nothing', () => {
    for (const name of ['constructor', '__proto__', 'hasOwnProperty', 'toString', '__defineGetter__']) {
      expect(refused(() => filled(`{{${name}}}`, {}))).toHaveLength(1)
      expect(refused(() => filled(`{{a.${name}}}{{l.${name}}}{{o.${name}}}`, { a: 'A', l: [], o: {} }))).toHaveLength(3)
      expect(refused(() => filled(`{{${name} a}}`, { a: 'A' }))).toHaveLength(1)
      expect(refused(() => filled(`{{#${name} a}}{{/${name}}}`, { a: 'A' }))).toHaveLength(1)
      expect(refused(() => filled(`{{> ${name}}}`, {}))).toHaveLength(1)
      expect(
        refused(() =>
          filled(
            '{{> (formula "g" a)}}',
            { a: name },
            {
              'templates/formulas/en.yaml':
                'verbale: 1\nlanguage: en\nformulas: { g: { k: { text: x, confirmed: null } } }\n'
            }
          )
        )
      ).toHaveLength(1)
    }
  })
})
