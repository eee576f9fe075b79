/** The selection: enough to make the same dossier again, nothing that is restricted, and nothing besides. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/bundle/canonical.ts'
import { Rejected } from '../../src/diagnostic.ts'
import { KINDS } from '../../src/kinds/index.ts'
import type { ProtestRequest } from '../../src/kinds/protest/request.ts'
import { load } from '../../src/load/load.ts'
import { readRecords } from '../../src/records/read.ts'
import type { IncidentRecord, Register } from '../../src/records/schema.ts'
import { validateRegister, validateRequest } from '../../src/records/validate.ts'
import { askFor, askForCase, engineHere, fixtures } from '../fixtures.ts'
import { goodCase, SEED } from '../generator.ts'
import { inSelection, type Records, type Resolved, resolve, type Selection, select } from '../kinds/protest.ts'
import { facilities, facility, incident, party, records, report, submission } from '../records/make-records.ts'
import { times } from '../share.ts'

const coordinates = { latitude: 50.12345, longitude: 30.54321, datum: 'WGS 84' as const }

/** Every facility with its coordinates. */
const located = Object.fromEntries(Object.entries(facilities).map(([id, each]) => [id, { ...each, coordinates }]))

const days = [
  '2022-03-10',
  '2022-04',
  '2022-04~',
  '2024-01-02',
  '2025-08-08',
  '2025-08-17/2025-08-18',
  '2025-11-21'
] as const
const struck = ['embassy', 'section', 'honorary', 'depot', 'embassy-in-vesmar', 'consulate'] as const

const anyIncident: fc.Arbitrary<IncidentRecord> = fc
  .record({
    date: fc.constantFrom(...days),
    struck: fc.uniqueArray(fc.constantFrom(...struck), { maxLength: 2 }),
    to: fc.constantFrom('vesmar', 'vesmar', 'druvane', null),
    recorded: fc.constantFrom('2025-11-14', '2025-11-14', '2025-12-01')
  })
  .map(({ date, struck, to, recorded }) =>
    incident(date, struck, {
      recorded,
      territory: 'ostrelle',
      attribution: { to, strength: 'none', basis: 'press' },
      // what strikes nothing has no verb of its own
      ...(struck.length > 0 ? {} : { event: { en: 'crossed the border of' } })
    })
  )

const anyIncidents = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), anyIncident, { maxKeys: 7 })

const anyCommunications = fc
  .record({
    list: fc.option(fc.uniqueArray(fc.constantFrom(...struck))),
    types: fc.boolean(),
    reported: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    late: fc.uniqueArray(fc.constantFrom('d', 'e', 'f')),
    date: fc.constantFrom('2022-04', '2022-03-10', '2023')
  })
  .map(({ list, types, reported, late, date }) => ({
    list: submission(date, {
      scope: {
        described: { en: 'its diplomatic facilities in Druvane' },
        facilities: list,
        ...(types ? { types: ['embassy' as const], in: 'druvane' } : {})
      }
    }),
    told: report('2025-11-01', reported, { number: '7/2025', 'refers-to': ['late'] }),
    late: report('2025-11-21', late, { 'in-reply-to': 'told', supersedes: 'told' })
  }))

const override = [{ rule: 'NV029', authority: 'the Minister of Secrets', reason: 'decided behind closed doors' }]

const anyRequest: fc.Arbitrary<Partial<ProtestRequest>> = fc
  .record({
    order: fc.constantFrom('by-class' as const, 'chronological' as const),
    which: fc.constantFrom('all' as const, 'all' as const, 'none' as const),
    except: fc.uniqueArray(fc.constantFrom('a', 'd')),
    submission: fc.constantFrom('list', null),
    legal: fc.constantFrom('general' as const, 'reflected' as const, 'assertive' as const),
    date: fc.constantFrom('2025-11-20', null),
    refers: fc.uniqueArray(fc.constantFrom('told', 'list')),
    annexed: fc.boolean()
  })
  .map(({ order, which, except, submission, legal, date, refers, annexed }) => ({
    recall: { incidents: which, order, except: except.map(id => ({ incident: id, reason: 'settled between us' })) },
    submission,
    legal,
    date,
    override: legal === 'assertive' ? override : [],
    'refers-to': refers,
    annexes: annexed ? ['coordinates'] : []
  }))

const anyRecords: fc.Arbitrary<Records> = fc
  .record({ incidents: anyIncidents, communications: anyCommunications, request: anyRequest })
  .map(given => records({ ...given, facilities: located }))

