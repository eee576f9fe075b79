import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rejected } from '../../src/diagnostic.ts'
import { load } from '../../src/load/load.ts'
import { positionOf } from '../../src/source.ts'
import { type Json, type Loaded, placeOf } from '../../src/value.ts'
import { LARGEST_FILE } from '../../src/world.ts'
import { times } from '../share.ts'

function read(text: string): Loaded {
  return load({ name: 'a.yaml', text })
}

/** Every finding as `line:column rule message`. */
function findings(text: string): string[] {
  try {
    read(text)
    return []
  } catch (thrown) {
    if (!(thrown instanceof Rejected)) throw thrown
    return thrown.diagnostics.map(({ span, rule, message }) => {
      const at = span && positionOf(span.source, span.start)
      return `${at?.line}:${at?.column} ${rule} ${message}`
    })
  }
}

function textAt(loaded: Loaded, pointer: string): string {
  const { source, start, end } = placeOf(loaded, pointer)
  return source.text.slice(start, end)
}

describe('values', () => {
  test('are those of the core schema of YAML 1.2', () => {
    const text = 'a: no\nb: 2022\nc: 0x10\nd: ~\ne:\nf: true\ng: "1"\nh: 2022-04-01\ni: 1_000\nj: 12:30\nk: !!str 7\n'
    const value = {
      a: 'no',
      b: 2022,
      c: 16,
      d: null,
      e: null,
      f: true,
      g: '1',
      h: '2022-04-01',
      i: '1_000',
      j: '12:30'
    }
    expect(read(text).value).toEqual({ ...value, k: '7' })
  })

  test('keep their source text', () => {
    const { scalars } = read('a: 007\nb: [1e3, 0x10]\nc: ~\nd:\ne: True\n')
    expect([...scalars]).toEqual([
      ['/a', '007'],
      ['/b/0', '1e3'],
      ['/b/1', '0x10'],
      ['/c', '~'],
      ['/d', ''],
      ['/e', 'True']
    ])
  })

  test('have words as keys, as written', () => {
    expect(read('2022: a\n007: b\nno: c\n~: d\n').value).toEqual({ '2022': 'a', '007': 'b', no: 'c', '~': 'd' })
  })

  test('may be JSON, with tabs', () => {
    expect(read('{\n\t"a": [1, 2],\n\t"b": {"c": "\\u00e4"}\n}\n').value).toEqual({ a: [1, 2], b: { c: 'ä' } })
  })

  test('may stand behind a byte order mark', () => {
    const loaded = read('\uFEFFa: x\n')
    expect([loaded.value, textAt(loaded, '/a')]).toEqual([{ a: 'x' }, 'x'])
  })

  test('are those of JSON.parse for whatever JSON can say', () => {
    const key = fc.string().filter(each => !['<<', '__proto__'].includes(each) && !each.includes('\uFFFD'))
    const { tree } = fc.letrec<{ tree: Json }>(tie => ({
      tree: fc.oneof(
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        key,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 3, noNullPrototype: true })
      )
    }))
    const mapping = fc.dictionary(key, tree, { noNullPrototype: true })
    fc.assert(
      fc.property(mapping, value => {
        expect(read(JSON.stringify(value)).value).toEqual(value)
      }),
      { seed: 14112025, numRuns: 300 }
    )
  })
})

describe('places', () => {
  const text = 'a: 1 # one\nb:\n  - x\n  - y # why\n\n# more\nc: >-\n  two\n  lines\n\nd:\ne: {f: [1, 2]}\n'
  test.each([
    ['/a', '1'],
    ['/b', '- x\n  - y'],
    ['/b/1', 'y'],
    ['/c', '>-\n  two\n  lines'],
    ['/d', ''],
    ['/e', '{f: [1, 2]}'],
    ['/e/f', '[1, 2]'],
    ['/e/f/1', '2']
  ])('%s is %j', (pointer, expected) => {
    expect(textAt(read(text), pointer)).toBe(expected)
  })

  test('have their keys', () => {
    const key = read('a:\n  b/c: 1\n').places.get('/a/b~1c')?.key
    expect(key && [key.start, key.end]).toEqual([5, 8])
  })

  test('lie inside the text, start before they end, and hold what stands in them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab:\n \-#[\]{},"&*x]{0,40}$/), noise => {
        let loaded: Loaded
        try {
          loaded = read(`k:\n${noise}`)
        } catch (thrown) {
          if (!(thrown instanceof Rejected)) throw thrown
          return
        }
        for (const { value } of loaded.places.values()) {
          expect(value.start).toBeLessThanOrEqual(value.end)
          expect(value.end).toBeLessThanOrEqual(loaded.whole.end)
        }
      }),
      { seed: 14112025, numRuns: times(2000) }
    )
  })
})

