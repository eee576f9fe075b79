/** An incident of a register → the hedges in it that hedge nothing, and the ranges that are none. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { child, type Json, keySpan, type Loaded } from '../../value.ts'
import { partsAt, type RecordPart, textAt, valueAt } from './parts.ts'

/** Where an incident holds a number that can be hedged, and the field of the number. */
const HEDGED = [
  ['/measures/*', 'value'],
  ['/occurred/duration', 'value'],
  ['/means', 'count'],
  ['/casualties/killed/*', 'count'],
  ['/casualties/injured/*', 'count'],
  ['/people/*', 'count']
] as const

export function hedgeFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  return HEDGED.flatMap(([path, field]) =>
    partsAt(value, path).flatMap(part => {
      const fault = faultOf(part.value, field)
      if (fault === null) return []
      const at = child(pointer + part.pointer, fault.key)
      return [
        error({
          rule: 'record/hedge',
          message: fault.message,
          span: keySpan(loaded, at),
          pointer: at,
          hints: fault.hints
        })
      ]
    })
  )
}

interface Fault {
  readonly key: 'qualifier' | 'to'
  readonly message: string
  readonly hints: readonly string[]
}

function faultOf(hedged: Json, field: 'value' | 'count'): Fault | null {
  const qualifier = textAt(hedged, 'qualifier')
  const [number, to] = [valueAt(hedged, field), valueAt(hedged, 'to')]
  const range = `a range has two: \`${field}: 20, to: 30, qualifier: between\``
  if (to !== undefined && qualifier !== 'between') {
    return { key: 'to', message: '`to` belongs to `qualifier: between`', hints: [range, 'or leave `to` out'] }
  }
  if (qualifier === null) return null
  if (typeof number !== 'number' && (qualifier !== 'exact' || to !== undefined)) {
    const hints = [`give the number, as \`${field}\``, 'or leave the hedge out']
    return { key: 'qualifier', message: `\`${qualifier}\` has nothing to hedge: \`${field}\` is no number`, hints }
  }
  if (qualifier !== 'between') return null
  if (to === undefined) return { key: 'qualifier', message: '`between` needs a second number, `to`', hints: [range] }
  if (typeof number !== 'number' || typeof to !== 'number' || to > number) return null
  return { key: 'to', message: `\`to\` is not greater than \`${field}\``, hints: [range] }
}
