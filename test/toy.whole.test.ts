/** A language is two folders: an invented one, passed to an engine beside English, is rendered, checked and explained. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createWorld, packageAt } from '../src/cli/disk/disk.ts'
import { survey } from '../src/cli/disk/workspace.ts'
import { explain } from '../src/explain/explain.ts'
import { LANGUAGES } from '../src/languages/index.ts'
import { LEXICONS } from '../src/languages/lexicons.ts'
import { hyphenationOf } from '../src/layout/shape.ts'
import { createEngine, createLettering, type Engine, prepare, render } from '../src/render.ts'
import { check } from './check/whole.ts'
import { said } from './check/workspace.ts'
import { preparsed, root } from './fixtures.ts'
import { toy } from './toy-language/index.ts'
import { lexicon } from './toy-language/lexicon.ts'

const languages = { ...LANGUAGES, qto: toy }
const lexicons = { ...LEXICONS, qto: lexicon }
const disk = createWorld(join(root, 'test/toy-language/.workspace'), packageAt(root))
const lettering = createLettering(disk, languages)
const asked = { note: 'note.yaml', registers: ['register.yaml'] }
const FILES = ['note.yaml', 'register.yaml', ...disk.list('templates').filter(name => /\/qto?[./]/.test(name))]

/** A stretch of a file, and what stands there instead. */
type Edit = readonly [name: string, from: string, to: string]

/** An engine over the toy's files with some stretches of them changed. */
function engineWith(...edits: readonly Edit[]): Engine {
  const read = (name: string) => {
    const bytes = disk.read(name)
    const own = edits.filter(each => each[0] === name)
    if (!bytes || own.length === 0) return bytes
    const text = own.reduce((whole, [, from, to]) => whole.replace(from, to), new TextDecoder().decode(bytes))
    return new TextEncoder().encode(text)
  }
  return createEngine({ ...disk, read }, { preparsed, lettering, languages })
}

/** What a check of all its files finds. */
function found(...edits: readonly Edit[]): string[] {
  const { findings } = check({
    engine: engineWith(...edits),
    lexicons,
    names: FILES,
    asked: new Set(),
    own: FILES,
    registersOf: () => ['register.yaml'],
    readGolden: () => ({ type: 'none' }),
    counting: { today: '2026-11-14', severities: new Map(), baseline: null },
    measure: false
  })
  return findings.map(each => `${said(each)}: ${each.message}`)
}

