import Handlebars from 'handlebars'
import { describe, expect, test } from 'vitest'
import { filled, partials } from './merging.ts'

const data = {
  a: 'A',
  no: '',
  yes: true,
  off: false,
  zero: 0,
  nothing: null,
  o: { x: 'X', deep: { y: 'Y' } },
  none: [],
  words: ['p', 'q', 'r'],
  items: [
    { t: 'one', more: ['u', 'v'], on: true },
    { t: 'two', more: [], on: false }
  ]
}
const files = {
  p: '[{{t}}]',
  line: 'L{{a}}\n',
  two: 'L1\nL2\n',
  each: '{{#each more}}{{this}}{{@index}}{{/each}}',
  w: '{{t}}{{label}}'
}

/** What Handlebars itself makes of it, without escaping. */
function plain(text: string): string {
  const handlebars = Handlebars.create()
  for (const [name, source] of Object.entries(files)) handlebars.registerPartial(name, source)
  return handlebars.compile(text, { noEscape: true, preventIndent: true })(data)
}

const SAME = [
  '',
  'text alone { } }} {a}',
  'a {{a}} {{{a}}} {{&a}} b',
  '{{this.a}} {{./a}} {{@root.a}} {{o.x}} {{o/deep/y}} {{o.[x]}} {{words.[1]}} {{items.[0].t}}',
  '{{#if yes}}1{{/if}}{{#if off}}2{{/if}}{{#if zero}}3{{/if}}{{#if no}}4{{/if}}{{#if none}}5{{/if}}{{#if nothing}}6{{/if}}{{#if o}}7{{/if}}',
  '{{#if off}}1{{else}}2{{/if}} {{#unless off}}1{{else}}2{{/unless}} {{^if off}}1{{/if}} {{^if yes}}1{{else}}2{{/if}}',
  '{{#if off}}1{{else if zero}}2{{else if yes}}3{{else}}4{{/if}}',
  '{{#if off}}1{{^}}2{{/if}}',
  '{{#each words}}{{this}}{{.}}{{@index}}{{@key}}{{#if @first}}F{{/if}}{{#if @last}}L{{/if}} {{/each}}',
  '{{#each none}}x{{else}}empty{{/each}}',
  '{{#each items}}{{t}}:{{#each more}}{{this}}{{../t}}{{@index}}{{@../index}}{{../../a}} {{else}}-{{/each}};{{/each}}',
  '{{#each items as |item place|}}{{place}}{{item.t}}{{#each item.more as |one|}}{{one}}{{item.t}}{{../t}}{{/each}}{{/each}}',
  '{{#each items as |a|}}{{a.t}}{{this.t}}{{./t}}{{../a}}{{@root.a}}{{/each}}{{a}}',
  '{{#each items as |x|}}{{#each x.more as |x|}}{{x}}{{/each}}{{x.t}}{{/each}}',
  '{{#each items as |t|}}{{this.t}}{{./t}}{{t.t}}{{../a}}{{/each}}',
  '{{#with o}}{{x}}{{../a}}{{#with deep}}{{y}}{{../x}}{{../../a}}{{/with}}{{/with}}',
  '{{#with o as |p|}}{{p.x}}{{x}}{{#if p}}{{x}}{{../a}}{{/if}}{{/with}}',
  '{{#with nothing}}x{{else}}nothing{{/with}}',
  '{{#with o}}{{#if ../yes}}{{x}}{{/if}}{{#unless ../off}}{{deep.y}}{{/unless}}{{/with}}',
  '{{> p items.[0]}} {{#each items}}{{> p}}{{> each}}{{/each}} {{> line}}|',
  '{{> w items.[0] label=a}} {{> w items.[0] label="l" t="T"}} {{#each items}}{{> w label=../a}}{{/each}}',
  'x\n{{#if yes}}\n  in\n{{/if}}\ny',
  'x\n  {{#each words}}\n  - {{this}}\n  {{/each}}\ny\n',
  'x\n{{#if off}}\n1\n{{else}}\n2\n{{/if}}\ny',
  'x\n{{#if off}}\n1\n{{else if yes}}\n2\n{{else}}\n3\n{{/if}}\ny',
  'x\n{{! comment }}\ny {{!-- }} --}} z',
  'x\n  {{> two}}\ny\n  {{> line}} z\n',
  'x \n {{~a~}} \n y',
  '{{#if yes~}}  in  {{~else~}}  out  {{~/if}}',
  'a {{~#each words~}} {{this}} {{~/each~}} b',
  'x\r\n{{#if yes}}\r\nin\r\n{{/if}}\r\ny\r\n',
  '\n\n{{#if yes}}\n\n\nin\n\n\n{{/if}}\n\n\n',
  '  {{#if yes}}  \n  in\n  {{/if}}  \n',
  '{{#if yes}}{{/if}} \n {{#each words}}{{/each}} \n',
  'a \\{{a}} b {{a}} c \\\\{{a}} d'
]

describe('a template prints what Handlebars prints', () => {
  test.each(SAME)('%j', text => {
    expect(filled(text, data, partials(files))).toBe(plain(text))
  })
})

describe('where a template differs from Handlebars, on purpose', () => {
  test('a bare name is a field even where a helper has that name', () => {
    expect(filled('{{number}} {{#with o}}{{name}}{{/with}}', { number: '7/2026', o: { name: 'N' } })).toBe('7/2026 N')
  })

  test('`../` counts contexts, so it does not matter that `with` enters the same value again', () => {
    const same = '{{#with o}}{{#with this}}{{../x}}{{../../a}}{{/with}}{{/with}}'
    expect(filled(same, data)).toBe('XA')
    expect(plain(same)).toBe('')
  })

  test('a partial sees its context and `@root`, and not the block parameters of its caller', () => {
    const text = '{{#each items as |i|}}{{> p2}}{{/each}}'
    expect(filled(text, data, partials({ p2: '{{t}}{{@root.a}}{{@index}}' }))).toBe('oneA0twoA1')
    expect(() => filled(text, data, partials({ p2: '{{i.t}}' }))).toThrow('there is no field `i`')
  })
})
