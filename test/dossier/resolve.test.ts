/** The dossier of a note: everything in the language of the note, everything with its origins, nothing in silence. */

import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/bundle/canonical.ts'
import { dossierSchemaOf } from '../../src/dossier/schema.ts'
import { keyOf, referenceOf } from '../../src/fact.ts'
import { PROTEST } from '../../src/kinds/protest/protest.ts'
import { english } from '../../src/languages/en/index.ts'
import type { Wording } from '../../src/languages/language.ts'
import { resolve } from '../kinds/protest.ts'
import {
  facility,
  type Given,
  hintsOf,
  incident,
  parties,
  party,
  profile,
  records,
  refusals,
  report,
  rules,
  said,
  submission,
  unitWords
} from '../records/make-records.ts'

const evidence = [{ source: 'press' }]

/** A case that has something in every field of the dossier. */
const full: Given = {
  facilities: {
    embassy: facility('embassy', {
      city: { en: 'Druva' },
      coordinates: { latitude: 50.12345, longitude: -3.5, datum: 'WGS 84' }
    })
  },
  incidents: {
    now: incident('2025-11-14', ['embassy'], {
      occurred: { date: '2025-11-14', time: '01:00', qualifier: 'approx', zone: 'Europe/Kyiv' },
      place: { en: 'the port district' },
      event: { en: 'fell near' },
      territory: 'druvane',
      means: { kind: 'missile', designation: { en: 'Iskander' }, certainty: 'type', count: 1 },
      intent: 'questioned',
      circumstances: [{ what: { en: 'ordnance was found' }, evidence }],
      measures: [
        {
          phrase: { en: { before: 'the crater lay', after: 'from the wall' } },
          value: 35,
          unit: 'step',
          qualifier: 'about',
          evidence
        }
      ],
      casualties: {
        status: 'known',
        killed: [{ count: 1, who: { en: { one: 'guard', many: 'guards' } }, evidence }],
        injured: [{ count: null, who: { en: { one: 'employee', many: 'employees' } }, evidence }]
      }
    }),
    depot: incident('2025-08-08', ['depot'])
  },
  communications: {
    list: submission('2022-04', {
      assurance: {
        by: 'vesmar',
        concerning: 'vesmar-mfa',
        date: '2022-04',
        wording: { en: 'they would be heeded' },
        evidence
      }
    }),
    told: report('2025-08-09', ['depot'], { number: '7/2025' }),
    asked: report('2025-01-09', [], { number: '1/2025' }),
    theirs: report('2025-01-10', [], { from: 'vesmar-embassy', to: 'ostrelle-mfa' })
  },
  request: {
    number: '12/2025',
    submission: 'list',
    legal: 'reflected',
    'refers-to': ['told', 'asked'],
    'in-reply-to': 'theirs',
    supersedes: 'asked',
    annexes: ['chronology', 'coordinates'],
    insert: [{ after: 'damage', text: { en: 'The wall stood for a century.' }, source: null, by: 'a drafter' }],
    specimen: { en: 'A specimen.' }
  }
}

