/** A loaded file and a pointer → where a finding about what a whole record lacks is shown. */
import type { Span } from '../../source.ts'
import { type Loaded, type Pointer, placeOf } from '../../value.ts'

/** The key at a pointer; of an entry of a list the entry; of the file's root its first character. */
export function keySpan(loaded: Loaded, pointer: Pointer): Span {
  const place = loaded.places.get(pointer)
  if (place?.key) return place.key
  const { source, start, end } = place?.value ?? placeOf(loaded, pointer)
  return pointer === '' ? { source, start, end: start } : { source, start, end }
}
