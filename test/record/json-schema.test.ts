import { describe, expect, test } from 'vitest'
import { fieldsOf, valueAt } from '../../src/record/checks/parts.ts'
import { jsonSchema } from '../../src/record/json-schema.ts'

function keysOf(kind: 'register' | 'note' | 'dossier'): string {
  return fieldsOf(valueAt(jsonSchema(kind), 'properties'))
    .map(([key]) => key)
    .join(' ')
}

describe('JSON Schema for editors', () => {
  test('is of the draft that editors read', () => {
    expect(valueAt(jsonSchema('note'), '$schema')).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  test('knows the keys of each kind of file', () => {
    expect(keysOf('register')).toBe('verbale parties facilities incidents communications cancelled sources')
    expect(keysOf('note')).toMatch(/^verbale template profile languages form number /)
    expect(keysOf('dossier')).toMatch(/^language original form /)
  })

  test('tells what a field means', () => {
    expect(valueAt(jsonSchema('note'), 'properties', 'place', 'description')).toBe('Where it is dated.')
  })

  test('completes the words that a field can be', () => {
    expect(valueAt(jsonSchema('note'), 'properties', 'courtesy', 'enum')).toEqual(['full', 'reduced', 'none'])
  })

  test('lets a text be written as YAML reads a number', () => {
    const typeOf = (key: string) => valueAt(jsonSchema('note'), 'properties', key, 'type')
    expect([typeOf('as-of'), typeOf('date')]).toEqual([
      ['string', 'number'],
      ['string', 'number', 'null']
    ])
    expect([typeOf('form'), typeOf('from')]).toEqual(['string', 'string'])
  })

  test('refuses keys that are not there', () => {
    expect(valueAt(jsonSchema('register'), 'additionalProperties')).toBe(false)
  })
})
