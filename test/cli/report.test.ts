import { describe, expect, test } from 'vitest'
import * as zod from 'zod'
import { arrange, findingsOf, obstacleFinding, REPORTS } from '../../src/cli/report.ts'
import { type Diagnostic, error, information, warning } from '../../src/diagnostic.ts'

const source = { name: 'a.yaml', text: 'x: 1\ny: 2\n' }
const other = { name: 'B.yaml', text: 'z: 1\n' }
const at = (start: number, end: number, from = source) => ({ source: from, start, end })
const y = error({ rule: 'r/y', message: 'y is wrong', span: at(5, 6), pointer: '/y', hints: ['try 3'] })
const x = warning({ rule: 'r/x', message: 'x is odd', span: at(0, 1) })
const z = information({ rule: 'r/z', message: 'z is new', span: at(3, 4, other) })
const nowhere = error({ rule: 'r/n', message: 'nothing\u001B[2J', span: null })

const found = (...diagnostics: readonly Diagnostic[]) =>
  arrange(findingsOf(diagnostics, 'note.yaml', name => `in/${name}`))

describe('findings', () => {
  test('stand in the order of files, by code unit, and places; each once', () => {
    const rules = found(nowhere, y, x, z, y).map(each => `${each.file} ${each.rule}`)
    expect(rules).toEqual(['in/B.yaml r/z', 'in/a.yaml r/x', 'in/a.yaml r/y', 'note.yaml r/n'])
  })

  test('for people', () => {
    expect(REPORTS.pretty.write(found(y, x, nowhere, z), { colour: false })).toBe(
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

  test('in colour nothing but colour is added', () => {
    const findings = found(y, x)
    const colour = REPORTS.pretty.write(findings, { colour: true })
    expect(colour).toContain('\u001B[31merror\u001B[0m')
    expect(colour.replaceAll(/\u001B\[\d+m/g, '')).toBe(REPORTS.pretty.write(findings, { colour: false }))
  })

  test('an obstacle is one line', () => {
    expect(REPORTS.pretty.write([obstacleFinding('no file a', ['b?'])], { colour: false })).toBe(
      'verbale: no file a; b?\n'
    )
  })

  test('none', () => {
    expect(REPORTS.pretty.write([], { colour: true })).toBe('')
    expect(REPORTS.json.write([])).toBe('[]\n')
  })

  test('for machines', () => {
    expect(JSON.parse(REPORTS.json.write(found(y)))).toEqual([
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
    expect(REPORTS.github.write(found(y, z, odd, long))).toBe(
      [
        '::notice file=in/B.yaml,line=1,endLine=1,col=4,endColumn=5,title=r/z::z is new',
        '::error file=in/a.yaml,line=1,endLine=2,title=r/l::long',
        '::error file=in/a.yaml,line=2,endLine=2,col=1,endColumn=2,title=r/y::y is wrong%0Atry 3',
        '::warning file=note.yaml,title=r/o::50%25 of<U+000A>a,b%0Ac: d\n'
      ].join('\n')
    )
    const [strange] = findingsOf([odd], 'a:b,c%.yaml', name => name)
    expect(REPORTS.github.write(strange ? [strange] : [])).toContain('file=a%3Ab%2Cc%25.yaml,title')
    expect(REPORTS.github.write([obstacleFinding('no file a', [])])).toBe('::error title=surroundings::no file a\n')
    expect(REPORTS.github.write([])).toBe('')
  })

  test('as test cases', () => {
    const odd = error({ rule: 'r/o', message: 'a < "b" & c\u0007', span: null })
    expect(REPORTS.junit.write(found(x, odd))).toBe(
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
    expect(REPORTS.junit.write([])).toContain('tests="1" failures="0"')
  })

  test('for code scanning: what SARIF 2.1.0 asks for, and nothing that it does not know', () => {
    const about = findingsOf([nowhere], '/tmp/a b/ж.yaml', name => name)
    const findings = [...found(y, x, z, y), ...about, obstacleFinding('no file a', ['b?'])]
    const results = sarifSchema.parse(JSON.parse(REPORTS.sarif.write(findings))).runs[0]
    expect(results?.tool.driver.rules.map(each => each.id)).toEqual(['r/z', 'r/x', 'r/y', 'r/n', 'surroundings'])
    for (const each of results?.results ?? []) expect(results?.tool.driver.rules[each.ruleIndex]?.id).toBe(each.ruleId)
    expect(results?.results.map(each => each.level)).toEqual(['note', 'warning', 'error', 'error', 'error'])
    expect(results?.results[2]).toEqual({
      ruleId: 'r/y',
      ruleIndex: 2,
      level: 'error',
      message: { text: 'y is wrong\ntry 3' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'in/a.yaml' },
            region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 2 }
          }
        }
      ]
    })
    expect(results?.results[3]?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'file:///tmp/a%20b/%D0%B6.yaml' } } }
    ])
    expect(results?.results[4]?.locations).toBeUndefined()
    expect(sarifSchema.parse(JSON.parse(REPORTS.sarif.write([]))).runs[0]?.results).toEqual([])
  })
})

/** The part of SARIF 2.1.0 (OASIS, 27 March 2020) that we write: sections 3.13, 3.14, 3.18, 3.19, 3.27, 3.29, 3.30. */
const count = zod.number().int().min(1)
const sarifSchema = zod.strictObject({
  $schema: zod.url(),
  version: zod.literal('2.1.0'),
  runs: zod
    .array(
      zod.strictObject({
        tool: zod.strictObject({
          driver: zod.strictObject({
            name: zod.string().min(1),
            rules: zod.array(zod.strictObject({ id: zod.string().min(1) }))
          })
        }),
        columnKind: zod.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        results: zod.array(
          zod.strictObject({
            ruleId: zod.string(),
            ruleIndex: zod.number().int().min(0),
            level: zod.enum(['none', 'note', 'warning', 'error']),
            message: zod.strictObject({ text: zod.string().min(1) }),
            locations: zod
              .array(
                zod.strictObject({
                  physicalLocation: zod.strictObject({
                    artifactLocation: zod.strictObject({ uri: zod.string().regex(/^[A-Za-z0-9._~:/%!'()*-]+$/) }),
                    region: zod
                      .strictObject({ startLine: count, startColumn: count, endLine: count, endColumn: count })
                      .optional()
                  })
                })
              )
              .optional()
          })
        )
      })
    )
    .length(1)
})
