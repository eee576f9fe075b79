/** Which articles a note can cite for which incident, against whom, and what a position can and cannot change. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LAST_RULE } from '../../src/dossier/decisions/positions.ts'
import { RULES } from '../../src/form/rules/index.ts'
import type { ProtestRequest } from '../../src/kinds/protest/request.ts'
import { FACILITY_TYPES } from '../../src/records/schema.ts'
import { resolve, select } from '../kinds/protest.ts'
import {
  facility,
  type Given,
  hintsOf,
  incident,
  law,
  parties,
  party,
  records,
  refusals,
  rules,
  said
} from '../records/make-records.ts'
import { PENDING } from '../tools/rules-page.ts'

type Cite = NonNullable<ProtestRequest['cite']>

const bases = (given: Given) =>
  resolve(records(given)).dossier.legal.bases.map(
    each => `${each.instrument} ${each.article} ${each.force}: ${each.incidents.map(one => one.id).join(' ')}`
  )
const occasion = (struck: string[], legal: 'general' | 'reflected' | 'assertive' | 'none', change = {}): Given => ({
  incidents: { now: incident('2025-11-14', struck, change) },
  request: { legal }
})
const named = { attribution: { to: 'vesmar', strength: 'named' as const, basis: 'physical' as const } }
const position = { rule: 'NV029', authority: 'the Minister', reason: 'decided on 15 November' }

/** What the shipped law admits for each type of facility, as a principle and as a duty of the receiving State. */
const admitted: Readonly<Record<(typeof FACILITY_TYPES)[number], readonly [string, string]>> = {
  embassy: ['vcdr 22', 'vcdr 22(2)'],
  'consular-section': ['vcdr 22', 'vcdr 22(2)'],
  residence: ['vcdr 22', 'vcdr 22(2)'],
  'private-residence': ['vcdr 30', 'vcdr 30'],
  'mission-vehicle': ['customary-ihl null', 'customary-ihl null'],
  'consulate-general': ['vccr 31', 'vccr 31(3)'],
  consulate: ['vccr 31', 'vccr 31(3)'],
  'vice-consulate': ['vccr 31', 'vccr 31(3)'],
  'consular-agency': ['vccr 31', 'vccr 31(3)'],
  'honorary-consulate': ['customary-ihl null', 'vccr 59'],
  'permanent-mission': ['customary-ihl null', 'customary-ihl null'],
  delegation: ['customary-ihl null', 'customary-ihl null'],
  'cultural-institute': ['customary-ihl null', 'customary-ihl null'],
  commercial: ['', ''],
  civilian: ['customary-ihl null', 'customary-ihl null']
}

