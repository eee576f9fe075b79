import { describe, expect, test } from 'vitest'
import { noteEntry } from '../../src/archive/journal/entry.ts'
import { PROTEST } from '../../src/kinds/protest/protest.ts'
import type { ProtestRequest } from '../../src/kinds/protest/request.ts'
import type { Keeping } from '../../src/records/keeping.ts'
import { readRecords } from '../../src/records/read.ts'
import { askFor, engineHere } from '../fixtures.ts'
import { resolve } from '../kinds/protest.ts'

const { records } = readRecords(engineHere().records, askFor('airspace-violation'))
if (!records) throw new Error('the fixture is refused')
const { dossier } = resolve(records)

/** The entry of the fixture's note, had its request said something else. */
function entryOf(change: Partial<ProtestRequest>, keeping: Keeping = {}) {
  const request = {
    ...records?.request,
    number: '7',
    date: '2031-03-01',
    submission: null,
    ...change
  } as ProtestRequest
  return noteEntry({
    request,
    dossier,
    used: { ...PROTEST.used(request, dossier), communications: change.submission ? [change.submission] : [] },
    language: 'en',
    pages: 1,
    epoch: 1,
    sha256: { issue: '0'.repeat(64) },
    subject: {},
    title: {},
    keeping
  })
}

describe('the entry of a note names each communication once', () => {
  test('that it cites', () => {
    expect(entryOf({ 'refers-to': ['a', 'b', 'a'], submission: 'c' })['refers-to']).toEqual(['a', 'b', 'c'])
  })

  test('that it answers, as that alone', () => {
    const entry = entryOf({ 'refers-to': ['a', 'b'], 'in-reply-to': 'a' })
    expect([entry['in-reply-to'], entry['refers-to']]).toEqual(['a', ['b']])
  })

  test('that it replaces, as that alone', () => {
    const entry = entryOf({ 'refers-to': ['a', 'b'], supersedes: 'b' })
    expect([entry.supersedes, entry['refers-to']]).toEqual(['b', ['a']])
  })

  test('and says nothing where it cites nothing else', () => {
    expect(entryOf({ 'refers-to': ['a'], 'in-reply-to': 'a' })).not.toHaveProperty('refers-to')
  })
})

test('the entry of a note says what only the house knows of it, as far as that is said', () => {
  const keeping = { drafter: 'A. B.', 'sealed-at': '2031-03-01T16:30', classification: 'internal', retention: 'P30Y' }
  expect(entryOf({}, keeping)).toMatchObject(keeping)
  expect(Object.keys(entryOf({}, { drafter: undefined, retention: 'permanent' }))).toEqual(
    expect.arrayContaining(['retention'])
  )
  expect(entryOf({}, { drafter: undefined })).not.toHaveProperty('drafter')
})
