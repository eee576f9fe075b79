/** The kind of a file → its JSON Schema (draft 2020-12), for editors. */
import { z } from 'zod'
import type { Json } from '../value.ts'
import { dossierSchema } from './dossier.ts'
import { registerSchema, requestSchema } from './schema.ts'

const schemas = { register: registerSchema, note: requestSchema, dossier: dossierSchema }

/** What an editor needs to complete and check a file of one kind, with what each field means. */
export function jsonSchema(kind: keyof typeof schemas): Json {
  return z.toJSONSchema(schemas[kind], { target: 'draft-2020-12' }) as Json
}
