/** What happened despite a submission of coordinates, what did not, and what cannot be said. */
import { describe, expect, test } from 'vitest'
import { coverageOf } from '../../src/kinds/protest/coverage.ts'
import { resolve } from '../kinds/protest.ts'
import { incident, records, refusals, rules, said, submission } from '../records/make-records.ts'

const listed = (...ids: string[]) => ({
  scope: { described: { en: 'its diplomatic facilities in Druvane' }, facilities: ids }
})
const described = (...types: ('embassy' | 'honorary-consulate')[]) => ({
  scope: { described: { en: 'its diplomatic facilities in Druvane' }, types, in: 'druvane', facilities: null }
})

function coverage(date: string, struck: string[], given: ReturnType<typeof submission>): string {
  return coverageOf(records().register, given, incident(date, struck))
}

describe('coverage of a submission', () => {
  test('the consulate was struck on 10 March 2022 and its coordinates were given in April: before, though listed', () => {
    expect(coverage('2022-03-10', ['honorary'], submission('2022-04', listed('honorary')))).toBe('before')
  })

  test.each([
    // struck, date, submission, list → verdict
    ['2025-11-14', ['embassy'], '2022-04', listed('embassy'), 'despite'],
    ['2025-11-14', ['section'], '2022-04', listed('embassy'), 'despite'],
    ['2025-11-14', ['depot', 'embassy'], '2022-04', listed('embassy'), 'despite'],
    ['2025-11-14', ['consulate', 'embassy'], '2022-04', listed('embassy'), 'despite'],
    ['2025-11-14', ['depot'], '2022-04', listed('embassy'), 'not-listed'],
    ['2025-11-14', ['embassy'], '2022-04', listed(), 'not-listed'],
    ['2025-11-14', [], '2022-04', listed('embassy'), 'not-listed'],
    // a vehicle is not where its mission stands, unless its own place was given
    ['2025-11-14', ['car'], '2022-04', listed('embassy'), 'not-listed'],
    ['2025-11-14', ['car'], '2022-04', listed('car'), 'despite'],
    ['2022-04-30', ['embassy'], '2022-04', listed('embassy'), 'undecided'],
    ['2022-04-30', ['depot'], '2022-04', listed('embassy'), 'not-listed'],
    ['2022-05-01', ['embassy'], '2022-04', listed('embassy'), 'despite'],
    ['2022-04-05', ['embassy'], '2022-04-05', listed('embassy'), 'undecided'],
    ['2022-05-01', ['embassy'], '2022-04~', listed('embassy'), 'undecided'],
    ['2022', ['embassy'], '2022-04', listed('embassy'), 'undecided'],
    ['2025-11-14', ['embassy'], '2022-04', described('embassy'), 'undecided'],
    ['2025-11-14', ['section'], '2022-04', described('embassy'), 'undecided'],
    ['2025-11-14', ['depot'], '2022-04', described('embassy'), 'not-listed'],
    ['2025-11-14', ['embassy-in-vesmar'], '2022-04', described('embassy'), 'not-listed'],
    ['2022-03-10', ['honorary'], '2022-04', described('embassy'), 'before'],
    ['2025-11-14', ['embassy'], '2022-04', {}, 'undecided']
  ])('%s %j against %s is as it must be', (date, struck, given, list, verdict) => {
    expect(coverage(date, struck, submission(given, list))).toBe(verdict)
  })
})

