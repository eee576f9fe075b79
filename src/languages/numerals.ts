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

/** Thousands, hundreds, tens and units, each from none to nine. */
const ROMAN = [
  ' M MM MMM',
  ' C CC CCC CD D DC DCC DCCC CM',
  ' X XX XXX XL L LX LXX LXXX XC',
  ' I II III IV V VI VII VIII IX'
].map(row => row.split(' '))

/** A Roman numeral, or null for what has none (only 1 to 3,999 have). */
export function roman(value: number): string | null {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return null
  const digits = String(value).padStart(ROMAN.length, '0')
  return ROMAN.map((signs, place) => signs[Number(digits[place])]).join('')
}