describe('facility × receiving State', () => {
  test.each(FACILITY_TYPES.filter(type => type !== 'commercial'))('%s', type => {
    const facilities = { abroad: facility(type), there: facility(type, { in: 'vesmar' }) }
    const [principle, duty] = admitted[type]
    expect(bases({ ...occasion(['abroad'], 'reflected'), facilities })).toEqual([`${principle} reflected: now`])
    expect(bases({ ...occasion(['there'], 'assertive'), facilities })).toEqual([`${duty} direct: now`])
  })

  test.each(['reflected', 'assertive'] as const)('no Vienna article for an oil depot: %s', legal => {
    expect(refusals(() => resolve(records(occasion(['depot'], legal))))).toEqual([
      `error NV028 register#/incidents/now/facilities: \`legal: ${legal}\` needs an article, but none can be cited for the occasion \`now\` (commercial)`
    ])
  })

  test.each(['general', 'none'] as const)('%s cites no article, for a depot as for an embassy', legal => {
    expect(bases(occasion(['depot'], legal))).toEqual([])
    expect(bases(occasion(['embassy'], legal))).toEqual([])
  })

  test('an honorary consulate has protection, and never the inviolability of consular premises', () => {
    const { dossier } = resolve(records(occasion(['honorary-in-vesmar'], 'reflected')))
    expect(dossier.legal.bases.map(each => [each.article, each.says])).toEqual([
      [
        '59',
        'the duty to take such steps as may be necessary to protect the premises of honorary consular posts against any intrusion or damage'
      ]
    ])
  })

  test('deny beats allow', () => {
    const article = law.instruments['vcdr']?.articles['22']
    const vcdr = law.instruments['vcdr']
    if (!article || !vcdr) throw new Error('the law has no VCDR 22')
    const both = { ...article, covers: [...article.covers, 'commercial' as const] }
    const wide = { ...law, instruments: { ...law.instruments, vcdr: { ...vcdr, articles: { '22': both } } } }
    expect(refusals(() => resolve(records({ ...occasion(['depot'], 'reflected'), law: wide })))).toHaveLength(1)
  })

  test('humanitarian law is not cited for a crowd, nor beside an article made for the facility', () => {
    const crowd = { means: { kind: 'crowd' as const, certainty: 'identified' as const } }
    expect(refusals(() => resolve(records(occasion(['school'], 'reflected', crowd))))).toHaveLength(1)
    expect(bases(occasion(['embassy', 'school'], 'reflected'))).toEqual([
      'vcdr 22 reflected: now',
      'customary-ihl null reflected: now'
    ])
  })

  test("the Charter is the territorial State's own claim", () => {
    expect(bases(occasion([], 'assertive', { territory: 'ostrelle' }))).toEqual(['un-charter 2(4) direct: now'])
    expect(refusals(() => resolve(records(occasion([], 'assertive', { territory: 'druvane' }))))).toHaveLength(1)
  })

  test('bases are chosen incident by incident, and list theirs in order of date', () => {
    const prior = {
      kharkiv: incident('2022-03-10', ['consulate'], named),
      kyiv: incident('2024-01-02', ['embassy'], named),
      odesa: incident('2025-08-08', ['depot'], named)
    }
    expect(bases({ incidents: prior, request: { legal: 'reflected' } })).toEqual([
      'vcdr 22 reflected: kyiv now',
      'vccr 31 reflected: kharkiv'
    ])
  })
})

describe('whose act it was', () => {
  const by = (to: string | null, strength: 'named' | 'implied' | 'none') => ({
    attribution: { to, strength, basis: 'press' as const }
  })
  const before = (struck: string[], strength: 'named' | 'implied' | 'none') =>
    bases({
      incidents: { before: incident('2025-01-01', struck, by('vesmar', strength)) },
      request: { legal: 'reflected' }
    })

  test.each([
    ['named', ['vcdr 22 reflected: before now']],
    ['implied', ['vcdr 22 reflected: before now']],
    ['none', ['vcdr 22 reflected: now']]
  ] as const)('a recalled incident whose author the note leaves %s', (strength, cited) => {
    expect(before(['embassy'], strength)).toEqual(cited)
  })

  test('a protest holds its occasion against the addressee, whatever its words say of the author', () => {
    expect(bases(occasion(['embassy'], 'reflected', by('vesmar', 'none')))).toEqual(['vcdr 22 reflected: now'])
  })

  test('the receiving State answers for its own duty to what was recalled, whoever struck, and for no act of others', () => {
    const incidents = { before: incident('2025-01-01', ['embassy-in-vesmar', 'school-in-vesmar']) }
    const given = { facilities: { 'school-in-vesmar': facility('civilian', { in: 'vesmar' }) }, incidents }
    const at = { ...given, incidents: { ...incidents, now: incident('2025-11-14', ['embassy-in-vesmar']) } }
    expect(bases({ ...at, request: { legal: 'assertive' } })).toEqual(['vcdr 22(2) direct: before now'])
    expect(bases({ ...at, request: { legal: 'reflected' } })).toEqual(['vcdr 22 reflected: before now'])
  })

  test('of an occasion whose author nobody knows, the receiving State answers for its duty alone', () => {
    const facilities = { 'school-in-vesmar': facility('civilian', { in: 'vesmar' }) }
    const given = (struck: string[]) => ({ ...occasion(struck, 'assertive', by(null, 'none')), facilities })
    expect(bases(given(['embassy-in-vesmar', 'school-in-vesmar']))).toEqual(['vcdr 22(2) direct: now'])
    expect(refusals(() => resolve(records(given(['school-in-vesmar']))))).toEqual([
      'error NV028 register#/incidents/now/facilities: `legal: assertive` needs an article, but none can be cited for the occasion `now` (civilian)'
    ])
    expect(hintsOf(() => resolve(records(given(['school-in-vesmar']))))).toContain(
      'its author is not known: only a duty of the receiving State to protect what was struck can be held against `vesmar`'
    )
  })
})

