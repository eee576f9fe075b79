/** A seed in; good registers and requests out, between invented States, reaching every branch of every template. */
import fc from 'fast-check'
import {
  codeOfDemand,
  DEMANDS,
  type DemandCode,
  INSERT_PLACES,
  type ProtestRequest,
  REQUESTS,
  STRENGTHS
} from '../src/kinds/protest/request.ts'
import { PROMISES } from '../src/records/communications.ts'
import { isMeans, MEANS } from '../src/records/means.ts'
import type { PeopleRecord } from '../src/records/people.ts'
import {
  FACILITY_TYPES,
  type FacilityRecord,
  type IncidentRecord,
  type PartyRecord,
  type Register
} from '../src/records/schema.ts'

export interface Case {
  readonly register: Register
  readonly request: ProtestRequest
}

/** The seed of every run: a failure is found again. */
export const SEED = 20251114

const en = <T>(text: T): { en: T } => ({ en: text })
const evidence = [{ source: 'log', quote: { lang: 'en', text: 'as entered by the duty officer' } }]

const state = (full: string, short: string | null): PartyRecord => ({
  kind: 'state',
  invented: true,
  names: en(short === null ? { full } : { full, short }),
  treaties: { vcdr: '1990-01-01', vccr: '1990-01-01', 'protected-persons': '1990-01-01', 'un-charter': '1990-01-01' }
})

const body = (
  kind: PartyRecord['kind'],
  of: string,
  full: string,
  short: string,
  more: Partial<PartyRecord> = {}
): PartyRecord => ({
  kind,
  of,
  names: en({ full, short }),
  city: en('Tarsa'),
  ...more
})

const parties: Register['parties'] = {
  alda: state('the Republic of Alda', 'Alda'),
  borvia: state('the Federation of Borvia', 'Borvia'),
  cymar: state('Cymar', null),
  'alda-mfa': body('ministry', 'alda', 'the Ministry of Foreign Affairs of the Republic of Alda', 'the Ministry'),
  'borvia-mfa': body(
    'ministry',
    'borvia',
    'the Ministry of Foreign Affairs of the Federation of Borvia',
    'the Ministry'
  ),
  'alda-embassy': body(
    'embassy',
    'alda',
    'the Embassy of the Republic of Alda in the Federation of Borvia',
    'the Embassy',
    { 'accredited-to': 'borvia' }
  ),
  'borvia-embassy': body(
    'embassy',
    'borvia',
    'the Embassy of the Federation of Borvia in the Republic of Alda',
    'the Embassy',
    {
      'accredited-to': 'alda',
      address: en(['Mill House', '12 Mill Street'])
    }
  ),
  'alda-mission': body(
    'permanent-mission',
    'alda',
    'the Permanent Mission of the Republic of Alda to the League of Cities',
    'the Permanent Mission',
    {
      'accredited-to': 'league'
    }
  ),
  'borvia-mission': body(
    'permanent-mission',
    'borvia',
    'the Permanent Mission of the Federation of Borvia to the League of Cities',
    'the Mission of Borvia',
    {
      'accredited-to': 'league'
    }
  ),
  league: { kind: 'international-organisation', names: en({ full: 'the League of Cities', short: 'the League' }) },
  'league-office': body('other', 'league', 'the Office of the League of Cities', 'the Office'),
  'cymar-embassy': body('embassy', 'cymar', 'the Embassy of Cymar in the Republic of Alda', 'the Embassy of Cymar', {
    'accredited-to': 'alda'
  }),
  'borvia-defence': body(
    'ministry-of-defence',
    'borvia',
    'the Ministry of Defence of the Federation of Borvia',
    'its Ministry of Defence'
  ),
  'alda-oil': body('company', 'alda', 'the Alda Oil Company', 'the Company')
}

const facilityNames: Record<FacilityRecord['type'], string> = {
  embassy: 'the Embassy of the Republic of Alda in Ostrel',
  'consular-section': 'the Consular Section of the Embassy of the Republic of Alda in Ostrel',
  residence: 'the residence of the Ambassador of the Republic of Alda in Ostrel',
  'private-residence': 'the private residence of the Counsellor of the Embassy of the Republic of Alda in Ostrel',
  'mission-vehicle': 'a vehicle of the Embassy of the Republic of Alda in Ostrel',
  'consulate-general': 'the Consulate General of the Republic of Alda in Marn',
  consulate: 'the Consulate of the Republic of Alda in Tolm',
  'vice-consulate': 'the Vice-Consulate of the Republic of Alda in Sund',
  'consular-agency': 'the Consular Agency of the Republic of Alda in Veld',
  'honorary-consulate': 'the Honorary Consulate of the Republic of Alda in Pell',
  'permanent-mission': 'the office of the Permanent Mission of the Republic of Alda in Ostrel',
  delegation: 'the office of the Delegation of the Republic of Alda in Ostrel',
  'cultural-institute': 'the Cultural Institute of the Republic of Alda in Ostrel',
  commercial: 'the oil depot of the Alda Oil Company near Marn',
  civilian: 'a dwelling house of nationals of the Republic of Alda in Pell'
}

