import { describe, expect, test } from 'vitest'
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
})
