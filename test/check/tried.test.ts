/** Codes that no other test names, each found where it should be. */
import { describe, expect, test } from 'vitest'
import { carriedIn } from '../../src/archive/carried.ts'
import { openPdf } from '../../src/archive/open.ts'
import { CODES } from '../../src/check/codes.ts'
import { findings } from '../../src/cli/commands/verdicts.ts'
import { inflate } from '../../src/cli/disk/disk.ts'
import { attempt } from '../../src/diagnostic.ts'
import { insertion } from '../../src/load/insert.ts'
import { load } from '../../src/load/load.ts'
import { validateRegister } from '../../src/records/validate.ts'
import { prepare } from '../../src/render.ts'
import { askFor, engineHere } from '../fixtures.ts'
import { changed, checkFiles, type Files, STARTER, said } from './workspace.ts'

const NOTE = STARTER['note.yaml']
const REGISTER = STARTER['register.yaml']

/** What a workspace is told, without line numbers. */
function told(files: Files): string[] {
  return checkFiles(files).findings.map(each => said(each).replace(/:\d+/, ''))
}

const withNote = (from: string, to: string): Files => ({ ...STARTER, 'note.yaml': changed(NOTE, from, to) })
const withRegister = (from: string, to: string): Files => ({ ...STARTER, 'register.yaml': changed(REGISTER, from, to) })
const settings = (text: string): Files => ({ ...STARTER, 'verbale.yaml': `verbale: 1\n${text}\n` })
const LETTERHEAD = 'templates/en/partials/letterhead.hbs'
const letterhead = (text: string): Files => ({ ...STARTER, [LETTERHEAD]: `::: letterhead\n${text}\n:::\n` })

describe('every code is found where it should be', () => {
  test.each<[string, Files]>([
    ['note.yaml error template/unknown', withNote('kind: protest', 'kind: protest\ntemplate: demarche')],
    [
      'note.yaml error record/sentence',
      withNote(
        'reserve-rights: true',
        'insert: [{ after: legal, text: { en: it is so }, source: null, by: desk }]\nreserve-rights: true'
      )
    ],
    ['register.yaml error record/no-file', { 'note.yaml': NOTE ?? '', ...profile() }],
    ['register.yaml error record/wrong-key', withRegister('\nsources:\n', '\nsources:\n  Not An Id: {}\n')],
    [
      'register.yaml error record/night',
      withRegister('occurred: { date: 2025-09-17', 'occurred: { night: true, date: 2025-09-17')
    ],
    ['verbale.yaml error settings/not-excepted', settings('rules: { NV028: off }')],
    ['verbale.yaml error settings/unknown-rule', settings('rules: { NV999: off }')],
    [
      'verbale.yaml warning settings/unused-exception',
      settings('exceptions: [{ rule: record/unknown-value, reason: none, until: 2030-01-01 }]')
    ],
    [`${LETTERHEAD} error template/encoding`, letterhead('a \uFFFD b')],
    [`${LETTERHEAD} error template/too-deep`, letterhead(`${'{{#if date}}'.repeat(999)}x${'{{/if}}'.repeat(999)}`)],
    [`${LETTERHEAD} error template/too-large`, letterhead('word '.repeat(1_800_000))],
    [`${LETTERHEAD} error markup/blank-line`, letterhead('a\n{{#if condemn}}b{{/if}}\nc')],
    [
      `${LETTERHEAD} error layout/table-too-wide`,
      {
        ...STARTER,
        [LETTERHEAD]: `::: letterhead\na\n:::\n\n|${' aaaa |'.repeat(80)}\n|${'---|'.repeat(80)}\n|${' aaaa |'.repeat(80)}\n`
      }
    ]
  ])('%s', (finding, files) => {
    expect(CODES.has(finding.split(' ').at(-1) ?? '')).toBe(true)
    expect(told(files)).toContain(finding)
  })

  test('record/language', () => {
    const { findings } = attempt(() => prepare(engineHere(), { ...askFor('airspace-violation'), language: 'ru' }))
    expect(findings.map(each => each.rule)).toContain('record/language')
  })

  test('archive/none', () => {
    const engine = engineHere()
    const issue = openPdf(prepare(engine, askFor('minimal')).stages.pdf(), inflate)
    const { findings } = attempt(() => carriedIn(issue, engine.world))
    expect(findings.map(each => each.rule)).toEqual(['archive/none'])
  })

  test('archive/no-answer', () => {
    const row = { file: 'a.pdf', copy: null, judged: { type: 'gave-up', why: 'timed out after 60 s' } } as const
    const [finding] = findings([{ ...row, standing: { type: 'not-asked' } }])
    expect(finding?.rule).toBe('archive/no-answer')
  })

  test('record/append', () => {
    const source = { name: 'register.yaml', text: 'verbale: 1\ncommunications: &all\n  a: 1\nsources: *all\n' }
    const { findings } = attempt(() => insertion(source, { section: 'none', id: 'b', value: {} }))
    expect(findings.map(each => each.rule)).toEqual(['record/append'])
  })

  test('record/answered', () => {
    const text = `verbale: 1
communications:
  ours: { type: note, date: 2025-01-01, response: none }
  theirs: { type: response, date: 2025-01-02, in-reply-to: ours }
`
    const { findings } = validateRegister(load({ name: 'register.yaml', text }))
    expect(findings.map(each => each.rule)).toContain('record/answered')
  })
})

function profile(): Files {
  const name = 'templates/profiles/our-house.yaml'
  return { [name]: STARTER[name] ?? '' }
}