function facilitiesIn(host: string): Register['facilities'] {
  const record = (type: FacilityRecord['type'], index: number): FacilityRecord => ({
    type,
    of: 'alda',
    in: host,
    names: en({ full: facilityNames[type] }),
    city: en('Ostrel'),
    // exactly five decimals
    coordinates: {
      latitude: 40 + index / 10,
      longitude: (2_000_001 + index * 12_500) / 100_000,
      datum: 'WGS 84',
      decimals: 5
    },
    ...(type === 'commercial' ? { owner: 'alda-oil' } : {}),
    ...(type === 'consular-section' ? { 'part-of': 'embassy' } : {}),
    ...(type === 'residence' ? { 'shared-with': ['borvia-mission'] } : {})
  })
  return Object.fromEntries(FACILITY_TYPES.map((type, index) => [type, record(type, index)]))
}

const two = (number: number): string => String(number).padStart(2, '0')
const dayIn = (first: number, last: number): fc.Arbitrary<string> =>
  fc
    .record({
      year: fc.integer({ min: first, max: last }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 })
    })
    .map(({ year, month, day }) => `${year}-${two(month)}-${two(day)}`)
const monthIn = (first: number, last: number): fc.Arbitrary<string> => dayIn(first, last).map(day => day.slice(0, 7))
/** Every precision that a record can have. */
const anyDateIn = (first: number, last: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: dayIn(first, last) },
    { weight: 1, arbitrary: monthIn(first, last) },
    { weight: 1, arbitrary: dayIn(first, last).map(day => `${day.slice(0, 4)}`) },
    { weight: 1, arbitrary: dayIn(first, last).map(day => `${day}~`) },
    { weight: 1, arbitrary: monthIn(first, last).map(month => `${month}-03/${month}-05`) },
    { weight: 1, arbitrary: monthIn(first, last).map(month => `[${month}-07,${month}-08]`) }
  )

/** The word that an object of a demand begins with in English, where its formula has none. */
const LEADS: Partial<Record<DemandCode, string>> = {
  investigate: 'into',
  explain: 'of',
  'non-repetition': 'of',
  compensation: 'for',
  satisfaction: 'for',
  apology: 'for'
}
/** Those whose formula has no place for an adjective. */
const UNQUALIFIED: readonly DemandCode[] = ['restitution', 'punish', 'protect', 'inform']

/** Some demands bare, some with what a request can say of them, some in words of the house. */
function asked(code: DemandCode, index: number, all: readonly DemandCode[]): ProtestRequest['demands'][number] {
  const way = (all.length + index) % 3
  if (way === 0) return code
  if (way === 2) return { words: en('withdraw the persons concerned'), source: 'log' }
  const object = en([...(LEADS[code] ? [LEADS[code]] : []), 'the acts described'].join(' '))
  const qualifier = UNQUALIFIED.includes(code) ? {} : { qualifier: en('prompt') }
  return { demand: code, ...qualifier, object, by: '2026-12-31' }
}

const harms = [
  'the destruction of the roof',
  'damage to the façade and the windows',
  'the loss of two service vehicles',
  'cracks in the bearing walls'
] as const
const clauses = [
  'fragments were recovered on the spot',
  'the staff had to leave the building',
  'the power supply failed for nine hours'
] as const
const some = <T>(list: readonly T[], most: number, least = 0): fc.Arbitrary<T[]> =>
  fc.subarray([...list], { minLength: least, maxLength: Math.min(most, list.length) })

/** A number and how sure it is. */
const counts = fc.constantFrom(
  { count: 1 },
  { count: 2 },
  { count: 14 },
  { count: 14, qualifier: 'nearly' as const },
  { count: 2, qualifier: 'at-least' as const },
  { count: 3, to: 14, qualifier: 'between' as const }
)
const people = fc
  .record({
    number: fc.oneof({ weight: 3, arbitrary: counts }, { weight: 1, arbitrary: fc.constant({ count: null }) }),
    who: fc.constantFrom(en({ one: 'employee', many: 'employees' }), en({ one: 'visitor', many: 'visitors' })),
    named: fc.constantFrom<Pick<PeopleRecord, 'named'>[]>(
      {},
      { named: [{ name: en('Ilse Varga'), office: en('accountant') }] },
      { named: [{ name: en('Piet Roll'), office: en('driver'), nationality: 'cymar' }] }
    ),
    evidence: fc.constant(evidence)
  })
  .map(({ number, named, ...group }) => ({ ...number, ...named, ...group }))
