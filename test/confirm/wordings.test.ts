/** Which words of a note wait for somebody who confirms them, and what an issue is told of them. */
import { describe, expect, test } from 'vitest'
import { confirmationFindings, judge, openIn, withConfirmed } from '../../src/confirm/confirm.ts'
import { wordingsOf } from '../../src/confirm/wordings.ts'
import { LANGUAGES } from '../../src/languages/index.ts'
import { prepare } from '../../src/render.ts'
import { packageWorld } from '../archive/copies.ts'
import { askFor, engineHere, preparsed } from '../fixtures.ts'

const { sha256 } = packageWorld
const inLanguage = (language: string) =>
  wordingsOf(prepare(engineHere(), { ...askFor('kyiv-embassy-2025'), language }), preparsed)
const named = (language: string, file: string) =>
  inLanguage(language)
    .filter(each => each.file.endsWith(file))
    .map(each => each.name)

describe('a note prints', () => {
  test('set phrases, each once, but the label of a draft', () => {
    const found = named('ru', 'formulas/ru.yaml')
    expect(found).toEqual([...new Set(found)].sort())
    expect(found).toEqual(
      expect.arrayContaining(['closing/full', 'labels/translation', 'opening/reduced', 'protest/strong-protest'])
    )
    expect(found).not.toContain('labels/draft')
    expect(found).not.toContain('opening/full')
  })

  test('the habits of the house, by the text of its file', () => {
    const [profile] = inLanguage('az').filter(each => each.name === 'profile')
    expect(profile).toMatchObject({ file: 'templates/profiles/az-mfa.yaml', whole: profile?.span?.source.text })
    expect(profile?.confirmed).toEqual(expect.any(String))
  })

  test('names that the language makes, not those that the register writes', () => {
    const names = ['AZ', 'RU', 'UA', 'embassy', 'foreign-ministry', 'honorary-consulate', 'oil-depot']
    expect(named('az', 'languages/az/names')).toEqual(expect.arrayContaining(names))
    expect(named('en', 'names')).toEqual([])
  })

  test('units, of which a source attests some', () => {
    const units = inLanguage('ru').filter(each => each.file === 'templates/units/package.yaml')
    expect(units.map(({ name, confirmed }) => [name, confirmed])).toEqual([
      ['metre/ru', 'CLDR 48'],
      ['step/ru', null]
    ])
  })
})

test('English may be issued unconfirmed where a house says nothing, another language may not', () => {
  const allowed = Object.values(LANGUAGES).filter(each => 'unconfirmed' in each && each.unconfirmed === 'allowed')
  expect(allowed.map(each => each.tag)).toEqual(['en'])
})

describe('what nobody has confirmed', () => {
  const all = judge(inLanguage('az'), [], sha256)
  const open = openIn(all)
  const about = { note: 'note.yaml', allowed: false }

  test('stands against an issue, all of it, and is for information in anything else', () => {
    const found = confirmationFindings(all, { ...about, form: 'issue' })
    expect(found.map(each => `${each.severity} ${each.rule}`)).toEqual(open.map(() => 'error issue/unconfirmed'))
    expect(found.filter(each => each.hints.length > 0)).toHaveLength(1)
    expect(found.find(each => each.message.includes('`embassy`'))?.message).toBe(
      'nobody has confirmed the wording `embassy` (in the package: languages/az/names): “Səfirliyi · Səfirlik”'
    )
    const draft = confirmationFindings(all, { ...about, form: 'draft' })
    expect(new Set(draft.map(each => each.severity))).toEqual(new Set(['information']))
    expect(confirmationFindings(all, { ...about, form: 'issue', allowed: true })).toEqual([])
  })

  test('is confirmed by a person, by its very text', () => {
    const confirmed = withConfirmed([], open, { by: 'A. Aliyeva', on: '2026-03-05' })
    expect(openIn(judge(inLanguage('az'), confirmed, sha256))).toEqual([])
    const other = confirmed.map(each => (each.wording === 'closing/full' ? { ...each, sha256: '0'.repeat(64) } : each))
    const judged = judge(inLanguage('az'), other, sha256)
    expect(openIn(judged).map(({ name, standing }) => [name, standing])).toEqual([['closing/full', 'stale']])
    const stale = (form: 'issue' | 'draft') => confirmationFindings(judged, { ...about, form, allowed: true })
    expect(stale('issue')).toMatchObject([{ severity: 'error', rule: 'issue/stale-confirmation' }])
    expect(stale('draft')).toMatchObject([{ severity: 'warning', rule: 'issue/stale-confirmation' }])
    expect(withConfirmed(other, openIn(judged), { by: 'A. Aliyeva', on: '2026-03-05' })).toEqual(confirmed)
  })
})