describe('asserted against a State that is not the receiving State', () => {
  const given = occasion(['embassy'], 'assertive')

  test('is refused without a position', () => {
    expect(refusals(() => resolve(records(given)))).toEqual([
      'error NV029 note#/legal: vcdr 22 would be asserted for `now` against `vesmar`, which is not the receiving State'
    ])
  })

  test.each([{}, { incident: 'now' }])('stands by a position, for the note or the incident: %j', about => {
    const request = { legal: 'assertive' as const, override: [{ ...position, ...about }] }
    const resolved = resolve(records({ ...given, request }))
    expect(resolved.dossier.legal.bases.map(each => [each.article, each.force])).toEqual([['22', 'direct']])
    expect(resolved.positions).toEqual([{ rule: 'NV029', incident: 'now' }])
  })

  test('no position presses on it the duty of the receiving State to protect', () => {
    const request = { legal: 'assertive' as const, override: [position] }
    const given = occasion(['honorary'], 'assertive', {
      means: { kind: 'crowd' as const, certainty: 'identified' as const }
    })
    expect(refusals(() => resolve(records({ ...given, request })))).toEqual([
      'error NV028 register#/incidents/now/facilities: `legal: assertive` needs an article, but none can be cited for the occasion `now` (honorary-consulate)'
    ])
  })

  test('a position for one incident does not carry another', () => {
    const request = { legal: 'assertive' as const, override: [{ ...position, incident: 'now' }] }
    const incidents = { before: incident('2025-01-01', ['embassy'], named) }
    expect(refusals(() => resolve(records({ incidents, request })))).toEqual([
      'error NV029 note#/legal: vcdr 22 would be asserted for `before` against `vesmar`, which is not the receiving State'
    ])
  })
})

