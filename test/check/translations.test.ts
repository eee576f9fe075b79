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

  test('of a request follow its words too', () => {
    const note = (STARTER['note.yaml'] ?? '').replace(
      'place: { en: Talven }',
      'place: { en: Talven, az: Talven şəhəri }'
    )
    const both = told({ 'translations.yaml': FIRST, 'note.yaml': note })
    expect(both.wanted?.match(/^ {4}'/gm)).toHaveLength(2)
    const files = { 'translations.yaml': both.wanted ?? '', 'note.yaml': note }
    expect(told(files)).toEqual({ rules: [], wanted: null })
    const changed = note
      .replace('en: Talven,', 'en: New Talven,')
      .replace('original: en', 'original: en, translations: [az]')
    const { findings } = checkFiles({ ...STARTER, ...files, 'register.yaml': register, 'note.yaml': changed })
    const stale = findings.filter(each => each.rule === 'record/stale')
    expect(stale.map(each => [each.severity, each.pointer, each.span?.source.name])).toEqual([
      ['warning', '/place/az', 'note.yaml']
    ])
  })

  test('a file that is wrong is told', () => {
    const { findings } = checkFiles({ ...STARTER, 'translations.yaml': 'verbale: 1\nfrom: en\n' })
    expect(findings.map(each => each.rule)).toEqual(['record/missing-key'])
  })
})
