/** Which prior incidents a note recalls, in what order, and why the others are left out. */

import { describe, expect, test } from 'vitest'
import { openCase } from '../../src/dossier/decisions/case.ts'
import { protestIn } from '../../src/kinds/protest/protest-case.ts'
import { obstacle } from '../../src/kinds/protest/recall.ts'
import type { ProtestRequest } from '../../src/kinds/protest/request.ts'
import type { IncidentRecord } from '../../src/records/schema.ts'
import { resolve } from '../kinds/protest.ts'
import {
  facility,
  type Given,
  hintsOf,
  incident,
  records,
  refusals,
  report,
  rules,
  said
} from '../records/make-records.ts'

const recalled = (given: Given) => resolve(records(given)).dossier.recall?.incidents.map(each => each.id) ?? null
const recall = (change: Partial<ProtestRequest['recall']>) => ({
  recall: { incidents: 'all' as const, order: 'by-class' as const, ...change }
})

/** The prior incidents of the first fixture, in the order of their ids. */
const incidents = {
  'a-depot': incident('2025-08-08', ['depot']),
  'b-embassy': incident('2025-08-28', ['embassy']),
  'c-consulate': incident('2022-03-10', ['honorary']),
  'd-airspace': incident('2023-01-01', [], { territory: 'ostrelle', event: { en: 'entered the airspace' } }),
  'e-embassy': incident('2024-01-02', ['embassy'], {
    attribution: { to: 'vesmar', strength: 'named', basis: 'physical' }
  })
}

describe('the order of a recall', () => {
  test('by class: missions and posts by date, then other property, then territory', () => {
    const dossier = resolve(records({ incidents })).dossier.recall
    expect(dossier?.groups.map(group => [group.class, group.incidents.map(each => each.id)])).toEqual([
      ['diplomatic-and-consular', ['c-consulate', 'e-embassy', 'b-embassy']],
      ['other-property', ['a-depot']],
      ['territory', ['d-airspace']]
    ])
    expect([dossier?.first.edtf, dossier?.last.edtf]).toEqual(['2022-03-10', '2025-08-28'])
  })

  test('chronological: one group', () => {
    const dossier = resolve(records({ incidents, request: recall({ order: 'chronological' }) })).dossier.recall
    expect(dossier?.groups.map(group => [group.class, group.incidents.map(each => each.id)])).toEqual([
      ['all', ['c-consulate', 'd-airspace', 'e-embassy', 'a-depot', 'b-embassy']]
    ])
  })

  test('one day: by time, then by id', () => {
    const late = incident('2025-01-01', ['embassy'], { occurred: { date: '2025-01-01', time: '05:00' } })
    const early = incident('2025-01-01', ['embassy'], { occurred: { date: '2025-01-01', time: '01:00' } })
    const plain = incident('2025-01-01', ['embassy'])
    expect(recalled({ incidents: { c: late, d: early, b: plain, a: plain } })).toEqual(['a', 'b', 'd', 'c'])
  })
})

