/** What a language cannot say yet is refused at its place, all of it, and no other language is printed instead. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createWorld } from '../../src/cli/disk/disk.ts'
import { Rejected } from '../../src/diagnostic.ts'
import { createEngine, type Engine, prepare } from '../../src/render.ts'
import { askFor, engineOver, lettering, preparsed, root } from '../fixtures.ts'

const REGISTER = 'fixtures/kyiv-embassy-2025/register.yaml'
const FORMULAS = 'templates/formulas/az.yaml'

/** A file of the package without some of its text. */
function without(name: string, ...texts: readonly (string | RegExp)[]): Record<string, string> {
  const whole = readFileSync(join(root, name), 'utf8')
  const left = texts.reduce<string>((text, each) => text.replace(each, ''), whole)
  return { [name]: left }
}

/** What a fixture is refused for in Azerbaijani, or another language: where, what, and what to do. */
function refusals(engine: Engine, name = 'kyiv-embassy-2025', language = 'az'): string[] {
  try {
    prepare(engine, { ...askFor(name), language }).stages.document()
    return []
  } catch (caught) {
    if (!(caught instanceof Rejected)) throw caught
    return caught.diagnostics
      .filter(each => each.severity === 'error')
      .map(({ rule, message, hints }) => [rule, message, ...hints].join(' | '))
  }
}

test('every wording and every name that is missing, in one list', () => {
  const files = without(
    REGISTER,
    ", az: '{facility gen} ərazisinə düşmüş'",
    ", az: '{facility dat} təsir göstərmiş'",
    ', az: Kinjal',
    ', gen: Azərbaycan Respublikası Dövlət Neft Şirkətinin (SOCAR)'
  )
  const at = (message: string) => `resolve/missing-language | ${message}`
  const add = 'add `az` there; no other language is printed instead'
  expect(refusals(engineOver(files))).toEqual([
    at(
      'no name can be made of `oil-depot`: what it belongs to, or where it is, lacks a form in `az` at /facilities/socar-depot-odesa/names/az/noun | add the missing forms in `az` to `socar`, `ua`'
    ),
    at(`no text in \`az\` at /incidents/kharkiv-2022-03-10/event, only in \`en\`, \`ru\` | ${add}`),
    at(`no text in \`az\` at /incidents/kyiv-2024-01-02/means/designation, only in \`en\`, \`ru\` | ${add}`),
    at(`no text in \`az\` at /incidents/kyiv-2025-11-14/event, only in \`en\`, \`ru\` | ${add}`)
  ])
})

