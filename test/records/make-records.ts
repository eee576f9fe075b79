/** Small records in, with everything else that a note needs filled in; checked records between invented States out. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, Rejected } from '../../src/diagnostic.ts'
import { keyOf } from '../../src/fact.ts'
import type { Image } from '../../src/image/image.ts'
import type { ProtestRequest } from '../../src/kinds/protest/request.ts'
import { LANGUAGES } from '../../src/languages/index.ts'
import { languageOf } from '../../src/languages/language.ts'
import type { UnitWords } from '../../src/languages/quantities.ts'
import { load } from '../../src/load/load.ts'
import { type Law, lawSchema, statusSchema, type TreatyStatus } from '../../src/records/law.ts'
import { type Profile, profileSchema } from '../../src/records/profile.ts'
import type {
  CommunicationRecord,
  FacilityRecord,
  IncidentRecord,
  PartyRecord,
  Register
} from '../../src/records/schema.ts'
import { unitsOf, unitsSchema } from '../../src/records/units.ts'
import { validateShape } from '../../src/records/validate.ts'
import type { Records } from '../kinds/protest.ts'

const root = join(import.meta.dirname, '../..')

function fileOf(name: string) {
  return load({ name, text: readFileSync(join(root, name), 'utf8') })
}

function sound<T>(value: T | null): T {
  if (value === null) throw new Error('a shipped file is not well-shaped')
  return value
}

/** The law that is shipped. */
export const law: Law = sound(validateShape(lawSchema, fileOf('templates/law/package.yaml')).value)

/** The table of parties that is shipped. */
export const status: TreatyStatus = sound(validateShape(statusSchema, fileOf('templates/law/status.json')).value)
/** The units that are shipped. */
export const units = unitsOf([
  ['package.yaml', sound(validateShape(unitsSchema, fileOf('templates/units/package.yaml')).value).units]
])

/** The words of a unit in a language; none of one that is not shipped. */
export function unitWords(unit: string, tag: string): UnitWords {
  return units.get(unit)?.get(tag)?.words ?? { one: [], few: null, many: [] }
}

/** A shipped house that writes every courtesy. */
export const profile: Profile = sound(validateShape(profileSchema, fileOf('templates/profiles/az-mfa.yaml')).value)

const evidence = [{ source: 'press' }]

export function party(record: Partial<PartyRecord> & { kind: PartyRecord['kind'] }, full: string): PartyRecord {
  return { names: { en: { full } }, ...record }
}

/** What binds an invented State in most tests. */
const treaties = { vcdr: '1970-01-01', vccr: '1970-01-01', 'un-charter': '1970-01-01' }

/** Ostrelle protests; Vesmar is protested to; Druvane is where the missions stand. */
export const parties: Register['parties'] = {
  ostrelle: party({ kind: 'state', invented: true, treaties }, 'Ostrelle'),
  vesmar: party({ kind: 'state', invented: true, treaties }, 'Vesmar'),
  druvane: party({ kind: 'state', invented: true, treaties }, 'Druvane'),
  'ostrelle-mfa': party({ kind: 'ministry', of: 'ostrelle' }, 'the Ministry of Ostrelle'),
  'vesmar-mfa': party({ kind: 'ministry', of: 'vesmar' }, 'the Ministry of Vesmar'),
  'vesmar-embassy': party({ kind: 'embassy', of: 'vesmar', 'accredited-to': 'ostrelle' }, 'the Embassy of Vesmar'),
  'druvane-mfa': party({ kind: 'ministry', of: 'druvane' }, 'the Ministry of Druvane'),
  oil: party({ kind: 'company', of: 'ostrelle' }, 'Ostrelle Oil')
}

export function facility(type: FacilityRecord['type'], record: Partial<FacilityRecord> = {}): FacilityRecord {
  return { type, of: 'ostrelle', in: 'druvane', names: { en: { full: `the ${type} of Ostrelle` } }, ...record }
}

export const facilities: Register['facilities'] = {
  embassy: facility('embassy'),
  section: facility('consular-section', { 'part-of': 'embassy' }),
  car: facility('mission-vehicle', { 'part-of': 'embassy' }),
  consulate: facility('consulate-general'),
  honorary: facility('honorary-consulate'),
  depot: facility('commercial', { owner: 'oil' }),
  school: facility('civilian'),
  'embassy-in-vesmar': facility('embassy', { in: 'vesmar' }),
  'honorary-in-vesmar': facility('honorary-consulate', { in: 'vesmar' })
}

