/** Places in records and a table of which date comes first → dates that cannot both be right. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { compareEdtf, parseEdtf } from '../../languages/edtf.ts'
import { type Json, type Loaded, type Pointer, placeOf } from '../../value.ts'
import { quoted } from './quoted.ts'

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
