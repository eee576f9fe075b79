import { describe, expect, test } from 'vitest'
import { settingsUsed } from '../../src/check/rendered.ts'
import { settingsOf } from '../../src/check/settings.ts'
import { explanationLines } from '../../src/cli/commands/explain-format.ts'
import { choose } from '../../src/explain/choose.ts'
import { explain } from '../../src/explain/explain.ts'
import { exceptionText } from '../../src/explain/phrasing.ts'
import { explanationSchema, type StatementSpan } from '../../src/explain/schema.ts'
import { prepare } from '../../src/render.ts'
import { askFor, engineHere, engineOver, fixtures } from '../fixtures.ts'
import { explainedFixture, preparedFixture, statementWith } from './explained.ts'

const kyiv = explainedFixture('kyiv-embassy-2025')
const insertion = explainedFixture('drafter-insertion')

function spanWith(words: string, explanation = kyiv): StatementSpan {
  const { spans } = statementWith(explanation, words)
  const [found] = spans.filter(each => each.text.replace(/\s+/g, ' ').includes(words))
  if (!found) throw new Error(`${words} is not in one span`)
  return found
}

describe('who says so', () => {
  test('a measure has the evidence of its own record, quoted and noted', () => {
    const { origins, printed, type } = spanWith('about 35 steps')
    expect(type).toBe('value')
    expect(origins).toEqual(['register#/incidents/kyiv-2024-01-02/measures/1'])
    const entry = kyiv.records[origins[0] ?? '']
    expect(entry).toMatchObject({
      kind: 'incident',
      id: 'kyiv-2024-01-02',
      basis: 'fact',
      recorded: 'value: 35, unit: step, qualifier: about',
      evidenceOf: '/incidents/kyiv-2024-01-02/measures/1',
      evidence: [
        {
          source: 'newsaz',
          quote: { lang: 'en', text: 'about 35 steps away from the Embassy’s administrative building' }
        },
        { source: 'report1', quote: null, note: expect.stringContaining('the building itself was hit') }
      ]
    })
    expect(entry?.place).toMatchObject({ file: 'fixtures/kyiv-embassy-2025/register.yaml' })
    expect(printed).toEqual({ file: 'templates/en/partials/measured.hbs', line: 1, column: expect.any(Number) })
    expect(kyiv.sources['newsaz']).toMatchObject({
      publisher: expect.stringContaining('News.Az'),
      date: '2025-11-14',
      language: 'en'
    })
  })

  test('a value without evidence of its own has that of what is around it', () => {
    const [key = ''] = spanWith('On 14 November 2025').origins
    expect(key).toBe('register#/incidents/kyiv-2025-11-14/occurred/date')
    expect(kyiv.records[key]?.evidenceOf).toBe('/incidents/kyiv-2025-11-14')
  })

  test('a name says which record of an incident chose it: who did it, and what was struck', () => {
    const { spans } = statementWith(kyiv, 'a missile launched by the Russian Federation')
    const grounds = (words: string): readonly string[] => {
      const span = spans.find(each => each.text === words)
      return (span?.because ?? []).flatMap(each => kyiv.decisions[each]?.origins ?? [])
    }
    expect(grounds('the Russian Federation')).toEqual(['register#/incidents/kyiv-2024-01-02/attribution/strength'])
    expect(grounds('the Embassy in Ukraine')).toEqual(['register#/incidents/kyiv-2024-01-02/facilities/0'])
  })

  test('a set phrase says which record chose it, and who confirms it', () => {
    const { formula, because, type } = spanWith('There were no human casualties')
    expect(type).toBe('template')
    expect(formula).toBe('casualties/none')
    expect(kyiv.formulas['casualties/none']?.confirmed).toBe(null)
    expect(because).toEqual(['/occasion/0/casualties/nil'])
    const [key = ''] = kyiv.decisions['/occasion/0/casualties/nil']?.origins ?? []
    expect(kyiv.records[key]).toMatchObject({ recorded: 'none', evidenceOf: '/incidents/kyiv-2025-11-14/casualties' })
    expect(kyiv.formulas['protest/strong-protest']?.confirmed).toBe('caliber')
  })

  test('strength is the drafter’s choice', () => {
    const { because } = spanWith('strongly protests against')
    expect(because).toEqual(['/strength'])
    expect(kyiv.decisions['/strength']).toEqual({
      rule: null,
      says: 'the drafter’s choice in the request',
      origins: ['note#/strength']
    })
    expect(kyiv.records['note#/strength']).toMatchObject({ basis: 'choice', recorded: 'strong-protest', evidence: [] })
  })

  test('a recalled incident is a conclusion by rule, from its record', () => {
    const { concluded } = statementWith(kyiv, 'On 10 March 2022')
    expect(concluded).toEqual(['/recall/groups/0/incidents/0'])
    expect(kyiv.decisions[concluded[0] ?? '']).toMatchObject({
      rule: 'NV026',
      origins: ['register#/incidents/kharkiv-2022-03-10']
    })
    expect(statementWith(kyiv, 'On 14 November 2025, at').concluded).toEqual([])
  })

  test('what happened despite the coordinates was concluded from the dates and the list', () => {
    const mission = explainedFixture('mission-coordinates')
    const { concluded } = statementWith(mission, 'premises whose coordinates had been transmitted')
    expect(concluded).toEqual(['/submission/despite'])
    expect(mission.decisions['/submission/despite']?.rule).toBe('NV035')
    expect(mission.decisions['/submission/despite']?.origins).toContain(
      'register#/communications/list-of-positions/scope'
    )
  })

  test('an article of law says who attests it', () => {
    const law = Object.values(insertion.records).filter(each => each.basis === 'law')
    expect(law.length).toBeGreaterThan(3)
    expect(law.map(each => each.kind)).toContain('instrument')
  })

  test('a habit of the house, a name, a joint and a blank are told apart', () => {
    const types = new Map(kyiv.statements.flatMap(each => each.spans.map(span => [span.text, span.type] as const)))
    expect(types.get('Iskander')).toBe('value')
    expect(types.get('the Embassy in Ukraine')).toBe('name')
    expect(types.get('; and ')).toBe('joint')
    expect(types.get('____________')).toBe('blank')
    expect(kyiv.records['profile#/number/sign/en']).toMatchObject({
      basis: 'habit',
      confirmed: expect.stringContaining('azkurs7')
    })
  })
})