const others = fc.array(
  fc
    .tuple(people, fc.constantFrom('present' as const, 'detained' as const, 'missing' as const))
    .map(([group, status]) => ({ ...group, status })),
  { maxLength: 3 }
)
const injured = fc.array(
  fc
    .tuple(people, fc.constantFrom({}, { degree: 'serious' as const }, { degree: 'slight' as const }))
    .map(([group, degree]) => ({ ...group, ...degree })),
  { minLength: 1, maxLength: 4 }
)
const casualties: fc.Arbitrary<IncidentRecord['casualties']> = fc.oneof(
  fc.record({
    status: fc.constant('none' as const),
    of: fc.constantFrom('both' as const, 'life' as const, 'injury' as const),
    qualifier: fc.constantFrom('exact' as const, 'reported' as const, 'apparent' as const),
    evidence: fc.constant(evidence)
  }),
  fc.constant({ status: 'unknown' as const }),
  injured.map(each => ({ status: 'known' as const, injured: each, nil: { of: 'life' as const, evidence } })),
  injured.map(each => ({ status: 'known' as const, injured: each })),
  people.map(each => ({ status: 'known' as const, killed: [each] })),
  fc.tuple(people, injured).map(([killed, hurt]) => ({ status: 'known' as const, killed: [killed], injured: hurt }))
)
const measures: fc.Arbitrary<NonNullable<IncidentRecord['measures']>> = fc.array(
  fc
    .record({
      phrase: fc.constantFrom(
        en({ before: 'the point of impact lay at a distance of', after: 'from the main entrance' }),
        en({ before: 'the crater had a depth of' })
      ),
      value: fc.constantFrom(1, 3, 8, 35, 50, 1200, 2.5),
      unit: fc.constantFrom('step', 'metre', 'kilometre', 'minute', 'square-metre', 'knot'),
      qualifier: fc.constantFrom(
        'exact' as const,
        'about' as const,
        'at-least' as const,
        'at-most' as const,
        'reported' as const,
        'nearly' as const,
        'between' as const
      ),
      evidence: fc.constant(evidence)
    })
    .map(each => ({ ...each, ...(each.qualifier === 'between' ? { to: each.value + 10 } : {}) })),
  { maxLength: 3 }
)
const means = fc
  .record(
    {
      kind: fc.constantFrom(...MEANS),
      designation: fc.constant(en('Kestrel')),
      certainty: fc.constantFrom('identified' as const, 'type' as const, 'unknown' as const),
      number: fc.oneof(counts, fc.constant({ count: 'several' as const }))
    },
    { requiredKeys: ['kind', 'certainty'] }
  )
  .map(({ designation, number, certainty, ...each }) => ({
    ...each,
    // only what has a name is known by it
    ...(designation === undefined || !isMeans('named', each.kind)
      ? { certainty: 'unknown' as const }
      : { designation, certainty }),
    ...(number === undefined || !isMeans('counted', each.kind) ? {} : number)
  }))

/** What happened, where a means that says it is not drawn. */
const events = ['an explosion occurred in the courtyard', 'shots were fired across the border'] as const

function enters({ means: used, event }: Pick<IncidentRecord, 'means' | 'event'>): boolean {
  return event === undefined && isMeans('enters', used?.kind ?? null)
}

function isDay(date: string): boolean {
  return /^\d{4}-\d\d-\d\d~?$/.test(date)
}

/** The night behind a day; other dates stay what they are. */
function nightAt<T extends object>(date: string, time: T): { date: string } | ({ date: string; night: true } & T) {
  const next = Number(date.slice(8)) + 1
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || next > 28) return { date }
  return { date: `${date}/${date.slice(0, 8)}${two(next)}`, night: true, ...time }
}

