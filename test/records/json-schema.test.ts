import { describe, expect, test } from 'vitest'
import { jsonSchema } from '../../src/cli/commands/schema.ts'
import { fieldsOf, valueAt } from '../../src/records/checks/parts.ts'
import type { Json } from '../../src/value.ts'

function keysOf(kind: Parameters<typeof jsonSchema>[0]): string {
  return fieldsOf(valueAt(jsonSchema(kind), 'properties'))
    .map(([key]) => key)
    .join(' ')
}

/** The fields of a schema, however deep, that say nothing of what they are. */
function undescribed(schema: Json, path: string): string[] {
  const own = fieldsOf(valueAt(schema, 'properties') ?? {}).flatMap(([key, field]) => {
    const here = valueAt(field, 'description') === undefined ? [`${path}/${key}`] : []
    return [...here, ...undescribed(field, `${path}/${key}`)]
  })
  const items = valueAt(schema, 'items')
  return items === undefined ? own : [...own, ...undescribed(items, path)]
}

describe('JSON Schema for editors', () => {
  test('is of the draft that editors read', () => {
    expect(valueAt(jsonSchema('note'), '$schema')).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  test('knows the keys of each kind of file', () => {
    expect(keysOf('register')).toBe('verbale parties facilities incidents communications cancelled sources')
    expect(keysOf('note')).toMatch(/^verbale kind template profile languages form number /)
    expect(keysOf('dossier')).toMatch(/^language original form /)
    expect(keysOf('manifest')).toBe(
      'verbale epoch package form conformance copyOf language number date files fonts shaper zlib'
    )
  })

  test('tells what a field means', () => {
    expect(valueAt(jsonSchema('note'), 'properties', 'place', 'description')).toBe('Where it is dated.')
  })

  test('says of every field of a manifest what it is', () => {
    expect(undescribed(jsonSchema('manifest'), '')).toEqual([])
    expect(undescribed({ properties: { a: { items: { properties: { b: {} } } } } }, '')).toEqual(['/a', '/a/b'])
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
