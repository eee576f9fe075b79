/** The schema of the dossier in; the same in a small closed language of types, as a check of templates reads it, out. */
import * as z from 'zod'
import { once } from '../once.ts'
import { type Promised, promises } from './promises.ts'
import { type DossierKind, dossierSchemaOf } from './schema.ts'

interface DataField {
  readonly type: DataType
  /** Only for a part of the note that is made for it: never in the body. */
  readonly restricted: boolean
}

/**
 * What a value of the dossier can be. `text` is printed as it is; `code` and `words` belong to the record format and are
 * compared. An object's `kind` is the tag of what only a helper prints (a date, a name).
 */
export type DataType =
  | { readonly type: 'null' | 'boolean' | 'text' | 'code' }
  | { readonly type: 'number'; readonly whole: boolean }
  | { readonly type: 'words'; readonly words: readonly string[] }
  | { readonly type: 'list'; readonly of: DataType; readonly least: number }
  | { readonly type: 'record'; readonly of: DataType }
  | {
      readonly type: 'object'
      readonly kind: string | null
      readonly fields: ReadonlyMap<string, DataField>
      readonly promised: readonly Promised[]
    }
  | { readonly type: 'either'; readonly of: readonly DataType[] }

/** The types of schemas that were met before: one schema stands in many places. */
type Known = Map<z.core.$ZodType, DataType>

/** The type of a whole dossier of a kind. */
export function dossierType(kind: DossierKind): DataType {
  return typeOf(dossierSchemaOf(kind))
}

/** The type that a schema describes. A kind of schema that is not known here is our bug. */
function typeOf(schema: z.core.$ZodType, known: Known = new Map()): DataType {
  return once(known, schema, () => described(schema, known))
}

function described(schema: z.core.$ZodType, known: Known): DataType {
  if (schema instanceof z.ZodNullable) return { type: 'either', of: [typeOf(schema.unwrap(), known), { type: 'null' }] }
  if (schema instanceof z.ZodString) return { type: isText(schema) ? 'text' : 'code' }
  if (schema instanceof z.ZodNumber) return { type: 'number', whole: isWhole(schema) }
  if (schema instanceof z.ZodBoolean) return { type: 'boolean' }
  if (schema instanceof z.ZodEnum) return { type: 'words', words: schema.options.map(String) }
  if (schema instanceof z.ZodLiteral) return { type: 'words', words: [...schema.values].map(String) }
  if (schema instanceof z.ZodArray) return { type: 'list', of: typeOf(schema.element, known), least: leastOf(schema) }
  if (schema instanceof z.ZodRecord) return { type: 'record', of: typeOf(schema.valueType, known) }
  if (schema instanceof z.ZodUnion) return { type: 'either', of: schema.options.map(each => typeOf(each, known)) }
  if (schema instanceof z.ZodObject) return objectOf(schema, known)
  throw new Error(`the schema of the dossier holds ${schema._zod.def.type}, which has no type for templates`)
}

function objectOf(schema: z.ZodObject, known: Known): DataType {
  const fields = Object.entries(schema.shape).map(([name, field]) => [name, fieldOf(field, known)] as const)
  const kind = schema.shape['kind']
  return {
    type: 'object',
    kind: kind instanceof z.ZodLiteral ? String(kind.value) : null,
    fields: new Map(fields),
    promised: promises.get(schema)?.promised ?? []
  }
}

function fieldOf(schema: z.core.$ZodType, known: Known): DataField {
  return { type: typeOf(schema, known), restricted: z.globalRegistry.get(schema)?.['restricted'] === true }
}

/** `Text` is what the house words itself; a description makes a copy of the schema, which has the id as a parent. */
function isText(schema: z.core.$ZodType): boolean {
  for (let each: z.core.$ZodType | undefined = schema; each; each = each._zod.parent) {
    if (z.globalRegistry.get(each)?.id === 'Text') return true
  }
  return false
}

function isWhole(schema: z.ZodNumber): boolean {
  return schema.format === 'safeint'
}

function leastOf(schema: z.ZodArray): number {
  const lengths = (schema._zod.def.checks ?? []).flatMap(({ _zod: { def } }) => {
    return def.check === 'min_length' && 'minimum' in def ? [Number(def.minimum)] : []
  })
  return Math.max(0, ...lengths)
}
