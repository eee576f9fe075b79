import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rejected } from '../../src/diagnostic.ts'
import { edited, insertion, yamlEntry } from '../../src/load/insert.ts'
import { load } from '../../src/load/load.ts'
import type { Json } from '../../src/value.ts'
import { SEED } from '../generator.ts'
import { times } from '../share.ts'

/** A text with the entry `b: { n: 1 }` added to its section `s`. */
function added(text: string, id = 'b', value: Json = { n: 1 }): string {
  const source = { name: 'register.yaml', text }
  return edited(text, insertion(source, { section: 's', id, value }))
}

describe('an entry goes behind the last of its section', () => {
  test.each([
    ['s:\n  a: { n: 0 }\n', 's:\n  a: { n: 0 }\n  b:\n    n: 1\n'],
    ['s:\n  a: { n: 0 } # of a\nt: {}\n', 's:\n  a: { n: 0 } # of a\n  b:\n    n: 1\nt: {}\n'],
    ['s:\n    a:\n      n: 0\n\n# of t\nt: {}\n', 's:\n    a:\n      n: 0\n    b:\n      n: 1\n\n# of t\nt: {}\n'],
    ['s:\n  a: { n: 0 }\n\n  # of a, too\n\nt: {}\n', 's:\n  a: { n: 0 }\n\n  # of a, too\n  b:\n    n: 1\n\nt: {}\n'],
    ['s:\n  a: 0\n\n  c: 0\nt: {}\n', 's:\n  a: 0\n\n  c: 0\n\n  b:\n    n: 1\nt: {}\n'],
    ['s:\n  a: |\n    x\n\n\nt: {}\n', 's:\n  a: |\n    x\n  b:\n    n: 1\n\n\nt: {}\n'],
    ['s:\n  a: |+\n    x\n\nt: {}\n', 's:\n  a: |+\n    x\n\n  b:\n    n: 1\nt: {}\n'],
    ['s:\n  a: >-\n    # no comment\n    x\nt: {}\n', 's:\n  a: >-\n    # no comment\n    x\n  b:\n    n: 1\nt: {}\n'],
    ['s: &all\n  a: &one { n: 0 }\nt: *one\n', 's: &all\n  a: &one { n: 0 }\n  b:\n    n: 1\nt: *one\n'],
    ['s:\n  a: [\n    1,\n  ]\n...\n', 's:\n  a: [\n    1,\n  ]\n  b:\n    n: 1\n...\n']
  ])('%j', (before, after) => {
    expect(added(before)).toBe(after)
  })
})

describe('the text keeps its manner', () => {
  test.each([
    ['no line end at its end', 's:\n  a: 0', 's:\n  a: 0\n  b:\n    n: 1'],
    ['lines that end in CRLF', 's:\r\n  a: 0\r\nt: {}\r\n', 's:\r\n  a: 0\r\n  b:\r\n    n: 1\r\nt: {}\r\n'],
    ['both', 's:\r\n  a: 0', 's:\r\n  a: 0\r\n  b:\r\n    n: 1'],
    ['braces on one line', 's: { a: 0 }\nt: {}\n', 's: { a: 0, "b": {"n":1} }\nt: {}\n'],
    ['a comma behind the last', 's: { a: 0, }\n', 's: { a: 0, "b": {"n":1}, }\n'],
    [
      'braces on several',
      's: {\n    a: 0 # of a\n  }\n',
      's: {\n    a: 0,\n    "b": {\n        "n": 1\n    } # of a\n  }\n'
    ],
    ['nothing in it yet', 's: {}\nt: {}\n', 's:\n  b:\n    n: 1\nt: {}\n'],
    ['nothing but a comment', 't: {}\ns: {} # none yet', 't: {}\ns: # none yet\n  b:\n    n: 1'],
    [
      'JSON',
      '{\n  "s": {\n    "a": 0\n  }\n}\n',
      '{\n  "s": {\n    "a": 0,\n    "b": {\n      "n": 1\n    }\n  }\n}\n'
    ],
    ['JSON with nothing in it', '{\n\t"s": {}\n}', '{\n\t"s": {\n\t\t"b": {\n\t\t\t"n": 1\n\t\t}\n\t}\n}'],
    ['JSON on one line', '{"s":{"a":0},"t":1}', '{"s":{"a":0, "b": {"n":1}},"t":1}'],
    ['JSON on one line with nothing in it', '{"s":{},"t":1}', '{"s":{"b": {"n":1}},"t":1}']
  ])('%s', (_, before, after) => {
    expect(added(before)).toBe(after)
  })
})

describe('what would change something else is refused', () => {
  test.each([
    ['the section is another one', 't: &x { a: 0 }\ns: *x\n'],
    ['another section is this one', 's: &x\n  a: 0\nt: *x\n'],
    ['the section is not there', 't: {}\n'],
    ['the section holds nothing', 's:\nt: {}\n'],
    ['a comment stands in the braces', 's: {\n  # none\n  }\n'],
    ['the id is there', 's:\n  b: 0\n']
  ])('%s', (_, text) => {
    expect(() => added(text)).toThrow(Rejected)
  })
})

const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '007',
    '2025-11-14',
    'null',
    'yes',
    '- a',
    'a: b',
    '#',
    '1e3',
    '"',
    "'",
    '{',
    '№ 12/А',
    '~',
    '0x1F',
    ''
  )
)
const value: fc.Arbitrary<Json> = fc.letrec<{ any: Json; map: Json }>(tie => ({
  any: fc.oneof(
    { maxDepth: 3 },
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 3 }),
    tie('map')
  ),
  map: fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,6}$/), tie('any'), { minKeys: 1, maxKeys: 3 })
})).map

const texts = [
  '# a register\ns: {}\nt: 1\n',
  's:\n  a: { n: 0 } # one\n\n  # two\n\nt: 1\n',
  's:\n    a:\n        - 1\n',
  's:\r\n  a: 1\r\nt: 1',
  's: { a: 1 }\n',
  '{ "s": {}, "t": 1 }\n',
  '{\n  "s": {\n    "a": 1\n  },\n  "t": 1\n}\n'
]

test('an entry that was written is read back, and not another byte has changed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), value, (text, given) => {
      const source = { name: 'r.yaml', text }
      const edit = insertion(source, { section: 's', id: 'new', value: given })
      const now = edited(text, edit)
      const { s, ...others } = Object(load({ name: 'r.yaml', text: now }).value)
      const { s: before, ...othersBefore } = Object(load(source).value)
      expect(JSON.stringify(s)).toBe(JSON.stringify({ ...before, new: given }))
      expect(others).toEqual(othersBefore)
      // Only `{}` gives way.
      expect(text.slice(edit.at, edit.end).replace('{}', '').trim()).toBe('')
      expect(now.startsWith(text.slice(0, edit.at)) && now.endsWith(text.slice(edit.end))).toBe(true)
    }),
    { seed: SEED, numRuns: times(500, 4) }
  )
})

test('what is printed can be pasted', () => {
  expect(yamlEntry({ id: 'b', value: { number: '007', languages: ['en'], title: { en: 'No. 7: x' } } }, '  ')).toBe(
    '  b:\n    number: "007"\n    languages: [en]\n    title:\n      en: "No. 7: x"\n'
  )
})