describe('what `all` takes', () => {
  test('what the register attributes to the addressee, however little the text may say of it', () => {
    const attributed = (to: string | null) => ({
      attribution: { to, strength: 'named' as const, basis: 'press' as const }
    })
    const others = {
      other: incident('2025-01-01', ['embassy'], attributed('druvane')),
      nobody: incident('2025-01-01', ['embassy'], attributed(null)),
      theirs: incident('2025-01-01', ['embassy'])
    }
    expect(recalled({ incidents: others })).toEqual(['theirs'])
  })

  test('what concerns the sender and is attributed to another or to nobody is left out and named', () => {
    const attributed = (to: string | null) => ({
      attribution: { to, strength: 'none' as const, basis: 'press' as const }
    })
    const facilities = { theirs: facility('embassy', { of: 'vesmar' }) }
    const given = {
      facilities,
      incidents: {
        other: incident('2025-01-01', ['embassy'], attributed('druvane')),
        nobody: incident('2025-01-01', [], { territory: 'ostrelle', ...attributed(null) }),
        'of-no-concern': incident('2025-01-01', ['theirs'], attributed(null)),
        later: incident('2025-11-21', ['embassy'], attributed(null)),
        excepted: incident('2025-01-01', ['embassy'], attributed(null))
      },
      request: recall({ except: [{ incident: 'excepted', reason: 'settled' }] })
    }
    const notes = resolve(records(given)).notes.filter(each => each.rule === 'resolve/left-out')
    expect(said(notes)).toEqual([
      'information resolve/left-out register#/incidents/other/attribution: the prior incident `other` is left out: it is attributed to `druvane`, and the note goes to `vesmar`',
      'information resolve/left-out register#/incidents/nobody/attribution: the prior incident `nobody` is left out: it is attributed to nobody'
    ])
    expect(notes.map(each => each.hints)).toEqual([
      [],
      [
        'to hold it against `vesmar`, write `attribution: { to: vesmar, strength: none, basis: … }`: with `strength: none` the text does not say whose act it was'
      ]
    ])
  })

  test('nothing to recall is null, never an empty recall', () => {
    expect(recalled({})).toBeNull()
    expect(recalled({ incidents, request: recall({ incidents: 'none' }) })).toBeNull()
  })

  test('what is newer than the note knows, later than it, or excepted is left out and named with the reason', () => {
    const given = {
      incidents: {
        known: incident('2025-01-01', ['embassy']),
        excepted: incident('2025-01-02', ['embassy']),
        'known-late': incident('2025-01-03', ['embassy'], { recorded: '2025-12-01' }),
        'after-note': incident('2025-11-21', ['embassy'], { recorded: '2025-11-20' })
      },
      request: recall({ except: [{ incident: 'excepted', reason: 'settled in March' }] })
    }
    expect(recalled(given)).toEqual(['known'])
    expect(said(resolve(records(given)).notes).filter(each => each.includes('left-out'))).toEqual([
      'information resolve/left-out register#/incidents/excepted: the prior incident `excepted` is left out: settled in March',
      'information resolve/left-out register#/incidents/known-late: the prior incident `known-late` is left out: it was recorded on 2025-12-01, after 2025-11-20, the as-of date of the note',
      'information resolve/left-out register#/incidents/after-note: the prior incident `after-note` is left out: it is dated 2025-11-21, after the note of 2025-11-20'
    ])
  })

  test('an exception that excepts nothing is a warning', () => {
    const request = recall({ except: [{ incident: 'now', reason: 'no' }] })
    expect(rules(resolve(records({ request })).notes, 'warning')).toContain('resolve/unused-exception')
  })
})

describe('before the occasion', () => {
  const given = (
    date: string | null,
    occurred: { date: string; time?: string; offset?: string; qualifier?: 'approx' }
  ) => {
    const now = incident('2025-11-14', ['embassy'], {
      occurred: { date: '2025-11-14', time: '01:00', offset: '+02:00' }
    })
    const facts = protestIn(openCase(records({ incidents: { now }, request: { date } })))
    return obstacle(facts, incident('2025-11-14', ['embassy'], { occurred }))
  }

  test.each([
    ['2025-11-20', { date: '2025-11-13' }, null],
    ['2025-11-20', { date: '2025-11-16' }, 'it is dated 2025-11-16, after the occasion of 2025-11-14'],
    ['2025-11-20', { date: '2025-11-14' }, 'cannot tell whether 2025-11-14 came before the occasion of 2025-11-14'],
    ['2025-11-20', { date: '2025-11' }, 'cannot tell whether 2025-11 came before the occasion of 2025-11-14'],
    ['2025-11-20', { date: '2025-11-21' }, 'it is dated 2025-11-21, after the note of 2025-11-20'],
    [null, { date: '2025-11-13' }, null],
    [null, { date: '2025-11-16' }, 'it is dated 2025-11-16, after the occasion of 2025-11-14'],
    [null, { date: '2025-11-14' }, 'cannot tell whether 2025-11-14 came before the occasion of 2025-11-14'],
    [null, { date: '2025-11' }, 'cannot tell whether 2025-11 came before the occasion of 2025-11-14'],
    [null, { date: '2025-11-14', time: '00:30', offset: '+02:00' }, null],
    // Later on the clock, in another zone, and earlier all the same: 22:30 UTC on the 13th against 23:00.
    [null, { date: '2025-11-14', time: '02:30', offset: '+04:00' }, null],
    [
      null,
      { date: '2025-11-14', time: '02:00', offset: '+02:00' },
      'it is dated 2025-11-14, after the occasion of 2025-11-14'
    ],
    [
      null,
      { date: '2025-11-14', time: '00:30' },
      'cannot tell whether 2025-11-14 came before the occasion of 2025-11-14'
    ],
    [
      null,
      { date: '2025-11-14', time: '00:30', offset: '+02:00', qualifier: 'approx' as const },
      'cannot tell whether 2025-11-14 came before the occasion of 2025-11-14'
    ]
  ])('a note of %s and an incident of %j', (date, occurred, reason) => {
    expect(given(date, occurred)).toBe(reason)
  })
})

