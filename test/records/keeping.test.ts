import { describe, expect, test } from 'vitest'
import { keptIn, wrongIn } from '../../src/records/keeping.ts'

describe('what only the house keeps', () => {
  test.each([
    { drafter: 'A. B., desk 3' },
    { 'sealed-at': '2026-03-05' },
    { 'sealed-at': '2026-03-05T16:30' },
    { classification: 'for official use' },
    { retention: 'permanent' },
    { retention: 'P30Y', drafter: undefined }
  ])('can be %j', given => {
    expect(wrongIn(given)).toBe(null)
  })

  test.each([
    [{ drafter: '' }, 'a text that is printed may not be empty'],
    [{ drafter: 'A.\nB.' }, 'the character U+000A may not be printed'],
    [{ 'sealed-at': '2026-03' }, 'a day, or a day and a local time: 2026-03-05, 2026-03-05T16:30'],
    [{ 'sealed-at': '2026-02-30' }, 'a day, or a day and a local time: 2026-03-05, 2026-03-05T16:30'],
    [{ 'sealed-at': '2026-03-05T25:00' }, 'a day, or a day and a local time: 2026-03-05, 2026-03-05T16:30'],
    [{ 'sealed-at': '2026-03-05T16:30T' }, 'a day, or a day and a local time: 2026-03-05, 2026-03-05T16:30'],
    [{ retention: 'P0Y' }, '`permanent`, or years as ISO 8601 writes them: P30Y'],
    [{ retention: 'for ever' }, '`permanent`, or years as ISO 8601 writes them: P30Y']
  ])('cannot be %j', (given, wanted) => {
    expect(wrongIn(given)).toMatchObject({ wanted })
  })

  test('is taken by name, and what is not said is left out', () => {
    const given = { number: '7', drafter: 'A. B.', retention: undefined }
    expect(keptIn(given)).toEqual({ drafter: 'A. B.' })
  })
})
