/** The name of a field of the dossier in; what kind of value it holds and what its schema says that it means out. */
import * as z from 'zod'
import { dossierSchema } from './schema.ts'

type FieldKind = 'truth' | 'list' | 'nullable' | 'other'

export interface Meaning {
  /** Null where fields of this name hold different kinds of value. */
  readonly kind: FieldKind | null
  /** Null where the schema says nothing, or different things in different places. */
  readonly description: string | null
}

let known: ReadonlyMap<string, Meaning> | null = null

/** What the dossier's fields of a name have in common; null where there is no such field. */
export function meaningOf(field: string): Meaning | null {
  known ??= meanings()
  return known.get(field) ?? null
}

function meanings(): ReadonlyMap<string, Meaning> {
  const kinds = new Map<string, Set<FieldKind>>()
  const descriptions = new Map<string, Set<string>>()
  const seen = new Set<z.core.$ZodType>()
  const walk = (schema: z.core.$ZodType): void => {
    if (seen.has(schema)) return
    seen.add(schema)
    if (schema instanceof z.ZodNullable) walk(schema.unwrap())
    else if (schema instanceof z.ZodArray) walk(schema.element)
    else if (schema instanceof z.ZodObject) {
      for (const [key, field] of Object.entries<z.core.$ZodType>(schema.shape)) {
        kinds.set(key, (kinds.get(key) ?? new Set()).add(kindOf(field)))
        const description = z.globalRegistry.get(field)?.description
        if (description !== undefined) descriptions.set(key, (descriptions.get(key) ?? new Set()).add(description))
        walk(field)
      }
    }
  }
  walk(dossierSchema)
  return new Map(
    [...kinds].map(([key, found]) => [key, { kind: commonKind(found), description: only(descriptions.get(key)) }])
  )
}

function kindOf(schema: z.core.$ZodType): FieldKind {
  if (schema instanceof z.ZodNullable) return 'nullable'
  if (schema instanceof z.ZodArray) return 'list'
  return schema instanceof z.ZodBoolean ? 'truth' : 'other'
}

/** What is never null decides nothing where it is asked: fields of a name that are null somewhere are asked for that. */
function commonKind(found: ReadonlySet<FieldKind>): FieldKind | null {
  return only(found.size === 2 && found.has('nullable') && found.has('other') ? new Set(['nullable'] as const) : found)
}

function only<T>(found: ReadonlySet<T> | undefined): T | null {
  const [first, ...more] = found ?? []
  return first !== undefined && more.length === 0 ? first : null
}
