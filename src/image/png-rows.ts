/** The rows of a PNG in, each with its filter in front; the same with opacity apart, or without filters, out. */
import { broken } from './png-chunks.ts'

/**
 * Parts colours from opacity, of 8 bits each. A filter works on the bytes of each channel by themselves (PNG, clause 9.2), so
 * that what was filtered together is, taken apart, filtered alike: no row has to be undone.
 *
 * ```
 * [f] R G B A R G B A …   ─▶   [f] R G B R G B …   and   [f] A A …
 * ```
 */
export function apart(rows: Uint8Array, width: number, samples: number): readonly [Uint8Array, Uint8Array] {
  const height = rows.length / (1 + width * samples)
  const colour = new Uint8Array(height * (1 + width * (samples - 1)))
  const opacity = new Uint8Array(height * (1 + width))
  let [from, mine, other] = [0, 0, 0]
  for (let row = 0; row < height; row++) {
    const filter = rows[from++] ?? 0
    colour[mine++] = filter
    opacity[other++] = filter
    for (let pixel = 0; pixel < width; pixel++) {
      for (let sample = 1; sample < samples; sample++) colour[mine++] = rows[from++] ?? 0
      opacity[other++] = rows[from++] ?? 0
    }
  }
  return [colour, opacity]
}

/** A picture of which each pixel names a colour of a table. */
interface Table {
  readonly width: number
  readonly height: number
  readonly bits: number
  readonly colours: number
}

/** What each pixel names, a byte for each. Throws where that is no colour of the table. */
export function indices(rows: Uint8Array, { width, height, bits, colours }: Table): Uint8Array {
  const stride = Math.ceil((width * bits) / 8)
  const plain = unfiltered(rows, stride)
  const found = new Uint8Array(width * height)
  const mask = (1 << bits) - 1
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const bit = column * bits
      const byte = plain[row * stride + (bit >> 3)] ?? 0
      const index = (byte >> (8 - bits - (bit & 7))) & mask
      if (index >= colours) throw broken(`a pixel of row ${row + 1} names a colour that its table lacks`)
      found[row * width + column] = index
    }
  }
  return found
}

/** How opaque pixels are by what their colours are in the table (tRNS); null where all are wholly so. */
export function opacities(places: Uint8Array, table: Uint8Array, colours: number): Uint8Array | null {
  if (table.length > colours) throw broken('it gives the opacity of colours that its table lacks')
  if (table.every(each => each === 255)) return null
  return places.map(place => table[place] ?? 255)
}

/** What a filter adds to a byte: by those to its left, above it, and above that to its left (PNG, clause 9.2). */
const FILTERS: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  left => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth
]

/** Rows without their filters, of pixels that take no more than a byte. */
export function unfiltered(rows: Uint8Array, stride: number): Uint8Array {
  const height = rows.length / (stride + 1)
  const plain = new Uint8Array(stride * height)
  for (let row = 0; row < height; row++) {
    const filter = FILTERS[rows[row * (stride + 1)] ?? 0]
    if (!filter) throw new Error('filters were not checked')
    for (let column = 0; column < stride; column++) {
      const at = row * stride + column
      const left = column > 0 ? (plain[at - 1] ?? 0) : 0
      const above = row > 0 ? (plain[at - stride] ?? 0) : 0
      const corner = row > 0 && column > 0 ? (plain[at - stride - 1] ?? 0) : 0
      plain[at] = (rows[at + row + 1] ?? 0) + filter(left, above, corner)
    }
  }
  return plain
}

/** The neighbour that is nearest to left + above - corner (PNG, clause 9.4). */
function paeth(left: number, above: number, corner: number): number {
  const [byLeft, byAbove] = [Math.abs(above - corner), Math.abs(left - corner)]
  const byCorner = Math.abs(left + above - 2 * corner)
  if (byLeft <= byAbove && byLeft <= byCorner) return left
  return byAbove <= byCorner ? above : corner
}
