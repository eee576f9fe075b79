/** The table of form rules is whole: every file and number is in it, every rule is stated and tried out, and its page is true. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CODES } from '../../src/check/codes.ts'
import { patternsOf } from '../../src/form/lexical.ts'
import { RULES } from '../../src/form/rules/index.ts'
import lexical from '../../src/form/rules/lexical.json'
import { KINDS } from '../../src/kinds/index.ts'
import { LEXICONS } from '../../src/languages/lexicons.ts'
import { root } from '../fixtures.ts'
import { PENDING, ROWS, ruleFiles, stagesOf } from '../tools/rules-page.ts'
import type { Example } from './examples/example.ts'
import { EXAMPLES } from './examples/index.ts'
import { allExamples, IN_LANGUAGES } from './examples/languages.ts'
import { nameIn } from './try-example.ts'

/** Rules whose faults no pipeline makes: `pages.test.ts` tampers with pages for them. */
const TAMPERED = ['NV017', 'NV018']
/** The numbers of rules, without gaps: a rule that is lost is missed. A new one has the next number, which is raised here. */
const NUMBERS = Array.from({ length: 56 }, (_, index) => `NV${String(index + 1).padStart(3, '0')}`)
/** Numbers whose rules wait for a language. */
const WAITING = ['NV007', 'NV008']

test('every check is in the table, and the table is in order', () => {
  expect(RULES.filter(each => each.check !== null).map(each => each.id)).toEqual([...ruleFiles().keys()].sort())
  expect(RULES.map(each => each.id)).toEqual(RULES.map(each => each.id).sort())
})

test('every number is that of a rule, in the table or pending', () => {
  expect(RULES.map(each => each.id)).toEqual(NUMBERS.filter(each => !WAITING.includes(each)))
  expect(PENDING.map(each => each.id)).toEqual(expect.arrayContaining(WAITING))
})

test('errors are those of the list that comes first', () => {
  const first = /^NV(00[1-46]|009|012|015|02[3-9]|03[01567]|040|046|050)$/
  expect(RULES.filter(each => each.severity === 'error' && !first.test(each.id)).map(each => each.id)).toEqual([])
})

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test('says what holds, why, and what it cannot decide', () => {
    expect(rule.title).toMatch(/^[^A-Z].*[^.]$/)
    expect(rule.reason).toMatch(/[^.]$/)
    const { cells = [] } = ROWS.get(rule.id) ?? {}
    const [undecided = '', elsewhere = ''] = cells.slice(4)
    expect(cells).toHaveLength(8)
    expect(undecided).toMatch(/^$|.{10}/)
    if (rule.check === null && rule.words.length === 0) expect(elsewhere).toMatch(/^decided by .* alone$/)
    else expect(elsewhere).toMatch(/^(`[\w/-]+`(, |$))*$/)
    for (const code of stagesOf(rule.id)) expect([...CODES.keys()]).toContain(code)
    expect(['error', 'warning', 'information']).toContain(rule.severity)
    expect(['document', 'layout', 'register', 'dossier']).toContain(rule.on)
    expect(['form', 'facts', 'law']).toContain(rule.judges)
    for (const kind of rule.kinds ?? []) expect([...KINDS.keys()]).toContain(kind)
  })

  test('has examples that pass and that fail', () => {
    expect(EXAMPLES[rule.id]?.passes.length).toBeGreaterThan(0)
    const fails = allExamples(rule.id).flatMap(each => each.fails)
    if (!TAMPERED.includes(rule.id)) expect(fails.length).toBeGreaterThan(0)
  })

  test.each(Object.entries(IN_LANGUAGES))('has examples in %s, or says why it has none', (_language, all) => {
    const examples = all[rule.id]
    if (typeof examples === 'string') expect(examples).toMatch(/^because .{10}/)
    else expect([examples?.passes.length, examples?.fails.length]).not.toContain(0)
    expect(examples).toBeDefined()
  })
})

test('every language with a lexicon has its examples', () => {
  expect(['en', ...Object.keys(IN_LANGUAGES)].sort()).toEqual(Object.keys(LEXICONS).sort())
})

/** The language in which an example is made. */
function languageOf(example: Example): string {
  const note = readFileSync(join(root, nameIn(example, 'note.yaml')), 'utf8')
  return example.language ?? /original: (\w+)/.exec(note)?.[1] ?? ''
}

describe.each(Object.entries(LEXICONS))('in %s', (language, lexicon) => {
  const rows = RULES.flatMap(({ id, words }) => words.map(row => [id, row.finds, row] as const))

  test.each(rows)('%s looks for `%s`, or the lexicon says why not', (id, finds, { where, unless = [], ...row }) => {
    expect(['prose', 'body', 'note']).toContain(where)
    expect(['quoted', 'name', 'sentence']).toEqual(expect.arrayContaining([...unless]))
    const patterns = [finds, ...(row.with?.finds ?? [])].flatMap(name => patternsOf(lexicon, name))
    for (const pattern of patterns) expect(pattern).toMatchObject({ global: true, unicode: true })
    const tried = allExamples(id).some(({ fails }) => fails.some(each => languageOf(each) === language))
    expect(tried || patterns.every(each => 'because' in each)).toBe(true)
  })
})

test('each rule leads to the file that looks for it', () => {
  const files = ruleFiles()
  for (const [id, { file }] of ROWS) expect(`${id} ${file}`).toBe(`${id} ${files.get(id) ?? 'lexical.json'}`)
})

test('the program reads every row of the page, and all words are of a rule', () => {
  expect(RULES.map(each => each.id)).toEqual([...ROWS.keys()])
  expect(RULES.filter(each => each.words.length > 0).map(each => each.id)).toEqual(Object.keys(lexical))
})
