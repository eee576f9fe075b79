/** A picture as a function in, a PNG or JPEG of it out: small ones, made here, since the repository holds none. */
import { deflateSync } from 'node:zlib'

/** Red, green, blue and opacity of a pixel, each from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number]

export interface Picture {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => Colour
}

const NOTHING: Colour = [255, 255, 255, 0]
const GOLD: Colour = [200, 160, 40, 255]
const BLUE: Colour = [20, 50, 120, 255]
const WHITE: Colour = [255, 255, 255, 255]

/** The arms of an invented State: on a shield of blue within gold a bar of white; with soft edges, on no ground. */
export function arms(height: number): Picture {
  const width = Math.round(height * 0.8)
  // How far a point is inside the shield, in pixels: straight sides above, a half ellipse below.
  const inside = (x: number, y: number, border: number): number => {
    const half = width / 2 - border
    const dx = Math.abs(x + 0.5 - width / 2)
    const shoulder = height * 0.4
    const drop = Math.max(0, y + 0.5 - shoulder) / (height - border - shoulder)
    const side = drop >= 1 ? 0 : half * Math.sqrt(1 - drop * drop)
    return Math.min(side - dx, y + 0.5 - border)
  }
  return {
    width,
    height,
    at: (x, y) => {
      const edge = inside(x, y, 0)
      if (edge <= 0) return NOTHING
      const [red, green, blue] =
        inside(x, y, height * 0.06) <= 0 ? GOLD : Math.abs(y - height * 0.45) < height * 0.08 ? WHITE : BLUE
      return [red, green, blue, Math.round(Math.min(1, edge) * 255)]
    }
  }
}

/** What a PNG may be. */
export const PNG_KINDS = ['grey', 'rgb', 'palette', 'grey+alpha', 'rgba'] as const
export type PngKind = (typeof PNG_KINDS)[number]

const TYPES: Readonly<Record<PngKind, number>> = { grey: 0, rgb: 2, palette: 3, 'grey+alpha': 4, rgba: 6 }

export interface PngOptions {
  /** Of a palette. */
  readonly bits?: 1 | 2 | 4 | 8
  /** The filter of each row, by its number: all five in turn where nothing is said. */
  readonly filter?: (row: number) => number
  /** Chunks before the pixels. */
  readonly said?: readonly Uint8Array[]
  /** Whether a palette says how opaque its colours are. */
  readonly opaque?: boolean
}

const grey = ([red, green, blue]: Colour): number => Math.round(0.299 * red + 0.587 * green + 0.114 * blue)

/** The bytes of pixels, a row each, and the table of a palette. */
function samplesOf({ width, height, at }: Picture, kind: PngKind, bits: number) {
  const table: Colour[] = []
  const place = (colour: Colour): number => {
    const known = table.findIndex(each => each.join() === colour.join())
    return known >= 0 ? known : table.length < 1 << bits ? table.push(colour) - 1 : 0
  }
  const take: Readonly<Record<PngKind, (colour: Colour) => readonly number[]>> = {
    grey: colour => [grey(colour)],
    rgb: ([red, green, blue]) => [red, green, blue],
    palette: colour => [place(colour)],
    'grey+alpha': colour => [grey(colour), colour[3]],
    rgba: colour => colour
  }
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Array.from({ length: width }, (__, x) => take[kind](at(x, y))).flat()
    return kind === 'palette' ? packed(row, bits) : row
  })
  return { rows, table }
}

function packed(values: readonly number[], bits: number): number[] {
  const bytes = new Array<number>(Math.ceil((values.length * bits) / 8)).fill(0)
  for (const [index, value] of values.entries()) {
    const bit = index * bits
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (value << (8 - bits - (bit & 7)))
  }
  return bytes
}

/** A row with a filter put over it (PNG, clause 9.2). */
function filtered(row: readonly number[], before: readonly number[], filter: number, step: number): number[] {
  const guess = (at: number): number => {
    const [a, b, c] = [row[at - step] ?? 0, before[at] ?? 0, before[at - step] ?? 0]
    if (filter === 4) {
      const p = a + b - c
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
      return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
    }
    return [0, a, b, (a + b) >> 1][filter] ?? 0
  }
  return [filter, ...row.map((value, at) => (value - guess(at)) & 255)]
}

/** A PNG of a picture. */
export function png(picture: Picture, kind: PngKind, options: PngOptions = {}): Uint8Array {
  const { bits = 8, filter = row => row % 5, said = [], opaque = false } = options
  const { rows, table } = samplesOf(picture, kind, bits)
  const step = { grey: 1, rgb: 3, palette: 1, 'grey+alpha': 2, rgba: 4 }[kind]
  const lines = rows.flatMap((row, y) => filtered(row, rows[y - 1] ?? [], filter(y), step))
  const palette = [
    chunk(
      'PLTE',
      table.flatMap(each => each.slice(0, 3))
    ),
    ...(opaque
      ? []
      : [
          chunk(
            'tRNS',
            table.map(each => each[3])
          )
        ])
  ]
  return pngOf(
    header(picture.width, picture.height, kind === 'palette' ? bits : 8, TYPES[kind]),
    ...said,
    ...(kind === 'palette' ? palette : []),
    chunk('IDAT', deflateSync(Uint8Array.from(lines)))
  )
}

