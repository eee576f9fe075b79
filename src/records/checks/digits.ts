/** A loaded register → the numbers whose `decimals` are not those that were given. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { decimalsOf, inDigits } from '../../languages/numerals.ts'
import { child, type Json, type Loaded, type Pointer, placeOf } from '../../value.ts'
import { isMapping, partsAt, type RecordPart, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** Where `decimals` stand, and the numbers beside them that they are of. */
const given = [
  { pattern: '/facilities/*/coordinates', numbers: ['latitude', 'longitude'] },
  { pattern: '/incidents/*/measures/*', numbers: ['value', 'to'] },
  { pattern: '/incidents/*/occurred/duration', numbers: ['value', 'to'] }
] as const

/**
 * Decimals that are fewer than a number has would print another number; more than were written would print a precision
 * that nobody gave.
 */
export function digitFindings(loaded: Loaded): Diagnostic[] {
  return given.flatMap(({ pattern, numbers }) => {
    return partsAt(loaded.value, pattern).flatMap(part => [
      ...decimalsFindings(loaded, part, numbers),
      ...(pattern === given[0].pattern ? [] : measureFindings(loaded, part))
    ])
  })
}

function decimalsFindings(loaded: Loaded, { pointer, value }: RecordPart, numbers: readonly string[]): Diagnostic[] {
  const decimals = valueAt(value, 'decimals')
  if (typeof decimals !== 'number') return []
  const values = numbers.flatMap(each => valueAt(value, each) ?? []).filter(each => typeof each === 'number')
  if (values.length === 0) return []
  const held = Math.max(...values.map(decimalsOf))
  const written = Math.max(held, ...numbers.map(each => digitsWritten(loaded, child(pointer, each))))
  const at = child(pointer, 'decimals')
  const found = (message: string, hints: readonly string[]) => [
    error({ rule: 'record/decimals', message, span: placeOf(loaded, at), pointer: at, hints })
  ]
  if (decimals < held) {
    return found(`\`decimals: ${decimals}\` is fewer than the digits that the number has after the point, ${held}`, [
      `say \`decimals: ${held}\``
    ])
  }
  if (decimals <= written || isMadeByProgram(loaded)) return []
  return found(`\`decimals: ${decimals}\` is more than the digits given after the point, ${written}`, [
    'write the number with the zeros at its end that were given: `50.45000`',
    `or say \`decimals: ${written}\``
  ])
}

/** Measures whose number was written with zeros at its end, which are digits that were given, by pointer: `2.50`. */
export function measuresWithZeros(loaded: Loaded): Map<Pointer, Json> {
  const measures = given.slice(1).flatMap(({ pattern }) => partsAt(loaded.value, pattern))
  const found = measures.flatMap(({ pointer, value }) => {
    const decimals = Math.max(...['value', 'to'].map(each => digitsWritten(loaded, child(pointer, each))))
    const held = valueAt(value, 'value')
    const isLost = isMapping(value) && value['decimals'] === undefined && typeof held === 'number'
    return isLost && decimals > decimalsOf(held) ? [[pointer, { ...value, decimals }] as const] : []
  })
  return new Map(found)
}

/** A program that writes JSON drops the zeros at the end of a number, as a selection's canonical form must (RFC 8785). */
function isMadeByProgram({ whole }: Loaded): boolean {
  return whole.source.name.endsWith('.json')
}

/** The digits after the point of a number as it stands in its file. */
function digitsWritten({ scalars }: Loaded, pointer: Pointer): number {
  return /^[+-]?\d+\.(\d+)$/.exec(scalars.get(pointer) ?? '')?.[1]?.length ?? 0
}

function measureFindings(loaded: Loaded, part: RecordPart): Diagnostic[] {
  return [...lengthFindings(loaded, part), ...wordlessFindings(loaded, part)]
}

/** A number that no language writes in digits: too large to be told from its neighbour, or too near to nothing. */
function wordlessFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  return ['value', 'to'].flatMap(key => {
    const measured = valueAt(value, key)
    if (typeof measured !== 'number' || inDigits(measured, decimalsOf(measured), PLAIN) !== null) return []
    const at = child(pointer, key)
    const message = `the number ${quoted(measured)} cannot be printed: it is too large, or too small, to be written out in digits`
    const hints = ['give it in another unit, or say it in words, in `circumstances`']
    return [error({ rule: 'record/measure', message, span: placeOf(loaded, at), pointer: at, hints })]
  })
}

/** Whether a number has digits does not depend on how they are grouped. */
const PLAIN = { point: '.', group: '', minus: '-' }

const lengths = 'step millimetre centimetre metre kilometre inch foot yard mile nautical-mile'.split(' ')

/** What lies at no distance needs another word than a measure. */
function lengthFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const unit = textAt(value, 'unit')
  if (valueAt(value, 'value') !== 0 || unit === null || !lengths.includes(unit)) return []
  const at = child(pointer, 'value')
  const message = `a length of 0 in \`${unit}\` measures nothing`
  const hints = ['say it in words, in `circumstances`']
  return [error({ rule: 'record/measure', message, span: placeOf(loaded, at), pointer: at, hints })]
}