describe('party status', () => {
  const bound = (since: string | null | undefined, date: string, legal: 'reflected' | 'assertive') => {
    const treaties = since === undefined ? {} : { vcdr: since }
    const vesmar = party({ kind: 'state', invented: true, treaties }, 'Vesmar')
    const incidents = { now: incident(date, ['embassy-in-vesmar'], { recorded: '2025-11-14' }) }
    return refusals(() => resolve(records({ parties: { vesmar }, incidents, request: { legal } })))
  }
  const at = 'error NV030 register#/parties/vesmar/treaties/vcdr:'
  const without = 'error NV030 register#/parties/vesmar/treaties:'

  test.each([
    ['1990-01-01', '2025-11-14', 'assertive', []],
    ['2025-11-14', '2025-11-14', 'assertive', []],
    [
      '2025-11-15',
      '2025-11-14',
      'assertive',
      [`${at} \`vesmar\` was not a party to \`vcdr\` on 2025-11-14 (cited for \`now\`)`]
    ],
    [
      '2025-11',
      '2025-11-14',
      'assertive',
      [`${at} cannot tell whether \`vesmar\` was a party to \`vcdr\` on 2025-11-14 (cited for \`now\`)`]
    ],
    [
      null,
      '2025-11-14',
      'assertive',
      [`${at} \`vesmar\` was not a party to \`vcdr\` on 2025-11-14 (cited for \`now\`)`]
    ],
    [
      undefined,
      '2025-11-14',
      'assertive',
      [`${without} the date on which \`vesmar\` became a party to \`vcdr\` is missing (cited for \`now\`)`]
    ],
    // A principle that a treaty reflects holds for a State known to stand outside it; nobody may guess that it does.
    [null, '2025-11-14', 'reflected', []],
    [
      undefined,
      '2025-11-14',
      'reflected',
      [`${without} the date on which \`vesmar\` became a party to \`vcdr\` is missing (cited for \`now\`)`]
    ]
  ] as const)('a party since %s, an incident of %s, %s', (since, date, legal, wrong) => {
    expect(bound(since, date, legal)).toEqual(wrong)
  })

  test('nothing rests on a treaty before it was in force', () => {
    expect(bound('1950-01-01', '1963-01-01', 'reflected')).toEqual([
      'error NV030 law#/instruments/vcdr/in-force: `vcdr` came into force only on 1964-04-24 (cited for `now`)'
    ])
  })

  test('everything that is missing is listed at once', () => {
    const unbound = {
      ...parties,
      vesmar: party({ kind: 'state', invented: true }, 'V'),
      ostrelle: party({ kind: 'state', iso: 'XX' }, 'O')
    }
    const incidents = {
      a: incident('2022-03-10', ['consulate'], named),
      b: incident('2024-01-02', ['embassy'], named)
    }
    expect(refusals(() => resolve(records({ parties: unbound, incidents, request: { legal: 'reflected' } })))).toEqual([
      'error NV030 register#/parties/ostrelle/iso: the date on which `ostrelle` became a party to `vcdr` is missing (cited for `now`, `b`)',
      'error NV030 register#/parties/vesmar/treaties: the date on which `vesmar` became a party to `vcdr` is missing (cited for `now`, `b`)',
      'error NV030 register#/parties/ostrelle/iso: the date on which `ostrelle` became a party to `vccr` is missing (cited for `a`)',
      'error NV030 register#/parties/vesmar/treaties: the date on which `vesmar` became a party to `vccr` is missing (cited for `a`)'
    ])
  })

  test('a day that the note cannot know of is refused, whatever the force', () => {
    const late = 'error record/treaty-date register#/parties/vesmar/treaties/vcdr:'
    const says = '`vesmar` would be bound by `vcdr` only since 2025-11-21, and the note knows what was by 2025-11-20'
    for (const legal of ['reflected', 'assertive'] as const)
      expect(bound('2025-11-21', '2025-11-14', legal)).toEqual([`${late} ${says} (cited for \`now\`)`])
  })
})