describe('two incidents of one day', () => {
  const at = (time: string, more = {}) =>
    incident('2025-11-14', ['embassy'], { occurred: { date: '2025-11-14', time, ...more } })
  const hints = (now: IncidentRecord, prior: IncidentRecord, incidents: ProtestRequest['recall']['incidents']) => {
    const given = records({ incidents: { now, prior }, request: recall({ incidents }) })
    if (incidents !== 'all') return hintsOf(() => resolve(given)).join()
    const notes = resolve(given).notes.filter(each => each.rule === 'resolve/left-out')
    return notes.flatMap(each => each.hints).join()
  }
  const zone = { offset: '+02:00' }

  test('of which the times are known, and not the zones: the hint names `offset`', () => {
    for (const incidents of ['all' as const, ['prior']]) {
      expect(hints(at('04:20'), at('02:00'), incidents)).toContain('give each `time` an `offset`')
      expect(hints(at('04:20', zone), at('02:00'), incidents)).toContain('`offset`')
      expect(hints(at('02:00', zone), at('04:20', zone), incidents)).toBe('')
      expect(hints(incident('2025-11-14', ['embassy']), at('02:00'), incidents)).toBe('')
    }
  })
})

describe('an incident between two occasions', () => {
  const between = {
    earlier: incident('2025-11-10', ['embassy']),
    between: incident('2025-11-12', ['embassy']),
    before: incident('2025-11-09', ['embassy'])
  }
  const reason = 'it is dated 2025-11-12, which is not before every occasion of 2025-11-14, 2025-11-10'
  const given = (incidents: ProtestRequest['recall']['incidents']) =>
    records({ incidents: between, request: { occasion: ['now', 'earlier'], ...recall({ incidents }) } })

  test('is left out of all, with the reason', () => {
    const { dossier, notes } = resolve(given('all'))
    expect(dossier.recall?.incidents.map(each => each.id)).toEqual(['before'])
    expect(said(notes)).toContain(
      `information resolve/left-out register#/incidents/between: the prior incident \`between\` is left out: ${reason}`
    )
  })

  test('is refused by name', () => {
    expect(refusals(() => resolve(given(['before', 'between'])))).toEqual([
      `error NV026 note#/recall/incidents/1: \`between\` cannot be recalled: ${reason}`
    ])
  })
})

describe('incidents named by id', () => {
  const named = (...ids: string[]) => recall({ incidents: ids })

  test('are taken in the order of the note, not of the list', () => {
    expect(recalled({ incidents, request: named('a-depot', 'e-embassy', 'c-consulate') })).toEqual([
      'c-consulate',
      'e-embassy',
      'a-depot'
    ])
  })

  test('attributed to nobody, are refused with the way to hold them against the addressee', () => {
    const nobody = incident('2025-01-01', ['embassy'], {
      attribution: { to: null, strength: 'none', basis: 'press' }
    })
    const given = records({ incidents: { nobody }, request: named('nobody') })
    expect(refusals(() => resolve(given))).toEqual([
      'error resolve/attribution note#/recall/incidents/0: `nobody` is attributed to nobody, but the note is addressed to `vesmar`'
    ])
    expect(hintsOf(() => resolve(given))).toEqual([
      'to hold it against `vesmar`, write `attribution: { to: vesmar, strength: none, basis: … }`: with `strength: none` the text does not say whose act it was'
    ])
  })

  test('are refused with the rule when they cannot be recalled', () => {
    const given = {
      incidents: {
        ...incidents,
        later: incident('2025-11-21', ['embassy'], { recorded: '2025-11-20' }),
        unknown: incident('2025-01-01', ['embassy'], { recorded: '2025-12-01' }),
        other: incident('2025-01-01', ['embassy'], {
          attribution: { to: 'druvane', strength: 'named', basis: 'press' }
        })
      },
      request: named('later', 'now', 'other', 'unknown', 'a-depto', 'a-depot', 'a-depot')
    }
    expect(refusals(() => resolve(records(given)))).toEqual([
      'error NV026 note#/recall/incidents/0: `later` cannot be recalled: it is dated 2025-11-21, after the note of 2025-11-20',
      'error NV027 note#/recall/incidents/1: `now` is the occasion of the note and cannot be recalled in it',
      'error resolve/attribution note#/recall/incidents/2: `other` is attributed to `druvane`, but the note is addressed to `vesmar`',
      'error NV026 note#/recall/incidents/3: `unknown` cannot be recalled: it was recorded on 2025-12-01, after 2025-11-20, the as-of date of the note',
      'error record/unknown-id note#/recall/incidents/4: there is no incident `a-depto`',
      'error NV026 note#/recall/incidents/6: the prior incident `a-depot` is named twice'
    ])
  })
})