describe('what is listed first', () => {
  test('the drafter’s own sentences, with author and source', () => {
    expect(insertion.insertions.map(({ by, after, source }) => [by, after, source])).toEqual([
      ['Desk officer, Second Political Department', 'occasion', 'attache'],
      ['Desk officer, Second Political Department', 'damage', 'attache'],
      ['Legal Department', 'legal', 'memorandum']
    ])
    const [first] = insertion.insertions
    expect(insertion.statements[(first?.statements[0] ?? 0) - 1]?.text).toContain('cameras')
    expect(insertion.sources['attache']?.publisher).toContain('Embassy')
  })

  test('overrides with their authority and reason', () => {
    expect(insertion.overrides).toHaveLength(1)
    expect(insertion.overrides[0]).toMatchObject({
      rule: 'NV029',
      incident: 'morvelle-2026-04-26',
      authority: 'Minister for Foreign Affairs, decision of 28 April 2026',
      place: { file: 'fixtures/drafter-insertion/note.yaml', line: 38 }
    })
  })

  test('a sentence of the drafter’s without a source, and nothing else here', () => {
    const prepared = preparedFixture('drafter-insertion')
    const { request } = prepared.records
    const insert = (request.insert ?? []).map((each, index) => (index === 0 ? { ...each, source: null } : each))
    const records = { ...prepared.records, request: { ...request, insert } }
    const { unsourced, tally, statements } = explain(
      { ...prepared, records },
      { file: 'n', from: 'request', restricted: false }
    )
    expect(unsourced.map(({ text, records: keys }) => [text.slice(0, 11), keys])).toEqual([
      ['The flight ', ['note#/insert/0/text/en']]
    ])
    expect(tally.unsourced).toBe(1)
    expect(statements.filter(each => each.unsourced).map(each => each.number)).toEqual([unsourced[0]?.statement])
  })

  test('a fact whose record has no evidence, even where a set phrase says it', () => {
    const prepared = preparedFixture('kyiv-embassy-2025')
    const { register } = prepared.records
    const occasion = register.incidents['kyiv-2025-11-14']
    if (!occasion) throw new Error('no occasion')
    const bare = { ...occasion, evidence: [], casualties: { status: 'none' as const, evidence: [] } }
    const incidents = { ...register.incidents, 'kyiv-2025-11-14': bare }
    const records = { ...prepared.records, register: { ...register, incidents } }
    const { unsourced } = explain({ ...prepared, records }, { file: 'n', from: 'request', restricted: false })
    expect(unsourced.map(each => each.text)).toContain('There were no human casualties')
    expect(unsourced.map(each => each.text)).toContain('at about 01:00')
    expect(unsourced.map(each => each.text)).not.toContain('damage to structures and service vehicles')
  })
})

