/** A zod schema → what is written there, as a form to copy; and a text that stands bare → the same in the form wanted. */
import * as z from 'zod'
import { LANGUAGES } from '../../languages/index.ts'
import { once } from '../../once.ts'
import type { Json } from '../../value.ts'
import { id, language } from '../fields.ts'
import { type SchemaStep, schemasAt } from './schema-at.ts'

/** A longer form is shown less deep, and then without what can be left out. */
const LONGEST = 240
const DEEPEST = 5
/** Of a list of words so many are shown. */
const MOST_WORDS = 6

/** A place in a file that a schema describes. */
export interface SchemaPlace {
  readonly schema: z.core.$ZodType
  readonly path: readonly SchemaStep[]
  /** The whole file, by which a choice between forms is told. */
  readonly value: Json
}

/** True for a value that may stand at a place. */
export function fitsAt(spot: SchemaPlace, value: Json): boolean {
  return schemasAt(spot.schema, spot.path, spot.value).some(each => z.safeParse(each, value).success)
}

/** The forms of the mappings and lists that may stand at a place: `{ to: id or null, strength: named | … }`. */
export function formsAt({ schema, path, value }: SchemaPlace): string[] {
  const forms = schemasAt(schema, path, value).filter(isStructure).map(shortForm)
  return [...new Set(forms)].slice(0, 3)
}

/** The words of which one may stand at a place; none where another text may. */
export function wordsAt({ schema, path, value }: SchemaPlace): string[] {
  const known = schemasAt(schema, path, value).map(knownWords)
  return known.includes(null) ? [] : [...new Set(known.flatMap(each => each ?? []))]
}

function knownWords(schema: z.core.$ZodType): string[] | null {
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String)
  return schema instanceof z.ZodBoolean ? ['true', 'false'] : null
}

function isStructure(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord || schema instanceof z.ZodArray
}

/** A file can lack the same in many places. */
const shortForms = new WeakMap<z.core.$ZodType, string>()

function shortForm(schema: z.core.$ZodType): string {
  return once(shortForms, schema, () => {
    const depths = Array.from({ length: DEEPEST }, (_, index) => DEEPEST - index)
    const forms = [0, 1].flatMap(depth => depths.map(deepest => formOf(schema, depth, depth + deepest)))
    return forms.find(each => each.length <= LONGEST) ?? forms.at(-1) ?? ''
  })
}

function formOf(schema: z.core.$ZodType, depth: number, deepest: number): string {
  const inner = (each: z.core.$ZodType) => formOf(each, depth + 1, deepest)
  const isDeep = depth >= deepest
  if (schema instanceof z.ZodOptional) return formOf(schema.unwrap(), depth, deepest)
  if (schema instanceof z.ZodNullable) return `${formOf(schema.unwrap(), depth, deepest)} or null`
  if (schema instanceof z.ZodArray) return isDeep ? '[…]' : `[${inner(schema.element)}]`
  if (schema instanceof z.ZodRecord) return isDeep ? '{ … }' : `{ ${recordFields(schema, inner)} }`
  if (schema instanceof z.ZodObject) return isDeep ? '{ … }' : `{ ${objectFields(schema, depth > 0, inner)} }`
  if (schema instanceof z.ZodUnion) return schema.options.map(each => formOf(each, depth, deepest)).join(' | ')
  if (schema === id) return 'id'
  const known = knownWords(schema)
  return known === null ? '…' : words(known)
}

function words(known: readonly string[]): string {
  return [...known.slice(0, MOST_WORDS), ...(known.length > MOST_WORDS ? ['…'] : [])].join(' | ')
}

type Inner = (schema: z.core.$ZodType) => string

/** A text in each language; some of the forms of a name; records by their ids. */
function recordFields({ keyType, valueType }: z.ZodRecord, inner: Inner): string {
  const keys = keyType instanceof z.ZodEnum ? keyType.options.slice(0, 2).map(String) : [keyOf(keyType)]
  return keys.map(key => `${key}: ${inner(valueType)}`).join(', ')
}

/** What stands for a language in a form that is shown. */
const [SAMPLE = ''] = Object.keys(LANGUAGES)

function keyOf(schema: z.core.$ZodType): string {
  return schema === language ? SAMPLE : 'id'
}

/** Inside another form only what cannot be left out. */
function objectFields({ shape }: z.ZodObject, isBrief: boolean, inner: Inner): string {
  return Object.entries(shape)
    .filter(([, field]) => !isBrief || !(field instanceof z.ZodOptional))
    .map(([key, field]) => `${key}${field instanceof z.ZodOptional ? '?' : ''}: ${inner(field)}`)
    .join(', ')
}

/** What stands at a place, put into the form that the schema wants there: `Morrow` as `{ en: Morrow }`; else `null`. */
export function rewrittenAt({ schema, path, value }: SchemaPlace, bare: Json): string | null {
  for (const each of schemasAt(schema, path, value)) {
    const wrapped = typeof bare === 'string' ? wrap(each, bare) : null
    if (wrapped !== null && wrapped !== bare) return flow(wrapped)
  }
  return null
}

/** True where a list is wanted and the value could be its only entry. */
export function isEntryAt({ schema, path, value }: SchemaPlace, bare: Json): boolean {
  return schemasAt(schema, path, value).some(each => each instanceof z.ZodArray && z.safeParse(each, [bare]).success)
}

/** True where a text stands by language. */
export function isTextAt({ schema, path, value }: SchemaPlace): boolean {
  return schemasAt(schema, path, value).some(each => each instanceof z.ZodRecord && each.keyType === language)
}

function wrap(schema: z.core.$ZodType, bare: string): Json | null {
  if (z.safeParse(schema, bare).success) return bare
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return wrap(schema.unwrap(), bare)
  if (schema instanceof z.ZodArray) return under(schema.element, bare, inner => [inner])
  if (schema instanceof z.ZodRecord) {
    const { keyType } = schema
    const key = keyType instanceof z.ZodEnum ? String(keyType.options[0]) : keyOf(keyType)
    return key === 'id' ? null : under(schema.valueType, bare, inner => ({ [key]: inner }))
  }
  if (!(schema instanceof z.ZodObject)) return null
  const [only, ...others] = Object.entries(schema.shape).filter(([, field]) => !(field instanceof z.ZodOptional))
  return only && others.length === 0 ? under(only[1], bare, inner => ({ [only[0]]: inner })) : null
}

function under(schema: z.core.$ZodType, bare: string, around: (inner: Json) => Json): Json | null {
  const inner = wrap(schema, bare)
  return inner === null ? null : around(inner)
}

/** A value on one line of YAML; a text that is long, or unsafe to show, as `…`. */
export function flow(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (value !== null && typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${flow(each)}`)
      .join(', ')} }`
  }
  const text = String(value)
  if (text.length > 60 || /[\p{C}\u2028\u2029`]/u.test(text)) return '…'
  return /^[\p{L}\p{N}][\p{L}\p{N} .()-]*$/u.test(text) ? text : JSON.stringify(text)
}