/** An incident of a day, by a missile, attributed to Vesmar and recorded at once. */
export function incident(
  date: string,
  struck: readonly string[],
  record: Partial<IncidentRecord> = {}
): IncidentRecord {
  return {
    occurred: { date },
    recorded: /^\d{4}-\d\d-\d\d$/.test(date) ? date : '2020-01-01',
    facilities: [...struck],
    means: { kind: 'missile', certainty: 'unknown' },
    attribution: { to: 'vesmar', strength: 'none', basis: 'press' },
    intent: 'not-addressed',
    damage: [{ what: { en: 'damage to the wall' }, evidence }],
    casualties: { status: 'unknown' },
    evidence,
    ...record
  }
}

type Submission = Extract<CommunicationRecord, { type: 'submission' }>

export function submission(date: string, record: Partial<Submission> = {}): Submission {
  return {
    type: 'submission',
    date,
    from: 'ostrelle-mfa',
    to: 'vesmar-mfa',
    number: null,
    scope: { described: { en: 'its diplomatic facilities in Druvane' }, facilities: null },
    evidence,
    ...record
  }
}

/** A note from Ostrelle to Vesmar that reported some incidents. */
export function report(date: string, incidents: readonly string[], record: Partial<Report> = {}): Report {
  return {
    type: 'note',
    date,
    from: 'ostrelle-mfa',
    to: 'vesmar-mfa',
    number: null,
    incidents: [...incidents],
    evidence,
    ...record
  }
}

type Report = Extract<CommunicationRecord, { type: 'note' }>

const request: ProtestRequest = {
  verbale: 1,
  template: 'protest',
  profile: 'az-mfa',
  languages: { original: 'en' },
  form: 'draft',
  number: null,
  date: '2025-11-20',
  'as-of': '2025-11-20',
  place: { en: 'Ostra' },
  from: 'ostrelle-mfa',
  to: 'vesmar-embassy',
  occasion: ['now'],
  recall: { incidents: 'all', order: 'by-class' },
  submission: null,
  legal: 'general',
  strength: 'protest',
  condemn: false,
  courtesy: 'full',
  demands: ['investigate'],
  'reserve-rights': false
}

/** The parts of a case that a test is about. */
export interface Given {
  readonly parties?: Register['parties']
  readonly facilities?: Register['facilities']
  readonly incidents?: Register['incidents']
  readonly communications?: Register['communications']
  readonly request?: Partial<ProtestRequest>
  readonly law?: Law
  readonly lawLayers?: Records['lawLayers']
  readonly profile?: Profile
  readonly emblem?: Image
  readonly language?: string
}

/** Records of a note about `now`, an attack on the embassy on 14 November 2025, unless the test says otherwise. */
export function records(given: Given = {}): Records {
  const { language = 'en' } = given
  return {
    register: {
      verbale: 1,
      parties: { ...parties, ...given.parties },
      facilities: { ...facilities, ...given.facilities },
      incidents: { now: incident('2025-11-14', ['embassy']), ...given.incidents },
      communications: { ...given.communications },
      sources: { press: { publisher: 'The Ostra Gazette', date: null, language: 'en' } }
    },
    request: { ...request, ...given.request },
    addressees: [given.request?.to ?? request.to],
    law: given.law ?? law,
    lawLayers: given.lawLayers ?? [],
    treatyStatus: () => status,
    units,
    profile: given.profile ?? profile,
    emblem: given.emblem ?? null,
    language,
    wording: languageOf(LANGUAGES, language)?.wording ?? null,
    spanOf: origin => ({ source: { name: keyOf(origin), text: '' }, start: 0, end: 0 })
  }
}

/** A finding as one line: `error NV035 register#/incidents/now: message`. */
export function said(findings: readonly Diagnostic[]): string[] {
  return findings.map(({ severity, rule, span, message }) => `${severity} ${rule} ${span?.source.name}: ${message}`)
}

/** The rules of some findings of one severity. */
export function rules(findings: readonly Diagnostic[], severity: Diagnostic['severity']): string[] {
  return findings.filter(each => each.severity === severity).map(each => each.rule)
}

/** What a call was refused for. */
export function refusals(call: () => unknown): string[] {
  return said(errorsOf(call))
}

/** What a refused call advises. */
export function hintsOf(call: () => unknown): string[] {
  return errorsOf(call).flatMap(each => each.hints)
}

function errorsOf(call: () => unknown): Diagnostic[] {
  try {
    call()
  } catch (caught) {
    if (caught instanceof Rejected) return caught.diagnostics.filter(each => each.severity === 'error')
    throw caught
  }
  return []
}