describe('the dossier', () => {
  const { dossier, origins } = resolve(records(full))

  test('has the shape that templates are checked against', () => {
    expect(dossierSchemaOf(PROTEST).parse(dossier)).toEqual(dossier)
  })

  test('keeps units, hedges and precision as they were recorded', () => {
    expect(dossier.occasion[0]?.time).toEqual({ kind: 'time', local: '01:00', until: null, qualifier: 'approx' })
    expect(dossier.occasion[0]?.measures[0]).toEqual({
      before: 'the crater lay',
      measure: {
        kind: 'measure',
        value: 35,
        to: null,
        decimals: 0,
        unit: 'step',
        words: unitWords('step', 'en'),
        qualifier: 'about'
      },
      after: 'from the wall'
    })
    expect(dossier.submission?.date).toEqual({
      kind: 'date',
      edtf: '2022-04',
      dates: [{ year: 2022, month: 4, day: null, approximate: false }],
      relation: 'date'
    })
    expect(dossier.positions?.[0]).toMatchObject({ latitude: 50.12345, longitude: -3.5, decimals: 5 })
  })

  test('cites other notes in order of date', () => {
    expect(dossier.refersTo.map(each => [each.id, each.number, each.ours])).toEqual([
      ['asked', '1/2025', true],
      ['told', '7/2025', true]
    ])
    expect([dossier.inReplyTo?.id, dossier.supersedes?.id]).toEqual(['theirs', 'asked'])
  })

  test.each([
    ['/occasion/0/damage/0/items/0', ['register#/incidents/now/damage/0/what/en']],
    ['/occasion/0/measures/0/before', ['register#/incidents/now/measures/0/phrase/en/before']],
    ['/occasion/0/casualties/killed/0/many', ['register#/incidents/now/casualties/killed/0/who/en/many']],
    ['/occasion/0/facilities/0/name', ['register#/facilities/embassy/names/en']],
    ['/recall/incidents/0/date', ['register#/incidents/depot/occurred/date']],
    ['/recall/groups/0/incidents/0/date', ['register#/incidents/depot/occurred/date']],
    ['/recall/first', ['register#/incidents/depot/occurred/date']],
    ['/recall/reported', ['register#/communications/told/incidents']],
    ['/recall/numbered/0/number', ['register#/communications/told/number']],
    ['/submission/scope', ['register#/communications/list/scope/described/en']],
    ['/submission/assurance/wording', ['register#/communications/list/assurance/wording/en']],
    [
      '/recall/incidents/0/coverage',
      [
        'register#/communications/list/date',
        'register#/communications/list/scope',
        'register#/incidents/depot/occurred/date',
        'register#/incidents/depot/facilities'
      ]
    ],
    ['/legal/bases/0/says', ['law#/instruments/vcdr/articles/22/says/en']],
    [
      '/legal/bases/0/force',
      ['note#/legal', 'law#/instruments/vcdr/articles/22/binds', 'register#/facilities/embassy/in']
    ],
    ['/closing', ['note#/courtesy', 'profile#/courtesy/closing']],
    ['/profile/numberSign', ['profile#/number/sign/en']],
    ['/inserts/0/text', ['note#/insert/0/text/en']],
    ['/specimen', ['note#/specimen/en']],
    ['/demands/0', ['note#/demands/0']]
  ])('%s says where it comes from', (pointer, expected) => {
    expect(origins.get(pointer)?.map(keyOf)).toEqual(expected)
  })

  test('no leaf is without an origin', () => {
    const orphans = leaves(dossier, '').filter(pointer => {
      for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
        const found = origins.get(at)
        if (found) return found.length === 0
      }
      return true
    })
    expect(orphans).toEqual([])
  })

  test('every origin but that of an absent value is a place in the records', () => {
    const { register, request, law } = records(full)
    const files = { register, note: request, profile, law, formulas: {} }
    const lost = [...origins].filter(([pointer, from]) => {
      if (at(dossier, pointer) === null || (Array.isArray(at(dossier, pointer)) && at(dossier, pointer).length === 0))
        return false
      return from.map(referenceOf).some(each => at(files[each.file], each.pointer) === undefined)
    })
    expect(lost.map(([pointer, from]) => [pointer, from.map(keyOf)])).toEqual([])
  })
})

