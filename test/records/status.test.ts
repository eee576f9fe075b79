/** The table of parties: made from the depositary's days by the treaties' own rule, and read only when it is asked for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Rejected } from '../../src/diagnostic.ts'
import { STATUS_FILE } from '../../src/records/law-layers.ts'
import { readRecords } from '../../src/records/read.ts'
import { compareDays } from '../../src/records/sequence.ts'
import { askFor, engineOver, root } from '../fixtures.ts'
import { partiesIn, sinceOf, statusText } from '../tools/status.mjs'
import { law, status } from './make-records.ts'

describe('since when a State is bound', () => {
  test.each([
    ['1992-08-13', 'accession', '1992-09-12'],
    ['2004-01-31', 'ratification', '2004-03-01'],
    ['1963-05-01', 'ratification', '1964-04-24'],
    ['1964-03-25', 'ratification', '1964-04-24'],
    ['1964-03-26', 'ratification', '1964-04-25'],
    ['1993-09-01', 'succession', '1964-04-24/1993-09-01'],
    ['1964-02-01', 'succession', '1964-04-24']
  ])('deposited on %s by %s: %s', (deposited, by, since) => {
    expect(sinceOf({ deposited, by }, '1964-04-24')).toBe(since)
  })

  test('who only signed is not in the table', () => {
    const text =
      'iso,participant,signed,deposited,by\nCI,Côte d’Ivoire,1963-04-24,,\nBD,Bangladesh,,1978-01-13,accession\n'
    expect(partiesIn(text, '1967-03-19')).toEqual({ BD: '1978-02-12' })
  })
})

describe('the shipped table', () => {
  test('is what the script makes of the tables of the depositary', () => {
    expect(readFileSync(join(root, STATUS_FILE), 'utf8')).toBe(statusText())
  })

  test('has treaties of the law, and nobody bound before they were in force', () => {
    for (const [id, parties] of Object.entries(status.parties)) {
      const inForce = law.instruments[id]?.['in-force'] ?? expect.fail(id)
      const early = Object.entries(parties).filter(([, since]) => compareDays(since, inForce) === 'before')
      expect([id, early]).toEqual([id, []])
    }
    expect(Object.values(status.parties).map(each => Object.keys(each).length)).toEqual([190, 177, 176])
  })

  test('has the days on which the conventions entered into force for three States', () => {
    const days = ['AZ', 'RU', 'UA'].map(iso => Object.values(status.parties).map(each => each[iso]))
    expect(days).toEqual([
      ['1992-09-12', '1992-09-12', '2001-05-02'],
      ['1964-04-24', '1989-04-14', '1977-02-20'],
      ['1964-07-12', '1989-05-27', '1977-02-20']
    ])
  })
})

describe('a table that is put in its place', () => {
  const over = (text: string) => {
    const { records } = readRecords(engineOver({ [STATUS_FILE]: text }).records, askFor('minimal'))
    return records ?? expect.fail('the records were refused')
  }

  test('is refused where it is wrong, when it is asked for', () => {
    const records = over(
      '{ "verbale": 1, "source": "us", "day": "2015-03", "parties": { "vcdr": { "AZ": "1992-13-01" } } }'
    )
    expect(records.treatyStatus).toThrow(Rejected)
    expect(records.treatyStatus).toThrow('`AZ` is `1992-13-01`')
  })

  test('is read', () => {
    const records = over(
      '{ "verbale": 1, "source": "us", "day": "2020", "parties": { "vcdr": { "AZ": "1992-12-01" } } }'
    )
    expect(records.treatyStatus()?.parties).toEqual({ vcdr: { AZ: '1992-12-01' } })
  })
})
