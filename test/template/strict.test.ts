import { describe, expect, test } from 'vitest'
import { diagnosticsOf, filled, mergeData, open, partials, refused } from './merging.ts'

const files = partials({ p: 'in the partial', q: '{{name}}' })
const data = {
  o: { k: 'K' },
  list: ['s', 't'],
  empty: null,
  blank: '',
  day: {
    kind: 'date',
    edtf: '2022',
    dates: [{ year: 2022, month: null, day: null, approximate: false }],
    relation: 'date'
  }
}

const find = (text: string) => refused(() => filled(text, data, files))

describe('every way to miss data is an error with its place', () => {
  test.each([
    ['{{a}}', 'note.hbs:1:3 template/unknown-field there is no field `a` (`a`)'],
    ['{{{a}}}', 'note.hbs:1:4 template/unknown-field there is no field `a` (`a`)'],
    ['{{&a}}', 'note.hbs:1:4 template/unknown-field there is no field `a` (`a`)'],
    ['x\n {{o.x}}', 'note.hbs:2:4 template/unknown-field there is no field `x` (`o.x`)'],
    ['{{@nope}}', 'note.hbs:1:3 template/unknown-field there is no `@nope`'],
    ['{{@index}}', 'note.hbs:1:3 template/unknown-field there is no `@index` here'],
    ['{{@root.zz}}', 'note.hbs:1:3 template/unknown-field there is no field `zz` (`@root.zz`)'],
    ['{{#each list}}{{../zz}}{{/each}}', 'note.hbs:1:17 template/unknown-field there is no field `zz` (`../zz`)'],
    ['{{../zz}}', 'note.hbs:1:3 template/path `../zz` leads out of this template'],
    ['{{#a}}x{{/a}}', 'note.hbs:1:4 template/unknown-helper there is no block `#a`'],
    ['{{#o}}x{{/o}}', 'note.hbs:1:4 template/unknown-helper there is no block `#o`'],
    ['{{> p a}}', 'note.hbs:1:7 template/unknown-field there is no field `a` (`a`)'],
    ['{{> q name=a}}', 'note.hbs:1:12 template/unknown-field there is no field `a` (`a`)'],
    ['{{nope o}}', 'note.hbs:1:3 template/unknown-helper there is no helper `nope`'],
    ['{{a.b.c}}', 'note.hbs:1:3 template/unknown-field there is no field `a` (`a.b.c`)'],
    ['{{o.k.c}}', 'note.hbs:1:3 template/unknown-field a text has no fields (`o.k.c`)'],
    ['{{#each list}}{{zz}}{{/each}}', 'note.hbs:1:17 template/unknown-field a text has no fields (`zz`)'],
    [
      '{{> missing}}',
      'note.hbs:1:5 template/unknown-partial there is no partial `missing` (templates/en/partials/missing.hbs)'
    ],
    ['{{#if a}}x{{/if}}', 'note.hbs:1:7 template/unknown-field there is no field `a` (`a`)'],
    ['{{#unless a}}x{{/unless}}', 'note.hbs:1:11 template/unknown-field there is no field `a` (`a`)'],
    ['{{#each a}}x{{/each}}', 'note.hbs:1:9 template/unknown-field there is no field `a` (`a`)'],
    ['{{#with a}}x{{/with}}', 'note.hbs:1:9 template/unknown-field there is no field `a` (`a`)'],
    ['{{#list a}}x{{/list}}', 'note.hbs:1:9 template/unknown-field there is no field `a` (`a`)'],
    ['{{date a}}', 'note.hbs:1:8 template/unknown-field there is no field `a` (`a`)'],
    ['{{capital (date a)}}', 'note.hbs:1:17 template/unknown-field there is no field `a` (`a`)'],
    ['{{date day form=a}}', 'note.hbs:1:17 template/unknown-field there is no field `a` (`a`)'],
    ['{{lookup o "nope"}}', 'note.hbs:1:3 template/unknown-helper there is no helper `lookup`'],
    ['{{empty}}', 'note.hbs:1:3 template/null `empty` is `null` here'],
    ['{{blank}}', 'note.hbs:1:3 template/empty `blank` is an empty text'],
    ['{{empty.x}}', 'note.hbs:1:3 template/null `empty.x` cannot be looked up: what should have `x` is `null` here'],
    [
      '{{#if empty.x}}x{{/if}}',
      'note.hbs:1:7 template/null `empty.x` cannot be looked up: what should have `x` is `null` here'
    ],
    ['{{#each empty}}x{{/each}}', 'note.hbs:1:9 template/null `each` takes a list, and `empty` is `null` here'],
    ['{{date empty}}', 'note.hbs:1:8 template/null `date` takes a date, and `empty` is `null` here'],
    ['{{o}}', 'note.hbs:1:3 template/unprintable `o` is an object, which cannot be printed as it is'],
    ['{{list}}', 'note.hbs:1:3 template/unprintable `list` is a list, which cannot be printed as it is'],
    ['{{day}}', 'note.hbs:1:3 template/unprintable `day` is a date, which cannot be printed as it is'],
    [
      '{{#each list}}{{@first}}{{/each}}',
      'note.hbs:1:17 template/unprintable `@first` is `true`, which cannot be printed as it is'
    ],
    ['{{constructor}}', 'note.hbs:1:3 template/unknown-field there is no field `constructor` (`constructor`)'],
    ['{{__proto__}}', 'note.hbs:1:3 template/unknown-field there is no field `__proto__` (`__proto__`)'],
    [
      '{{o.constructor.name}}',
      'note.hbs:1:3 template/unknown-field there is no field `constructor` (`o.constructor.name`)'
    ],
    ['{{list.length}}', 'note.hbs:1:3 template/unknown-field a list has no `length` (`list.length`)'],
    ['{{list.[7]}}', 'note.hbs:1:3 template/unknown-field a list has no `7` (`list.7`)'],
    ['{{o.k.length}}', 'note.hbs:1:3 template/unknown-field a text has no fields (`o.k.length`)']
  ])('%s', (text, finding) => {
    expect(find(text)[0]).toBe(finding)
  })
})