describe('aliases', () => {
  test('are read as what they name; the place is the alias, and inside it what it names', () => {
    const loaded = read('a: &x {b: 1}\nc: *x\n')
    expect(loaded.value).toEqual({ a: { b: 1 }, c: { b: 1 } })
    expect([textAt(loaded, '/c'), textAt(loaded, '/c/b')]).toEqual(['*x', '1'])
  })

  test('name the anchor above them, also where a name is given twice', () => {
    expect(read('a: &x [&y 1, *y]\nb: &y 2\nc: *x\nd: *y\n').value).toEqual({ a: [1, 1], b: 2, c: [1, 1], d: 2 })
  })

  test.each([
    ['a: *x\n', '1:4 record/alias nothing is named `&x`'],
    ['a: &x [*x]\n', '1:8 record/alias `*x` is inside the value that it names']
  ])('%j is refused', (text, finding) => {
    expect(findings(text)).toEqual([finding])
  })

  test('cannot make a small file large', () => {
    const rows = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`)
    const bomb = `a0: &a0 x\n${rows.join('\n')}\n`
    const beyond = 'record/too-many-values this file holds more than 200000 values, with aliases counted in full'
    expect(findings(bomb)).toEqual([`11:17 ${beyond}`])
    expect(findings(`b: 1\nb: 2\n${bomb}`)).toEqual([
      '2:1 record/duplicate-key the key `b` was given before, in line 1',
      `13:17 ${beyond}`
    ])
  })

  test('cannot make a shallow file deep', () => {
    const rows = Array.from({ length: 80 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}]`)
    expect(findings(`a0: &a0 x\n${rows.join('\n')}\n`)).toEqual([
      '64:12 record/too-deep values are nested more than 64 deep'
    ])
  })
})

describe('what is refused', () => {
  test.each([
    ['', ['1:1 record/empty the file is empty']],
    ['# nothing\n', ['1:1 record/empty the file is empty']],
    ['---\n...\n', ['1:1 record/empty the file is empty']],
    ['- a\n', ['1:1 record/not-a-mapping the file does not hold fields']],
    ['a\n', ['1:1 record/not-a-mapping the file does not hold fields']],
    ['a: 1\n---\nb: 2\n', ['2:1 record/several-documents a second YAML document starts here']],
    ['a: 1\nb: 2\na: 3\n', ['3:1 record/duplicate-key the key `a` was given before, in line 1']],
    ['{"a": 1, "a": 2}', ['1:10 record/duplicate-key the key `a` was given before, in line 1']],
    [
      'what: { en: a wall, a roof and a gate }\n',
      ['1:21 record/no-value `a roof and a gate` is a key without a value']
    ],
    ['a: &x {b: 1}\nc:\n  <<: *x\n', ['3:3 record/merge-key merge keys (`<<`) are not read']],
    ['constructor: 1\n', ['1:1 record/reserved-key the key `constructor` is reserved']],
    ['{"__proto__": {"a": 1}}', ['1:2 record/reserved-key the key `__proto__` is reserved']],
    [
      'a: !house x\nb: !!binary aGk=\n',
      ['1:4 record/tag tags (`!…`) are not read', '2:4 record/tag tags (`!…`) are not read']
    ],
    ['%YAML 1.1\n---\na: no\n', ['1:1 record/yaml-version the file asks for YAML 1.1, but only YAML 1.2 is read']],
    ['a:\n\tb: 2\n', ['2:1 record/syntax a tab indents this line']],
    ['a:\n\tb: 2\n\t- c\nd: @x\n', ['2:1 record/syntax a tab indents this line']],
    ['a: { b: c } }\nd: 1\ne: [2]\n', ['1:13 record/syntax this `}` closes nothing']],
    ['a: { b: c: d }\n', ['1:9 record/syntax this text holds a second `: `']],
    ['a: { b: "c }\nd: "e"\nf: g\n', ['1:9 record/syntax this quotation mark is never closed']],
    [
      "a: [ 'b, c ]\nd: 'e'\nf: [g\nh: i\n",
      ['1:6 record/syntax this quotation mark is never closed', '4:1 record/syntax a `[` or `{` above is not closed']
    ],
    ["a: 'the guard's post'\n", ['1:15 record/syntax the text in quotation marks ends before this']],
    ["a: 'the guards' post'\n", ['1:17 record/syntax the text in quotation marks ends before this']],
    ['a: "the "main" gate"\n', ['1:10 record/syntax the text in quotation marks ends before this']],
    ['a: caf\uFFFD\n', ['1:7 record/encoding a character here is not valid UTF-8']],
    [
      'a: @x\nb: "y\n',
      [
        '1:4 record/syntax a text cannot start with this character',
        '2:4 record/syntax this quotation mark is never closed'
      ]
    ]
  ])('%j', (text, expected) => {
    expect(findings(text)).toEqual(expected)
  })

  test('a file over the bound, before it is parsed', () => {
    expect(findings('[ '.repeat(LARGEST_FILE))).toEqual(['1:1 record/too-large the file is larger than 8 MiB'])
    expect(findings(`a: ${'ä'.repeat(LARGEST_FILE / 2)}`)).toEqual([
      '1:1 record/too-large the file is larger than 8 MiB'
    ])
  })

  test.each(['[ ', '{a: ', '- ', '? '])('%j a million times', opening => {
    expect(findings(opening.repeat(1_000_000))[0]).toMatch(/record\/too-deep/)
  })

  test('more values than a register can need', () => {
    expect(findings(`a: [${'{},'.repeat(200_001)}`)[0]).toMatch(/^1:\d+ record\/too-many-values/)
  }, 60_000)

  test('never makes anything but a value or located findings', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab:\n \t-#[]{},"\'&*|>%!?@`~\\\uFEFF\r0') }), text => {
        for (const each of findings(text)) expect(each).toMatch(/^\d+:\d+ record\/[a-z-]+ [a-z`]/)
      }),
      { seed: 14112025, numRuns: times(3000) }
    )
  })
})
