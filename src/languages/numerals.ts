/** Numbers in, digits out: what the languages share about writing numbers. */

/** How a language writes a number in digits. */
export interface Digits {
  readonly point: string
  readonly group: string
  readonly minus: string
}

/**
 * A number with exactly the decimals that were given, in groups of three. One that has more decimals than that, or too
 * many digits to be told from its neighbour, is null: numbers are never rounded.
 */
export function inDigits(value: number, decimals: number, digits: Digits): string | null {
  const fixed = Math.abs(value).toFixed(decimals)
  if (Number(fixed) !== Math.abs(value) || !/^\d{1,15}(\.\d+)?$/.test(fixed)) return null
  const [whole = '', rest] = fixed.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, digits.group)
  return `${value < 0 ? digits.minus : ''}${grouped}${rest === undefined ? '' : digits.point + rest}`
}

/** The decimals of a number as JavaScript writes it. */
export function decimalsOf(value: number): number {
  return /^-?\d+\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I']
]

/** A Roman numeral, or null for what has none (only 1 to 3,999 have). */
export function roman(value: number): string | null {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return null
  let left = value
  let text = ''
  for (const [worth, sign] of ROMAN) {
    for (; left >= worth; left -= worth) text += sign
  }
  return text
}
