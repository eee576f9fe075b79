/** Nothing in; the colour profile of sRGB out, made from the numbers of its standard. */

// D50 and the primaries of IEC 61966-2-1 adapted to it (Bradford), in 1/65536; the primaries add up to the white exactly.
const WHITE = [0xf6d6, 0x10000, 0xd32d] as const
const RED = [0x6fa0, 0x38f5, 0x0390] as const
const GREEN = [0x6297, 0xb787, 0x18d9] as const
const BLUE = [0x249f, 0x0f84, 0xb6c4] as const

/** Steps of the tone curve: between two of 64, a straight line is off by a ten-thousandth of full light at most. */
const CURVE_STEPS = 64

/** The header's fields (ICC.1:2001-04, 6.1) as offset and 32-bit value. */
const HEADER = [
  [8, 0x02100000],
  [12, ascii('mntr')],
  [16, ascii('RGB ')],
  [20, ascii('XYZ ')],
  // 1999-10-18, the day of the standard: a profile must bear a date.
  [24, (1999 << 16) | 10],
  [28, 18 << 16],
  [36, ascii('acsp')],
  [68, WHITE[0]],
  [72, WHITE[1]],
  [76, WHITE[2]]
] as const

function ascii(four: string): number {
  return [...four].reduce((word, letter) => ((word << 8) | letter.charCodeAt(0)) >>> 0, 0)
}

/** A profile of version 2.1 with three primaries and one tone curve (ICC.1:2001-04): about 600 bytes. */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve()
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', description('sRGB')],
    ['cprt', tag('text', [...letters('No rights reserved'), 0])],
    ['wtpt', xyz(WHITE)],
    ['rXYZ', xyz(RED)],
    ['gXYZ', xyz(GREEN)],
    ['bXYZ', xyz(BLUE)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve]
  ]
  const start = 128 + 4 + 12 * tags.length
  const places = new Map<Uint8Array, number>()
  let size = start
  for (const [, bytes] of tags) {
    if (places.has(bytes)) continue
    places.set(bytes, size)
    size += (bytes.length + 3) & ~3
  }
  const profile = new Uint8Array(size)
  const view = new DataView(profile.buffer)
  view.setUint32(0, size)
  for (const [offset, value] of HEADER) view.setUint32(offset, value)
  view.setUint32(128, tags.length)
  for (const [index, [name, bytes]] of tags.entries()) {
    view.setUint32(132 + 12 * index, ascii(name))
    view.setUint32(136 + 12 * index, places.get(bytes) ?? 0)
    view.setUint32(140 + 12 * index, bytes.length)
    profile.set(bytes, places.get(bytes) ?? 0)
  }
  return profile
}

/** An element of a profile: its type, four reserved bytes, its data. */
function tag(type: string, data: readonly number[]): Uint8Array {
  return Uint8Array.from([...letters(type), 0, 0, 0, 0, ...data])
}

function letters(text: string): number[] {
  return [...text].map(letter => letter.charCodeAt(0))
}

function word(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

function xyz(values: readonly number[]): Uint8Array {
  return tag('XYZ ', values.flatMap(word))
}

/** The description in ASCII; those in Unicode and for old Macintoshes are there and empty. */
function description(text: string): Uint8Array {
  return tag('desc', [...word(text.length + 1), ...letters(text), 0, ...new Array<number>(8 + 3 + 67).fill(0)])
}

/** The transfer function of IEC 61966-2-1, 5.2, from code value to light. */
function toneCurve(): Uint8Array {
  const steps = Array.from({ length: CURVE_STEPS }, (_, index) => {
    const code = index / (CURVE_STEPS - 1)
    return code <= 0.04045 ? Math.round((code / 12.92) * 65535) : powerOf((code + 0.055) / 1.055)
  })
  return tag('curv', [...word(CURVE_STEPS), ...steps.flatMap(step => [step >>> 8, step & 255])])
}

/** The power 2.4 of a number up to 1, in 1/65535: the nearest step whose fifth power is its twelfth. Products are exact alike everywhere. */
function powerOf(base: number): number {
  const cube = base * base * base
  const twelfth = cube * cube * cube * cube
  let low = 0
  let high = 65535
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const root = (middle - 0.5) / 65535
    if (root * root * root * root * root <= twelfth) low = middle
    else high = middle - 1
  }
  return low
}
