/** The bytes of a PNG in; the same pixels as a PDF can hold them out. */
import type { World } from '../world.ts'
import { joined } from './bytes.ts'
import { checkProfile, checkSides, checkSquare, type Image, otherColours, Unusable } from './image.ts'
import { broken, type Chunk, chunksOf, viewOf } from './png-chunks.ts'
import { apart, indices, opacities } from './png-rows.ts'

/** The most that a colour profile may hold once inflated (1 MiB). */
const LARGEST_PROFILE = 1024 * 1024
/** 1/2.2 in hundred-thousandths, as PNG writes the tone curve nearest to that of sRGB (clause 11.3.2.1). */
const GAMMA = { value: 45455, off: 2000 } as const
/** White and the primaries of sRGB as PNG writes them (clause 11.3.2.1), and how far rounding may be off. */
const PRIMARIES = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000] as const
const PRIMARIES_OFF = 1000
/** The code points of sRGB: its primaries, its curve, red, green and blue, the full range (ITU-T H.273). */
const CODE_POINTS = '1,13,0,1'

type Check = (data: Uint8Array, inflate: World['inflate']) => void

/** By the chunk that says it. The first three are passed over where the image says that it is in sRGB. */
const CHECKS: Readonly<Record<string, Check>> = {
  gAMA: data => {
    if (Math.abs((numbers(data)[0] ?? 0) - GAMMA.value) > GAMMA.off) throw otherColours('with a tone curve of its own')
  },
  cHRM: data => {
    const off = PRIMARIES.some((wanted, index) => Math.abs((numbers(data)[index] ?? 0) - wanted) > PRIMARIES_OFF)
    if (off) throw otherColours('with primaries of its own')
  },
  iCCP: (data, inflate) => {
    // A name, a null, the method of compression, the profile.
    const profile = inflate(data.subarray(data.indexOf(0) + 2), LARGEST_PROFILE)
    if (profile === null) throw broken('its colour profile cannot be read')
    checkProfile(profile)
  },
  cICP: data => {
    if (data.join() !== CODE_POINTS) throw otherColours('as for film')
  },
  pHYs: data => {
    const [across = 0, down = 0] = numbers(data)
    checkSquare(across, down)
  }
}

const BEATEN_BY_SRGB = ['gAMA', 'cHRM', 'iCCP']

/** Refuses colours that are not sRGB, and pixels that are not square. */
function checkStated(chunks: readonly Chunk[], inflate: World['inflate']): void {
  const isSrgb = chunks.some(each => each.type === 'sRGB')
  for (const { type, data } of chunks) {
    if (isSrgb && BEATEN_BY_SRGB.includes(type)) continue
    if (Object.hasOwn(CHECKS, type)) CHECKS[type]?.(data, inflate)
  }
}

/** The whole numbers of four bytes that a chunk begins with. */
function numbers(data: Uint8Array): number[] {
  const view = viewOf(data)
  return Array.from({ length: Math.floor(data.length / 4) }, (_, index) => view.getUint32(4 * index))
}

/** What the tools of a world do to streams. */
export type Zlib = Pick<World, 'inflate' | 'deflate'>

/** What IHDR says (PNG, clause 11.2.1), of the kinds that are taken. */
interface Header {
  readonly width: number
  readonly height: number
  readonly bits: 1 | 2 | 4 | 8
  readonly kind: Kind
}

/** A colour type: its samples for each pixel, whether the last of them is opacity, and what depths it comes in. */
interface Kind {
  readonly name: 'grey' | 'rgb' | 'palette'
  readonly samples: number
  readonly opacity: boolean
  readonly depths: readonly number[]
}

/** By the number that a PNG gives them (clause 11.2.1, table 11.1). */
const KINDS: Readonly<Record<number, Kind>> = {
  0: { name: 'grey', samples: 1, opacity: false, depths: [1, 2, 4, 8, 16] },
  2: { name: 'rgb', samples: 3, opacity: false, depths: [8, 16] },
  3: { name: 'palette', samples: 1, opacity: false, depths: [1, 2, 4, 8] },
  4: { name: 'grey', samples: 2, opacity: true, depths: [8, 16] },
  6: { name: 'rgb', samples: 4, opacity: true, depths: [8, 16] }
}

const GREY = { type: 'grey' } as const

/** Chunks that a reader must know and that this one knows. */
const CRITICAL = ['IHDR', 'PLTE', 'IDAT', 'IEND']

/**
 * Reads a PNG. Rows keep the filters that its maker chose for them, which PDF has too, and are deflated anew: nothing else
 * that a file of this kind may hold can come along. Throws `Unusable`.
 */