/** IHDR: sides, depth, colour type, and the method of interlacing. */
export function header(width: number, height: number, bits: number, type: number, interlaced = 0): Uint8Array {
  return chunk('IHDR', [...fourBytes(width), ...fourBytes(height), bits, type, 0, 0, interlaced])
}

/** A whole file of some chunks. */
export function pngOf(...chunks: readonly Uint8Array[]): Uint8Array {
  return joined(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), ...chunks, chunk('IEND', []))
}

export function chunk(type: string, data: ArrayLike<number>): Uint8Array {
  const body = [...latin1(type), ...Array.from(data)]
  return Uint8Array.from([...fourBytes(data.length), ...body, ...fourBytes(checksum(body))])
}

export const fourBytes = (value: number): number[] => [
  value >>> 24,
  (value >> 16) & 255,
  (value >> 8) & 255,
  value & 255
]
export const latin1 = (text: string): number[] => [...text].map(each => each.charCodeAt(0))

/** Bit by bit, as PNG defines it (annex D): another way than the one that is tested. */
function checksum(bytes: readonly number[]): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  }
  return ~value >>> 0
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

export interface JpegOptions {
  /** Grey, YCbCr, or four inks. */
  readonly components?: 1 | 3 | 4
  /** The marker of the frame: 0xc0 is baseline. */
  readonly frame?: number
  /** Segments behind the start. */
  readonly said?: readonly Uint8Array[]
  /** The numbers that the file gives its components. */
  readonly ids?: readonly number[]
  /** What stands in the frame in place of the picture's own sides. */
  readonly sides?: readonly [width: number, height: number]
}

/** A JPEG of a picture, on white, of which each block of 8 by 8 pixels has one colour: the one in its middle. */
export function jpeg(picture: Picture, options: JpegOptions = {}): Uint8Array {
  const { components = 3, frame = 0xc0, said = [], ids = [1, 2, 3, 4], sides } = options
  const [width, height] = sides ?? [picture.width, picture.height]
  const own = ids.slice(0, components)
  const size = (value: number) => [value >> 8, value & 255]
  // Each code of the first table has four bits, for 0 to 11; the second has one code, `0`, for the end of a block.
  const codes = [0, 0, 0, 12, ...new Array<number>(12).fill(0), ...Array.from({ length: 12 }, (_, each) => each)]
  const end = [1, ...new Array<number>(15).fill(0), 0]
  return joined(
    Uint8Array.of(0xff, 0xd8),
    ...said,
    segment(0xdb, [0, ...new Array<number>(64).fill(8)]),
    segment(frame, [8, ...size(height), ...size(width), components, ...own.flatMap(id => [id, 0x11, 0])]),
    segment(0xc4, [0, ...codes]),
    segment(0xc4, [0x10, ...end]),
    segment(0xda, [components, ...own.flatMap(id => [id, 0]), 0, 63, 0]),
    Uint8Array.from(scan(picture, components)),
    Uint8Array.of(0xff, 0xd9)
  )
}

export function segment(marker: number, data: ArrayLike<number>): Uint8Array {
  const length = data.length + 2
  return Uint8Array.from([0xff, marker, length >> 8, length & 255, ...Array.from(data)])
}

/** A sample of each component, as JFIF defines them. */
function componentsOf([red, green, blue, opacity]: Colour, components: number): readonly number[] {
  const over = (value: number) => (value * opacity + 255 * (255 - opacity)) / 255
  const [r, g, b] = [over(red), over(green), over(blue)]
  const luminance = 0.299 * r + 0.587 * g + 0.114 * b
  return [luminance, 128 + 0.564 * (b - luminance), 128 + 0.713 * (r - luminance), 0].slice(0, components)
}

/** The entropy-coded data: of each block how much its level is above that of the one before. */
function scan({ width, height, at }: Picture, components: number): number[] {
  let bits = ''
  const levels = new Array<number>(components).fill(0)
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      const colour = at(Math.min(x + 4, width - 1), Math.min(y + 4, height - 1))
      for (const [index, sample] of componentsOf(colour, components).entries()) {
        const level = Math.max(-128, Math.min(127, Math.round(sample) - 128))
        bits += `${coded(level - (levels[index] ?? 0))}0`
        levels[index] = level
      }
    }
  }
  const bytes = (bits.match(/.{1,8}/g) ?? []).map(each => Number.parseInt(each.padEnd(8, '1'), 2))
  return bytes.flatMap(byte => (byte === 0xff ? [byte, 0] : [byte]))
}

/** How many bits a difference takes, and these (ITU-T T.81, F.1.2.1). */
function coded(difference: number): string {
  const length = difference === 0 ? 0 : Math.abs(difference).toString(2).length
  const value = difference < 0 ? difference + (1 << length) - 1 : difference
  return length.toString(2).padStart(4, '0') + (length === 0 ? '' : value.toString(2).padStart(length, '0'))
}
