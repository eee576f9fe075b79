import { expect, test } from 'vitest'
import { plainNumber, registerKey } from '../../src/records/registered.ts'

test.each([
  ['112/2026', '112/2026'],
  ['112 / 2026', '112/2026'],
  ['112\u00a0/2026', '112/2026'],
  ['0112/2026', '112/2026'],
  ['№ 007-A/02', '№7-A/2'],
  ['100/2000', '100/2000'],
  ['0', '0'],
  ['A0', 'A0'],
  ['A05', 'A5']
])('%j is compared as %j', (written, plain) => {
  expect(plainNumber(written)).toBe(plain)
})

test('another house, series or year gives the same number again', () => {
  const one = { from: 'mfa', series: 'open', number: '112/2026', date: '2026-03-05' }
  const key = registerKey(one)
  expect(registerKey({ ...one, number: '0112 /2026', date: '2026-12-01' })).toBe(key)
  for (const other of [{ from: 'embassy' }, { series: 'closed' }, { number: '1120/2026' }, { date: '2027-03-05' }])
    expect(registerKey({ ...one, ...other })).not.toBe(key)
})