test('a noun that no name is made of, and a form of a word, each once and with what to write', () => {
  const register = 'fixtures/minimal/register.yaml'
  expect(refusals(engineOver(without(register, /(?<=az: \{ noun: foreign)-/)), 'minimal')).toEqual([
    expect.stringMatching(
      /^resolve\/missing-language \| the lexicon makes no name of `foreignministry` .*\| write one of its nouns \(`embassy`, /
    )
  ])
  const storming = without('fixtures/embassy-storming/register.yaml', ', few: охранника')
  expect(refusals(engineOver(storming), 'embassy-storming', 'ru')).toEqual([
    expect.stringMatching(/^resolve\/missing-language \| no form `few` in `ru` at .*\| add `few: …` there$/)
  ])
})

test('a form of a name, with what it may be', () => {
  const files = without('fixtures/minimal/register.yaml', ', abl: Druvan Krallığından')
  expect(refusals(engineOver(files), 'minimal')).toEqual([
    expect.stringMatching(
      /^template\/missing-form \| the name of `\/parties\/druvane` has no form `abl` in `az`.*\| perhaps `abl: Druvan Krallığından`; write it there if that is right/
    )
  ])
})

test('every formula that is missing, with what to add', () => {
  const files = without(FORMULAS, /^ {4}explain: .*verilməsini.*\n/m, /^ {4}type: .*\n/m)
  const missing = (group: string, key: string) => [
    `template/unknown-formula | there is no formula \`${key}\` in the group \`${group}\``,
    `to say it, add it to ${FORMULAS}: \`${key}: { text: …, confirmed: null }\``
  ]
  const told = refusals(engineOver(files)).map(each => each.split(' | '))
  expect(told.map(([rule, message, ...hints]) => [`${rule} | ${message}`, hints.at(-1)])).toEqual([
    missing('certainty', 'type'),
    missing('demands', 'explain')
  ])
})

const SHAPES = (...lines: readonly string[]) =>
  new RegExp(`^(?:${lines.map(each => `  ${each}: .*\n`).join('|')})`, 'gm')

test('wordings, set phrases and forms of names that are missing, in one list', () => {
  const files = {
    ...without(
      'fixtures/minimal/register.yaml',
      ', abl: Druvan Krallığından',
      ", az: '{facility gen} darvazasına çırpılmış'"
    ),
    ...without(FORMULAS, /^ {4}explain: .*verilməsini.*\n/m)
  }
  const told = refusals(engineOver(files), 'minimal').map(each => each.split(' | ').slice(0, 2).join(' '))
  expect(told).toEqual([
    'resolve/missing-language no text in `az` at /incidents/morvelle-2026-02-09/event, only in `en`, `ru`',
    'template/missing-form the name of `/parties/druvane` has no form `abl` in `az`',
    'template/unknown-formula there is no formula `explain` in the group `demands`'
  ])
})

test('a name that is missing altogether is not missed form by form', () => {
  const files = without('fixtures/minimal/register.yaml', /^ {6}az: \{ nom: Druvan.*\n/m)
  const rules = refusals(engineOver(files), 'minimal').map(each => each.split(' | ')[0])
  expect(new Set(rules)).toEqual(new Set(['resolve/missing-language']))
})

test('what set phrases are to their sentence, all that is missing with what to add', () => {
  expect(refusals(engineOver(without(FORMULAS, SHAPES('closing', 'demands'))))).toEqual([
    'template/formula-shape | the shape of `closing`, `demands` is not said | add under `shapes:`, on a line each: `closing: clause; demands: verbal-noun acc`'
  ])
  expect(refusals(engineOver(without(FORMULAS, /^shapes:\n(?: {2}.*\n)+/m)))).toEqual([
    expect.stringMatching(/the shape of `opening`, .* `labels` is not said/)
  ])
})

test('a set phrase of another shape, in another ending or with a name in another case than its sentence lets it', () => {
  const text = readFileSync(join(root, FORMULAS), 'utf8')
  const changed = text
    .replace('  demands: verbal-noun acc', '  demands: verbal-noun dat')
    .replace("araşdırma aparılmasını'", "araşdırma aparılmasına'")
  expect(refusals(engineOver({ [FORMULAS]: changed }))).toEqual([
    'template/formula-shape | `demands` is said to be `verbal-noun dat`, but the words around it want `verbal-noun acc` | write its phrases as that, and `demands: verbal-noun acc`',
    'template/formula-shape | the phrase does not end in its case | end it with -nı, -ni, -nu or -nü'
  ])
  const cases = text
    .replace(
      '{{name concerned case="abl"}} {{> demand-list}} tələb',
      '{{name concerned case="loc"}} {{> demand-list}} tələb'
    )
    .replace('{{name recipient case="dat"}} öz yüksək', '{{name recipient}} öz yüksək')
  expect(refusals(engineOver({ [FORMULAS]: cases }))).toEqual([
    'template/formula-shape | `concerned` cannot stand in `loc` here | write one of its cases: `case="abl"`, `case="acc"`, `case="nom"`',
    'template/formula-shape | `recipient` stands in no case here | write one of its cases: `case="dat"`, `case="acc"`'
  ])
})

test('a template that is missing', () => {
  const disk = createWorld(root)
  const read = (name: string) => (name === 'templates/az/protest.hbs' ? null : disk.read(name))
  const engine = createEngine({ ...disk, read }, { preparsed, lettering })
  expect(refusals(engine)).toEqual([expect.stringContaining('templates/az/protest.hbs')])
})