function incidentAt(date: fc.Arbitrary<string>, recorded: string): fc.Arbitrary<IncidentRecord> {
  const struck: fc.Arbitrary<string[]> = fc.oneof(
    { weight: 5, arbitrary: some(FACILITY_TYPES, 1, 1) },
    { weight: 1, arbitrary: some(['embassy', 'consular-section', 'residence'] as const, 3, 2) },
    { weight: 1, arbitrary: fc.constant<string[]>(['embassy', 'civilian']) },
    { weight: 1, arbitrary: fc.constant<string[]>([]) }
  )
  const hours = fc.constantFrom({ time: '01:00' }, { time: '23:45' })
  const lasting = fc.constantFrom<Partial<IncidentRecord['occurred']>[]>(
    {},
    { until: '05:30' },
    { duration: { value: 4, unit: 'hour', qualifier: 'at-least' } }
  )
  const time = fc
    .record({
      hours,
      lasting,
      clock: fc.constantFrom({}, { clock: en('Marn Railway Time') }),
      qualifier: fc.constantFrom('exact' as const, 'approx' as const),
      zone: fc.constant('Europe/Vienna')
    })
    .map(({ hours: from, lasting: long, clock, ...more }) => ({
      ...more,
      ...from,
      ...clock,
      // what begins before midnight and ends behind it is of a night
      ...(long.until !== undefined && from.time > long.until ? {} : long)
    }))
  const where = fc.constantFrom<Pick<IncidentRecord, 'place'>[]>({}, { place: en('the Marn region') })
  const what: fc.Arbitrary<Pick<IncidentRecord, 'means' | 'event'>> = fc.oneof(
    {
      weight: 3,
      arbitrary: means.map(each =>
        isMeans('clause', each.kind) ? { means: each, event: en(events[0]) } : { means: each }
      )
    },
    { weight: 1, arbitrary: fc.constantFrom(...events).map(text => ({ event: en(text) })) },
    // With a means, the house's own words are a predicate that ends where the facility follows.
    {
      weight: 1,
      arbitrary: means
        .filter(each => !isMeans('clause', each.kind))
        .map(each => ({ means: each, event: en('caused alarm in front of') }))
    }
  )
  return (
    fc
      .record({
        // a time is of one day, or of one night
        occurred: fc
          .tuple(date, fc.option(time, { nil: {} }), fc.integer({ min: 0, max: 4 }))
          .map(([on, at, draw]) => (draw === 0 ? nightAt(on, at) : { date: on, ...(isDay(on) ? at : {}) })),
        facilities: struck,
        where,
        what,
        strength: fc.constantFrom('named' as const, 'implied' as const, 'none' as const),
        basis: fc.constantFrom('physical' as const, 'official-report' as const, 'press' as const),
        alone: fc.boolean(),
        intent: fc.constantFrom('asserted' as const, 'questioned' as const, 'not-addressed' as const),
        circumstances: some(clauses, 2),
        measures,
        damage: some(harms, 4),
        casualties,
        people: others
      })
      // what can only be done on purpose leaves no question
      .map(draw => ({
        ...draw,
        ...(isMeans('deliberate', draw.what.means?.kind ?? null) ? { intent: 'asserted' as const } : {})
      }))
      .map(({ where: place, what: happened, strength, basis, alone, facilities, circumstances, damage, ...draw }) => ({
        ...draw,
        recorded,
        facilities,
        // Without a facility the territory says whose it was, and only what enters it needs no words of the house; what
        // happens neither to a facility nor to a territory has no other words.
        ...(facilities.length > 0
          ? happened
          : alone
            ? { event: en(events[1]) }
            : { territory: 'alda', ...(enters(happened) ? happened : { event: en(events[1]) }) }),
        ...place,
        ...amounting(strength, basis),
        ...(basis === 'press' ? { called: en('the attack') } : {}),
        attribution: { to: 'borvia', strength, basis },
        circumstances: circumstances.map(text => ({ what: en(text), evidence })),
        damage: damage.map((text, index) => {
          const at = facilities.length > 1 ? facilities[index % 3] : undefined
          return { what: en(text), evidence, ...(at === undefined ? {} : { at }) }
        }),
        evidence
      }))
  )
}

/** What the record says of an act for the law, for some of them. */
function amounting(strength: string, basis: string): Pick<IncidentRecord, 'amounts-to'> {
  if (strength === 'named' && basis === 'physical') return { 'amounts-to': 'attack' }
  return strength === 'none' && basis === 'press' ? { 'amounts-to': 'neither' } : {}
}

/** Who writes to whom, and in whose country the facilities stand. */
const SETTINGS = [
  { from: 'alda-mfa', to: 'borvia-embassy', host: 'borvia' },
  { from: 'alda-mfa', to: 'borvia-embassy', host: 'cymar' },
  { from: 'alda-embassy', to: 'borvia-mfa', host: 'borvia' },
  { from: 'alda-mission', to: 'borvia-mission', host: 'cymar' }
] as const
type Setting = (typeof SETTINGS)[number]

