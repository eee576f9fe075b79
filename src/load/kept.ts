/** A file of data as it was read in, a text that keeps it out, and back: what `load` would make of the same text. */
import type { Source } from '../source.ts'
import type { Json, Loaded, Pointer, SourcePlace } from '../value.ts'

/** Offsets of a value, then of its key where it has one. */
type Offsets = readonly [start: number, end: number, keyStart?: number, keyEnd?: number]

interface Kept {
  readonly value: Json
  readonly places: readonly (readonly [Pointer, Offsets])[]
  readonly scalars: readonly (readonly [Pointer, string])[]
}

/** Keeps all of a file but its text. */
export function keepLoaded({ value, places, scalars }: Loaded): string {
  const offsets = [...places].map(([pointer, { key, value }]): [Pointer, Offsets] => {
    return [pointer, key ? [value.start, value.end, key.start, key.end] : [value.start, value.end]]
  })
  const kept: Kept = { value, places: offsets, scalars: [...scalars] }
  return JSON.stringify(kept)
}

/** The file again. */
export function restoreLoaded(kept: string, source: Source): Loaded {
  const { value, places, scalars }: Kept = JSON.parse(kept)
  return {
    value,
    whole: { source, start: 0, end: source.text.length },
    places: new Map(places.map(([pointer, offsets]) => [pointer, placeAt(source, offsets)])),
    scalars: new Map(scalars)
  }
}

function placeAt(source: Source, [start, end, keyStart, keyEnd]: Offsets): SourcePlace {
  const key = keyStart === undefined || keyEnd === undefined ? null : { source, start: keyStart, end: keyEnd }
  return { key, value: { source, start, end } }
}