describe('restricted values', () => {
  test('are not shown, and pages turn at the same words', () => {
    const plain = explainedFixture('mission-coordinates')
    const open = explainedFixture('mission-coordinates', true)
    const shown = JSON.stringify(plain)
    const hidden = open.statements.flatMap(each =>
      each.spans.filter(span => span.origins.some(key => /\/coordinates\//.test(key))).map(span => span.text)
    )
    expect(hidden.length).toBeGreaterThan(0)
    for (const each of hidden) expect(shown).not.toContain(each)
    expect(shown).toContain('[restricted]')
    const positions = Object.values(open.records).filter(each => each.restricted)
    expect(positions.length).toBeGreaterThan(0)
    for (const { pointer } of positions) expect(plain.records[`register#${pointer}`]?.recorded).toBe(null)
    expect(plain.statements.map(each => each.turns.length)).toEqual(open.statements.map(each => each.turns.length))
  })
})

describe('a part of the note', () => {
  const nothing = { statement: undefined, page: undefined, search: undefined }

  test('one statement, with what it refers to and no more', () => {
    const chosen = choose(kyiv, { ...nothing, statement: 10 })
    expect(chosen.statements.map(each => each.text.trim())).toEqual(['There were no human casualties.'])
    expect(Object.keys(chosen.formulas)).toEqual(['casualties/none'])
    expect(Object.keys(chosen.sources)).toEqual(['newsaz'])
    expect(chosen.tally).toEqual(kyiv.tally)
  })

  test('statements with some words, whatever their capitals and blanks', () => {
    expect(choose(kyiv, { ...nothing, search: '35  STEPS' }).statements).toHaveLength(1)
    expect(choose(kyiv, { ...nothing, search: '36 steps' }).statements).toEqual([])
  })

  test('a page', () => {
    const pages = choose(kyiv, { ...nothing, page: 2 }).statements.map(each => each.to.page)
    expect(new Set(pages)).toEqual(new Set([2]))
  })

  test('everything, where nothing is asked', () => {
    expect(choose(kyiv, nothing)).toBe(kyiv)
  })
})

test.each(fixtures)('%s is explained in the shape of the schema, the same twice', fixture => {
  const explanation = explainedFixture(fixture)
  expect(explanationSchema().parse(JSON.parse(JSON.stringify(explanation)))).toEqual(explanation)
  expect(explainedFixture(fixture)).toEqual(explanation)
})

test('what the workspace excepts in a note is listed, as its settings say it; what takes out nothing is not', () => {
  const lines = [
    'verbale: 1',
    'rules: { NV049: off, NV050: off, NV043: error }',
    'exceptions:',
    '  - { rule: NV011, in: elsewhere/*, reason: another note, until: 2026-12-31 }',
    '  - { rule: NV011, in: "fixtures/**", match: courtesy, reason: a friend, until: 2026-12-31, by: the desk }',
    '  - { rule: NV044, reason: for nothing, until: 2026-12-31 }',
    '  - { rule: NV035, reason: a fact, until: 2026-12-31 }',
    '  - { rule: NV999, reason: no rule, until: 2026-12-31 }'
  ]
  const { world } = engineOver({ 'verbale.yaml': lines.join('\n') })
  const prepared = prepare(engineHere(), askFor('kyiv-embassy-2025'))
  const on = (today: string) => {
    const settings = { read: settingsOf(world), used: settingsUsed(prepared, { world, today, paged: true }) }
    return explain(prepared, { file: 'note.yaml', from: 'request', restricted: false, settings })
  }
  const explanation = on('2026-12-31')
  expect(explanation.excepted.map(exceptionText)).toEqual([
    'NV049: off',
    'NV011 “courtesy” in fixtures/**: a friend, until 2026-12-31, by the desk'
  ])
  expect(explanation.excepted.map(each => each.place?.line)).toEqual([2, 5])
  expect(on('2027-01-01').excepted.map(each => each.rule)).toEqual(['NV049'])
  expect(explanationLines(explanation, { colour: false })).toContain(
    'Findings that the workspace excepts:\n  NV049: off'
  )
})
