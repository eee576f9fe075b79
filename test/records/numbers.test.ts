import { describe, expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { validateRegister } from '../../src/records/validate.ts'
import type { Json } from '../../src/value.ts'

const HASH = '0'.repeat(64)

/** What is found in a register with some communications of one house and numbers that it gave up. */
function found(communications: Record<string, Record<string, Json>>, cancelled: readonly Record<string, Json>[] = []) {
  const notes = Object.entries(communications).map(([id, each]) => {
    const evidence = [{ source: 'file' }]
    return [id, { type: 'note', date: '2031-03-01', from: 'mfa', to: 'embassy', number: null, evidence, ...each }]
  })
  const of = { kind: 'ministry', of: 'arvenia', names: {} }
  const register = {
    verbale: 1,
    parties: { arvenia: { kind: 'state', invented: true, names: {} }, mfa: of, embassy: { ...of, kind: 'embassy' } },
    facilities: {},
    incidents: {},
    communications: Object.fromEntries(notes),
    cancelled: cancelled.map(each => ({ from: 'mfa', date: '2031-04-01', reason: 'a misprint', ...each })),
    sources: { file: { publisher: 'The Ministry', date: null, language: 'en' } }
  }
  const { findings } = validateRegister(load({ name: 'register.json', text: JSON.stringify(register) }))
  return findings.map(each => `${each.pointer} ${each.message}`)
}

describe('a number is given once in a year', () => {
  test.each([
    ['to two notes', { a: { number: '7' }, b: { number: '7' } }, []],
    ['to a note and to none', { a: { number: '7' } }, [{ number: '7' }]],
    ['to none, twice', {}, [{ number: '7' }, { number: '7' }]]
  ])('not %s', (_, communications, cancelled) => {
    expect(found(communications, cancelled)).toEqual([expect.stringContaining('the number `7` ')])
  })

  test.each([
    ['in another year', { a: { number: '7' }, b: { number: '7', date: '2032-03-01' } }, []],
    ['in another series', { a: { number: '7' }, b: { number: '7', series: 'confidential' } }, []],
    ['given up in another year', { a: { number: '7' } }, [{ number: '7', date: '2030-12-31' }]],
    ['given up in another series', { a: { number: '7' } }, [{ number: '7', series: 'confidential' }]]
  ])('again %s', (_, communications, cancelled) => {
    expect(found(communications, cancelled)).toEqual([])
  })

  test('by a house that is there', () => {
    expect(found({}, [{ number: '7', from: 'mfo' }])).toEqual(['/cancelled/0/from the register has no party `mfo`'])
  })
})

test('a note is its own evidence where its issue is known, and nothing else is', () => {
  const message = '/communications/a/evidence `evidence` is empty: every fact has a source'
  expect(found({ a: { evidence: [], sha256: { issue: HASH } } })).toEqual([])
  expect(found({ a: { evidence: [], sha256: { 'file-copy': HASH } } })).toEqual([message])
  expect(found({ a: { evidence: [] } })).toEqual([message])
  expect(found({ a: { type: 'response', evidence: [], sha256: { issue: HASH } } })).toEqual([message])
})