/** Of what a submission gives the coordinates. */
const GIVEN = ['embassy', 'residence', 'consulate-general'] as const

const submission = (setting: Setting): fc.Arbitrary<Register['communications'][string]> =>
  fc
    .record({
      date: fc.constantFrom('2022-04', '2023-05-10', '2022'),
      number: fc.constantFrom('41/2022', null),
      isLetter: fc.boolean(),
      isUndated: fc.boolean(),
      isThing: fc.boolean(),
      offices: fc.boolean(),
      facilities: fc.option(some(GIVEN, 3, 1)),
      assurance: fc.constantFrom(
        {},
        { assurance: { by: 'borvia', wording: en('the buildings would be spared'), evidence } },
        {
          assurance: {
            by: 'borvia',
            concerning: 'borvia-defence',
            date: '2023-05-12',
            wording: en('the coordinates would be taken into account'),
            evidence
          }
        }
      )
    })
    .map(({ facilities, assurance, date, number, isLetter, isUndated, isThing, offices }) => ({
      type: 'submission',
      ...(isUndated && !isLetter
        ? { date: null, number: null, when: en('in the spring') }
        : { date, number, ...(isLetter ? { form: 'letter' as const } : {}) }),
      from: setting.from,
      to: setting.to,
      scope: {
        ...(isThing ? { thing: en('a map of its missions') } : { described: en('its diplomatic missions') }),
        ...(offices ? { offices: true as const } : {}),
        types: [...GIVEN],
        in: setting.host,
        facilities
      },
      ...assurance,
      evidence
    }))

/** How a prior incident was reported. */
const REPORTING = ['numbered', 'unnumbered', 'spoken', 'twice', 'refused', 'returned', 'unanswered', 'none'] as const
type Reporting = (typeof REPORTING)[number]

/** The communications that reported the prior incidents. */
function reportsOf(ids: readonly string[], how: readonly Reporting[], setting: Setting): Register['communications'] {
  const ends = { date: '2025-01-05', from: setting.from, to: setting.to, evidence }
  const entries = ids.flatMap((id, index): [string, Register['communications'][string]][] => {
    const kind = how[index % how.length] ?? 'none'
    const number = kind === 'unnumbered' || kind === 'spoken' ? null : `${100 + index}/2025`
    const type = kind === 'spoken' ? ('demarche' as const) : ('note' as const)
    const sentBack = kind === 'refused' || kind === 'returned'
    const delivery = [
      { on: '2025-01-07', mode: 'messenger' as const, outcome: sentBack ? kind : ('accepted' as const) }
    ]
    const open = kind === 'unanswered' ? { response: 'none' as const } : {}
    const report = {
      ...ends,
      type,
      number,
      incidents: sentBack ? [...ids.slice(Math.max(0, index - 1), index), id] : [id],
      delivery,
      ...open
    }
    if (kind === 'none') return []
    const again = { ...report, date: '2025-01-06', number: `${200 + index}/2025` }
    return [[`report-${id}`, report], ...(kind === 'twice' ? [[`again-${id}`, again] satisfies [string, unknown]] : [])]
  })
  return Object.fromEntries(entries)
}

const earlier = (setting: Setting): Register['communications'] => ({
  'note-before': { type: 'note', date: '2025-05-30', from: setting.from, to: setting.to, number: '211/2025', evidence },
  // of another organ of the same State
  'note-unanswered': {
    type: 'note',
    date: '2025-05-29',
    from: setting.from === 'alda-mfa' ? 'alda-embassy' : 'alda-mfa',
    to: setting.to,
    number: '209/2025',
    subject: en('the safety of the missions'),
    response: 'none',
    evidence
  },
  'summons-refused': {
    type: 'demarche',
    date: '2025-05-28',
    from: setting.from,
    to: setting.to,
    number: null,
    delivery: [{ on: '2025-05-28', mode: 'summons', outcome: 'refused' }],
    evidence
  },
  'protests-undated': {
    type: 'oral-protest',
    several: true,
    date: null,
    when: en('on several occasions'),
    from: setting.from,
    to: setting.to,
    number: null,
    subject: en('the safety of the missions'),
    strength: 'concern',
    asked: en('the posting of guards'),
    evidence
  },
  'note-returned': {
    type: 'note',
    date: '2025-05-27',
    from: setting.from,
    to: setting.to,
    number: '191/2025',
    delivery: [{ on: '2025-05-29', mode: 'post', outcome: 'returned' }],
    evidence
  },
  'note-of-theirs': {
    type: 'note',
    date: '2025-05-31',
    from: setting.to,
    to: setting.from,
    number: null,
    subject: en('the events of this year'),
    evidence
  },
  'their-response': {
    type: 'response',
    date: '2025-06-01',
    from: setting.to,
    to: setting.from,
    number: '9',
    'in-reply-to': 'note-before',
    evidence
  }
})