describe('a note in an invented language', () => {
  test('is written', () => {
    const { output } = render(engineWith(), { ...asked, format: 'txt' })
    const paragraphs = new TextDecoder().decode(output).split(/\n\n+/)
    expect(paragraphs.map(each => each.replace(/\s+/g, ' ').trim())).toEqual([
      'PROVO',
      'Ambasado Qo Regumavo Zu',
      'Nr. ____________',
      'Ambasado Qo Regumavo Zu Ministeroka Fora Zu saluta donir ep sekva dikir.',
      '2026 Bir 9 ri, ora 17:40 lok, kanseloka Ambasadola vagono Dno. Rosa batir. Porto rupta sekvir. Vikto nul.',
      'Ambasado Ministerola Fora Zu 2026 Bir 9 fakto atenta vokir.',
      'Ambasado Regumavo Zu klara dikta petir.',
      'Respubla Qo rajta tenir.',
      'Dalub, ____________',
      'Ministeroka Fora Zu'
    ])
  })

  test('becomes a PDF, and its words are divided at places of their own', () => {
    expect(render(engineWith(), { ...asked, format: 'pdf' }).pages).toBe(1)
    expect(hyphenationOf(languages, 'qto')('ministeroka')).toEqual([2, 5, 7, 9])
  })

  test('is checked, and nothing is wrong with it', () => {
    expect(found()).toEqual([])
  })

  test.each<readonly [string, readonly Edit[], string]>([
    [
      'a text of a record that begins as its language does not let it',
      [
        ['register.yaml', 'porto rupta', 'ep porto rupta'],
        ['register.yaml', '{facility dat} vagono', 'ep {facility dat} vagono']
      ],
      'register.yaml:39 error record/wording: `ep {facility dat} vagono Dno. Rosa batir` begins with "ep", and nothing stands before it'
    ],
    [
      'a slot without its case',
      [['register.yaml', '{facility dat}', '{facility}']],
      'register.yaml:39 error record/wording: the slot `{facility}` says no case'
    ],
    [
      'a slot in a case that the language does not put there',
      [['register.yaml', '{facility dat}', '{facility gen}']],
      'register.yaml:39 error record/wording: the slot `{facility}` has no case `gen`'
    ],
    [
      'a slot that there is not',
      [['register.yaml', '{facility dat}', '{weapon dat}']],
      'register.yaml:39 error record/wording: there is no slot `weapon` here'
    ],
    [
      'a name without the form that a slot asks for',
      [['register.yaml', ', dat: kanseloka Ambasadola', '']],
      'register.yaml:30 error template/missing-form: the name of `/facilities/qo-chancery` has no form `dat` in `qto`'
    ],
    [
      'a wording in a shape that the language does not want there',
      [['register.yaml', '{ qto: porto rupta }', '{ qto: { predicate: porto rupta } }']],
      'register.yaml:43 error record/wording: there is no `noun-phrase` here, only `predicate`'
    ],
    [
      'a name without a form that its language calls it by',
      [['register.yaml', 'full: Respubla Qo, ', '']],
      'register.yaml:8 error resolve/missing-language: no form `full` or `nom` in `qto` at /parties/qo/names/qto'
    ],
    [
      'a day, in the order of its language, where only the month is known',
      [
        ['register.yaml', 'date: 2026-02-09, time: "17:40", qualifier: exact', 'date: 2026-02'],
        ['register.yaml', 'porto rupta', 'porto 2026 Bir\u00A09 rupta']
      ],
      'register.yaml:43 error NV023: `2026 Bir\u00A09` names a day, but only the month is recorded'
    ],
    [
      'an act that the request did not choose',
      [['templates/formulas/qto.yaml', 'atenta vokir', 'forta kontrir']],
      'templates/formulas/qto.yaml:18 error NV012: `forta kontrir` is the act `strong-protest`, but the request chose `attention`'
    ],
    [
      'the first person',
      [['register.yaml', 'porto rupta', 'nos porto rupta']],
      'register.yaml:43 error NV001: `Nos` is in the first or second person'
    ]
  ])('a check finds %s', (_, edits, finding) => {
    expect(found(...edits)).toEqual([finding])
  })

  test('is explained, sentence by sentence', () => {
    const question = { file: 'note.yaml', from: 'request' as const, restricted: false }
    const { statements } = explain(prepare(engineWith(), asked), question)
    expect(
      statements.filter(each => each.type === 'sentence').map(each => each.text.replace(/\s+/g, ' ').trim())
    ).toEqual([
      'Ambasado Qo Regumavo Zu Ministeroka Fora Zu saluta donir ep sekva dikir.',
      '2026 Bir 9 ri, ora 17:40 lok, kanseloka Ambasadola vagono Dno. Rosa batir.',
      'Porto rupta sekvir.',
      'Vikto nul.',
      'Ambasado Ministerola Fora Zu 2026 Bir 9 fakto atenta vokir.',
      'Ambasado Regumavo Zu klara dikta petir.',
      'Respubla Qo rajta tenir.'
    ])
  })
})

test('the records of the invented language are in a folder that a check of the repository passes over', () => {
  const names = survey([root], root).flatMap(each => each.names)
  expect(names).toContain('test/form/notes/one-sentence/note.yaml')
  expect(names.filter(each => /toy-language.*yaml$/.test(each))).toEqual([])
})