describe('party status of States that exist', () => {
  const states = (from: string, to: string) => ({
    ostrelle: party({ kind: 'state', iso: from }, 'O'),
    vesmar: party({ kind: 'state', iso: to }, 'V')
  })
  const between = (from: string, to: string, date: string, given: Given = {}): Given => ({
    parties: states(from, to),
    incidents: { now: incident(date, ['embassy-in-vesmar'], { recorded: date }) },
    request: { legal: 'assertive' },
    ...given
  })
  const refused = (given: Given) => refusals(() => resolve(records(given)))

  test('is that of the table, from the thirtieth day after the deposit', () => {
    expect(refused(between('AZ', 'RU', '1992-09-12'))).toEqual([])
    expect(refused(between('AZ', 'RU', '1992-09-11'))).toEqual([
      'error NV030 register#/parties/ostrelle/iso: `ostrelle` was not a party to `vcdr` on 1992-09-11 (cited for `now`)'
    ])
    expect(hintsOf(() => resolve(records(between('AZ', 'RU', '1992-09-11'))))).toEqual([
      'the table of parties (`templates/law/status.json`, 2015-03) says: since 1992-09-12',
      'add to `templates/law.yaml`, with the day since which it is bound (null where it is not): `instruments: { vcdr: { parties: { AZ: { since: YYYY-MM-DD, confirmed: null } } } }`'
    ])
  })

  test('of a successor is known from its deposit on, and open before', () => {
    expect(refused(between('BA', 'RU', '1993-09-02'))).toEqual([])
    expect(refused(between('BA', 'RU', '1992-05-01'))).toEqual([
      'error NV030 register#/parties/ostrelle/iso: cannot tell whether `ostrelle` was a party to `vcdr` on 1992-05-01 (cited for `now`)'
    ])
  })

  test('is unknown where the table lacks the State, and the message says what to add, and where', () => {
    expect(refused(between('XZ', 'RU', '2010-01-01'))).toEqual([
      'error NV030 register#/parties/ostrelle/iso: the date on which `ostrelle` became a party to `vcdr` is missing (cited for `now`)'
    ])
    expect(hintsOf(() => resolve(records(between('XZ', 'RU', '2010-01-01'))))).toEqual([
      'the table of parties (`templates/law/status.json`, 2015-03) does not have the State: it is not known to be a party, which does not mean that it is none',
      'add to `templates/law.yaml`, with the day since which it is bound (null where it is not): `instruments: { vcdr: { parties: { XZ: { since: YYYY-MM-DD, confirmed: null } } } }`'
    ])
  })

  test('is that of the law where it says one', () => {
    const vcdr = law.instruments['vcdr']
    if (!vcdr) throw new Error('the law has no VCDR')
    const over = (since: string | null) => {
      const parties = { AZ: { since, confirmed: 'the desk' }, XZ: { since, confirmed: null } }
      return { law: { ...law, instruments: { ...law.instruments, vcdr: { ...vcdr, parties } } } }
    }
    expect(refused(between('AZ', 'RU', '1992-09-11', over('1992-09-01')))).toEqual([])
    expect(refused(between('XZ', 'RU', '2010-01-01', over('1992-09-01')))).toEqual([])
    expect(refused(between('AZ', 'RU', '2010-01-01', over(null)))).toEqual([
      'error NV030 law#/instruments/vcdr/parties/AZ: `ostrelle` was not a party to `vcdr` on 2010-01-01 (cited for `now`)'
    ])
    expect(refused(between('AZ', 'RU', '2010-01-01', over('2026-01-01')))).toEqual([
      'error record/treaty-date law#/instruments/vcdr/parties/AZ: `ostrelle` would be bound by `vcdr` only since 2026-01-01, and the note knows what was by 2025-11-20 (cited for `now`)'
    ])
  })

  test('after the day of the table counts as it was then, which is told once', () => {
    const told = (date: string) =>
      said(resolve(records(between('AZ', 'RU', date))).notes).filter(each => each.includes('treaty-status'))
    expect(told('2015-03-01')).toEqual([])
    expect(told('2015-04-01')).toEqual([
      'information resolve/treaty-status note#/legal: that `ostrelle`, `vesmar` are bound by `vcdr` is known as of 2015-03, and counts as so since'
    ])
  })

  test('is read only where a treaty is cited between States that exist', () => {
    const unread = (given: Given) =>
      resolve({ ...records(given), treatyStatus: () => expect.fail('the table was read') }).dossier.legal.bases.length
    expect(unread({ parties: states('AZ', 'RU') })).toBe(0)
    expect(unread(occasion(['embassy'], 'reflected'))).toBe(1)
  })

  test('travels with the note: what the table had of the two States, and of no others', () => {
    const layers = [{ name: 'package', entries: new Set<string>() }]
    const given = records({ ...between('AZ', 'BA', '2010-01-01'), lawLayers: layers })
    const selection = select(given, resolve(given))
    const parties = selection.law.instruments['vcdr']?.parties
    expect(parties).toEqual({
      AZ: { since: '1992-09-12', confirmed: expect.stringContaining('March 2015') },
      BA: { since: '1964-04-24/1993-09-01', confirmed: expect.stringContaining('March 2015') }
    })
    expect([...(selection.lawLayers[0]?.entries ?? [])]).toEqual([
      '/instruments/vcdr/parties/AZ',
      '/instruments/vcdr/parties/BA'
    ])
    const again = { ...given, ...selection, treatyStatus: () => null }
    expect(select(again, resolve(again))).toEqual(selection)
  })
})

