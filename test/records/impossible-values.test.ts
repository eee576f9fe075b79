/** Values of the right type that cannot be, and the forms of a note that cannot leave a blank. */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../src/kinds/index.ts'
import { isEdtf } from '../../src/languages/edtf.ts'
import { load } from '../../src/load/load.ts'
import { validateRegister, validateRequest } from '../../src/records/validate.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const register = read('every-reference/register.yaml')
const note = read('../../fixtures/bad/blank-issue/note.yaml')

/** What is said of the register of every reference with one stretch of it in other words. */
function saidOf(from: string, to: string, name = 'register.yaml'): string[] {
  expect(register).toContain(from)
  const { findings } = validateRegister(load({ name, text: register.replace(from, to) }))
  return findings.map(({ rule, pointer, message }) => `${rule} ${pointer}: ${message}`)
}

describe('a measure', () => {
  const measured = (value: string, unit = 'step') =>
    saidOf('        value: 35\n        unit: step', `        value: ${value}\n        unit: ${unit}`)
  const at = '/incidents/attack/measures/0'

  test.each([
    ['35', 'step', []],
    ['0', 'minute', []],
    ['0.5', 'metre', []],
    ['0', 'metre', [`record/measure ${at}/value: a length of 0 in \`metre\` measures nothing`]],
    ['2.50\n        decimals: 2', 'metre', []],
    [
      '2.5\n        decimals: 0',
      'metre',
      [
        `record/decimals ${at}/decimals: \`decimals: 0\` is fewer than the digits that the number has after the point, 1`
      ]
    ],
    [
      '2.5\n        decimals: 2',
      'metre',
      [`record/decimals ${at}/decimals: \`decimals: 2\` is more than the digits given after the point, 1`]
    ]
  ])('of %s %s', (value, unit, expected) => {
    expect(measured(value, unit)).toEqual(expected)
  })

  test('of less than nothing is refused', () => {
    expect(measured('-8').map(each => each.split(': ')[0])).toEqual([`record/wrong-value ${at}/value`])
  })
})

describe('the decimals of coordinates', () => {
  const facility = 'embassy: { type: embassy,'
  const placed = (coordinates: string, name?: string) =>
    saidOf(facility, `${facility} coordinates: { ${coordinates}, datum: WGS 84 },`, name)
  const at = 'record/decimals /facilities/embassy/coordinates/decimals'

  test.each([
    ['latitude: 50.45123, longitude: 30.52334', []],
    ['latitude: 50.45, longitude: 30.52334, decimals: 5', []],
    ['latitude: 50.45000, longitude: 30.50000, decimals: 5', []],
    [
      'latitude: 50.45123, longitude: 30.5, decimals: 1',
      [`${at}: \`decimals: 1\` is fewer than the digits that the number has after the point, 5`]
    ],
    [
      'latitude: 50.45, longitude: 30.5, decimals: 5',
      [`${at}: \`decimals: 5\` is more than the digits given after the point, 2`]
    ]
  ])('{ %s }', (coordinates, expected) => {
    expect(placed(coordinates)).toEqual(expected)
  })

  test('in JSON may say the zeros that a program drops', () => {
    expect(
      placed('latitude: 50.45, longitude: 30.5, decimals: 5', 'register.json').filter(each => each.includes(at))
    ).toEqual([])
  })
})

test.each([
  ['+02:00', true],
  ['-12:00', true],
  ['+14:00', true],
  ['+14:30', false],
  ['+99:99', false],
  ['+02:60', false]
])('the offset %s: %s', (offset, possible) => {
  const said = saidOf('date: 2031-05-04 }', `date: 2031-05-04, time: "01:00", offset: "${offset}" }`)
  expect(said.length === 0).toBe(possible)
})

test.each([
  ['[2025-08-17,2025-08-18]', true],
  ['[2022-04,2022-06-03]', true],
  ['[2021,2023]', true],
  ['[2025-08-17,2025-08-17]', false],
  ['[2025-08-17,2025-08-17~]', false],
  ['[2025-08-18,2025-08-17]', false],
  ['[2025-08-17,2025-08]', false],
  ['[2025,2025-08-17]', false],
  ['[2025-08-17]', false]
])('one of %s: %s', (text, possible) => {
  expect(isEdtf(text)).toBe(possible)
})

test.each([
  ['draft', []],
  ['issue', ['NV015', 'NV014']],
  ['certified-copy', ['NV015', 'NV014']],
  ['regenerated-copy', ['NV015', 'NV014']]
])('a %s without number and date: %j', (form, expected) => {
  const records = validateRegister(load({ name: 'r', text: read('../../fixtures/bad/blank-issue/register.yaml') }))
  const { findings } = validateRequest(
    load({ name: 'n', text: note.replace('form: issue', `form: ${form}`) }),
    records,
    KINDS
  )
  expect(findings.map(each => each.rule)).toEqual(expected)
})
