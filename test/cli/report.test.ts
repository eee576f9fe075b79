import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { findingsOf, obstacleFinding, type ReportOptions } from '../../src/cli/report/finding.ts'
import { jobSummary } from '../../src/cli/report/github.ts'
import { arrange, REPORTS } from '../../src/cli/report/report.ts'
import { type Diagnostic, error, information, warning } from '../../src/diagnostic.ts'

const pretty = await REPORTS.pretty.load()
const json = await REPORTS.json.load()
const github = await REPORTS.github.load()
const sarif = await REPORTS.sarif.load()
const junit = await REPORTS.junit.load()

const source = { name: 'a.yaml', text: 'x: 1\ny: 2\n' }
const other = { name: 'B.yaml', text: 'z: 1\n' }
const at = (start: number, end: number, from = source) => ({ source: from, start, end })
const y = error({ rule: 'r/y', message: 'y is wrong', span: at(5, 6), pointer: '/y', hints: ['try 3'] })
const x = warning({ rule: 'r/x', message: 'x is odd', span: at(0, 1) })
const z = information({ rule: 'r/z', message: 'z is new', span: at(3, 4, other) })
const nowhere = error({ rule: 'r/n', message: 'nothing\u001B[2J', span: null })

const options: ReportOptions = {
  colour: false,
  verbose: false,
  inRepository: file => file,
  checked: [],
  version: '1.2.3'
}

/** The schema of SARIF 2.1.0 as its makers publish it. One of its patterns is no pattern of Unicode. */
const sarifSchema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8'
  )
)
const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true })
addFormats.default(ajv)
const isSarif = ajv.compile(sarifSchema)

/** A log that its schema accepts. */
function logged(text: string) {
  const log = JSON.parse(text)
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true)
  return log
}

const found = (...diagnostics: readonly Diagnostic[]) =>
  arrange(findingsOf(diagnostics, 'note.yaml', name => `in/${name}`))