/** The pointers of everything that holds nothing. */
function leaves(value: unknown, pointer: string): string[] {
  if (typeof value !== 'object' || value === null) return [pointer]
  return Object.entries(value).flatMap(([key, each]) => leaves(each, `${pointer}/${key}`))
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what stands at any pointer
function at(value: any, pointer: string): any {
  return pointer
    .split('/')
    .slice(1)
    .reduce((whole, key) => (whole === null || whole === undefined ? undefined : whole[key]), value)
}

describe('the language of the note', () => {
  test('every text and name that it lacks is listed at once, each at its record', () => {
    const given: Given = {
      language: 'az',
      parties: { ...parties, vesmar: party({ kind: 'state', invented: true, names: { az: { gen: 'Vesmarın' } } }, '') },
      request: { languages: { original: 'en', translations: ['az'] } }
    }
    expect(refusals(() => resolve(records(given)))).toEqual([
      'error resolve/missing-language note#/place: no text in `az` at /place, only in `en`',
      'error resolve/missing-language register#/facilities/embassy/names: no name in `az` at /facilities/embassy/names, only in `en`',
      'error resolve/missing-language register#/incidents/now/damage/0/what: no text in `az` at /incidents/now/damage/0/what, only in `en`',
      'error resolve/missing-language register#/parties/druvane/names: no name in `az` at /parties/druvane/names, only in `en`',
      'error resolve/missing-language register#/parties/ostrelle-mfa/names: no name in `az` at /parties/ostrelle-mfa/names, only in `en`',
      'error resolve/missing-language register#/parties/ostrelle/names: no name in `az` at /parties/ostrelle/names, only in `en`',
      // the embassy's name is made of its parts, and its State lacks the form by which a sentence calls it
      'error resolve/missing-language register#/parties/vesmar/names/az: no form `nom` in `az` at /parties/vesmar/names/az'
    ])
  })

  test('a name needs a form by which its language calls somebody', () => {
    const vesmar = party({ kind: 'state', invented: true, names: { en: { nom: 'Vesmar' } } }, '')
    const given = records({ parties: { vesmar } })
    const at = 'error resolve/missing-language register#/parties/vesmar/names/en:'
    expect(refusals(() => resolve(given))).toEqual([`${at} no form \`full\` in \`en\` at /parties/vesmar/names/en`])
    const called = (...forms: Wording['called']) => ({ ...given, wording: { ...english.wording, called: forms } })
    expect(refusals(() => resolve(called('full', 'dat')))).toEqual([
      `${at} no form \`full\` or \`dat\` in \`en\` at /parties/vesmar/names/en`
    ])
    expect(refusals(() => resolve(called('full', 'nom')))).toEqual([])
  })

  test('what the note does not use may lack it', () => {
    const unused = party({ kind: 'state', invented: true, names: { ru: { nom: 'Х' } } }, '')
    expect(refusals(() => resolve(records({ parties: { unused } })))).toEqual([])
  })

  test('is named with whatever else is wrong', () => {
    const given: Given = { language: 'fr', request: { demands: ['protect'] } }
    const rulesOf = refusals(() => resolve(records(given))).map(each => each.split(' ')[1])
    expect(new Set(rulesOf)).toEqual(new Set(['NV034', 'resolve/missing-language']))
  })

  test('a translation is told from the original', () => {
    expect(resolve(records()).dossier.original).toBe(true)
    expect(
      resolve(records({ request: { languages: { original: 'az', translations: ['en'] } } })).dossier.original
    ).toBe(false)
  })
})

describe('the house', () => {
  const courtesy = (modes: ('full' | 'reduced' | 'none')[], closing: 'by-mode' | 'never') => ({
    profile: { ...profile, courtesy: { modes, closing } }
  })

  test.each([
    ['full', 'by-mode', true],
    ['reduced', 'by-mode', true],
    ['none', 'by-mode', false],
    ['full', 'never', false]
  ] as const)('courtesy %s in a house that closes %s: closing %s', (mode, closing, stands) => {
    const given = { ...courtesy(['full', 'reduced', 'none'], closing), request: { courtesy: mode } }
    expect(resolve(records(given)).dossier.closing).toBe(stands)
  })

  test('an organisation that belongs to no State is no sender of a protest', () => {
    const league = party({ kind: 'international-organisation' }, 'the League of Cities')
    const given: Given = { parties: { ...parties, league }, request: { from: 'league' } }
    expect(refusals(() => resolve(records(given)))).toContain(
      'error resolve/sender note#/from: the sender `league` belongs to no State, but a protest must speak for one'
    )
  })

  test('a courtesy that it does not write is refused', () => {
    expect(refusals(() => resolve(records(courtesy(['reduced'], 'by-mode'))))).toEqual([
      'error resolve/courtesy note#/courtesy: the house `az-mfa` does not use the courtesy `full`'
    ])
  })
})

describe('the occasion', () => {
  test('bears the intent that all its incidents bear', () => {
    const incidents = {
      now: incident('2025-11-14', ['embassy'], { intent: 'asserted' }),
      earlier: incident('2025-11-13', ['depot'], { intent: 'questioned' })
    }
    const { dossier } = resolve(records({ incidents, request: { occasion: ['now', 'earlier'] } }))
    expect([dossier.occasion.map(each => each.id), dossier.intent]).toEqual([['earlier', 'now'], 'questioned'])
  })

  test('that was not known by the as-of, or is later than the note, is refused', () => {
    const incidents = {
      now: incident('2025-11-14', ['embassy'], { recorded: '2025-11-21' }),
      later: incident('2025-11-30', ['embassy'], { recorded: '2025-11-20' })
    }
    expect(refusals(() => resolve(records({ incidents, request: { occasion: ['now', 'later'] } })))).toEqual([
      'error resolve/as-of note#/occasion/0: the occasion `now` was recorded on 2025-11-21, after 2025-11-20, the as-of date of the note',
      'error NV026 note#/occasion/1: the occasion `later` is dated 2025-11-30, after the note of 2025-11-20'
    ])
  })
})

describe('the author of the occasion', () => {
  const by = (to: string | null, struck: string[], record = {}) =>
    records({
      incidents: {
        now: incident('2025-11-14', struck, { attribution: { to, strength: 'none', basis: 'press' }, ...record })
      }
    })

  test.each([
    ['vesmar', ['embassy'], []],
    [null, ['embassy-in-vesmar'], []],
    [null, ['embassy', 'honorary-in-vesmar'], []],
    [null, ['embassy'], ['`now` is attributed to nobody, but the note is addressed to `vesmar`']],
    ['druvane', ['embassy'], ['`now` is attributed to `druvane`, but the note is addressed to `vesmar`']],
    ['druvane', ['embassy-in-vesmar'], ['`now` is attributed to `druvane`, but the note is addressed to `vesmar`']]
  ])('%s, what was struck %j: %j', (to, struck, refused) => {
    expect(refusals(() => resolve(by(to, struck)))).toEqual(
      refused.map(each => `error resolve/attribution register#/incidents/now/attribution/to: the occasion ${each}`)
    )
  })

  test('of territory that is nobody’s act is not the addressee’s to answer for', () => {
    expect(
      refusals(() => resolve(by(null, [], { territory: 'vesmar', event: { en: 'shots were fired' } })))
    ).toHaveLength(1)
  })
})

describe('annexes', () => {
  test('a chronology of nothing is refused', () => {
    expect(refusals(() => resolve(records({ request: { annexes: ['chronology'] } })))).toEqual([
      'error resolve/empty-annex note#/annexes/0: the annex `chronology` has nothing to list: no prior incident is recalled'
    ])
  })

  test('coordinates that are not recorded are refused; without the annex none are in the dossier', () => {
    expect(refusals(() => resolve(records({ request: { annexes: ['coordinates'] } })))).toEqual([
      'error NV042 register#/facilities/embassy: the annex of coordinates needs the coordinates of `embassy`'
    ])
    const { annexes: _, ...request } = full.request ?? {}
    const plain = resolve(records({ ...full, request })).dossier
    expect(plain.positions).toBeNull()
    expect(canonicalJson(plain)).not.toContain('50.12345')
  })

  test.each([
    [{ latitude: 50.12345, longitude: -3.5 }, []],
    [{ latitude: 50.1, longitude: -3.5, decimals: 5 }, []],
    [
      { latitude: 50.4, longitude: -3.1234 },
      [
        'error NV042 register#/facilities/embassy/coordinates: the coordinates of `embassy` have 4 decimals; it takes 5 to tell a building from its neighbours'
      ]
    ]
  ])('coordinates of an annex tell one building from another: %j', (given, refused) => {
    const facilities = { embassy: facility('embassy', { coordinates: { ...given, datum: 'WGS 84' } }) }
    expect(refusals(() => resolve(records({ facilities, request: { annexes: ['coordinates'] } })))).toEqual(refused)
  })
})

test('a communication that is cited and later than the as-of is refused', () => {
  const given = { communications: { late: report('2025-11-21', []) }, request: { 'refers-to': ['late'] } }
  expect(refusals(() => resolve(records(given)))).toEqual([
    'error NV036 note#/refers-to/0: `late` of 2025-11-21 is later than 2025-11-20, the as-of date of the note'
  ])
})

describe('what was replaced is not cited as if in force', () => {
  const before = report('2025-01-09', [], { number: '1/2025' })
  const after = report('2025-02-09', [], { number: '2/2025', supersedes: 'before' })
  const refusedFor = (request: Given['request'], communications: Given['communications'] = { before, after }) =>
    refusals(() => resolve(records({ communications, request: { ...request } })))

  test('nor answered, nor replaced again', () => {
    const theirs = { from: 'vesmar-embassy', to: 'ostrelle-mfa' }
    const said = (pointer: string) => [
      `error NV036 note#${pointer}: \`before\` is no longer in force: \`after\` replaced it`
    ]
    expect(refusedFor({ 'refers-to': ['after', 'before'] })).toEqual(said('/refers-to/1'))
    expect(refusedFor({ supersedes: 'before' })).toEqual(said('/supersedes'))
    expect(
      refusedFor({ 'in-reply-to': 'before' }, { before: { ...before, ...theirs }, after: { ...after, ...theirs } })
    ).toEqual(said('/in-reply-to'))
    expect(
      hintsOf(() => resolve(records({ communications: { before, after }, request: { supersedes: 'before' } })))
    ).toEqual(['name `after`'])
  })

  test('but by the note that replaces it, and by one that does not know of it yet', () => {
    expect(refusedFor({ supersedes: 'before', 'refers-to': ['before'] }, { before })).toEqual([])
    expect(refusedFor({ 'refers-to': ['before'] }, { before, after: { ...after, date: '2025-11-21' } })).toEqual([])
    const itself = { ...after, date: '2025-11-20', number: '12/2025' }
    expect(refusedFor({ supersedes: 'before', number: '12/2025' }, { before, after: itself })).toEqual([])
  })

  test('nor appealed to, where it gave coordinates', () => {
    const communications = { list: submission('2022-04'), again: submission('2022-05', { supersedes: 'list' }) }
    expect(refusedFor({ submission: 'list' }, communications)).toEqual([
      'error NV035 note#/submission: the submission `list` is no longer in force: `again` replaced it'
    ])
    expect(refusedFor({ submission: 'again' }, communications)).toEqual([])
  })
})

describe('a number that the house gave up', () => {
  const cancelled = { from: 'ostrelle-mfa', number: '12/2025', date: '2025-03-02', reason: 'a misprint' }
  const refusedFor = (request: Given['request'], change = {}) => {
    const { register, ...rest } = records({ request: { ...request } })
    return refusals(() => resolve({ ...rest, register: { ...register, cancelled: [{ ...cancelled, ...change }] } }))
  }

  test.each([
    [{ number: '12/2025' }, {}],
    [{ number: '012 / 2025' }, {}],
    [{ number: '12/2025', series: 'c' }, { series: 'c' }]
  ])('is not given again: %j', (request, change) => {
    expect(refusedFor(request, change)).toEqual([
      `error NV016 note#/number: the number \`${request.number}\` was cancelled on 2025-03-02, and no note may have it`
    ])
  })

  test.each([
    [{ number: '13/2025' }, {}],
    [{ number: '12/2025', series: 'c' }, {}],
    [{ number: '12/2025' }, { from: 'vesmar-mfa' }],
    [{ number: '12/2025' }, { date: '2024-03-02' }],
    [{ number: null }, {}]
  ])('is another in another house, series or year: %j %j', (request, change) => {
    expect(refusedFor(request, change)).toEqual([])
  })
})

describe('the other notes that it names', () => {
  const given = {
    communications: {
      ours: report('2025-01-09', []),
      elsewhere: report('2025-01-09', [], { to: 'druvane-mfa' }),
      'of-another-house': report('2025-01-09', [], { from: 'ostrelle-embassy' }),
      theirs: report('2025-01-10', [], { from: 'vesmar-mfa', to: 'ostrelle-embassy' }),
      'theirs-to-others': report('2025-01-10', [], { from: 'vesmar-mfa', to: 'druvane-mfa' }),
      'of-others': report('2025-01-10', [], { from: 'druvane-mfa', to: 'ostrelle-mfa' })
    },
    parties: { 'ostrelle-embassy': party({ kind: 'embassy', of: 'ostrelle' }, 'the Embassy of Ostrelle') }
  }
  const refusedFor = (request: Given['request']) =>
    refusals(() => resolve(records({ ...given, request: { ...request } })))

  test('a reply answers the side to which it goes', () => {
    expect(refusedFor({ 'in-reply-to': 'theirs' })).toEqual([])
    expect(['ours', 'theirs-to-others', 'of-others'].map(id => refusedFor({ 'in-reply-to': id }))).toEqual([
      [
        'error resolve/correspondence note#/in-reply-to: `ours` went from `ostrelle-mfa` to `vesmar-mfa`; a note from `ostrelle-mfa` to `vesmar-embassy` cannot reply to it'
      ],
      [
        'error resolve/correspondence note#/in-reply-to: `theirs-to-others` went from `vesmar-mfa` to `druvane-mfa`; a note from `ostrelle-mfa` to `vesmar-embassy` cannot reply to it'
      ],
      [
        'error resolve/correspondence note#/in-reply-to: `of-others` went from `druvane-mfa` to `ostrelle-mfa`; a note from `ostrelle-mfa` to `vesmar-embassy` cannot reply to it'
      ]
    ])
  })

  test.each([
    ['in-reply-to', 'theirs', 'is not answered'],
    ['supersedes', 'ours', 'does not need to be replaced']
  ] as const)('what was sent back is only referred to: %s', (field, id, what) => {
    const sent = (outcome: 'accepted' | 'refused') => {
      const delivery = [{ on: '2025-01-11', mode: 'post' as const, outcome }]
      const communications = { [id]: { ...given.communications[id], delivery } }
      return () => resolve(records({ ...given, communications, request: { [field]: id } }))
    }
    expect(refusals(sent('accepted'))).toEqual([])
    expect(refusals(sent('refused'))).toEqual([
      `error resolve/correspondence note#/${field}: \`${id}\` was refused; a communication that was sent back ${what}`
    ])
    expect(hintsOf(sent('refused'))).toEqual(['name it in `refers-to`: the note then says that it was not accepted'])
  })

  test('a house replaces its own notes to the same side', () => {
    expect(refusedFor({ supersedes: 'ours' })).toEqual([])
    expect(['theirs', 'elsewhere', 'of-another-house'].map(id => refusedFor({ supersedes: id }))).toEqual([
      [
        'error resolve/correspondence note#/supersedes: `theirs` went from `vesmar-mfa` to `ostrelle-embassy`; `ostrelle-mfa` cannot replace it with a note to `vesmar-embassy`'
      ],
      [
        'error resolve/correspondence note#/supersedes: `elsewhere` went from `ostrelle-mfa` to `druvane-mfa`; `ostrelle-mfa` cannot replace it with a note to `vesmar-embassy`'
      ],
      [
        'error resolve/correspondence note#/supersedes: `of-another-house` went from `ostrelle-embassy` to `vesmar-mfa`; `ostrelle-mfa` cannot replace it with a note to `vesmar-embassy`'
      ]
    ])
  })
})

test('a note with nothing to remark has no notes', () => {
  expect(said(resolve(records()).notes)).toEqual([])
  expect(rules(resolve(records(full)).notes, 'warning')).toEqual([])
})
