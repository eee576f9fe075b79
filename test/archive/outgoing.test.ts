import { describe, expect, test } from 'vitest'
import { csvOf, rowsOf } from '../../src/archive/journal/outgoing.ts'
import { seriesFindings } from '../../src/archive/journal/series.ts'
import { load } from '../../src/load/load.ts'
import type { NoteRecord, Register } from '../../src/records/schema.ts'

const SHA256 = '0'.repeat(64)

type Given = Readonly<Record<string, Partial<NoteRecord>>>

function registerOf(given: Given, cancelled: Register['cancelled'] = []): Register {
  const communications = Object.fromEntries(
    Object.entries(given).map(([id, each]): [string, NoteRecord] => [
      id,
      { type: 'note', date: '2031-03-01', from: 'mfa', to: 'embassy', number: null, evidence: [], ...each }
    ])
  )
  return { verbale: 1, parties: {}, facilities: {}, incidents: {}, communications, cancelled, sources: {} }
}

/** What is told of the notes that bear some numbers, in one year and series. */
function told(given: Given, cancelled: Register['cancelled'] = []): string[] {
  const register = registerOf(given, cancelled)
  const loaded = load({ name: 'register.json', text: JSON.stringify(register) })
  return seriesFindings(register, loaded).map(each => `${each.severity} ${each.pointer} ${each.message}`)
}

function notes(...numbers: readonly string[]): Given {
  return Object.fromEntries(numbers.map((number, index) => [`n${index}`, { number }]))
}

describe('a series', () => {
  test.each([
    ['without a gap', ['7', '8', '9']],
    ['in any order', ['9', '7', '8']],
    ['that begins later in the year', ['12/2031', '13/2031']],
    ['whose numbers begin with the year', ['2031/1', '2031/2']],
    ['whose numbers begin with the year in two figures', ['31-1', '31-2', '31-3']],
    ['of which one number is that of the year', ['30/2031', '31/2031', '32/2031']],
    ['with the index of a department', ['351/3ДСНГ', '352/1ЕД']],
    ['of one note', ['2031']],
    ['with what is no number', ['s/n', '1']]
  ])('%s is whole', (_, numbers) => {
    expect(told(notes(...numbers))).toEqual([])
  })

  test.each([
    ['one number', ['7', '9'], '8 is missing between `7` and `9` (`mfa`, 2031)'],
    ['two', ['7', '10'], '8 and 9 are missing between `7` and `10` (`mfa`, 2031)'],
    ['many', ['7/2031', '1200/2031'], '8 to 1199 are missing between `7/2031` and `1200/2031` (`mfa`, 2031)'],
    ['one where numbers begin with the year', ['31-1', '31-3'], '2 is missing between `31-1` and `31-3` (`mfa`, 2031)']
  ])('that lacks %s has a gap', (_, numbers, message) => {
    expect(told(notes(...numbers))).toEqual([`warning /communications/n1/number ${message}`])
  })

  test('is of one house, one calendar year and one name', () => {
    const lone = { a: { number: '1' }, b: { number: '3', from: 'embassy' } }
    const others = { c: { number: '5', date: '2032-01-01' }, d: { number: '7', series: 'confidential' } }
    expect(told({ ...lone, ...others })).toEqual([])
    expect(told({ ...others, e: { number: '9', series: 'confidential' } })).toEqual([
      'warning /communications/e/number 8 is missing between `7` and `9` (`mfa`, 2031, series `confidential`)'
    ])
  })

  test('has no place twice', () => {
    expect(told(notes('12/2031', '012/2031'))).toEqual([
      'error /communications/n1/number `012/2031` has the same place as `12/2031` in the series: 12'
    ])
  })

  test('is closed by a number that was given up', () => {
    const cancelled = [{ from: 'mfa', number: '8', date: '2031-03', reason: 'a misprint' }]
    expect(told(notes('7', '9'), cancelled)).toEqual([])
    expect(told(notes('7', '9'), [{ from: 'mfa', number: '8', date: '2030', reason: 'a misprint' }])).toHaveLength(1)
  })

  test('of another house need not be whole', () => {
    const ours = { a: { number: '1', sha256: { issue: SHA256 } }, b: { number: '3' } }
    const theirs = { c: { number: '1', from: 'embassy' }, d: { number: '9', from: 'embassy' } }
    expect(told({ ...ours, ...theirs }).map(each => each.split(' ')[0])).toEqual(['information', 'warning'])
  })
})