/** A note that can be made, or null: a refused one has no selection. */
function made(given: Records): { resolved: Resolved; selection: Selection } | null {
  try {
    const resolved = resolve(given)
    return { resolved, selection: select(given, resolved) }
  } catch (caught) {
    if (caught instanceof Rejected) return null
    throw caught
  }
}

/** Runs a property over notes that can be made; refused ones are not counted. */
function holds(check: (given: Records, note: { resolved: Resolved; selection: Selection }) => void): void {
  let runs = 0
  const property = fc.property(anyRecords, given => {
    const note = made(given)
    if (!note) return
    runs += 1
    check(given, note)
  })
  fc.assert(property, { seed: 20251114, numRuns: times(120, 3) })
  expect(runs).toBeGreaterThan(times(40, 3))
}

const same = (a: unknown, b: unknown) => expect(canonicalJson(a)).toBe(canonicalJson(b))

/** All of a dossier that later stages can see, the order of its keys included. */
const printed = ({ dossier, origins, emblem }: Resolved) => ({
  dossier: JSON.stringify(dossier),
  origins: [...origins],
  emblem
})

/** The same data with the keys of every object the other way round. */
function reversed<T>(value: T): T
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(each => reversed(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)])
  )
}

describe('a selection', () => {
  test('makes what it is said to make: the same dossier as the whole register, with its own origins', () => {
    holds((given, { resolved, selection }) => {
      expect(printed(resolve({ ...given, ...selection }))).toEqual(printed(inSelection(resolved)))
    })
  })

  test.each(fixtures)('makes the same of %s', name => {
    const { records: given } = readRecords(engineHere().records, askFor(name))
    if (!given) throw new Error('a fixture is refused')
    const resolved = resolve(given)
    expect(printed(resolve({ ...given, ...select(given, resolved) }))).toEqual(printed(inSelection(resolved)))
  })

  test('makes the same of every generated case', () => {
    const property = fc.property(goodCase, each => {
      const { engine, asked } = askForCase(each)
      const { records: given } = readRecords(engine.records, asked)
      if (!given) throw new Error('a generated case is refused')
      const resolved = resolve(given)
      expect(printed(resolve({ ...given, ...select(given, resolved) }))).toEqual(printed(inSelection(resolved)))
    })
    fc.assert(property, { seed: SEED, numRuns: 60 })
  })

  test('selects itself', () => {
    holds((given, { selection }) => {
      const again = { ...given, ...selection }
      same(select(again, resolve(again)), selection)
    })
  })

  test('is well-shaped and whole by itself', () => {
    holds((_, { selection }) => {
      const file = (name: string, value: unknown) => load({ name, text: canonicalJson(value) })
      const register = validateRegister(file('register.json', selection.register))
      const request = validateRequest(file('note.json', selection.request), register, KINDS)
      expect([...register.findings, ...request.findings].filter(each => each.severity === 'error')).toEqual([])
    })
  })

  test('holds no coordinates without their annex, no list, and neither who took a position nor why', () => {
    holds((given, { selection }) => {
      const text = canonicalJson(selection)
      if (!given.request.annexes?.includes('coordinates')) expect(text).not.toMatch(/50\.12345|30\.54321/)
      expect(text).not.toMatch(/Secrets|closed doors|settled between us/)
      for (const each of Object.values(selection.register.communications)) {
        if (each.type === 'submission') expect(each.scope.facilities).toBeNull()
      }
    })
  })

  test('does not change with the order of keys', () => {
    holds((given, { resolved, selection }) => {
      const turned = { ...given, register: reversed(given.register), request: reversed(given.request) }
      const other = resolve(turned)
      same(other.dossier, resolved.dossier)
      expect([...other.origins].map(([at]) => at).sort()).toEqual([...resolved.origins].map(([at]) => at).sort())
      same(select(turned, other), selection)
    })
  })

  test('does not change with restricted values that conclude the same', () => {
    holds((given, { resolved, selection }) => {
      if (given.request.annexes?.includes('coordinates')) return
      const moved = { ...coordinates, latitude: 1, longitude: 2 }
      const register: Register = {
        ...given.register,
        facilities: {
          ...Object.fromEntries(
            Object.entries(given.register.facilities).map(([id, each]) => [id, { ...each, coordinates: moved }])
          ),
          elsewhere: facility('embassy')
        },
        communications: Object.fromEntries(
          Object.entries(given.register.communications).map(([id, each]) => [id, withMore(each)])
        )
      }
      const other = resolve({ ...given, register })
      same(other.dossier, resolved.dossier)
      same(select({ ...given, register }, other), selection)
    })
  })

  test('does not change with records that the note does not use', () => {
    holds((given, { resolved, selection }) => {
      const register: Register = {
        ...given.register,
        parties: { ...given.register.parties, bystander: party({ kind: 'state', invented: true }, 'Nowhere') },
        facilities: { ...given.register.facilities, aside: facility('embassy', { of: 'bystander' }) },
        incidents: {
          ...given.register.incidents,
          aside: incident('2025-01-01', ['aside'], {
            attribution: { to: 'bystander', strength: 'named', basis: 'press' }
          })
        },
        communications: { ...given.register.communications, aside: report('2025-01-02', ['aside'], { number: '99' }) },
        sources: { ...given.register.sources, aside: { publisher: 'Nobody', date: null, language: 'en' } }
      }
      const other = resolve({ ...given, register })
      same(other.dossier, resolved.dossier)
      same(select({ ...given, register }, other), selection)
    })
  })
})

