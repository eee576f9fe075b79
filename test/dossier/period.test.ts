import { expect, test } from 'vitest'
import { periodOf } from '../../src/dossier/assembly/period.ts'

const ends = (...dates: string[]) => {
  const period = periodOf(dates.map((date, index) => ({ id: `i${index}`, date })))
  return period && [period.first.date, period.last.date]
}

test('the period of some dates ends with the one that ends last, not with the one that begins last', () => {
  expect(ends('2025-01-01/2025-12-31', '2025-09-17')).toEqual(['2025-01-01/2025-12-31', '2025-01-01/2025-12-31'])
  expect(ends('2024-03', '2025-09-17')).toEqual(['2024-03', '2025-09-17'])
  expect(ends('2025-09-17', '2025')).toEqual(['2025', '2025'])
})

test('beside an approximate date, the ends of a period are whole years', () => {
  expect(ends('2024-05-01', '2025-03-01~', '2025-02-01')).toEqual(['2024', '2025'])
  expect(ends('2024-05-01', '2025-03-01~')).toEqual(['2024-05-01', '2025-03-01~'])
})

test('no dates have no period', () => {
  expect(ends()).toBe(null)
})
