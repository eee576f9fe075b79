/** Where the parts of a value come from: looked up one by one, or all at once. */

import { expect, test } from 'vitest'
import {
  compose,
  fieldsOf,
  from,
  originsIn,
  type Traces,
  together,
  traced,
  traceEach
} from '../../src/dossier/assembly/trace.ts'
import { referenceOf } from '../../src/fact.ts'

const traces: Traces = new Map()
const wall = compose<{ what: string; day: { year: number } }>({ traces }, fieldsOf('register', ''), {
  what: 'the wall',
  day: traced({ year: 2025 }, () => from('register', '/d'))
})
const whole = compose<{ first: typeof wall; list: (typeof wall)[] }>({ traces }, fieldsOf('note', ''), {
  first: wall,
  list: traceEach(
    { traces },
    [wall, wall],
    each => each,
    (_, index) => from('note', `/list/${index}`)
  )
})
const origins = originsIn(traces, whole)

test('a value that stands in several places is traced in each of them', () => {
  expect([...origins].map(([pointer, each]) => `${pointer} ${each.map(one => referenceOf(one).pointer)}`)).toEqual([
    '/first /first',
    '/first/what /what',
    '/first/day /d',
    '/list /list',
    '/list/0 /list/0',
    '/list/0/what /what',
    '/list/0/day /d',
    '/list/1 /list/1',
    '/list/1/what /what',
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