describe('findings', () => {
  test('stand in the order of files, by code unit, and places; each once', () => {
    const rules = found(nowhere, y, x, z, y).map(each => `${each.file} ${each.rule}`)
    expect(rules).toEqual(['in/B.yaml r/z', 'in/a.yaml r/x', 'in/a.yaml r/y', 'note.yaml r/n'])
  })

  test('for people', () => {
    expect(pretty(found(y, x, nowhere, z), { ...options, verbose: true })).toBe(
      [
        'in/B.yaml:1:4 information r/z z is new',
        '  1 | z: 1',
        '    |    ^',
        'in/a.yaml:1:1 warning r/x x is odd',
        '  1 | x: 1',
        '    | ^',
        'in/a.yaml:2:1 error r/y y is wrong',
        '  2 | y: 2',
        '    | ^',
        '    = try 3',
        'note.yaml error r/n nothing<U+001B>[2J',
        '2 errors, 1 warning, 1 for information\n'
      ].join('\n')
    )
  })

  test('for people, information in one line', () => {
    expect(pretty(found(z), options)).toBe('1 for information; `--verbose` shows it\n')
    const also = { ...z, message: 'another' }
    expect(pretty(found(nowhere, z, also), options)).toBe(
      'note.yaml error r/n nothing<U+001B>[2J\n2 for information; `--verbose` shows them\n'
    )
  })

  test('in colour nothing but colour is added', () => {
    const findings = found(y, x)
    const colour = pretty(findings, { ...options, colour: true })
    expect(colour).toContain('\u001B[31merror\u001B[0m')
    expect(colour.replaceAll(/\u001B\[\d+m/g, '')).toBe(pretty(findings, options))
  })

  test('an obstacle is one line', () => {
    expect(pretty([obstacleFinding('no file a', ['b?'])], options)).toBe('verbale: no file a; b?\n')
  })

  test('none', () => {
    expect(pretty([], { ...options, colour: true })).toBe('')
    expect(json([])).toBe('[]\n')
  })

  test('for machines', () => {
    expect(JSON.parse(json(found(y)))).toEqual([
      {
        file: 'in/a.yaml',
        line: 2,
        column: 1,
        endLine: 2,
        endColumn: 2,
        severity: 'error',
        rule: 'r/y',
        message: 'y is wrong',
        hints: ['try 3'],
        pointer: '/y'
      }
    ])
  })

  test('as annotations of GitHub', () => {
    const odd = warning({ rule: 'r/o', message: '50% of\na,b', span: null, hints: ['c: d'] })
    const long = error({ rule: 'r/l', message: 'long', span: at(0, 6) })
    expect(github(found(y, z, odd, long), options)).toBe(
      [
        '::error file=in/a.yaml,line=1,endLine=2,title=r/l::long',
        '::error file=in/a.yaml,line=2,endLine=2,col=1,endColumn=2,title=r/y::y is wrong%0Atry 3',
        '::warning file=note.yaml,title=r/o::50%25 of<U+000A>a,b%0Ac: d',
        '::notice file=in/B.yaml,line=1,endLine=1,col=4,endColumn=5,title=r/z::z is new\n'
      ].join('\n')
    )
    const [strange] = findingsOf([odd], 'a:b,c%.yaml', name => name)
    expect(github(strange ? [strange] : [], options)).toContain('file=a%3Ab%2Cc%25.yaml,title')
    expect(github([obstacleFinding('no file a', [])], options)).toBe('::error title=surroundings::no file a\n')
    expect(github([], options)).toBe('')
  })

  test('as test cases', () => {
    const odd = error({ rule: 'r/o', message: 'a < "b" & c\u0007', span: null })
    expect(junit(found(x, odd), options)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="verbale" tests="2" failures="1" errors="0">',
        '  <testsuite name="verbale" tests="2" failures="1" errors="0">',
        '    <testcase classname="in/a.yaml" name="in/a.yaml:1:1 r/x">',
        '      <system-out>warning: x is odd</system-out>',
        '    </testcase>',
        '    <testcase classname="note.yaml" name="note.yaml r/o">',
        '      <failure type="r/o" message="a &lt; &quot;b&quot; &amp; c&lt;U+0007&gt;">a &lt; &quot;b&quot; &amp; c&lt;U+0007&gt;</failure>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        ''
      ].join('\n')
    )
    expect(junit([], options)).toContain('tests="1" failures="0"')
  })

  test('for code scanning: what SARIF 2.1.0 asks for, and nothing that it does not know', () => {
    const about = findingsOf([nowhere], '/tmp/a b/ж.yaml', name => name)
    const findings = [...found(y, x, z, y), ...about, obstacleFinding('no file a', ['b?'])]
    const results = logged(sarif(findings, options)).runs[0]
    expect(results?.tool.driver.rules.map((each: { id: string }) => each.id)).toEqual([
      'r/z',
      'r/x',
      'r/y',
      'r/n',
      'surroundings'
    ])
    for (const each of results?.results ?? []) expect(results?.tool.driver.rules[each.ruleIndex]?.id).toBe(each.ruleId)
    expect(results?.results.map((each: { level: string }) => each.level)).toEqual([
      'note',
      'warning',
      'error',
      'error',
      'error'
    ])
    expect(results?.results[2]).toEqual({
      ruleId: 'r/y',
      ruleIndex: 2,
      level: 'error',
      message: { text: 'y is wrong\ntry 3' },
      partialFingerprints: { 'verbale/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'in/a.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 2 }
          }
        }
      ]
    })
    expect(results?.results[3]?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'file:///tmp/a%20b/%D0%B6.yaml' } } }
    ])
    expect(results?.results[4]?.locations).toBeUndefined()
    expect(logged(sarif([], options)).runs[0]?.results).toEqual([])
  })

  test('a rule that is known says what it means, how it is mended and how grave it is', () => {
    const known = warning({ rule: 'template/null', message: 'nothing', span: null })
    const { rules } = logged(sarif(found(known, nowhere), options)).runs[0].tool.driver
    expect(rules).toEqual([
      { id: 'r/n', defaultConfiguration: { level: 'error' } },
      {
        id: 'template/null',
        shortDescription: { text: expect.any(String) },
        help: { text: expect.any(String) },
        defaultConfiguration: { level: 'warning' }
      }
    ])
  })

  test('a fingerprint outlives lines that come above, and tells two alike apart', () => {
    const moved = { name: 'a.yaml', text: 'new: 0\nx: 1\ny:  2\ny: 2\n' }
    const printsOf = (...all: readonly Diagnostic[]) =>
      logged(sarif(found(...all), options)).runs[0].results.map(
        (each: { partialFingerprints: object }) => Object.values(each.partialFingerprints)[0]
      )
    const [before] = printsOf(y)
    const [after, again] = printsOf({ ...y, span: at(12, 13, moved) }, { ...y, span: at(18, 19, moved) })
    expect(after).toBe(before)
    expect(again).not.toBe(before)
  })

  test('GitHub is told of ten findings, errors first, and of how many more there are in which file', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      warning({ rule: 'r/m', message: `m${index}`, span: at(index, index) })
    )
    const lines = github(found(...many, z, nowhere), options)
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(12)
    expect(lines[0]).toBe('::error file=note.yaml,title=r/n::nothing<U+001B>[2J')
    expect(lines.slice(1, 10).every(line => line.startsWith('::warning '))).toBe(true)
    expect(lines.slice(10)).toEqual(['3 more in in/a.yaml', '1 more in in/B.yaml'])
  })

  test('JUnit readers are told of files of which nothing is said', () => {
    const xml = junit(found(x), { ...options, checked: ['in/a.yaml', 'c.yaml'] })
    expect(xml).toContain('tests="2" failures="0"')
    expect(xml).toContain('<testcase classname="c.yaml" name="nothing found"/>')
  })
})

