/** A loaded register or request → what can be wrong with either: a thing said twice, dates the wrong way round, facts stated. */
import { type Diagnostic, error, warning } from '../../diagnostic.ts'
import { compareEdtf, parseEdtf } from '../../languages/edtf.ts'
import { positionOf } from '../../source.ts'
import { child, type Json, keySpan, type Loaded, type Pointer, placeOf } from '../../value.ts'
import { isList, isMapping, partsAt, type RecordPart } from './parts.ts'
import { quoted } from './quoted.ts'

/** A finding for each text that stands in one of the lists (see `partsAt`) a second time. */
export function duplicateFindings(loaded: Loaded, lists: readonly string[], key?: string): Diagnostic[] {
  return lists.flatMap(list => partsAt(loaded.value, list)).flatMap(part => duplicatesIn(loaded, part, key))
}

function duplicatesIn(loaded: Loaded, { pointer, value }: RecordPart, key?: string): Diagnostic[] {
  if (!isList(value)) return []
  const ids = value.map(each => (key !== undefined && isMapping(each) ? each[key] : each))
  return ids.flatMap((each, index) => {
    const first = ids.indexOf(each)
    if (first === index || typeof each !== 'string') return []
    const place = child(pointer, index)
    const { source, start } = placeOf(loaded, child(pointer, first))
    const message = `${quoted(each)} is already in this list, on line ${positionOf(source, start).line}`
    return [error({ rule: 'record/duplicate', message, span: placeOf(loaded, place), pointer: place })]
  })
}

/** A date with what it is the date of. */
interface Dated {
  readonly what: string
  readonly date: Json | undefined
}

/** A finding when the date at a pointer is certainly before one that it cannot precede; what is undecided is let be. */
export function notBefore(loaded: Loaded, pointer: Pointer, later: Dated, earlier: Dated): Diagnostic[] {
  if (typeof later.date !== 'string' || typeof earlier.date !== 'string') return []
  const after = parseEdtf(later.date)
  const before = parseEdtf(earlier.date)
  if (!after || !before || compareEdtf(after, before) !== 'before') return []
  const message = `${later.what}, ${quoted(later.date)}, is before ${earlier.what}, ${quoted(earlier.date)}`
  return [error({ rule: 'record/date-order', message, span: placeOf(loaded, pointer), pointer })]
}

/**
 * A selection states what was concluded from values that it leaves out. Written by hand, such a statement would go around
 * the list of coordinates or the rules on positions, so its presence is always told.
 */
export function statedFindings(loaded: Loaded, pattern: string): Diagnostic[] {
  return partsAt(loaded.value, pattern).map(({ pointer }) =>
    warning({
      rule: 'record/stated',
      message: '`stated` is taken as given, but nothing in this register supports it',
      span: keySpan(loaded, pointer),
      pointer,
      hints: ['only a selection, made from the whole register, states facts; take it out of a register kept by hand']
    })
  )
}