/** The houses, with the courtesy that each may show. */
const COURTESY = {
  'az-mfa': ['full', 'reduced', 'none'],
  'un-mission': ['full', 'reduced'],
  'vesmar-mfa': ['none', 'reduced']
} as const
export const PROFILES = ['az-mfa', 'un-mission', 'vesmar-mfa'] as const

/** An earlier communication of which something is told. */
const act = fc.record({
  type: fc.constantFrom('letter' as const, 'note' as const, 'summons' as const),
  by: fc.boolean(),
  dated: fc.boolean(),
  strength: fc.option(fc.constantFrom(...STRENGTHS)),
  asked: fc.boolean(),
  said: fc.boolean(),
  about: fc.constantFrom('subject' as const, 'one' as const, 'all' as const),
  delivery: fc.constantFrom('none' as const, 'accepted' as const, 'refused' as const, 'returned' as const),
  answer: fc.constantFrom('none' as const, 'letter' as const, 'same-day' as const, 'later' as const),
  answered: fc.boolean()
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

function actsOf(
  acts: readonly Act[],
  { from, to }: Setting,
  { struck, past }: Readonly<Record<'struck' | 'past', object>>
): Register['communications'] {
  const told = acts.flatMap((each, index): [string, Register['communications'][string]][] => {
    const id = `act-${index}`
    const date = `2025-06-1${index}`
    const own = { from, to, number: null, evidence }
    const on = (day: string, outcome: 'accepted' | 'refused' | 'returned') => ({
      on: day,
      mode: 'messenger' as const,
      outcome
    })
    const failed = each.delivery === 'refused' || each.delivery === 'returned' ? each.delivery : 'returned'
    const about = Object.keys({ ...struck, ...past })
    const day = each.dated || each.type !== 'summons' ? { date } : { date: null, when: en('in the spring') }
    const message = {
      ...own,
      ...day,
      ...(each.about === 'subject'
        ? { subject: en('the safety of the missions') }
        : { incidents: each.about === 'one' ? about.slice(0, 1) : about }),
      ...(each.strength ? { strength: each.strength } : {}),
      ...(each.asked ? { asked: en('the posting of guards') } : {}),
      ...(each.said ? { wording: en('the missions had asked for protection') } : {}),
      ...(each.delivery === 'none'
        ? {}
        : {
            delivery: [
              {
                ...on(date, each.delivery),
                told: en('handed to the porter'),
                ...(each.delivery === 'accepted' ? {} : { afterwards: en('it was left at the gate') })
              },
              on('2025-06-12', failed),
              { ...on('2025-06-13', each.said ? 'accepted' : failed), through: 'cymar' }
            ]
          })
    }
    const summoned = { who: en('the Ambassador'), ...(each.by ? { by: en('the Deputy Minister') } : {}) }
    const record = each.type === 'summons' ? { ...message, type: each.type, summoned } : { ...message, type: each.type }
    const reply = {
      ...own,
      type: 'response' as const,
      from: to,
      to: from,
      date: each.answer === 'same-day' ? date : '2025-06-14',
      'in-reply-to': id,
      ...(each.answer === 'letter' ? { form: 'letter' as const } : {}),
      ...(each.answered ? { wording: en('the matter was being examined') } : {})
    }
    return each.answer === 'none'
      ? [[id, record]]
      : [
          [id, record],
          [`answer-${index}`, reply]
        ]
  })
  return Object.fromEntries(told)
}

/** Words of the other side that a note appeals to. */
const promised = fc.record({
  as: fc.option(fc.constantFrom(...PROMISES)),
  dated: fc.constantFrom('own' as const, 'record' as const, 'when' as const, 'letter' as const),
  known: fc.boolean(),
  subject: fc.boolean(),
  covered: fc.nat({ max: 2 })
})
type Promised = typeof promised extends fc.Arbitrary<infer T> ? T : never

function promisesOf(
  promises: readonly Promised[],
  { from, to }: Setting,
  incidents: readonly string[]
): Register['communications'] {
  const given = promises.map((each, index): [string, Register['communications'][string]] => [
    `promise-${index}`,
    {
      type: 'assurance',
      ...(each.dated === 'when' ? { date: null, when: en('in the spring') } : { date: '2019-05' }),
      ...(each.dated === 'letter' ? { form: 'letter' as const } : {}),
      ...(each.subject ? { subject: en('the safety of the missions') } : {}),
      from: to,
      to: from,
      number: null,
      assurance: {
        by: 'borvia',
        ...(each.as ? { as: each.as } : {}),
        ...(each.dated === 'own' ? { date: '2019-06' } : {}),
        ...(each.known ? { wording: en('the missions would be spared') } : {}),
        covers: incidents.slice(0, each.covered),
        evidence
      },
      evidence
    }
  ])
  return Object.fromEntries(given)
}

interface Choices {
  readonly setting: Setting
  readonly occasion: readonly IncidentRecord[]
  readonly prior: readonly IncidentRecord[]
  readonly how: readonly Reporting[]
  readonly given: Register['communications'][string] | null
  readonly profile: (typeof PROFILES)[number]
  readonly request: Pick<
    ProtestRequest,
    'legal' | 'strength' | 'condemn' | 'courtesy' | 'demands' | 'requests' | 'reserve-rights' | 'insert'
  >
  /** To whom the note goes in place of the State that it is about. */
  readonly through: 'league-office' | 'cymar-embassy' | null
  readonly order: 'by-class' | 'chronological'
  readonly form: 'draft' | 'issue' | 'courtesy-copy'
  readonly numbered: boolean
  readonly links: Pick<ProtestRequest, 'refers-to' | 'in-reply-to' | 'supersedes'>
  readonly annexes: readonly ('chronology' | 'coordinates')[]
  readonly acts: readonly Act[]
  readonly promises: readonly Promised[]
}

/** `protect` is asked only of the State where what was struck stands, and only for what that State has to protect. */
function canAskProtection({ setting, occasion }: Choices): boolean {
  const guarded = occasion.some(each =>
    each.facilities.some(id => !['commercial', 'civilian', 'cultural-institute'].includes(id))
  )
  return setting.host === 'borvia' && guarded
}

/** Articles of one instrument can be chosen where one of them is made for what was struck. */
function canCite({ request, occasion }: Choices): boolean {
  const isEmbassy = occasion.some(each => each['amounts-to'] === 'attack' && each.facilities.includes('embassy'))
  return isEmbassy && ['reflected', 'assertive'].includes(request.legal)
}

/** An annex of coordinates lists the missions and posts that were struck, so one must have been. */
function hasPositions({ occasion, prior }: Choices): boolean {
  return [...occasion, ...prior].some(each =>
    each.facilities.some(id => !['commercial', 'civilian', 'cultural-institute'].includes(id))
  )
}

/** A note to another names the State that it is about at least in a demand. */
function demandsOf(choices: Choices): ProtestRequest['demands'] {
  const { demands } = choices.request
  const open = demands.filter(each => codeOfDemand(each) !== 'protect' || canAskProtection(choices))
  return open.length === 0 && choices.through !== null ? ['explain'] : open
}

const withId = <T>(list: readonly T[], prefix: string): Record<string, T> =>
  Object.fromEntries(list.map((each, index) => [`${prefix}-${index}`, each]))

function caseOf(choices: Choices): Case {
  const { setting, occasion, prior, given, request, profile } = choices
  const struck = withId(occasion, 'occasion')
  const past = withId(prior, 'prior')
  const issued = choices.form !== 'draft'
  const modes: readonly ProtestRequest['courtesy'][] = COURTESY[profile]
  const courtesy = modes.includes(request.courtesy) ? request.courtesy : (modes[0] ?? 'reduced')
  return {
    register: {
      verbale: 1,
      parties,
      facilities: facilitiesIn(setting.host),
      incidents: { ...struck, ...past },
      communications: {
        ...reportsOf(Object.keys(past), choices.how, setting),
        ...earlier(setting),
        ...actsOf(choices.acts, setting, { struck, past }),
        ...promisesOf(choices.promises, setting, Object.keys({ ...struck, ...past })),
        ...(given ? { given } : {})
      },
      sources: { log: { publisher: 'Duty log of the Republic of Alda', date: '2025-06-01', language: 'en' } }
    },
    request: {
      verbale: 1,
      template: 'protest',
      profile,
      languages: { original: 'en' },
      form: choices.form,
      number: issued || choices.numbered ? '318/2025' : null,
      date: issued || choices.numbered ? '2025-06-15' : null,
      'as-of': '2025-06-15',
      place: en('Tarsa'),
      from: setting.from,
      to: setting.to,
      ...(choices.through === null ? {} : { to: choices.through, concerning: 'borvia' }),
      occasion: Object.keys(struck),
      recall: { incidents: 'all', order: choices.order },
      submission: given ? 'given' : null,
      ...request,
      condemn: request.condemn && request.strength !== 'attention' && request.strength !== 'concern',
      courtesy,
      demands: demandsOf(choices),
      ...(choices.through === null ? { requests: undefined } : {}),
      ...(choices.through === null || !('in-reply-to' in choices.links || 'supersedes' in choices.links)
        ? choices.links
        : {}),
      ...(choices.acts.length > 0
        ? { 'refers-to': [...(choices.links['refers-to'] ?? []), ...choices.acts.map((_, index) => `act-${index}`)] }
        : {}),
      assurances: choices.promises.map((_, index) => `promise-${index}`),
      ...(canCite(choices) ? { cite: { vcdr: 'all' as const } } : {}),
      annexes: choices.annexes
        .filter(each => (each === 'coordinates' ? hasPositions(choices) : prior.length > 0))
        .map(each => (each === 'chronology' && choices.numbered ? { type: each, 'reported-by': true } : each)),
      // A position of law stands behind every article that would not hold by itself.
      ...(request.legal === 'reflected' || request.legal === 'assertive'
        ? {
            override: ['NV028', 'NV029'].map(rule => ({
              rule,
              authority: 'Legal Department',
              reason: 'position of the Republic of Alda'
            }))
          }
        : {})
    }
  }
}

const choices: fc.Arbitrary<Choices> = fc.constantFrom(...SETTINGS).chain(setting =>
  fc.record({
    setting: fc.constant(setting),
    occasion: fc.array(
      incidentAt(
        dayIn(2025, 2025).map(day => `2025-0${1 + (Number(day.slice(5, 7)) % 5)}-${day.slice(8)}`),
        '2025-06-01'
      ),
      { minLength: 1, maxLength: 2 }
    ),
    prior: fc.array(incidentAt(anyDateIn(2020, 2024), '2025-01-10'), { maxLength: 9 }),
    how: fc.array(fc.constantFrom(...REPORTING), { minLength: 1, maxLength: 4 }),
    given: fc.option(submission(setting)),
    profile: fc.constantFrom(...PROFILES),
    request: fc.record({
      legal: fc.constantFrom('general' as const, 'reflected' as const, 'assertive' as const, 'none' as const),
      strength: fc.constantFrom(...STRENGTHS),
      condemn: fc.boolean(),
      courtesy: fc.constantFrom('full' as const, 'reduced' as const, 'none' as const),
      demands: some(DEMANDS, 5).map(codes => codes.map(asked)),
      requests: some(REQUESTS, 3).map(codes => [
        ...codes.map(code =>
          code === 'forward' || codes.length % 2 === 0 ? code : { request: code, object: en('the acts described') }
        ),
        { words: en('place the matter on its agenda'), source: 'log', by: '2026-12-31' }
      ]),
      'reserve-rights': fc.boolean(),
      insert: some(INSERT_PLACES, 3).map(places =>
        places.map(after => ({
          after,
          text: en('The Ministry adds that the matter is being examined.'),
          source: null,
          by: 'desk officer'
        }))
      )
    }),
    through: fc.constantFrom(null, null, 'league-office' as const, 'cymar-embassy' as const),
    order: fc.constantFrom('by-class' as const, 'chronological' as const),
    form: fc.constantFrom('draft' as const, 'issue' as const, 'courtesy-copy' as const),
    numbered: fc.boolean(),
    links: fc.constantFrom(
      {},
      { 'refers-to': ['note-before'] },
      { 'refers-to': ['note-unanswered'] },
      { 'refers-to': ['note-before', 'note-unanswered'] },
      { 'refers-to': ['note-before', 'their-response'] },
      { 'in-reply-to': 'note-of-theirs' },
      { 'in-reply-to': 'their-response' },
      { 'refers-to': ['note-before', 'summons-refused', 'note-returned'] },
      { 'in-reply-to': 'note-of-theirs', 'refers-to': ['note-before'] },
      { 'refers-to': ['protests-undated', 'note-before'] },
      { supersedes: 'note-before' }
    ),
    annexes: some(['chronology', 'coordinates'] as const, 2),
    acts: fc.array(act, { maxLength: 2 }),
    promises: fc.array(promised, { maxLength: 2 })
  })
)

/** Good cases: each passes every check of records and makes a note. */
export const goodCase: fc.Arbitrary<Case> = choices.map(caseOf)
