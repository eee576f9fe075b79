/** What the settings of a workspace make of findings: severities, exceptions with a last day, and what nobody can except. */
import { describe, expect, test } from 'vitest'
import { applySettings, settingErrors, settingsFindings } from '../../src/check/settings.ts'
import { type Diagnostic, warning } from '../../src/diagnostic.ts'
import { type ReadSettings, readSettings } from '../../src/records/settings.ts'
import { positionOf, type Source } from '../../src/source.ts'
import type { World } from '../../src/world.ts'
import { engineHere } from '../fixtures.ts'

function settings(lines: string) {
  const bytes = new TextEncoder().encode(`verbale: 1\n${lines}`)
  const world: World = { ...engineHere().world, read: name => (name === 'verbale.yaml' ? bytes : null) }
  return readSettings(world)
}

const note: Source = { name: 'notes/2026/a.yaml', text: 'one\nHowever, etc.\n' }
const finding = (rule: string, message = '`etc.` is an abbreviation', more: Partial<Diagnostic> = {}): Diagnostic => ({
  ...warning({ rule, message, span: { source: note, start: 13, end: 17 } }),
  ...more
})

/** What counts, and what is wrong with the settings, as `check` tells both. */
function applied(all: readonly Diagnostic[], given: ReadSettings, today: string) {
  const { findings, ...rest } = applySettings(all, given, today)
  return { ...rest, findings: [...findings, ...settingsFindings(all, given, today)] }
}

const said = (findings: readonly Diagnostic[]): string[] =>
  findings.map(({ severity, rule, span, message, hints }) => {
    const line = span ? positionOf(span.source, span.start).line : 0
    return [`${severity} ${rule} ${span?.source.name}:${line}: ${message}`, ...hints].join(' | ')
  })

const exception = (until: string, more = 'rule: NV044') =>
  settings(`exceptions:\n  - { ${more}, reason: agreed with the editor, until: ${until} }\n`)

describe('severities', () => {
  test('without settings findings stay as they are', () => {
    const none = { value: null, loaded: null, findings: [] }
    expect(applied([finding('NV044')], none, '2026-05-01').findings).toEqual([finding('NV044')])
  })

  test('a rule is made graver or lighter, and others are let be', () => {
    const given = settings('rules: { NV044: error, NV043: information }')
    const { findings } = applied(
      ['NV044', 'NV043', 'NV045'].map(rule => finding(rule)),
      given,
      '2026-05-01'
    )
    expect(findings.map(each => each.severity)).toEqual(['error', 'information', 'warning'])
  })

  test('a rule that is off gives nothing, and how often is told', () => {
    const { findings, off } = applied(
      [finding('NV044'), finding('NV044')],
      settings('rules: { NV044: off }'),
      '2026-05-01'
    )
    expect([findings, off]).toEqual([[], 2])
  })

  test('a fact stays an error, and the setting is one', () => {
    const fact = finding('NV035', 'x', { severity: 'error' })
    const { findings } = applied([fact], settings('rules: { NV035: off }'), '2026-05-01')
    expect(said(findings)).toEqual([
      'error NV035 notes/2026/a.yaml:2: x',
      'error settings/not-excepted verbale.yaml:2: `NV035` checks facts, which allow no exceptions | correct the record or the template'
    ])
  })

  test('a rule that nobody knows is an error with the nearest one', () => {
    const { findings } = applied([], settings('rules: { NV0044: off }'), '2026-05-01')
    expect(said(findings)).toEqual([
      'error settings/unknown-rule verbale.yaml:2: there is no rule `NV0044` | did you mean `NV004`?'
    ])
  })
})

describe('codes of stages', () => {
  const unknown =
    'error settings/unknown-rule verbale.yaml:2: there is no rule `template/nul` | did you mean `template/null`?'

  test('one that nobody knows is an error with the nearest one', () => {
    expect(said(applied([], settings('rules: { template/nul: off }'), '2026-05-01').findings)).toEqual([unknown])
  })

  test('in an exception too', () => {
    const { findings } = applied([], exception('2026-12-31', 'rule: template/nul'), '2026-05-01')
    expect(said(findings)).toEqual([unknown.replace(':2:', ':3:')])
  })

  test('one that there is can be set', () => {
    expect(applied([], settings('rules: { settings/unknown-rule: warning }'), '2026-05-01').findings).toEqual([])
  })
})