describe('the list of a register', () => {
  test('is in order of date, and holds the numbers that were given up', () => {
    const rows = rowsOf(
      registerOf({ b: { number: '1' }, a: { number: '3', date: '2031-05-01' } }, [
        { from: 'mfa', number: '2', date: '2031-04-01', reason: 'a misprint' }
      ])
    )
    expect(rows.map(each => [each.id, each.number, each.year, each.cancelled])).toEqual([
      ['b', '1', '2031', null],
      [null, '2', '2031', 'a misprint'],
      ['a', '3', '2031', null]
    ])
  })

  test('says what came of each communication', () => {
    const attempt = { on: '2031-03-01', time: '10:30', mode: 'messenger', by: 'a courier', to: 'the guard' } as const
    const [first, second, third] = rowsOf(
      registerOf({
        a: {
          delivery: [
            { ...attempt, outcome: 'refused' },
            { on: '2031-03-02', mode: 'post', outcome: 'accepted' }
          ]
        },
        b: { 'in-reply-to': 'a', delivery: [{ ...attempt, outcome: 'returned' }] },
        c: { supersedes: 'a', response: 'none' }
      })
    )
    expect([first?.delivered, first?.mode, first?.outcome]).toEqual(['2031-03-02', 'post', 'accepted'])
    expect([first?.['answered-by'], first?.['superseded-by']]).toEqual([['b'], ['c']])
    expect([second?.delivered, second?.['delivered-by'], second?.['received-by'], second?.outcome]).toEqual([
      '2031-03-01 10:30',
      'a courier',
      'the guard',
      'returned'
    ])
    expect([third?.['answered-by'], third?.supersedes]).toEqual(['none', 'a'])
  })

  test('says what only the house keeps of each', () => {
    const kept = { drafter: 'A. B.', 'sealed-at': '2031-03-01T16:30', classification: 'internal', retention: 'P30Y' }
    const rows = rowsOf(registerOf({ a: kept, b: {} }))
    expect(rows[0]).toMatchObject(kept)
    expect(rows[1]).toMatchObject({ drafter: null, 'sealed-at': null, classification: null, retention: null })
    const [header, line] = csvOf(rows)
      .split('\r\n')
      .map(each => each.split(','))
    const shown = Object.keys(kept).map(column => line?.[header?.indexOf(column) ?? -1])
    expect(shown).toEqual(Object.values(kept))
  })

  test('has the subject in the language of the note', () => {
    const subject = { en: 'a fire', fr: 'un incendie' }
    const rows = rowsOf(registerOf({ a: { subject, languages: ['fr'] }, b: { subject, languages: ['ru'] } }))
    expect(rows.map(each => each.subject)).toEqual(['un incendie', 'a fire'])
  })

  test.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['the "Embassy"', '"the ""Embassy"""'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1/2031', "'-1/2031"],
    ['@x, y', `"'@x, y"`],
    ['№ 12/А', '№ 12/А']
  ])('writes %s as %s', (number, cell) => {
    const [header, line, end] = csvOf(rowsOf(registerOf({ a: { number } }))).split('\r\n')
    expect(line?.startsWith(`a,2031,,${cell},note,2031-03-01,mfa,embassy,`)).toBe(true)
    expect([header?.split(',').slice(0, 5), end]).toEqual([['id', 'year', 'series', 'number', 'type'], ''])
  })
})