describe('many prior incidents', () => {
  const many = Object.fromEntries([1, 2, 3, 4, 5, 6].map(day => [`p${day}`, incident(`2025-01-0${day}`, ['embassy'])]))

  test('are summarised, and the chronology is added as an annex and said', () => {
    const { dossier, notes } = resolve(records({ incidents: many }))
    expect(dossier.recall?.summarised).toBe(true)
    expect(dossier.annexes).toEqual([{ number: 1, type: 'chronology', reportedBy: false }])
    expect(rules(notes, 'information')).toContain('NV051')
  })

  test('as many as the house lists in the body are listed there', () => {
    const { p6: _, ...five } = many
    const { dossier, notes } = resolve(records({ incidents: five }))
    expect([dossier.recall?.summarised, dossier.annexes]).toEqual([false, []])
    expect(rules(notes, 'information')).not.toContain('NV051')
  })
})

describe('reports of prior incidents', () => {
  const prior = { one: incident('2024-01-02', ['embassy']), two: incident('2025-08-28', ['embassy']) }
  const given = (communications: Given['communications'] = {}, request = {}) =>
    records({ incidents: prior, communications, request })

  test('all reported, one of them by a note without a known number', () => {
    const recall = resolve(
      given({ b: report('2024-01-03', ['one'], { number: '7/2024' }), a: report('2025-08-29', ['two']) })
    ).dossier.recall
    expect([
      recall?.reported.map(each => each.id),
      recall?.numbered.map(each => each.id),
      recall?.unnumbered.map(each => each.id)
    ]).toEqual([['one', 'two'], ['b'], ['a']])
    expect(recall?.incidents.map(each => each.reports.map(one => one.id))).toEqual([['b'], ['a']])
  })

  test.each([
    ['7/2024', '8/2024', []],
    ['7/2024', null, ['b']],
    [null, null, ['a', 'b']]
  ])('reported by notes numbered %s and %s: without a number %j', (a, b, unnumbered) => {
    const notes = { a: report('2024-01-03', ['one'], { number: a }), b: report('2025-08-29', ['two'], { number: b }) }
    expect(resolve(given(notes)).dossier.recall?.unnumbered.map(each => each.id)).toEqual(unnumbered)
  })

  test('none reported is a warning for each, and no number is invented', () => {
    const { dossier, notes } = resolve(given())
    expect([dossier.recall?.reported, dossier.recall?.numbered, dossier.recall?.unnumbered]).toEqual([[], [], []])
    expect(said(notes)).toEqual([
      'warning NV036 register#/communications: no communication in the register reported `one`',
      'warning NV036 register#/communications: no communication in the register reported `two`'
    ])
  })

  test.each([
    ['to another State', report('2024-01-03', ['one'], { to: 'druvane-mfa' })],
    ['from another State', report('2024-01-03', ['one'], { from: 'vesmar-mfa', to: 'vesmar-embassy' })],
    ['after the note', report('2025-11-21', ['one'])],
    ['perhaps after the note', report('2025-11', ['one'])],
    ['the note itself, once registered', report('2025-11-20', ['one'], { number: '12' })]
  ])('%s is no report', (_, communication) => {
    const { dossier } = resolve(given({ c: communication }, { number: '12' }))
    expect(dossier.recall?.reported).toEqual([])
  })

  test.each([
    ['by another', { supersedes: 'c' }, {}, ['7/2025']],
    ['by the note that is made', {}, { supersedes: 'c' }, ['7/2025']],
    ['by one of which the note does not know yet', { supersedes: 'c', date: '2025-11-21' }, {}, ['6/2025']]
  ])('what was replaced %s is cited as long as it is in force', (_, replacing, request, reported) => {
    const c = report('2025-09-01', ['one', 'two'], { number: '6/2025' })
    const b = report('2025-10-01', ['two'], { number: '7/2025', ...replacing })
    expect(resolve(given({ c, b }, request)).dossier.recall?.numbered.map(each => each.number)).toEqual(reported)
  })

  test('one that was replaced is told as left out, and what it alone reported as unreported', () => {
    const c = report('2025-09-01', ['one', 'two'], { number: '6/2025' })
    const b = report('2025-10-01', ['two'], { number: '7/2025', supersedes: 'c' })
    const { notes } = resolve(given({ c, b }))
    expect(said(notes)).toEqual([
      'information resolve/left-out register#/communications/b/supersedes: the report `c` is not cited: `b` replaced it',
      'warning NV036 register#/communications: no communication in the register that is in force reported `one`'
    ])
  })

  test('one whose replacement was sent back stands', () => {
    const c = report('2025-09-01', ['one', 'two'], { number: '6/2025' })
    const b = report('2025-10-01', [], { supersedes: 'c', delivery: [attempt('refused')] })
    expect(resolve(given({ c, b })).dossier.recall?.numbered.map(each => each.id)).toEqual(['c'])
  })

  test('another note of the same day is one', () => {
    const { dossier } = resolve(given({ c: report('2025-11-20', ['one'], { number: '11' }) }, { number: '12' }))
    expect(dossier.recall?.reported.map(each => each.id)).toEqual(['one'])
  })

  const attempt = (outcome: 'refused' | 'returned' | 'accepted') => ({
    on: '2025-08-30',
    mode: 'post' as const,
    outcome
  })

  test.each([
    [['refused'], [], ['c']],
    [['accepted', 'returned'], [], ['c']],
    [['returned', 'accepted'], ['one', 'two'], []],
    [[], ['one', 'two'], []]
  ] as const)('delivered %j: it reported %j, and %j was sent back', (outcomes, reported, sentBack) => {
    const c = report('2025-08-29', ['one', 'two'], { delivery: outcomes.map(attempt) })
    const { dossier, notes } = resolve(given({ c }))
    expect(dossier.recall?.reported.map(each => each.id)).toEqual(reported)
    expect(dossier.recall?.sentBack.map(each => [each.note.id, each.incidents.map(one => one.id)])).toEqual(
      sentBack.map(id => [id, ['one', 'two']])
    )
    expect(said(notes)).toEqual([])
  })

  test.each([
    ['a report of a recalled incident', report('2025-08-29', ['two'], { response: 'none' }), {}, ['c']],
    ['what the note refers to', report('2025-08-29', [], { response: 'none' }), { 'refers-to': ['c'] }, ['c']],
    ['nothing that the note does not name', report('2025-08-29', [], { response: 'none' }), {}, []],
    ['nothing of which the register does not say it', report('2025-08-29', ['two']), {}, []],
    [
      'nothing that was sent back',
      report('2025-08-29', ['two'], { response: 'none', delivery: [attempt('returned')] }),
      {},
      []
    ],
    ['nothing that the note replaces', report('2025-08-29', ['two'], { response: 'none' }), { supersedes: 'c' }, []],
    [
      'nothing between others',
      report('2025-08-29', [], { response: 'none', to: 'druvane-mfa' }),
      { 'refers-to': ['c'] },
      []
    ]
  ])('unanswered is %s', (_, c, request, unanswered) => {
    expect(resolve(given({ c }, request)).dossier.unanswered.map(each => each.id)).toEqual(unanswered)
  })

  test('a démarche is cited as what it is', () => {
    const spoken = { ...report('2024-01-03', ['one']), type: 'demarche' as const }
    expect(resolve(given({ c: spoken })).dossier.recall?.incidents[0]?.reports[0]?.type).toBe('demarche')
  })
})

test('a consular section counts as diplomatic, a cultural institute as other property', () => {
  const facilities = { institute: facility('cultural-institute') }
  const given = {
    facilities,
    incidents: { a: incident('2025-01-01', ['section']), b: incident('2025-01-02', ['institute']) }
  }
  const { dossier } = resolve(records(given))
  expect(dossier.recall?.groups.map(each => each.class)).toEqual(['diplomatic-and-consular', 'other-property'])
})
