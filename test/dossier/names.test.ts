/** Names that would be taken for one another in a note, and parties in the plural. */
import { describe, expect, test } from 'vitest'
import type { ProtestRequest } from '../../src/kinds/protest/request.ts'
import type { IncidentRecord } from '../../src/records/schema.ts'
import { resolve } from '../kinds/protest.ts'
import { facility, type Given, hintsOf, incident, party, records, refusals } from '../records/make-records.ts'

const called = (full: string, short: string) => ({ names: { en: { full, short } } })
const refused = (given: Given) => refusals(() => resolve(records(given)))

/** A note to `the Embassy` about an embassy of the same short name, which it names in so many incidents. */
function aboutEmbassy(
  prior: Readonly<Record<string, IncidentRecord>>,
  change: Partial<ProtestRequest> = {},
  full = 'the Embassy of Ostrelle'
): Given {
  return {
    parties: {
      'vesmar-embassy': party({ kind: 'embassy', of: 'vesmar', ...called('the Embassy of Vesmar', 'the Embassy') }, '')
    },
    facilities: { embassy: facility('embassy', called(full, 'the Embassy')) },
    incidents: { now: incident('2025-11-14', ['embassy']), ...prior },
    request: { recall: { incidents: 'all', order: 'chronological' }, ...change }
  }
}
const before = { before: incident('2025-01-01', ['embassy']) }
const taken =
  'error resolve/same-name register#/facilities/embassy/names/en/short: `embassy` and `vesmar-embassy` are both called `the Embassy` in this note'

describe('names that are alike', () => {
  test('two ministries', () => {
    const given = {
      parties: {
        'ostrelle-mfa': party(
          { kind: 'ministry', of: 'ostrelle', ...called('the Ministry of O.', 'the Ministry') },
          ''
        ),
        'vesmar-mfa': party({ kind: 'ministry', of: 'vesmar', ...called('the Ministry of V.', 'the Ministry') }, '')
      },
      request: { to: 'vesmar-mfa' }
    }
    expect(refused(given)).toEqual([
      'error resolve/same-name register#/parties/vesmar-mfa/names/en/short: `vesmar-mfa` and `ostrelle-mfa` are both called `the Ministry` in this note'
    ])
    expect(hintsOf(() => resolve(records(given))).join()).toContain('tells them apart')
  })

  test('what was struck and the addressee, where the note comes back to it', () => {
    expect(refused(aboutEmbassy(before))).toEqual([taken])
    expect(refused(aboutEmbassy({}))).toEqual([])
  })

  test('one body is not taken for itself', () => {
    expect(refused(aboutEmbassy(before, {}, 'the Embassy of Vesmar'))).toEqual([])
  })

  test('an incident in the words of the house does not name what was struck', () => {
    const worded = incident('2025-01-01', ['embassy'], { event: { en: 'shots were fired' } })
    const { means: _, ...without } = worded
    expect(refused(aboutEmbassy({ before: without }))).toEqual([])
    expect(refused(aboutEmbassy({ before: { ...worded, means: { kind: 'other', certainty: 'unknown' } } }))).toEqual([])
    // … but a recall of it alone opens with its name
    const byClass = { recall: { incidents: 'all' as const, order: 'by-class' as const } }
    expect(refused(aboutEmbassy({ before: without }, byClass))).toEqual([taken])
    expect(refused(aboutEmbassy({ before: without, again: without }, byClass))).toEqual([])
  })

  test('a chronology names it twice in a row', () => {
    const elsewhere = { now: incident('2025-11-14', ['depot']), ...before }
    expect(refused({ ...aboutEmbassy({}), incidents: elsewhere })).toEqual([])
    expect(refused({ ...aboutEmbassy({}, { annexes: ['chronology'] }), incidents: elsewhere })).toEqual([taken])
  })
})

describe('parties in the plural', () => {
  const plural = (id: string, request: Partial<ProtestRequest> = {}) =>
    refused({
      parties: {
        [id]: {
          kind: id === 'ostrelle' ? 'state' : 'ministry',
          of: 'ostrelle',
          number: 'plural',
          ...called('the Offices of O.', 'O.')
        }
      },
      request
    }).map(each => each.slice(0, each.indexOf(':')))

  test('are refused as sender and as recipient, and a State where it reserves its rights', () => {
    expect(plural('ostrelle-mfa')).toEqual(['error resolve/plural register#/parties/ostrelle-mfa/number'])
    expect(plural('vesmar-mfa', { to: 'vesmar-mfa' })).toContain(
      'error resolve/plural register#/parties/vesmar-mfa/number'
    )
    expect(plural('ostrelle', { 'reserve-rights': true })).toEqual([
      'error resolve/plural register#/parties/ostrelle/number'
    ])
    expect(plural('ostrelle')).toEqual([])
    expect(plural('druvane-mfa')).toEqual([])
  })
})
