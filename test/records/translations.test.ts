/** Translations of wordings: which follow their text, which are stale, and what `check --update` notes. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { load } from '../../src/load/load.ts'
import {
  staleFindings,
  type Translations,
  translationsSchema,
  untoldFindings,
  withUntold
} from '../../src/records/translations.ts'
import { validateShape } from '../../src/records/validate.ts'
import { prepare } from '../../src/render.ts'
import { startOf } from '../../src/source.ts'
import type { Json } from '../../src/value.ts'
import { askFor, engineOver, root } from '../fixtures.ts'

const { world } = engineOver({})
const nothing: Translations = { verbale: 1, from: 'en', made: {} }

function readBack(text: string | null): Translations {
  if (text === null) throw new Error('there was nothing to note')
  const { value, findings } = validateShape(translationsSchema, load({ name: 'translations.yaml', text }))
  expect(findings).toEqual([])
  if (!value) throw new Error('a finding is missing')
  return value
}

function staleIn(value: Json, translations: Translations, language?: string): Diagnostic[] {
  const options = { severity: 'warning', spanOf: () => null } as const
  return staleFindings(value, translations, world, language === undefined ? options : { ...options, language })
}

const wall = { en: 'damage to a wall', az: 'hasara zərər dəymiş', ru: 'повреждена стена' }
const phrase = { en: { before: 'a crater', after: 'across' }, az: { before: 'diametri', after: 'olan krater' } }
const register: Json = { incidents: { a: { damage: [{ what: wall }], measures: [{ phrase }], facility: { of: 'x' } } } }
const changed: Json = {
  incidents: { a: { damage: [{ what: { ...wall, en: 'damage to two walls' } }], measures: [{ phrase }] } }
}

describe('translations', () => {
  const noted = readBack(withUntold(register, nothing, world))

  test('of which nobody said anything are told, and are not stale', () => {
    expect(staleIn(register, nothing)).toEqual([])
    expect(untoldFindings(register, nothing, world, startOf('x')).map(each => [each.severity, each.message])).toEqual([
      ['information', 'nobody has said from which words 3 of 3 translations were made']
    ])
  })

  test('that are noted follow their words', () => {
    expect(staleIn(register, noted)).toEqual([])
    expect(untoldFindings(register, noted, world, startOf('x'))).toEqual([])
    expect(withUntold(register, noted, world)).toBe(null)
  })

  test('are stale in every language once their words change, with both texts', () => {
    const found = staleIn(changed, noted)
    expect(found.map(each => [each.rule, each.pointer])).toEqual([
      ['record/stale', '/incidents/a/damage/0/what/az'],
      ['record/stale', '/incidents/a/damage/0/what/ru']
    ])
    expect(found[0]?.hints.slice(0, 2)).toEqual([
      '`en` says now: `damage to two walls`',
      '`az` says: `hasara zərər dəymiş`'
    ])
    expect(staleIn(changed, noted, 'ru').map(each => each.pointer)).toEqual(['/incidents/a/damage/0/what/ru'])
  })

  test('stay stale at an update, until a person takes their entry out', () => {
    expect(withUntold(changed, noted, world)).toBe(null)
    const read = { ...noted, made: { ...noted.made, ru: {} } }
    const after = readBack(withUntold(changed, read, world))
    expect(staleIn(changed, after).map(each => each.pointer)).toEqual(['/incidents/a/damage/0/what/az'])
  })

  test('that are made anew follow again', () => {
    const anew: Json = { what: { en: 'damage to two walls', az: 'iki hasara zərər dəymiş' } }
    expect(staleIn(anew, noted)).toEqual([])
    expect(staleIn(anew, readBack(withUntold(anew, noted, world)))).toEqual([])
  })

  test('stay as they are when records are put in another order', () => {
    const moved: Json = { incidents: { b: { damage: [{ what: { en: 'a fire' } }, { what: wall }] } } }
    expect(staleIn(moved, noted)).toEqual([])
  })

  test('do not depend on the order of keys, and names are no translations', () => {
    const turned: Json = { phrase: { en: { after: 'across', before: 'a crater' }, az: phrase.az } }
    expect(staleIn(turned, noted)).toEqual([])
    const named: Json = { names: { en: { full: 'the Embassy' }, az: { noun: 'embassy' } } }
    expect(withUntold(named, nothing, world)).toBe(null)
  })
})

describe('a note', () => {
  const name = 'fixtures/kyiv-embassy-2025/register.yaml'
  const text = readFileSync(join(root, name), 'utf8')
  const file = withUntold(load({ name, text }).value, nothing, world) ?? ''
  const stale = text.replace('the complete destruction of a part of', 'the destruction of')
  const engine = engineOver({ [name]: stale, 'fixtures/kyiv-embassy-2025/translations.yaml': file })
  const asked = askFor('kyiv-embassy-2025')
  const staleOf = (findings: readonly Diagnostic[]) => findings.filter(each => each.rule === 'record/stale')

  test('tells in a draft what it prints that is stale, in its own language and at its place', () => {
    expect(staleOf(prepare(engine, { ...asked, language: 'en' }).notes)).toEqual([])
    const [found, ...more] = staleOf(prepare(engine, { ...asked, language: 'az' }).notes)
    expect(more).toEqual([])
    expect(found).toMatchObject({ severity: 'warning', pointer: '/incidents/kyiv-2025-11-14/damage/0/what/az' })
    expect(found?.span?.source.text.slice(found.span.start, found.span.end)).toMatch(/^hasarın bir hissəsi/)
  })
  test('tells the same of what its request says', () => {
    const note = readFileSync(join(root, asked.note), 'utf8')
    const request = withUntold(load({ name: asked.note, text: note }).value, nothing, world) ?? ''
    const here = engineOver({ 'fixtures/kyiv-embassy-2025/translations.yaml': request })
    const noteSource = { name: asked.note, text: note.replace('place: { en: Baku,', 'place: { en: Ganja,') }
    const found = staleOf(prepare(here, { ...asked, noteSource, language: 'ru' }).notes)
    expect(found.map(each => each.pointer)).toEqual(['/place/ru'])
  })
})
