/** A loaded file in; the facts in it that are believed without being decided here, as warnings, out. */
import { type Diagnostic, warning } from '../../diagnostic.ts'
import type { Loaded } from '../../value.ts'
import { keySpan } from './key-span.ts'
import { partsAt } from './parts.ts'

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