export function readPng(bytes: Uint8Array, { inflate, deflate }: Zlib): Image {
  const chunks = chunksOf(bytes)
  const header = headerIn(chunks)
  refuseOthers(chunks)
  checkStated(chunks, inflate)
  const rows = rowsIn(chunks, header, inflate)
  const { width, height, bits, kind } = header
  const frame = { width, height }
  const packed = { bits, coding: 'predicted' } as const
  if (kind.name === 'palette') {
    const table = paletteIn(chunks)
    const count = table.length / 3
    const places = indices(rows, { ...frame, bits, colours: count })
    const opaque = opacities(places, chunkOf(chunks, 'tRNS')?.data ?? new Uint8Array(), count)
    const opacity = opaque && ({ colours: GREY, bits: 8, coding: 'flate', bytes: deflate(opaque) } as const)
    return { ...frame, samples: { ...packed, colours: { type: 'palette', table }, bytes: deflate(rows) }, opacity }
  }
  const colours = { type: kind.name }
  if (!kind.opacity) return { ...frame, samples: { ...packed, colours, bytes: deflate(rows) }, opacity: null }
  const [colour, opacity] = apart(rows, width, kind.samples)
  const samples = { ...packed, colours, bytes: deflate(colour) }
  return { ...frame, samples, opacity: { ...packed, colours: GREY, bytes: deflate(opacity) } }
}

function headerIn([first]: readonly Chunk[]): Header {
  if (first?.type !== 'IHDR' || first.data.length !== 13) throw broken('it does not begin with its header')
  const view = viewOf(first.data)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth = 0, type = 0, compression, filter, interlaced] = first.data.subarray(8)
  const kind = KINDS[type]
  checkSides(width, height)
  if (!kind?.depths.includes(depth) || compression !== 0 || filter !== 0)
    throw broken('its header is not valid for a PNG')
  if (interlaced !== 0) throw new Unusable('the PNG is interlaced', 'save it again without interlacing (Adam7)')
  if (depth !== 1 && depth !== 2 && depth !== 4 && depth !== 8)
    throw new Unusable('the PNG has 16 bits for each sample', 'save it again with 8 bits: print shows no more')
  return { width, height, bits: depth, kind }
}

/** What this reader does not draw, or could only draw in part. */
function refuseOthers(chunks: readonly Chunk[]): void {
  const unknown = chunks.find(({ type }) => /^[A-Z]/.test(type) && !CRITICAL.includes(type))
  if (unknown) throw broken(`it has an unknown part \`${unknown.type}\``)
  if (chunkOf(chunks, 'acTL')) throw new Unusable('the PNG is an animation', 'save one picture of it as a still PNG')
  const header = chunkOf(chunks, 'IHDR')
  if (chunkOf(chunks, 'tRNS') && header?.data[9] !== 3)
    throw new Unusable('the PNG marks one colour as transparent', 'save it again with an alpha channel')
}

function chunkOf(chunks: readonly Chunk[], type: string): Chunk | undefined {
  return chunks.find(each => each.type === type)
}

/** The rows of the picture, each with its filter in front: as many bytes as the header asks for, or none. */
function rowsIn(chunks: readonly Chunk[], { width, height, bits, kind }: Header, inflate: Zlib['inflate']): Uint8Array {
  const stride = 1 + Math.ceil((width * bits * kind.samples) / 8)
  const size = stride * height
  const rows = inflate(pixelsOf(chunks), size)
  if (rows?.length !== size) throw broken('its pixels are damaged, or not as many as its header says')
  for (let row = 0; row < size; row += stride)
    if ((rows[row] ?? 0) > 4) throw broken(`row ${row / stride + 1} has an unknown filter`)
  return rows
}

/** The stream of pixels, which a PNG may cut anywhere but must keep together (clause 5.6). */
function pixelsOf(chunks: readonly Chunk[]): Uint8Array {
  const first = chunks.findIndex(each => each.type === 'IDAT')
  const parts = chunks.filter(each => each.type === 'IDAT')
  if (first < 0) throw broken('it has no pixels')
  if (chunks.slice(first, first + parts.length).some(each => each.type !== 'IDAT'))
    throw broken('its pixels are not in one sequence')
  return joined(parts.map(each => each.data))
}

function paletteIn(chunks: readonly Chunk[]): Uint8Array {
  const table = chunkOf(chunks, 'PLTE')?.data
  if (!table || table.length === 0 || table.length % 3 !== 0 || table.length > 3 * 256)
    throw broken('it has no table of colours')
  return table
}
