/** A loaded file and the lists in it that are sets → what stands in one of them twice. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { positionOf } from '../../source.ts'
import { child, type Loaded, placeOf } from '../../value.ts'
import { isList, partsAt, type RecordPart } from './parts.ts'
import { quoted } from './quoted.ts'

/** A finding for each text that stands in one of the lists (see `partsAt`) a second time. */
export function duplicateFindings(loaded: Loaded, lists: readonly string[]): Diagnostic[] {
  return lists.flatMap(list => partsAt(loaded.value, list)).flatMap(part => duplicatesIn(loaded, part))
}

function duplicatesIn(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  if (!isList(value)) return []
  return value.flatMap((each, index) => {
    const first = value.indexOf(each)
    if (first === index || typeof each !== 'string') return []
    const place = child(pointer, index)
    const { source, start } = placeOf(loaded, child(pointer, first))
    const message = `${quoted(each)} is already in this list, on line ${positionOf(source, start).line}`
    return [error({ rule: 'record/duplicate', message, span: placeOf(loaded, place), pointer: place })]
  })
}
