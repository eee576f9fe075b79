/** Which fact a value of a record is; and that the fields of facts are those of the schemas, no more and no fewer. */
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { factOf, fieldOfDossier, isIn, keyOf, originOf, recordOf, referenceOf } from '../src/fact.ts'
import { fieldsOf, type Section } from '../src/fact-fields.ts'
import { PROTEST } from '../src/kinds/protest/protest.ts'
import { lawSchema } from '../src/records/law.ts'
import { profileSchema } from '../src/records/profile.ts'
import { requestSchemaOf } from '../src/records/request.ts'
import { registerSchema } from '../src/records/schema.ts'

/** Fields in which facts tell nothing apart. */
const WHOLE = ['names', 'evidence', 'parts']

/** The paths of a schema's fields, without lists, tables and languages. */
function fieldsIn(schema: z.core.$ZodType, path: readonly string[] = []): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fieldsIn(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) return fieldsIn(schema.element, path)
  if (schema instanceof z.ZodRecord) return fieldsIn(schema.valueType, path)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((each: z.core.$ZodType) => fieldsIn(each, path))
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, inner]) => {
    const own = [...path, key]
    return WHOLE.includes(key) ? [own.join('.')] : [own.join('.'), ...fieldsIn(inner, own)]
  })
}

describe('the fields of facts are those of the schemas', () => {
  const { parties, facilities, incidents, communications, sources } = registerSchema.shape
  const schemas = {
    parties,
    facilities,
    incidents,
    communications,
    sources,
    note: requestSchemaOf(PROTEST),
    profile: profileSchema,
    law: lawSchema.shape.instruments
  }
  test.each(Object.entries(schemas) as [Section, z.core.$ZodType][])('%s', (section, schema) => {
    expect(fieldsOf(section)).toEqual([...new Set(fieldsIn(schema))])
  })

  test('register', () => {
    expect(fieldsOf('register')).toEqual(Object.keys(registerSchema.shape))
  })
})

describe('what fact a value is', () => {
  test.each([
    ['register', '/incidents/a/damage/0/what/en', 'incidents', 'a', 'damage.what', '0', 'en'],
    ['register', '/incidents/a/occurred/date', 'incidents', 'a', 'occurred.date', null, null],
    ['register', '/incidents/a', 'incidents', 'a', null, null, null],
    ['register', '/incidents/en/measures/2/phrase/az/before', 'incidents', 'en', 'measures.phrase.before', '2', 'az'],
    [
      'register',
      '/incidents/a/casualties/killed/1/who/ru/many',
      'incidents',
      'a',
      'casualties.killed.who.many',
      '1',
      'ru'
    ],
    [
      'register',
      '/incidents/a/casualties/injured/0/who/ru/few',
      'incidents',
      'a',
      'casualties.injured.who.few',
      '0',
      'ru'
    ],
    ['register', '/incidents/a/event/az', 'incidents', 'a', 'event', null, 'az'],
    ['register', '/incidents/a/event/az/clause', 'incidents', 'a', 'event', null, 'az'],
    ['register', '/incidents/a/damage/1/what/ru/clause', 'incidents', 'a', 'damage.what', '1', 'ru'],
    ['register', '/incidents/a/damage/0/evidence/1/source', 'incidents', 'a', 'damage.evidence', '0', null],
    ['register', '/facilities/b/names/en', 'facilities', 'b', 'names', null, 'en'],
    ['register', '/parties/c/names/sr-Latn/gen', 'parties', 'c', 'names', null, 'sr-Latn'],
    ['register', '/parties/c/treaties/vcdr-1961', 'parties', 'c', 'treaties', 'vcdr-1961', null],
    ['register', '/communications/d/stated/coverage/a', 'communications', 'd', 'stated.coverage', 'a', null],
    ['register', '/communications/d/scope/facilities', 'communications', 'd', 'scope.facilities', null, null],
    ['register', '/cancelled/0', 'register', null, 'cancelled', '0', null],
    ['register', '', 'register', null, null, null, null],
    ['note', '/insert/1/text/en', 'note', null, 'insert.text', '1', 'en'],
    ['note', '/specimen/en', 'note', null, 'specimen', null, 'en'],
    ['profile', '/parts/placement/seal/align', 'profile', null, 'parts', null, null],
    ['profile', '/seal/height', 'profile', null, 'seal.height', null, null],
    ['law', '/instruments/vcdr-1961/articles/22/says/en', 'law', 'vcdr-1961', 'articles.says', '22', 'en'],
    ['law', '/instruments/vcdr-1961/articles/31(3)', 'law', 'vcdr-1961', 'articles', '31(3)', null],
    ['law', '/instruments/vcdr-1961/parties/AZ/since', 'law', 'vcdr-1961', 'parties.since', 'AZ', null]
  ] as const)('%s %s', (file, pointer, section, id, field, item, language) => {
    expect(factOf(originOf(file, pointer))).toEqual({ section, id, field, item, language })
  })

  test('what no schema knows is no fact', () => {
    expect(() => factOf(originOf('register', '/incidents/a/weather'))).toThrow('has a field `weather`')
  })

  test('an id may be escaped', () => {
    expect(factOf(originOf('law', '/instruments/x/articles/1~12')).item).toBe('1/2')
  })

  test('the same value has the same origin, and another value another', () => {
    const [one, same, other] = ['/place/en', '/place/en', '/place/az'].map(each => originOf('note', each))
    expect(one).toBe(same)
    expect(one).not.toBe(other)
    expect(originOf('profile', '/number')).not.toBe(originOf('note', '/number'))
  })

  test('no origin reads as none', () => {
    expect(originOf('register', '')).toBeTruthy()
  })

  test('an origin leads back to its value', () => {
    const origin = originOf('register', '/facilities/b/city/en')
    expect(referenceOf(origin)).toEqual({ file: 'register', pointer: '/facilities/b/city/en' })
    expect(keyOf(origin)).toBe('register#/facilities/b/city/en')
    expect(recordOf(factOf(origin))).toBe('/facilities/b')
  })

  test.each([
    ['/incidents/a/occurred/date', true],
    ['/incidents/a/occurred', true],
    ['/incidents/a/recorded', false],
    ['/incidents/a', false]
  ])('%s stands in `occurred`: %j', (pointer, expected) => {
    expect(isIn(factOf(originOf('register', pointer)), 'incidents', 'occurred')).toBe(expected)
  })

  test('a field that begins alike is another', () => {
    const fact = factOf(originOf('note', '/recall/incidents'))
    expect([isIn(fact, 'note', 'recall'), isIn(fact, 'note', 'recall.order')]).toEqual([true, false])
    expect(isIn(factOf(originOf('note', '/number')), 'profile', 'number')).toBe(false)
  })
})

test('the field of a place in the dossier', () => {
  expect(fieldOfDossier('/recall/groups/0/incidents/12/date')).toEqual(['recall', 'groups', 'incidents', 'date'])
  expect(fieldOfDossier('')).toEqual([])
})
