import { describe, expect, test } from 'vitest'
import { createTemplateStore, openTemplate } from '../../src/template/template.ts'
import { diagnosticsOf, filled, mergeData, open, partials, refused, textOf, worldOf } from './merging.ts'

/** The file of formulas with some lines under `formulas:`. */
function formulas(...lines: readonly string[]): Record<string, string> {
  const text = ['verbale: 1', 'language: en', 'formulas:', ...lines.map(line => `  ${line}`), ''].join('\n')
  return { 'templates/formulas/en.yaml': text }
}

const files = formulas(
  'protest:',
  `  strong: { text: '{{who}} strongly protests', confirmed: a page }`,
  '  mild: { text: protests, confirmed: null }',
  'other:',
  '  broken: { text: "{{nope who}}", confirmed: null }'
)

describe('a formula', () => {
  test('is chosen by the dossier and sees the context where it is called', () => {
    const text = '{{#each all}}{{> (formula "protest" how)}}; {{/each}}{{> (formula "protest" "mild")}}'
    const all = [
      { how: 'strong', who: 'X' },
      { how: 'mild', who: 'Y' }
    ]
    expect(filled(text, { all }, files)).toBe('X strongly protests; protests; protests')
  })

  test('takes a context and values by name, and may include partials', () => {
    const more = {
      ...formulas('g:', `  k: { text: '{{who}}{{label}}{{> p}}', confirmed: null }`),
      ...partials({ p: '!' })
    }
    expect(filled('{{> (formula "g" "k") x label="L"}}', { x: { who: 'W' } }, more)).toBe('WL!')
  })

  test('has its places in the file of formulas', () => {
    const { pieces } = mergeData(open('{{> (formula "protest" "strong")}}', files), { who: 'X' })
    const places = pieces.map(({ at }) => [at.source.name, at.source.text.slice(at.start, at.end)])
    expect(places).toEqual([
      ['templates/formulas/en.yaml', '{{who}}'],
      ['templates/formulas/en.yaml', ' strongly protests']
    ])
    expect(refused(() => filled('{{> (formula "protest" "strong")}}', {}, files))).toEqual([
      'templates/formulas/en.yaml:5:24 template/unknown-field there is no field `who` (`who`)'
    ])
  })

  test('is read, and named among the files, only where it can be reached', () => {
    const store = createTemplateStore(
      worldOf({
        ...files,
        'templates/en/a.hbs': 'x',
        'templates/en/b.hbs': '{{> (formula "protest" s)}}{{> p}}',
        ...partials({ p: '' })
      })
    )
    expect(openTemplate(store, 'en', 'a').read).toEqual(['templates/en/a.hbs'])
    expect(openTemplate(store, 'en', 'b').read).toEqual([
      'templates/en/b.hbs',
      'templates/en/partials/p.hbs',
      'templates/formulas/en.yaml'
    ])
    expect(openTemplate(store, 'en', 'b')).toBe(openTemplate(store, 'en', 'b'))
    expect(textOf(mergeData(openTemplate(store, 'en', 'b'), { s: 'mild' }).pieces)).toBe('protests')
  })
})

describe('what is refused', () => {
  test.each([
    ['{{> (formula "protst" how)}}', 'note.hbs:1:5 template/unknown-formula there is no group of formulas `protst`'],
    [
      '{{> (formula "protest" "hard")}}',
      'note.hbs:1:5 template/unknown-formula there is no formula `hard` in the group `protest`'
    ],
    [
      '{{> (formula "other" how)}}',
      'templates/formulas/en.yaml:8:24 template/unknown-helper there is no helper `nope`'
    ],
    [
      '{{> (formula how how)}}',
      'note.hbs:1:14 template/arguments the `GROUP` of `formula` must be written out in the template'
    ],
    ['{{> (formula "protest")}}', 'note.hbs:1:5 template/arguments `formula` takes 2 arguments, not 1'],
    [
      '{{> (formula "protest" how)}}',
      'note.hbs:1:5 template/unknown-formula there is no formula `hrad` in the group `protest`'
    ],
    [
      '{{> (formula "protest" nothing)}}',
      'note.hbs:1:24 template/null `formula` takes a text, and `nothing` is `null` here'
    ]
  ])('%s', (text, finding) => {
    expect(refused(() => filled(text, { how: 'hrad', nothing: null }, files))).toEqual([finding])
  })

  test('the nearest formula is named', () => {
    const [finding] = diagnosticsOf(() => filled('{{> (formula "protest" how)}}', { how: 'stong' }, files))
    expect(finding).toMatchObject({ pointer: '/how', hints: expect.arrayContaining(['did you mean `strong`?']) })
  })

  test.each([
    [
      ['g:', '  k: { text: "a\\u00A0b", confirmed: null }'],
      '5:16 template/formulas the text of a formula must be on one line, without escapes'
    ],
    [
      ['g:', `  k: { text: 'it''s', confirmed: null }`],
      '5:16 template/formulas the text of a formula must be on one line, without escapes'
    ],
    [
      ['g:', '  k:', '    text: >-', '      folded', '      text', '    confirmed: null'],
      '6:13 template/formulas the text of a formula must be on one line, without escapes'
    ],
    [['g:', '  k: { text: a }'], '5:8 template/formulas `confirmed` names who or what attests the wording, or is null'],
    [['g:', '  k: { confirmed: null }'], '5:8 template/formulas a formula must have a `text`'],
    [['g:', '  k: { text: a, confirmed: null, note: x }'], '5:42 template/formulas a formula has no field `note`'],
    [['g: words'], '4:6 template/formulas the group `g` does not hold formulas']
  ])('%j', (lines, finding) => {
    const found = refused(() => open('{{> (formula "g" "k")}}', formulas(...lines)))
    expect(found).toEqual([`templates/formulas/en.yaml:${finding}`])
  })

  test('a file of another language, or none', () => {
    const text = 'verbale: 1\nlanguage: fr\nformulas:\n  g: { k: { text: a, confirmed: null } }\n'
    expect(refused(() => open('{{> (formula "g" "k")}}', { 'templates/formulas/en.yaml': text }))).toEqual([
      'templates/formulas/en.yaml:2:11 template/formulas these are the formulas of `en`'
    ])
    expect(refused(() => open('{{> (formula "g" "k")}}'))).toEqual([
      'note.hbs:1:5 template/unknown-formula there are no formulas in `en` (templates/formulas/en.yaml)'
    ])
  })
})