/** A submission whose list, where there is one, names a facility more that no note of ours is about. */
function withMore(record: Register['communications'][string]): Register['communications'][string] {
  if (record.type !== 'submission' || record.scope.facilities === null) return record
  return { ...record, scope: { ...record.scope, facilities: [...record.scope.facilities, 'elsewhere'] } }
}

test('follows the source of an insertion and the State of a submission that nothing else names', () => {
  const given = records({
    parties: { far: party({ kind: 'state', invented: true }, 'Far') },
    communications: {
      list: submission('2022-04', { scope: { described: { en: 'its missions' }, in: 'far', facilities: null } })
    },
    request: {
      submission: 'list',
      insert: [{ after: 'damage', text: { en: 'The wall was old.' }, source: 'survey', by: 'a drafter' }]
    }
  })
  const sources = { ...given.register.sources, survey: { publisher: 'A survey', date: null, language: 'en' } }
  const whole = { ...given, register: { ...given.register, sources } }
  const { register } = select(whole, resolve(whole))
  expect(Object.keys(register.sources)).toEqual(['press', 'survey'])
  expect(Object.keys(register.parties)).toContain('far')
})

describe('what travels as a stated fact', () => {
  const listed = { described: { en: 'its facilities' }, facilities: ['embassy'] }

  test('the coverage of the submission, by incident', () => {
    const given = records({
      incidents: { depot: incident('2025-08-08', ['depot']), old: incident('2022-03-10', ['honorary']) },
      communications: { list: submission('2022-04', { scope: listed }) },
      request: { submission: 'list' }
    })
    const { register, request } = select(given, resolve(given))
    expect(register.communications['list']).toMatchObject({
      scope: { facilities: null },
      stated: { coverage: { depot: 'not-listed', now: 'despite', old: 'before' } }
    })
    expect(request.recall).toEqual({ incidents: ['old', 'depot'], order: 'by-class' })
  })

  test('a position, without who took it and why', () => {
    const given = records({ request: { legal: 'assertive', override } })
    const { request } = select(given, resolve(given))
    expect(request.override).toBeUndefined()
    expect(request.stated).toEqual({ positions: [{ rule: 'NV029', incident: 'now' }] })
  })

  test('nothing of what was set aside or excepted, in this note or in one that it cites', () => {
    const setAside = [{ rule: 'NV001', reason: 'a quotation', by: 'the Head of Protocol' }]
    const request = { 'refers-to': ['told'], 'set-aside': setAside }
    const kept = { 'set-aside': setAside, excepted: [{ rule: 'NV044' }] }
    const communications = { told: report('2025-11-01', [], { number: '7/2025', ...kept }) }
    const given = records({ request, communications })
    const selection = select(given, resolve(given))
    expect(selection.register.communications).toHaveProperty('told')
    expect(JSON.stringify(selection)).not.toMatch(/set-aside|Head of Protocol|NV044/)
  })
})

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: [true, null, 'é"\n'] }, '{"a":[true,null,"é\\"\\n"],"b":1}'],
    [{ '10': 1, '9': 2, B: 3, a: 4, é: 5 }, '{"10":1,"9":2,"B":3,"a":4,"é":5}'],
    [[1.5, 1e21, 0.000001, 1e-7, -0, 100], '[1.5,1e+21,0.000001,1e-7,0,100]'],
    [{ a: undefined, b: {} }, '{"b":{}}']
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  test('reads back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      }),
      { seed: 1, numRuns: times(200) }
    )
  })
})