describe('what an incident was', () => {
  const means = (kind: 'other' | 'crowd') => ({ means: { kind, certainty: 'unknown' as const } })
  const bare = { damage: [], casualties: { status: 'unknown' as const } }
  const hurt = {
    status: 'known' as const,
    injured: [{ count: 1, who: { en: { one: 'guard', many: 'guards' } }, evidence: [] }]
  }

  test.each([
    ['damage', { ...means('other') }, true],
    ['casualties', { ...means('other'), ...bare, casualties: hurt }, true],
    ['its means', { ...means('crowd'), ...bare }, true],
    ['nothing', { ...means('other'), ...bare }, false],
    ['nothing, without means', { means: undefined, ...bare }, false],
    ['the record, of an attempt', { ...means('other'), ...bare, 'amounts-to': 'attack' as const }, true],
    ['the record, of who only watched', { ...means('crowd'), ...bare, 'amounts-to': 'neither' as const }, false]
  ])('%s shows whether it was an attack or an intrusion', (_, change, isShown) => {
    const given = occasion(['embassy-in-vesmar'], 'assertive', change)
    if (isShown) return expect(bases(given)).toEqual(['vcdr 22(2) direct: now'])
    return expect(refusals(() => resolve(records(given)))).toEqual([
      'error NV028 register#/incidents/now/facilities: `legal: assertive` needs an article, but none can be cited for the occasion `now` (embassy)'
    ])
  })

  test('a letter of threats beside an attack is not swept in, and that is told', () => {
    const letter = incident('2025-11-15', ['embassy'], { ...means('other'), ...bare })
    const given: Given = { incidents: { letter }, request: { legal: 'reflected', occasion: ['now', 'letter'] } }
    expect(bases(given)).toEqual(['vcdr 22 reflected: now'])
    expect(said(resolve(records(given)).notes)).toContain(
      'information resolve/uncited register#/incidents/letter/facilities: the note cites no article for the occasion `letter`'
    )
  })

  test('what belongs to another State is not the claim of this one', () => {
    const facilities = { theirs: facility('embassy', { of: 'druvane' }) }
    expect(refusals(() => resolve(records({ ...occasion(['theirs'], 'reflected'), facilities })))).toHaveLength(1)
    expect(bases({ ...occasion(['theirs', 'consulate'], 'reflected'), facilities })).toEqual(['vccr 31 reflected: now'])
  })
})