describe('exceptions', () => {
  test('a finding that is excepted does not count', () => {
    const { findings, excepted } = applied([finding('NV044')], exception('2026-12-31'), '2026-05-01')
    expect(findings).toEqual([])
    expect(excepted).toBe(1)
  })

  test.each([
    ['15 days before its end', '2026-12-16', []],
    [
      '14 days before its end',
      '2026-12-17',
      [
        'warning settings/exception-ends verbale.yaml:3: the exception from `NV044` ends on 2026-12-31, in 14 days | correct what it excepts, or set a later date'
      ]
    ],
    [
      'on its last day',
      '2026-12-31',
      [
        'warning settings/exception-ends verbale.yaml:3: the exception from `NV044` ends on 2026-12-31, which is today | correct what it excepts, or set a later date'
      ]
    ],
    [
      'after it',
      '2027-01-01',
      [
        'warning NV044 notes/2026/a.yaml:2: `etc.` is an abbreviation | an exception for it ended on 2026-12-31: agreed with the editor'
      ]
    ]
  ])('%s', (_, today, wanted) => {
    expect(said(applied([finding('NV044')], exception('2026-12-31'), today).findings)).toEqual(wanted)
  })

  test.each([
    ['in this folder', 'rule: NV044, in: notes/2026/*.yaml', true],
    ['below any folder', 'rule: NV044, in: "**/a.yaml"', true],
    ['this name alone', 'rule: NV044, in: a.yaml', false],
    ['another folder', 'rule: NV044, in: notes/*.yaml', false],
    ['words of the message', 'rule: NV044, match: abbreviation', true],
    ['words of the line', 'rule: NV044, match: "However"', true],
    ['other words', 'rule: NV044, match: otherwise', false],
    ['another rule', 'rule: NV043', false]
  ])('of %s', (_, which, isExcepted) => {
    const { findings, excepted } = applied([finding('NV044')], exception('2026-12-31', which), '2026-05-01')
    expect(excepted).toBe(isExcepted ? 1 : 0)
    expect(findings.some(each => each.rule === 'NV044')).toBe(!isExcepted)
    expect(findings.some(each => each.rule === 'settings/unused-exception')).toBe(!isExcepted)
  })

  test.each([
    ['NV035', '`NV035` checks facts, which allow no exceptions'],
    ['NV029', '`NV029` is a question of law; only a request can take a position against it']
  ])('%s cannot be excepted', (rule, message) => {
    const { findings, excepted } = applied([finding(rule)], exception('2026-12-31', `rule: ${rule}`), '2026-05-01')
    expect(excepted).toBe(0)
    expect(findings.map(each => each.rule)).toEqual([rule, 'settings/not-excepted'])
    expect(findings[1]?.message).toBe(message)
  })
})

describe('the file', () => {
  test('is told all that is wrong with it at once', () => {
    const given = settings(
      'rules: { NV0044: off, NV035: off, NV043: loud }\nexceptions: [{ rule: NV999, until: 2026-12-31 }]'
    )
    expect(
      [...given.findings, ...settingErrors(given)].map(({ rule, pointer }) => `${rule} ${pointer}`).sort()
    ).toEqual([
      'settings/missing-key /exceptions/0/reason',
      'settings/not-excepted /rules/NV035',
      'settings/unknown-rule /exceptions/0/rule',
      'settings/unknown-rule /rules/NV0044',
      'settings/unknown-value /rules/NV043'
    ])
    expect(said(settingsFindings([], given, '2026-05-01'))).toHaveLength(3)
  })

  test.each([
    ['exceptions:\n  - { rule: NV044, until: 2026-12-31 }', 'settings/missing-key', 3],
    ['exceptions:\n  - { rule: NV044, reason: x, until: 2026-13-31 }', 'settings/wrong-value', 3],
    ['rules: { NV044: loud }', 'settings/unknown-value', 2],
    ['gates: { coverage: 120 }', 'settings/wrong-value', 2],
    ['gates: { coverage: 90, warning: 3 }', 'settings/unknown-key', 2]
  ])('%s is refused, at its place', (lines, rule, line) => {
    const { value, findings } = settings(lines)
    expect(value).toBe(null)
    expect(
      findings.map(each => `${each.rule} ${each.span ? positionOf(each.span.source, each.span.start).line : 0}`)
    ).toEqual([`${rule} ${line}`])
  })

  test('one that says everything is read', () => {
    const { value, findings } = settings(
      'register: all.yaml\nrules: { NV049: off, template/unused: error }\ngates: { coverage: 95.5, warnings: 0 }\n' +
        'exceptions: [{ rule: NV044, in: a, match: b, reason: c, until: 2026-12-31, by: d }]'
    )
    expect([value?.gates, findings]).toEqual([{ coverage: 95.5, warnings: 0 }, []])
  })
})
