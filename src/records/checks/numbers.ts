/** A loaded register → the numbers that it gives twice: to two communications of a house, or to one and to none. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { parseEdtf } from '../../languages/edtf.ts'
import { positionOf } from '../../source.ts'
import { child, type Json, type Loaded, placeOf, steps } from '../../value.ts'
import { plainNumber } from '../registered.ts'
import { keySpan } from './key-span.ts'
import { type Part, partsAt, textAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** A house gives a number once in a year and series, and not once it has given it up. */
export function numberFindings(loaded: Loaded): Diagnostic[] {
  const first = new Map<string, Part>()
  const communications = partsAt(loaded.value, '/communications/*')
  return [...communications, ...partsAt(loaded.value, '/cancelled/*')].flatMap(part => {
    const key = numberKey(part.value)
    const known = key === null ? undefined : first.get(key)
    if (key !== null && !known) first.set(key, part)
    return known ? [twice(loaded, part, known)] : []
  })
}

function twice(loaded: Loaded, part: Part, known: Part): Diagnostic {
  const { source, start } = keySpan(loaded, known.pointer)
  const pointer = child(part.pointer, 'number')
  const [section, id = ''] = steps(known.pointer)
  const line = positionOf(source, start).line
  const number = quoted(textAt(part.value, 'number') ?? '')
  const other = section === 'cancelled' ? 'was given up before' : `is that of ${quoted(id)}`
  const message = `the number ${number} ${other} (line ${line}), of the same house and year`
  const isCancelled = steps(part.pointer)[0] === 'cancelled'
  const hints = [
    isCancelled ? 'a number that was used is not given up' : 'tell them apart by `series`, if each is of its own'
  ]
  return error({ rule: 'record/duplicate-number', message, span: placeOf(loaded, pointer), pointer, hints })
}

/** From, series, year and number as one text, or `null` where one of them is not known. */
function numberKey(record: Json): string | null {
  const number = textAt(record, 'number')
  const from = textAt(record, 'from')
  const year = yearOf(textAt(record, 'date') ?? '')
  if (number === null || from === null || year === null) return null
  return JSON.stringify([from, textAt(record, 'series'), year, plainNumber(number)])
}

function yearOf(text: string): number | null {
  const date = parseEdtf(text)
  return date?.type === 'date' ? date.date.year : null
}