test('the nearest name, the place in the dossier and the whole path are told', () => {
  const [finding] = diagnosticsOf(() =>
    filled('{{#each incidents}}{{facilty.name}}{{/each}}', { incidents: [{ facility: 'x' }, { facility: 'y' }] })
  )
  expect(finding).toMatchObject({
    severity: 'error',
    rule: 'template/unknown-field',
    pointer: '/incidents/0',
    hints: ['did you mean `facility`?']
  })
  expect(finding?.span?.source.text.slice(finding.span.start, finding.span.end)).toBe('facilty.name')
})

test.each([
  ['{{#each list as |item|}}{{item.what}}{{/each}}', 'write `item`'],
  ['{{o.k.length}}', 'write `o.k`'],
  ['{{#each list as |item|}}{{itm}}{{/each}}', 'did you mean `item`?']
])('what has no fields is offered itself: %s', (text, hint) => {
  expect(diagnosticsOf(() => filled(text, data, files))[0]?.hints).toEqual([hint])
})

test('a partial whose argument is wrong is not run on nothing', () => {
  expect(find('{{> q a name=o}}')).toEqual(['note.hbs:1:7 template/unknown-field there is no field `a` (`a`)'])
})

test('one run reports all that it finds, and each place once', () => {
  expect(find('{{a}} {{#each list}}{{b}}{{/each}} {{date o}} {{empty}}')).toEqual([
    'note.hbs:1:3 template/unknown-field there is no field `a` (`a`)',
    'note.hbs:1:23 template/unknown-field a text has no fields (`b`)',
    'note.hbs:1:43 template/type `date` takes a date, and `o` is an object',
    'note.hbs:1:49 template/null `empty` is `null` here'
  ])
})

