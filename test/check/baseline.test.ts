/** A baseline knows findings again when lines shift, and tells those that are new. */
import { describe, expect, test } from 'vitest'
import { baselineOf, fingerprintsOf, newSince } from '../../src/check/baseline.ts'
import { type Diagnostic, warning } from '../../src/diagnostic.ts'
import { readBaseline } from '../../src/records/baseline.ts'

/** Findings of one rule at each place of some words in a text. */
function findings(text: string, words: string, rule = 'NV044', name = 'a.yaml'): Diagnostic[] {
  const source = { name, text }
  return [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) =>
    warning({ rule, message: `${words} is said`, span: { source, start: index, end: index + words.length } })
  )
}

function known(all: readonly Diagnostic[]) {
  const { value } = readBaseline({ name: 'baseline.json', text: baselineOf(all) })
  if (!value) throw new Error('a baseline of ours was not read')
  return value
}

const text = 'one etc.\n  two etc.\none etc.\n'
const baseline = known(findings(text, 'etc'))

describe('what is new', () => {
  test('nothing, of what was known', () => {
    expect(newSince(findings(text, 'etc'), baseline)).toEqual([])
  })

  test.each([
    ['lines above', `# a\n# b\n${text}`],
    ['white space', text.replaceAll(' ', '   ')],
    ['windows line ends', text.replaceAll('\n', '\r\n')],
    ['a finding less', 'one etc.\none etc.\n']
  ])('nothing, with %s', (_, changed) => {
    expect(newSince(findings(changed, 'etc'), baseline)).toEqual([])
  })

  test('a third of two that are alike', () => {
    const more = findings(`${text}one etc.\n`, 'etc')
    expect(newSince(more, baseline)).toEqual([more[3]])
  })

  test('one on another line, of another rule, or in another file', () => {
    expect(newSince(findings('three etc.', 'etc'), baseline)).toHaveLength(1)
    expect(newSince(findings(text, 'etc', 'NV045'), baseline)).toHaveLength(3)
    expect(newSince(findings(text, 'etc', 'NV044', 'b.yaml'), baseline)).toHaveLength(3)
  })

  test('one without a place', () => {
    const bare = warning({ rule: 'NV044', message: 'x', span: null })
    expect(newSince([bare], baseline)).toEqual([bare])
    expect(newSince([bare], known([bare]))).toEqual([])
  })
})

test('a baseline is the same text in whatever order its findings come', () => {
  const all = findings(text, 'etc')
  expect(baselineOf([...all].reverse())).toBe(baselineOf(all))
  expect(baselineOf(all)).not.toContain('"start"')
})

test('fingerprints stand in the order of their findings', () => {
  const all = findings(text, 'etc')
  expect(fingerprintsOf([...all].reverse()).map(each => `${each.line} ${each.occurrence}`)).toEqual([
    'one etc. 1',
    'two etc. 0',
    'one etc. 0'
  ])
})

test('a baseline that is none is refused at its place', () => {
  const { value, findings: found } = readBaseline({ name: 'b.json', text: '{"verbale": 1, "findings": [{"rule": 1}]}' })
  expect(value).toBe(null)
  expect(found.map(each => each.rule)).toContain('baseline/missing-key')
})