describe('a note that appeals to a submission', () => {
  const given = {
    incidents: {
      kharkiv: incident('2022-03-10', ['honorary']),
      kyiv: incident('2024-01-02', ['embassy']),
      odesa: incident('2025-08-08', ['depot'])
    },
    communications: { list: submission('2022-04', listed('embassy', 'honorary')) },
    request: { submission: 'list' }
  }

  test('prints the earlier incident and the depot outside the statement about coordinates', () => {
    const { dossier } = resolve(records(given))
    expect(dossier.recall?.incidents.map(each => [each.id, each.coverage])).toEqual([
      ['kharkiv', 'before'],
      ['kyiv', 'despite'],
      ['odesa', 'not-listed']
    ])
    expect(dossier.submission?.despite.map(each => each.id)).toEqual(['kyiv', 'now'])
  })

  test('says which incidents it cannot decide, and does not guess', () => {
    const { dossier, notes } = resolve(records({ ...given, communications: { list: submission('2022-04') } }))
    expect(dossier.submission?.despite).toEqual([])
    expect(dossier.occasion.map(each => each.coverage)).toEqual(['undecided'])
    expect(dossier.recall?.incidents.map(each => each.coverage)).toEqual(['before', 'undecided', 'undecided'])
    expect(said(notes)).toContain(
      'information NV035 register#/communications/list/scope: the register does not show whether `now` happened despite the submission `list`'
    )
  })

  test('is refused when the occasion came before it', () => {
    const occasion = { ...given, request: { submission: 'list', occasion: ['kharkiv'] } }
    expect(refusals(() => resolve(records(occasion)))).toEqual([
      'error NV035 note#/submission: the occasion `kharkiv` (2022-03-10) came before the submission `list` (2022-04)'
    ])
  })

  test('is warned about when nothing that the occasion struck was listed', () => {
    const depot = { ...given, request: { submission: 'list', occasion: ['odesa'] } }
    expect(rules(resolve(records(depot)).notes, 'warning')).toContain('NV035')
  })

  test.each([
    [
      { to: 'druvane-mfa' },
      "register#/communications/list/to: the submission `list` went to `druvane`, but the note's addressee is `vesmar`"
    ],
    [
      { from: 'druvane-mfa' },
      "register#/communications/list/from: the submission `list` was made by `druvane`, but the note's sender is `ostrelle`"
    ],
    [
      { date: '2025-12' },
      'note#/submission: the submission `list` of 2025-12 is later than 2025-11-20, the as-of date of the note'
    ]
  ])('is refused when the submission is another one: %j', (change, message) => {
    const communications = { list: submission('2022-04', { ...listed('embassy'), ...change }) }
    expect(refusals(() => resolve(records({ ...given, communications })))).toContain(`error NV035 ${message}`)
  })

  test('is refused when the submission was sent back: nothing was transmitted', () => {
    const sent = (outcome: 'accepted' | 'returned') => {
      const delivery = [{ on: '2022-05', mode: 'messenger' as const, outcome }]
      return records({ ...given, communications: { list: submission('2022-04', { ...listed('embassy'), delivery }) } })
    }
    expect(refusals(() => resolve(sent('returned')))).toEqual([
      'error NV035 note#/submission: the submission `list` was returned, but the note would say that it reached the other side'
    ])
    expect(refusals(() => resolve(sent('accepted')))).toEqual([])
  })

  test.each([
    [{ by: 'vesmar', date: '2022-05' }, []],
    [{ by: 'vesmar-mfa', date: '2022-04' }, []],
    [{ by: 'vesmar' }, []],
    [
      { by: 'vesmar', date: '2022-03' },
      ['date: the assurance of 2022-03 is earlier than the submission `list` (2022-04) that it is about']
    ],
    [
      { by: 'vesmar', date: '2025-12' },
      ['date: the assurance of 2025-12 is later than 2025-11-20, the as-of date of the note']
    ],
    [
      { by: 'druvane-mfa' },
      ['by: the assurance is given by `druvane-mfa` of `druvane`, and the submission `list` went to `vesmar`']
    ]
  ])('takes an assurance of the receiving side, after the submission and before the as-of: %j', (given, refused) => {
    const assurance = { ...given, wording: { en: 'they would be spared' }, evidence: [{ source: 'press' }] }
    const communications = { list: submission('2022-04', { ...listed('embassy'), assurance }) }
    expect(refusals(() => resolve(records({ communications, request: { submission: 'list' } })))).toEqual(
      refused.map(each => `error NV035 register#/communications/list/assurance/${each}`)
    )
  })

  test('takes what a selection states in place of the list', () => {
    const stated = { coverage: { now: 'despite' as const } }
    const communications = { list: submission('2022-04', { ...described('embassy'), stated }) }
    expect(resolve(records({ communications, request: { submission: 'list' } })).dossier.occasion[0]?.coverage).toBe(
      'despite'
    )
  })
})
