/** A value and a path or pattern into it → the parts that are there, whatever else is wrong with the value. */
import { child, type Json, type Pointer } from '../../value.ts'

/** A part of a value, with its place in it. */
export interface RecordPart {
  readonly pointer: Pointer
  readonly value: Json
}

/** The fields of a mapping; none when it is no mapping. */
export function fieldsOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isMapping(value) ? Object.entries(value) : []
}

/** What stands under some keys, one in the other, or `undefined`. */
export function valueAt(value: Json | undefined, ...keys: readonly (string | number)[]): Json | undefined {
  let at = value
  for (const key of keys) {
    if (at === null || typeof at !== 'object') return undefined
    if (isList(at)) at = at[Number(key)]
    else at = Object.hasOwn(at, key) ? at[key] : undefined
  }
  return at
}

/** The text under some keys, or `null` when there is none. */
export function textAt(value: Json | undefined, ...keys: readonly (string | number)[]): string | null {
  const found = valueAt(value, ...keys)
  return typeof found === 'string' ? found : null
}

/**
 * Every part that a pattern names: `/incidents/*\/facilities/*`, where `*` is any key or index and `**` any number of
 * them. In the order of the value.
 */
export function partsAt(value: Json, pattern: string): RecordPart[] {
  return matching({ pointer: '', value }, pattern.split('/').slice(1))
}

function matching(part: RecordPart, pattern: readonly string[]): RecordPart[] {
  const [step, ...rest] = pattern
  if (step === undefined) return [part]
  if (step === '*') return childrenOf(part).flatMap(each => matching(each, rest))
  if (step === '**') return [...matching(part, rest), ...childrenOf(part).flatMap(each => matching(each, pattern))]
  const value = valueAt(part.value, step)
  return value === undefined ? [] : matching({ pointer: child(part.pointer, step), value }, rest)
}

function childrenOf({ pointer, value }: RecordPart): RecordPart[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).map(([key, each]) => ({ pointer: child(pointer, key), value: each }))
}

/** True for a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** True for a mapping. */
export function isMapping(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== undefined && value !== null && typeof value === 'object' && !isList(value)
}
