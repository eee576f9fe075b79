import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unusedRecords } from '../../src/check/unused.ts'
import { readRecords } from '../../src/records/read.ts'
import { askForCase } from '../fixtures.ts'
import { goodCase, SEED } from '../generator.ts'
import { resolve, select } from '../kinds/protest.ts'

const [drawn] = fc.sample(goodCase, { seed: SEED, numRuns: 1 })
if (!drawn) throw new Error('no case')
const { register, request } = drawn
const { engine, asked } = askForCase({ register, request })
const records = readRecords(engine.records, asked).records ?? expect.fail()
const selection = select(records, resolve(records)).register

const told = (selected: readonly (typeof register)[]) => unusedRecords({ register, selected, spanOf: records.spanOf })

test('a record that no selection holds is told, at its place', () => {
  const more = { ...register.parties, zetria: { kind: 'state' as const, invented: true as const, names: {} } }
  const findings = unusedRecords({
    register: { ...register, parties: more },
    selected: [selection],
    spanOf: () => null
  })
  expect(findings.map(each => each.message)).toContain('no note uses the party `zetria`')
  expect(findings.every(each => each.severity === 'information' && each.rule === 'record/unused')).toBe(true)
  const [first] = told([selection])
  expect(first?.span?.source.name).toMatch(/register/)
})

test('what one of the notes uses is not told', () => {
  const used = Object.keys(selection.incidents)
  expect(used.length).toBeGreaterThan(0)
  const messages = told([selection]).map(each => each.message)
  for (const id of used) expect(messages).not.toContain(`no note uses the incident \`${id}\``)
  expect(told([selection, register])).toEqual([])
})

test('without notes there is nothing to hold a register against', () => {
  expect(told([])).toEqual([])
})
