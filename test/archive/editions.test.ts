/** One number can stand for a note in several languages: an entry says of each what its files are. */
import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/archive/journal/outgoing.ts'
import { seriesFindings } from '../../src/archive/journal/series.ts'
import { standingIn, type VerdictFacts } from '../../src/archive/standing.ts'
import { load } from '../../src/load/load.ts'
import { numberedNotes, registeredNotes } from '../../src/records/registered.ts'
import type { NoteRecord, Register } from '../../src/records/schema.ts'
import { validateRegister } from '../../src/records/validate.ts'
import type { Json } from '../../src/value.ts'
import { records } from '../records/make-records.ts'

const EN = '1'.repeat(64)
const EN_COPY = '2'.repeat(64)
const AZ = '3'.repeat(64)
const AZ_COPY = '4'.repeat(64)
const en = { language: 'en', form: 'issue', sha256: EN, 'file-copy': EN_COPY } as const
const az = { language: 'az', form: 'issue', sha256: AZ, 'file-copy': AZ_COPY, epoch: 2 } as const
const base = { type: 'note', number: '7/2031', date: '2031-03-01', from: 'mfa', to: 'embassy', epoch: 1 } as const

function registerOf(record: Partial<NoteRecord>): Register {
  const note: NoteRecord = { ...base, languages: ['en', 'az'], evidence: [], ...record }
  const of = { kind: 'ministry', of: 'arvenia', names: {} } as const
  const parties: Register['parties'] = { arvenia: { kind: 'state', invented: true, names: {} }, mfa: of, embassy: of }
  return { verbale: 1, parties, facilities: {}, incidents: {}, communications: { n: note }, sources: {} }
}

const both = registerOf({ editions: [en, az] })

describe('a register of editions is read', () => {
  const found = (record: Readonly<Record<string, Json>>) => {
    const text = JSON.stringify({ ...both, communications: { n: { ...both.communications['n'], ...record } } })
    return validateRegister(load({ name: 'register.json', text })).findings.map(each => `${each.rule} ${each.pointer}`)
  }

  test('with nothing against it', () => {
    expect(found({})).toEqual([])
    expect(found({ editions: [en, { ...az, form: 'courtesy-copy' }, { ...en, form: 'certified-copy' }] })).toEqual([])
  })

  test.each<[string, Readonly<Record<string, Json>>, string]>([
    ['twice in one language and form', { editions: [en, { ...az, language: 'en' }] }, '/editions/1/language'],
    ['in a language that it does not have', { languages: ['en'] }, '/editions/1/language'],
    ['beside the digests of one', { sha256: { issue: EN } }, '/sha256']
  ])('not %s', (_, record, pointer) => {
    expect(found(record)).toEqual([`record/editions /communications/n${pointer}`])
  })

  test('not without evidence where none of them is an issue', () => {
    expect(found({ editions: [{ ...en, form: 'courtesy-copy' }] })).toEqual([
      'record/wrong-value /communications/n/evidence'
    ])
  })
})

describe('a file stands in a register', () => {
  const identity = {
    ...{ from: 'mfa', to: 'embassy', series: null, number: '7/2031', date: '2031-03-01', language: 'az', epoch: 2 },
    ...{ incidents: [], 'in-reply-to': null, supersedes: null }
  }
  const told = (
    sha256: string,
    changed: Partial<typeof identity> = {},
    form: 'issue' | 'file-copy' = 'issue'
  ): VerdictFacts => ({
    sha256,
    written: sha256,
    appended: { type: 'nothing' },
    copy: null,
    called: {},
    identity: { ...identity, ...changed },
    rebuilds: { answer: 'yes', form }
  })
  const stands = (register: Register, file: VerdictFacts) => standingIn(register, numberedNotes(register), file)

  test('as the edition whose digest it has', () => {
    expect(stands(both, told(AZ))).toMatchObject({ type: 'this', entry: 'n', as: 'issue' })
    expect(stands(both, told(EN, { language: 'en', epoch: 1 }))).toMatchObject({ type: 'this', as: 'issue' })
    expect(stands(both, told(AZ_COPY, {}, 'file-copy'))).toMatchObject({ type: 'this', as: 'file-copy' })
  })

  test('not as one of another language or epoch', () => {
    expect(stands(both, told(EN))).toMatchObject({
      contradictions: [
        { what: 'language', register: 'en', file: 'az' },
        { what: 'epoch', register: '1', file: '2' }
      ]
    })
  })

  test('with the copy of its own edition beside it', () => {
    const beside = (sha256: string) => ({ ...told(AZ), copy: { ...told(sha256), carries: true } })
    expect(stands(both, beside(AZ_COPY))).toMatchObject({ type: 'this', copy: 'registered' })
    expect(stands(both, beside(EN_COPY))).toMatchObject({ type: 'other-copy' })
  })

  test('as none of it, where its language is not recorded', () => {
    const other = '9'.repeat(64)
    expect(stands(both, told(other))).toEqual({ type: 'another', entry: 'n' })
    expect(stands(both, told(other, { language: 'fr' }))).toEqual({ type: 'not-recorded' })
    expect(stands(registerOf({}), told(other))).toEqual({ type: 'undecided', entry: 'n', lacks: 'issue' })
  })
})

describe('what is made under a registered number', () => {
  const issues = (register: Register, language: string, to = 'embassy') => {
    const given = records({ request: { from: 'mfa', to, number: '7/2031', date: '2031-03-01' }, language })
    return registeredNotes({ ...given, register }).map(each => each.issue)
  }

  test('has to be the edition of its language', () => {
    expect(issues(both, 'az')).toEqual([AZ])
    expect(issues(both, 'fr')).toEqual([null])
    expect(issues(both, 'fr', 'somebody')).toEqual([EN])
  })

  test('or the one edition of an entry that does not name its language', () => {
    const sha256 = { issue: EN }
    expect(issues(registerOf({ sha256, languages: ['en'] }), 'fr')).toEqual([null])
    expect(issues(registerOf({ sha256 }), 'fr')).toEqual([EN])
  })
})

test('a list has the digests of all editions, and a series knows its house by them', () => {
  expect(rowsOf(both)[0]).toMatchObject({ 'sha256-issue': [EN, AZ], 'sha256-file-copy': [EN_COPY, AZ_COPY] })
  expect(rowsOf(registerOf({ sha256: { issue: EN } }))[0]).toMatchObject({
    'sha256-issue': EN,
    'sha256-file-copy': null
  })
  const other: NoteRecord = { ...base, number: '3/2031', from: 'embassy', to: 'mfa', evidence: [] }
  const communications = { ...both.communications, a: other, b: { ...other, number: '5/2031' } }
  const loaded = load({ name: 'register.json', text: JSON.stringify({ ...both, communications }) })
  expect(seriesFindings({ ...both, communications }, loaded).map(each => each.severity)).toEqual(['information'])
})
