/** Translations in a workspace: what `check` tells of them, and which file it would write. */
import { describe, expect, test } from 'vitest'
import { checkFiles, STARTER } from './workspace.ts'

const FIRST = 'verbale: 1\nfrom: en\nmade: {}\n'
const WORDS = 'en: the destruction of the gatehouse'
const register = (STARTER['register.yaml'] ?? '').replace(WORDS, `${WORDS}, az: darvazaxana dağılmış`)

/** What is told of translations, and the text of their file that would be written. */
function told(files: Readonly<Record<string, string>>) {
  const { findings, wanted } = checkFiles({ ...STARTER, 'register.yaml': register, ...files })
  const of = findings.filter(each => ['record/stale', 'record/untold'].includes(each.rule))
  const rules = of.map(each => `${each.severity} ${each.rule}`)
  return { rules, wanted: wanted.find(each => each.name === 'translations.yaml')?.text ?? null }
}

describe('translations in a workspace', () => {
  test('nobody is asked where there is no file', () => {
    expect(told({})).toEqual({ rules: [], wanted: null })
  })

  test('of which nothing was said are counted, and noted at an update', () => {
    const first = told({ 'translations.yaml': FIRST })
    expect(first.rules).toEqual(['information record/untold'])
    expect(told({ 'translations.yaml': first.wanted ?? '' })).toEqual({ rules: [], wanted: null })
  })

  test('are stale when their words change, and no update changes that', () => {
    const { wanted } = told({ 'translations.yaml': FIRST })
    const changed = register.replace('the destruction of the gatehouse', 'the destruction of both gatehouses')
    const files = { 'translations.yaml': wanted ?? '', 'register.yaml': changed }
    expect(told(files)).toEqual({ rules: ['warning record/stale'], wanted: null })
  })

  test('a file that is wrong is told', () => {
    const { findings } = checkFiles({ ...STARTER, 'translations.yaml': 'verbale: 1\nfrom: en\n' })
    expect(findings.map(each => each.rule)).toEqual(['record/missing-key'])
  })
})