test('`and` and `or` stop at the argument that decides, but never over an unknown field', () => {
  expect(filled('{{#if (and empty empty.x)}}a{{else}}b{{/if}}', data)).toBe('b')
  expect(filled('{{#if (or o empty.x)}}a{{else}}b{{/if}}', data)).toBe('a')
  expect(find('{{#if (or empty.x o)}}a{{/if}}')).toHaveLength(1)
  expect(find('{{#if (and empty emty.x)}}a{{/if}}')).toEqual([
    'note.hbs:1:18 template/unknown-field there is no field `emty` (`emty.x`)'
  ])
})

describe('what is wrong without any data', () => {
  test.each([
    ['{{date}}', {}, 'note.hbs:1:3 template/unknown-field there is no field `date` (`date`)'],
    ['{{#if (date)}}{{/if}}', {}, 'note.hbs:1:7 template/arguments `date` takes 1 argument, not 0'],
    ['{{date a b}}', {}, 'note.hbs:1:1 template/arguments `date` takes 1 argument, not 2'],
    ['{{eq a b}}', {}, 'note.hbs:1:1 template/unprintable `eq` gives true or false'],
    ['{{#if (some a)}}{{/if}}', {}, 'note.hbs:1:7 template/arguments `some` takes 2 or 3 arguments, not 1'],
    ['{{#if (and)}}{{/if}}', {}, 'note.hbs:1:7 template/arguments `and` takes at least 1 argument, not 0'],
    ['{{date a form="later"}}', {}, 'note.hbs:1:15 template/arguments `form` cannot be the text "later"'],
    ['{{date a from="on"}}', {}, 'note.hbs:1:10 template/arguments `date` has no option `from`'],
    ['{{date a form="on" form="on"}}', {}, 'note.hbs:1:20 template/arguments `form` is given twice'],
    ['{{date "2022"}}', {}, 'note.hbs:1:8 template/type `date` takes a date here, not the text "2022"'],
    ['{{if a}}', {}, 'note.hbs:1:1 template/unknown-helper `if` opens a block'],
    ['{{#date a}}{{/date}}', {}, 'note.hbs:1:4 template/unknown-helper there is no block `#date`'],
    ['{{#if a as |b|}}{{/if}}', {}, 'note.hbs:1:1 template/arguments `#if` takes no block parameters'],
    ['{{#each a as |b c d|}}{{/each}}', {}, 'note.hbs:1:1 template/arguments `#each` takes at most 2 block parameters'],
    ['{{#each a as |this|}}{{/each}}', {}, 'note.hbs:1:1 template/name `this` cannot be a name'],
    ['{{> p constructor-x="y"}}', {}, 'note.hbs:1:7 template/name `constructor-x` cannot be a name'],
    ['{{> ../p}}', {}, 'note.hbs:1:5 template/unknown-partial `../p` cannot be a partial'],
    ['{{> "a/../b"}}', {}, 'note.hbs:1:5 template/unknown-partial `a/../b` cannot be a partial'],
    ['{{> @partial-block}}', {}, 'note.hbs:1:5 template/unknown-partial `@partial-block` cannot be a partial'],
    ['{{> (eq a "b")}}', {}, 'note.hbs:1:6 template/unknown-helper `eq` cannot name a partial'],
    ['{{formula "a" b}}', {}, 'note.hbs:1:1 template/formula `formula` only names a partial'],
    ['{{> p a b}}', {}, 'note.hbs:1:9 template/refused a partial takes one context'],
    [
      '{{#*inline "x"}}{{/inline}}',
      {},
      'note.hbs:1:1 template/refused inline partials and decorators are not used here'
    ],
    ['{{* x}}', {}, 'note.hbs:1:1 template/refused inline partials and decorators are not used here'],
    ['{{#> p}}{{/p}}', {}, 'note.hbs:1:1 template/refused partial blocks (`{{#> …}}`) are not used here'],
    ['{{{{if a}}}}{{{{/if}}}}', {}, 'note.hbs:1:1 template/refused raw blocks (`{{{{ … }}}}`) are not used here'],
    ['{{"x"}}', {}, 'note.hbs:1:1 template/refused a literal is printed as text'],
    ['{{#if (eq a undefined)}}{{/if}}', {}, 'note.hbs:1:13 template/refused nothing is `undefined` here'],
    [
      '{{#each a}}{{/each}}{{#with b}}{{../../c}}{{/with}}',
      { a: [], b: {} },
      'note.hbs:1:34 template/path `../../c` leads out of this template'
    ]
  ])('%s', (text, given, finding) => {
    expect(refused(() => filled(text, given, files))[0]).toBe(finding)
  })

  test('errors of a template and of everything that it reaches come at once', () => {
    const broken = partials({ one: '{{nope a}}{{> two}}', two: 'x\n{{#if a}}', unreached: '{{nope a}}' })
    expect(refused(() => open('{{foo a}}{{> one}}', broken))).toEqual([
      'note.hbs:1:3 template/unknown-helper there is no helper `foo`',
      'partials/one.hbs:1:3 template/unknown-helper there is no helper `nope`',
      'partials/two.hbs:2:1 template/syntax the block `{{#if a}}` is not closed'
    ])
  })

  test('a template that is not there', () => {
    expect(refused(() => open('x', { 'templates/en/note.hbs': 'x' }))).toEqual([])
    expect(diagnosticsOf(() => mergeData(open('{{> pp}}', files), {}))[0]?.hints).toEqual(['did you mean `p`?'])
  })
})