describe('a note that names its articles', () => {
  const citing = (
    cite: Cite,
    struck: string[],
    legal: 'reflected' | 'assertive' = 'reflected',
    change = {}
  ): Given => ({
    ...occasion(struck, legal, change),
    request: { legal, cite }
  })
  const denied = (given: Given) => refusals(() => resolve(records(given)))

  test('cites these and no others', () => {
    expect(bases(citing({ vccr: ['31'] }, ['embassy', 'consulate']))).toEqual(['vccr 31 reflected: now'])
    expect(bases(citing({ vcdr: 'all' }, ['embassy', 'consulate']))).toEqual(['vcdr 22 reflected: now'])
    expect(bases(citing({ vcdr: ['22'], 'customary-ihl': ['7'] }, ['embassy']))).toEqual([
      'vcdr 22 reflected: now',
      'customary-ihl null reflected: now'
    ])
  })

  test('says by that what no record shows, and is told so', () => {
    const given = citing({ vcdr: ['22', '24'] }, ['embassy'])
    expect(bases(given)).toEqual(['vcdr 22 reflected: now', 'vcdr 24 reflected: now'])
    expect(said(resolve(records(given)).notes)).toEqual([
      'information resolve/named-article note#/cite/vcdr/1: `vcdr 24` is cited because the note names it: no record shows what it needs: archives were hit'
    ])
    expect(denied(citing({ 'protected-persons': 'all' }, ['embassy']))).toHaveLength(1)
  })

  test('of its occasion alone, and never that a letter of threats was an attack', () => {
    const before = incident('2025-01-01', ['embassy'], named)
    const given = {
      ...citing({ vcdr: ['24'] }, ['embassy']),
      incidents: { now: incident('2025-11-14', ['embassy']), before }
    }
    expect(bases(given)).toEqual(['vcdr 24 reflected: now'])
    const letter = { 'amounts-to': 'neither', damage: [] }
    const kept = { vcdr: ['22', '29'] }
    expect(denied(citing(kept, ['embassy'], 'reflected', letter))).toEqual([
      'error NV028 note#/cite/vcdr/0: `vcdr 22` cannot be cited in this note: no record shows an attack or an intrusion (`now`)'
    ])
    expect(bases(citing({ vcdr: ['29'] }, ['embassy'], 'reflected', letter))).toEqual(['vcdr 29 reflected: now'])
  })

  test('of what was done to persons, where no facility was struck', () => {
    const there = { territory: 'vesmar' }
    expect(bases(citing({ vcdr: ['29'] }, [], 'assertive', there))).toEqual(['vcdr 29 direct: now'])
    expect(denied(citing({ vcdr: ['22'] }, [], 'assertive', there))).toEqual([
      'error NV028 note#/cite/vcdr/0: `vcdr 22` cannot be cited in this note: it cannot be cited as breached, only as reflected (`legal: reflected`) (`now`)'
    ])
    expect(denied(citing({ vcdr: ['22'] }, [], 'reflected', there))).toEqual([
      'error NV028 note#/cite/vcdr/0: `vcdr 22` cannot be cited in this note: no facility or territory of the sender is recorded as struck (`now`)'
    ])
  })

  test.each([
    [
      { vccr: ['31'] },
      ['honorary'],
      '`vccr 31` cannot be cited in this note: it must not be cited for `honorary-consulate` (`now`)'
    ],
    [
      { vcdr: ['22(2)'] },
      ['embassy'],
      '`vcdr 22(2)` cannot be cited in this note: it is a duty of the receiving State alone, which `vesmar` is not (`now`)'
    ],
    [
      { vcdr: ['22(2)'] },
      ['embassy-in-vesmar'],
      '`vcdr 22(2)` cannot be cited in this note: it cannot be cited as reflected, only as breached (`legal: assertive`, against the receiving State) (`now`)'
    ],
    [
      { arsiwa: ['31'] },
      ['embassy'],
      '`arsiwa 31` cannot be cited in this note: it states nothing to be breached (`now`)'
    ],
    [{ vcdr: ['22', '31'] }, ['embassy'], 'the law has no article `31` of `vcdr`'],
    [{ vcrd: 'all' }, ['embassy'], 'the law has no instrument `vcrd`']
  ] as const)('cannot name %j for %j', (cite, struck, message) => {
    const [instrument = '', numbers = ''] = Object.entries(cite)[0] ?? []
    const at = numbers === 'all' ? `/cite/${instrument}` : `/cite/${instrument}/${numbers.length - 1}`
    const named = Object.fromEntries(Object.entries(cite).map(([id, each]) => [id, each === 'all' ? each : [...each]]))
    expect(denied(citing(named, [...struck]))).toEqual([`error NV028 note#${at}: ${message}`])
  })

  test('is told why, incident by incident, and what it can name', () => {
    const before = incident('2025-01-01', ['honorary'], named)
    const given = {
      ...citing({ vcdr: ['30'] }, ['depot']),
      incidents: { now: incident('2025-11-14', ['depot']), before }
    }
    expect(denied(given)).toEqual([
      'error NV028 note#/cite/vcdr/0: `vcdr 30` cannot be cited in this note: it must not be cited for `commercial` (`now`); it must not be cited for `honorary-consulate` (`before`)'
    ])
    expect(hintsOf(() => resolve(records(given)))).toEqual([
      'for `now` no article can be cited',
      'for `before` can be cited: `customary-ihl 7`'
    ])
  })

  test('can leave an occasion without any', () => {
    expect(bases(citing({ vcdr: ['22'] }, ['embassy', 'depot']))).toEqual(['vcdr 22 reflected: now'])
  })

  test('whatever it could cite anyway', () => {
    const chosen = (given: ReturnType<typeof records>) => resolve(given).dossier.legal.bases
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...FACILITY_TYPES), { minLength: 1 }), types => {
        const facilities = Object.fromEntries(types.map(type => [type, facility(type)]))
        const given = (cite?: Cite) =>
          records({
            facilities,
            ...occasion(types, 'reflected'),
            request: { legal: 'reflected', ...(cite ? { cite } : {}) }
          })
        fc.pre(types.some(type => type !== 'commercial'))
        const free = chosen(given())
        const names = free.map(each => [each.instrument, each.article ?? '7'] as const)
        const cite = Object.fromEntries(
          names.map(([id]) => [id, names.flatMap(each => (each[0] === id ? [each[1]] : []))])
        )
        expect(chosen(given(cite))).toEqual(free)
        const selected = given(cite)
        const selection = select(selected, resolve(selected))
        expect(resolve({ ...selected, ...selection }).dossier.legal).toEqual(resolve(selected).dossier.legal)
      })
    )
  })
})

