/** The reader of JSON against the reader of YAML, of which JSON is a part. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadJson } from '../../src/load/json.ts'
import { loadYaml } from '../../src/load/load.ts'
import { times } from '../share.ts'

const source = (text: string) => ({ name: 'a.json', text })

describe('loadJson', () => {
  test('gives value, places and texts of scalars', () => {
    const loaded = loadJson(source('{"a": [1.50, "b\\n"]}'))
    expect(loaded?.value).toEqual({ a: [1.5, 'b\n'] })
    expect([...(loaded?.scalars ?? [])]).toEqual([
      ['/a/0', '1.50'],
      ['/a/1', 'b\n']
    ])
    const places = [...(loaded?.places ?? [])].map(([pointer, { key, value }]) => {
      return [pointer, value.start, value.end, key?.start, key?.end]
    })
    expect(places).toEqual([
      ['', 0, 20, undefined, undefined],
      ['/a', 6, 19, 1, 4],
      ['/a/0', 7, 11, undefined, undefined],
      ['/a/1', 13, 18, undefined, undefined]
    ])
  })

  test.each([
    ['a key that is given twice', '{"a": 1, "a": 2}'],
    ['a reserved key', '{"__proto__": 1}'],
    ['a merge key', '{"<<": 1}'],
    ['a tab', '{\t"a": 1}'],
    ['a comma at the end', '{"a": 1,}'],
    ['no object', '[1]'],
    ['nesting that is too deep', `{"a": ${'['.repeat(64)}${']'.repeat(64)}}`],
    ['too many values', `{"a": [${'1,'.repeat(200_000)}1]}`]
  ])('leaves %s to YAML', (_, text) => {
    expect(loadJson(source(text))).toBe(null)
  })

  test('gives what YAML gives', () => {
    const key = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('7', '0', '~', '/', 'a~1b', 'a/b', 'é', '#', '- x')
    )
    const scalar = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('"', '\\', '\\"', '{', '],', ': ', ' #', 'true', '007', '\u0000', '\ud83d'),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(-0, 1e21, 1e-7, 2 ** 64, true, false, null)
    )
    const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 })
      )
    }))
    const reserved = /"(__proto__|constructor|prototype|<<)"/
    const texts = fc
      .tuple(
        fc.dictionary(key, tree, { maxKeys: 5 }),
        fc.constantFrom('', ' ', '   '),
        fc.constantFrom('', '\n', ' \n\n')
      )
      .map(([value, indent, end]) => JSON.stringify(value, null, indent) + end)
      .filter(text => !reserved.test(text))
    fc.assert(
      fc.property(texts, text => {
        expect(loadJson(source(text))).toEqual(loadYaml(source(text)))
      }),
      { seed: 8259, numRuns: times(1500) }
    )
  })
})