describe('what the parser finds', () => {
  test.each([
    ['a\nb {{foo', 'note.hbs:2:3 template/syntax the tag `{{foo` is not closed'],
    ['a\n {{#if x}}\n b', 'note.hbs:2:2 template/syntax the block `{{#if x}}` is not closed'],
    ['{{#if x}}{{#each y}}{{/each}} b', 'note.hbs:1:1 template/syntax the block `{{#if x}}` is not closed'],
    ['{{#if x}}a{{/each}}', 'note.hbs:1:11 template/syntax `{{/each}}` ends the block `{{#if x}}` by another name'],
    ['a {{/if}}', 'note.hbs:1:3 template/syntax `{{/if}}` ends a block that is not open'],
    ['a\n\nb {{else}}', 'note.hbs:3:3 template/syntax `{{else}}` is outside a block'],
    ['{{}}', 'note.hbs:1:1 template/syntax the tag is empty'],
    ['{{a/../b}}', 'note.hbs:1:3 template/syntax `a/../b` is not a path'],
    ['{{date (a}}', 'note.hbs:1:8 template/syntax a bracket is opened here and not closed in this tag'],
    ['{{a ; b}}', 'note.hbs:1:5 template/syntax `;` cannot stand in a tag']
  ])('%s', (text, finding) => {
    expect(refused(() => open(text))).toEqual([finding])
  })
})

describe('characters that are not seen', () => {
  test.each([
    ['a\u202Eb', 'note.hbs:1:2 markup/character template text holds the character U+202E'],
    ['{{! a\u200Bb }}', 'note.hbs:1:6 markup/character template text holds the character U+200B'],
    ['co\u00ADoperation', 'note.hbs:1:3 markup/character template text holds the character U+00AD'],
    ['a\n b\uFEFF', 'note.hbs:2:3 markup/character template text holds the character U+FEFF'],
    ['{{date day form="on\u{E0041}"}}', 'note.hbs:1:20 markup/character template text holds the character U+E0041'],
    ['a\u2028b', 'note.hbs:1:2 markup/character template text holds the character U+2028']
  ])('%j', (text, finding) => {
    expect(find(text)).toEqual([`${finding}, which is invisible or cannot be printed`])
  })

  test('in a formula, at its place in its file', () => {
    const formulas = 'verbale: 1\nlanguage: en\nformulas: { g: { k: { text: "a\u200Fb", confirmed: null } } }\n'
    expect(refused(() => open('{{> (formula "g" "k")}}', { 'templates/formulas/en.yaml': formulas }))[0]).toMatch(
      /^templates\/formulas\/en\.yaml:3:\d+ .*U\+200F/
    )
  })

  test('a joiner between two letters is a letter’s affair', () => {
    expect(filled('\u0646\u0645\u06CC\u200C\u062F\u0627', {})).toBe('\u0646\u0645\u06CC\u200C\u062F\u0627')
  })
})
