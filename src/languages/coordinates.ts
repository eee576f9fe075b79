/** Decimal degrees in, degrees, minutes and seconds out, with the carry settled and no digit that was not given. */

/** One coordinate; `minutes` and `seconds` are null where the given digits do not reach so far. */
export interface Sexagesimal {
  readonly degrees: number
  readonly minutes: number | null
  /** With the decimals that it is to be printed with, two digits before the point: `07.50`. */
  readonly seconds: string | null
}

/** Powers of ten, exactly. */
const TENS = [1, 10, 100, 1000]

/**
 * Splits an absolute number of degrees. As many digits follow the degrees as decimals were given, no more: minutes take
 * two, seconds two, then tenths. The rounding is done once, in the smallest unit, so 59.96″ becomes the next minute.
 */
export function sexagesimal(degrees: number, decimals: number): Sexagesimal {
  if (decimals < 2) return { degrees: Math.round(degrees), minutes: null, seconds: null }
  if (decimals < 4) {
    const minutes = Math.round(degrees * 60)
    return { degrees: Math.trunc(minutes / 60), minutes: minutes % 60, seconds: null }
  }
  const places = Math.min(decimals - 4, 3)
  const fraction = TENS[places] ?? 1
  const units = Math.round(degrees * 3600 * fraction)
  const seconds = Math.trunc(units / fraction)
  const rest = units % fraction
  const tail = places > 0 ? `.${String(rest).padStart(places, '0')}` : ''
  return {
    degrees: Math.trunc(seconds / 3600),
    minutes: Math.trunc(seconds / 60) % 60,
    seconds: `${String(seconds % 60).padStart(2, '0')}${tail}`
  }
}
