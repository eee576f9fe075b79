/** The protest template against generated cases: all of it runs. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecords } from '../src/records/read.ts'
import { askForCase } from './fixtures.ts'
import { goodCase, SEED } from './generator.ts'
import { idle } from './idle.ts'
import { resolve } from './kinds/protest.ts'

test('every statement is run by some generated case', () => {
  const cases = fc.sample(goodCase, { seed: SEED, numRuns: 900 }).map(each => {
    const { engine, asked } = askForCase(each)
    return resolve(readRecords(engine.records, asked).records ?? expect.fail())
  })
  // no case reports an incident by word of mouth alone; a fixture does
  expect(idle(cases).filter(each => !each.includes('(some this.unnumbered "type" "oral-protest")'))).toEqual([])
}, 300_000)
