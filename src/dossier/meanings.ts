/** The name of a field of dossiers in; what kind of value it holds and what its schema says that it means out. */
import * as z from 'zod'
import { lazily, once } from '../once.ts'
import { type DossierKind, dossierSchemaOf } from './schema.ts'

type FieldKind = 'truth' | 'list' | 'nullable' | 'other'

interface Meaning {
  /** Null where fields of this name hold different kinds of value. */
  readonly kind: FieldKind | null
  /** Null where the schema says nothing, or different things in different places. */
  readonly description: string | null
}

/** What the fields of dossiers mean, by their name; null where there is no field of that name. */
export type Meanings = (field: string) => Meaning | null

/** What the fields of a name have in common in the dossiers of some kinds; found when it is first asked for. */
export function createMeanings(kinds: Iterable<DossierKind>): Meanings {
  const known = lazily(() => meaningsIn(kinds))
  return field => known().get(field) ?? null
}

function meaningsIn(dossiers: Iterable<DossierKind>): ReadonlyMap<string, Meaning> {
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
        once(kinds, key, () => new Set()).add(kindOf(field))
        const description = z.globalRegistry.get(field)?.description
        if (description !== undefined) once(descriptions, key, () => new Set()).add(description)
        walk(field)
      }
    }
  }
  for (const kind of dossiers) walk(dossierSchemaOf(kind))
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