describe('what changed', () => {
  const changed = error({
    rule: 'golden/different',
    message: 'it is no longer the same',
    span: at(5, 6),
    difference: {
      lines: [
        { sign: 'place', stretches: [{ text: 'line 2', changed: false }] },
        {
          sign: '-',
          stretches: [
            { text: 'y: ', changed: false },
            { text: '2', changed: true }
          ]
        },
        {
          sign: '+',
          stretches: [
            { text: 'y: ', changed: false },
            { text: '3\u001B', changed: true }
          ]
        },
        { sign: '+', stretches: [{ text: 'w', changed: true }] }
      ],
      sentences: [
        { before: 'It was *two* | so.', after: 'It was three.' },
        { before: null, after: 'More.' }
      ]
    }
  })

  test('is shown to people as a unified difference with its words marked', () => {
    const text = pretty(found(changed), options)
    expect(text).toContain('    @@ line 2 @@\n    -y: [-2-]\n    +y: {+3<U+001B>+}\n    +w\n')
    const colour = pretty(found(changed), { ...options, colour: true })
    expect(colour).toContain('\u001B[31m-y: \u001B[7m2\u001B[27m\u001B[0m')
  })

  test('is counted where it is long', () => {
    const lines = Array.from({ length: 100 }, () => ({ sign: '+', stretches: [{ text: 'a', changed: true }] }) as const)
    const text = pretty(found({ ...changed, difference: { lines, sentences: [] } }), options)
    expect(text).toContain('… 40 more lines differ')
  })

  test('stands in the summary of a job, each sentence before and after', () => {
    const summary = jobSummary(found(changed, x), options)
    expect(summary).toContain('### verbale: 1 error, 1 warning')
    expect(summary).toContain('| error | in/a.yaml:2 | golden/different | it is no longer the same |')
    expect(summary).toContain('| It was \\*two\\* \\| so\\. | It was three'.replaceAll('\\.', '.'))
    expect(summary).toContain('|  | More. |')
    expect(jobSummary([], options)).toBe('### verbale: nothing found\n')
  })

  test('is for machines too', () => {
    const [plain] = JSON.parse(json(found(changed)))
    expect(plain.difference.lines).toEqual(['@@ line 2 @@', '-y: [-2-]', '+y: {+3<U+001B>+}', '+w'])
    expect(plain.difference.sentences).toHaveLength(2)
  })
})
