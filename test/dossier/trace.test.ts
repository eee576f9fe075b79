/** Where the parts of a value come from: looked up one by one, or all at once. */

import { expect, test } from 'vitest'
import { from, originsIn, type Traces, together, trace, traceList } from '../../src/dossier/assembly/trace.ts'
import { referenceOf } from '../../src/fact.ts'

const traces: Traces = new Map()
const wall = trace(traces, { what: 'the wall', day: { year: 2025 } }, () => ({
  what: from('register', '/w'),
  day: from('register', '/d')
}))
const whole = trace(
  traces,
  {
    first: wall,
    list: traceList(traces, [
      { value: wall, origins: () => from('note', '/l/0') },
      { value: wall, origins: () => from('note', '/l/1') }
    ])
  },
  () => ({ first: from('note', '/f'), list: from('note', '/l') })
)
const origins = originsIn(traces, whole)

test('a value that stands in several places is traced in each of them', () => {
  expect([...origins].map(([pointer, each]) => `${pointer} ${each.map(one => referenceOf(one).pointer)}`)).toEqual([
    '/first /f',
    '/first/what /w',
    '/first/day /d',
    '/list /l',
    '/list/0 /l/0',
    '/list/0/what /w',
    '/list/0/day /d',
    '/list/1 /l/1',
    '/list/1/what /w',
    '/list/1/day /d'
  ])
})

test('looking up one place finds what going through all of them finds', () => {
  expect([...origins.keys()].map(pointer => origins.get(pointer))).toEqual([...origins.values()])
  expect(origins.size).toBe(10)
})

test.each([
  '',
  '/first/day/year',
  '/nowhere',
  '/list/2',
  '/list/2/what',
  '/first/constructor',
  '/__proto__',
  '/first/what/length'
])('a place without origins of its own has none: %j', pointer => {
  expect(origins.get(pointer)).toBeUndefined()
  expect(origins.has(pointer)).toBe(false)
})

test('the origins of several values are named once each', () => {
  const [a, b] = [from('note', '/a'), from('register', '/a')]
  expect(together(a, b, a)).toEqual([...a, ...b])
})
