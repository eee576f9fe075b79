/** What a request sets aside: findings of form, by code, words, reason and name; never facts or law. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { lookAtRendered, refuseSettings } from '../../src/check/rendered.ts'
import { setAsideFindings, withSetAside } from '../../src/check/set-aside.ts'
import { type Diagnostic, error } from '../../src/diagnostic.ts'
import { RULES } from '../../src/form/rules/index.ts'
import type { Records } from '../../src/records/records.ts'
import { finish, prepare } from '../../src/render.ts'
import * as running from '../../src/template/run.ts'
import { askFor, engineOver, root } from '../fixtures.ts'

const FILE = 'fixtures/minimal/note.yaml'
const text = readFileSync(join(root, FILE), 'utf8')

function preparedWith(lines: string) {
  const engine = engineOver({ [FILE]: `${text}${lines}` })
  return { engine, prepared: prepare(engine, askFor('minimal')) }
}

const entry = (more: string) => `set-aside:\n  - { ${more}, reason: a quotation, by: the desk }\n`
const recordsWith = (more: string): Records => preparedWith(entry(more)).prepared.records
const source = { name: 'a.hbs', text: 'told you so\n' }
const finding = (rule: string, message = '`you` is in the first or second person'): Diagnostic =>
  error({ rule, message, span: { source, start: 5, end: 8 }, hints: ['say "it"'] })

describe('a finding that is set aside', () => {
  test.each([
    ['by its code', 'rule: NV001'],
    ['by words of its message', 'rule: NV001, match: second person'],
    ['by words of its line', 'rule: NV001, match: told you']
  ])('%s is told for information, by whose name and why', (_, more) => {
    expect(withSetAside([finding('NV001')], recordsWith(more))).toEqual([
      {
        ...finding('NV001'),
        severity: 'information',
        rule: 'form/set-aside',
        message: '`NV001` is set aside: `you` is in the first or second person',
        hints: ['set aside by the desk: a quotation']
      }
    ])
  })

  test('by words of its line leaves the others of that line as they are', () => {
    const twice = { name: 'note.yaml', text: 'text: { en: We told you so. We regret it. }\n' }
    const found = [12, 28].map(start =>
      error({ rule: 'NV001', message: '`We`', span: { source: twice, start, end: start + 2 } })
    )
    const told = withSetAside(found, recordsWith('rule: NV001, match: We told you so'))
    expect(told.map(each => each.rule)).toEqual(['form/set-aside', 'NV001'])
  })

  test.each([
    ['another rule', 'rule: NV002'],
    ['other words', 'rule: NV001, match: told us']
  ])('%s leaves it as it is', (_, more) => {
    expect(withSetAside([finding('NV001')], recordsWith(more))).toEqual([finding('NV001')])
  })

  test('is none of facts or law', () => {
    const ids = RULES.filter(each => each.judges !== 'form').map(each => each.id)
    const entries = ids.map(id => `  - { rule: ${id}, reason: a quotation, by: the desk }\n`).join('')
    const { records } = preparedWith(`set-aside:\n${entries}`).prepared
    expect(ids).toContain('NV025')
    expect(ids).toContain('NV028')
    expect(
      withSetAside(
        ids.map(id => finding(id)),
        records
      )
    ).toEqual(ids.map(id => finding(id)))
  })
})

describe('what is set aside in vain', () => {
  const told = (more: string, found: readonly Diagnostic[], whole = true) =>
    setAsideFindings(found, recordsWith(more), whole).map(({ severity, rule, pointer, span }) => {
      return `${severity} ${rule} ${pointer} ${span?.source.name}`
    })

  test.each([
    ['facts', 'NV025', `error form/not-set-aside /set-aside/0/rule ${FILE}`],
    ['law', 'NV028', `error form/not-set-aside /set-aside/0/rule ${FILE}`],
    ['a code that no rule has', 'NV999', `error form/unknown-rule /set-aside/0/rule ${FILE}`],
    ['what is not found', 'NV044', `warning form/unused-set-aside /set-aside/0/rule ${FILE}`]
  ])('%s', (_, rule, wanted) => {
    expect(told(`rule: ${rule}`, [finding('NV001')])).toEqual([wanted])
  })

  test('nothing is said of what may stand in what was not looked at', () => {
    expect(told('rule: NV044', [], false)).toEqual([])
    expect(told('rule: NV001', [finding('NV001')])).toEqual([])
  })
})

describe('a note that was rendered', () => {
  const today = '2026-11-14'
  const rulesOf = (found: readonly Diagnostic[]) => found.map(each => `${each.severity} ${each.rule}`)

  test('is looked at with the settings of its workspace, and its bytes stay what they were', () => {
    const { engine, prepared } = preparedWith('')
    const before = finish(prepared, 'pdf').output
    const read = (name: string) => (name === 'verbale.yaml' ? bytes : engine.world.read(name))
    const bytes = new TextEncoder().encode('verbale: 1\nrules: { NV049: error }\n')
    const found = (world: typeof engine.world) => lookAtRendered(prepared, { world, today, paged: true })
    expect(rulesOf(found({ ...engine.world, read: () => null }))).toEqual(['information NV049'])
    expect(rulesOf(found({ ...engine.world, read }))).toEqual(['error NV049'])
    expect(finish(prepared, 'pdf').output).toBe(before)
  })

  test('is refused for settings with a rule that nobody knows, as `check` refuses it', () => {
    const { world } = preparedWith('').engine
    const saying = (settings: string) => ({
      ...world,
      read: (name: string) => (name === 'verbale.yaml' ? new TextEncoder().encode(settings) : null)
    })
    expect(() => refuseSettings(saying('verbale: 1\nrules: { NV049: off }\n'))).not.toThrow()
    expect(() => refuseSettings(saying('verbale: 1\nrules: { NV0499: off }\n'))).toThrow('there is no rule `NV0499`')
    expect(() => refuseSettings(saying('verbale: 1\nrule: {}\nrules: { NV0499: off }\n'))).toThrow(
      /unknown-key[\s\S]*there is no rule/
    )
  })

  test('is not merged again, and not laid out where it has no pages', () => {
    const { engine, prepared } = preparedWith('')
    const createRun = vi.spyOn(running, 'createRun')
    finish(prepared, 'txt')
    const merges = createRun.mock.calls.length
    const layout = () => expect.fail('it was laid out')
    const stages = { ...prepared.stages, layout }
    lookAtRendered({ ...prepared, stages }, { world: engine.world, today, paged: false })
    expect(createRun.mock.calls.length).toBe(merges)
    expect(merges).toBeGreaterThan(0)
    createRun.mockRestore()
  })
})