describe('overrides', () => {
  test.each(['NV025', 'NV026', 'NV030', 'NV035', 'NV036'])('%s rests on facts and is refused', rule => {
    const request = { override: [{ ...position, rule }] }
    expect(refusals(() => resolve(records({ request })))).toEqual([
      `error resolve/override-of-fact note#/override/0: ${rule} checks facts, which no authority can override`
    ])
  })

  test.each(['NV999', 'NV000', `NV0${LAST_RULE + 1}`])('of %s it is said that there is no such rule', rule => {
    const request = { override: [{ ...position, rule }] }
    expect(refusals(() => resolve(records({ request })))).toEqual([
      `error resolve/unknown-rule note#/override/0: there is no rule ${rule}`
    ])
  })

  test('the last rule is that of the table', () => {
    const numbers = [...RULES, ...PENDING].map(each => Number(each.id.slice(2)))
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: LAST_RULE }, (_, at) => at + 1))
  })

  test('party status stays refused beside an override of it', () => {
    const vesmar = party({ kind: 'state', invented: true }, 'Vesmar')
    const request = { legal: 'reflected' as const, override: [{ ...position, rule: 'NV030' }] }
    expect(refusals(() => resolve(records({ parties: { vesmar }, request })))).toHaveLength(2)
  })

  test('one that nothing needs is a warning', () => {
    const request = { legal: 'reflected' as const, override: [position] }
    expect(rules(resolve(records({ request })).notes, 'warning')).toEqual(['resolve/unused-override'])
  })
})

describe('demands', () => {
  test('protection is demanded of the receiving State alone', () => {
    const request = { demands: ['investigate' as const, 'protect' as const] }
    expect(refusals(() => resolve(records({ request })))).toEqual([
      'error NV034 note#/demands/1: `protect` can be demanded of the receiving State only; `vesmar` is another State'
    ])
    const incidents = { now: incident('2025-11-14', ['honorary-in-vesmar']) }
    expect(refusals(() => resolve(records({ incidents, request })))).toEqual([])
  })

  test('a position can demand it all the same', () => {
    const request = { demands: ['protect' as const], override: [{ ...position, rule: 'NV034' }] }
    const { dossier, positions } = resolve(records({ request }))
    expect([dossier.demands.map(each => each.code), positions]).toEqual([['protect'], [{ rule: 'NV034' }]])
  })

  test.each([
    ['compensation without damage or injury', ['compensation'], { damage: [] }, ['NV048']],
    ['restitution without damage', ['restitution'], { damage: [], casualties: { status: 'known' } }, ['NV048']],
    ['compensation for injury', ['compensation'], { damage: [], casualties: { status: 'known' } }, []],
    ['compensation for damage', ['compensation'], {}, []],
    ['nothing demanded', [], {}, ['NV048']]
  ] as const)('%s', (_, demands, change, warnings) => {
    const incidents = {
      now: {
        ...incident('2025-11-14', ['embassy']),
        ...change,
        damage: 'damage' in change ? [] : incident('2025-11-14', []).damage
      }
    }
    const { notes } = resolve(records({ incidents, request: { demands: [...demands] } }))
    expect(rules(notes, 'warning')).toEqual([...warnings])
  })

  test('a reservation of rights, or a note below a protest, needs no demand', () => {
    const none = { demands: [] }
    expect(rules(resolve(records({ request: { ...none, 'reserve-rights': true } })).notes, 'warning')).toEqual([])
    expect(rules(resolve(records({ request: { ...none, strength: 'concern' } })).notes, 'warning')).toEqual([])
  })
})
