/** A resolved dossier in; readable JSON out, with the record origins of every value beside it. */
import type { Resolved } from '../dossier/resolve.ts'
import { keyOf, type Origin } from '../fact.ts'
import type { Pointer } from '../value.ts'

/** Writes the dossier as indented JSON: `{ "dossier": …, "origins": { pointer: ["register#/…"] } }`, pointers sorted. */
export function writeDossier(resolved: Resolved): string {
  const origins = Object.fromEntries(
    [...resolved.origins].sort(byPointer).map(([pointer, list]) => [pointer, list.map(keyOf)])
  )
  return `${JSON.stringify({ dossier: resolved.dossier, origins }, null, 2)}\n`
}

function byPointer([a]: readonly [Pointer, readonly Origin[]], [b]: readonly [Pointer, readonly Origin[]]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
