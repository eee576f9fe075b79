/** A zod schema and a path into what it describes → the schema there: its keys, its meaning. */
import * as z from 'zod'
import type { Json } from '../../value.ts'
import { valueAt } from './parts.ts'

/** A step from a value to a part of it. */
export type SchemaStep = string | number

/**
 * The schemas of what stands at a path; several where a union leaves it open, none where nothing may stand. What stands
 * in the file (`value`) tells which option of a union was meant: `status: known`.
 */
export function schemasAt(schema: z.core.$ZodType, path: readonly SchemaStep[], value?: Json): z.core.$ZodType[] {
  const bare = narrowed(unwrapped(schema), value)
  const [step, ...rest] = path
  if (step === undefined) return bare
  return bare.flatMap(each => inside(each, step)).flatMap(each => schemasAt(each, rest, valueAt(value, step)))
}

/** Without the objects that one of their words contradicts (`status: none`); all of them, where none would be left. */
function narrowed(schemas: z.core.$ZodType[], value: Json | undefined): z.core.$ZodType[] {
  const left = schemas.filter(each => !(each instanceof z.ZodObject && isContradicted(each, value)))
  return left.length > 0 ? left : schemas
}

function isContradicted({ shape }: z.ZodObject, value: Json | undefined): boolean {
  return Object.entries(shape).some(([key, field]) => {
    const word = valueAt(value, key)
    return field instanceof z.ZodLiteral && typeof word === 'string' && !field.values.has(word)
  })
}

/** Without `optional` and `nullable`, and with the options of a union in place of it. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrapped(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrapped)
  return [schema]
}

function inside(schema: z.core.$ZodType, step: SchemaStep): z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return [schema.element]
  if (schema instanceof z.ZodRecord) return [schema.valueType]
  if (!(schema instanceof z.ZodObject)) return []
  const field = schema.shape[step]
  return field ? [field] : []
}

/** The keys that may stand at a path of a file; none where any key may. */
export function keysAt(schema: z.core.$ZodType, path: readonly SchemaStep[], value?: Json): string[] {
  const keys = schemasAt(schema, path, value).flatMap(each => {
    if (each instanceof z.ZodObject) return Object.keys(each.shape)
    return each instanceof z.ZodRecord ? wordsOf(each.keyType) : []
  })
  return [...new Set(keys)]
}

function wordsOf(schema: z.core.$ZodType): string[] {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : []
}

/** What the schema says that a field means, or `null`. */
export function meaningAt(schema: z.core.$ZodType, path: readonly SchemaStep[]): string | null {
  const key = path.at(-1)
  if (key === undefined) return null
  const wrappers = schemasAt(schema, path.slice(0, -1)).flatMap(each => inside(each, key))
  for (const each of wrappers.flatMap(wrapper => [wrapper, ...unwrapped(wrapper)])) {
    const description = z.globalRegistry.get(each)?.description
    if (description !== undefined) return description
  }
  return null
}
