/** The bytes of a JPEG in; the same picture, without all that an editor or a camera wrote into it, out. */
import { joined } from './bytes.ts'
import { checkProfile, checkSides, checkSquare, type Image, latin1, Unusable } from './image.ts'

/** A marker with what belongs to it (ITU-T T.81, B.1.1.4). */
interface Segment {
  /** Its second byte: 0xc0 for a baseline frame. */
  readonly marker: number
  /** What its length counts, without the length. */
  readonly data: Uint8Array
  /** From the marker on; of a scan with its entropy-coded data. */
  readonly whole: Uint8Array
}

const END_MARKER = 0xd9
const SCAN = 0xda

/** Every segment between the start and the end of the image. What a camera put behind it is nothing of it, and left there. */
function segmentsOf(bytes: Uint8Array): Segment[] {
  const segments: Segment[] = []
  for (let at = 2; ; ) {
    // Any number of 0xff may fill up before a marker.
    if (bytes[at] !== 0xff) throw broken(at < bytes.length ? `there should be a marker at byte ${at}` : CUT)
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1] ?? END_MARKER
    if (marker === END_MARKER) {
      if (at + 1 >= bytes.length) throw broken(CUT)
      return segments
    }
    const segment = segmentAt(bytes, at, marker)
    segments.push(segment)
    at += segment.whole.length
  }
}

const CUT = 'it ends before its last part'

function segmentAt(bytes: Uint8Array, at: number, marker: number): Segment {
  const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
  const end = at + 2 + length
  if (at + 4 > bytes.length || end > bytes.length) throw broken(CUT)
  if (length < 2) throw broken(`its part at byte ${at} has no length`)
  const data = bytes.subarray(at + 4, end)
  return { marker, data, whole: bytes.subarray(at, marker === SCAN ? endOfScan(bytes, end) : end) }
}

/** Behind the data of a scan stands a marker that is neither a byte 0xff of the data (0xff 0x00) nor a restart (0xd0 to 0xd7). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  throw broken(CUT)
}

/** The refusal of a JPEG that is not whole. */
function broken(why: string): Unusable {
  return new Unusable(`the JPEG is broken: ${why}`, 'save or copy the image again')
}

/** What the frame header says (ITU-T T.81, B.2.2). */
interface Frame {
  readonly width: number
  readonly height: number
  /** The components by the numbers that the file gives them. */
  readonly components: readonly number[]
}

/** Frames by their marker: what a PDF reader must draw is baseline and, since PDF 1.3, progressive (ISO 32000-1, 7.4.8). */
const TAKEN = [0xc0, 0xc2]
const FRAMES = /^c[0-35-79-bd-f]$/
/** What goes into the note: tables, the frame, scans. */
const KEPT = [...TAKEN, 0xc4, SCAN, 0xdb, 0xdd]
/** Application data from the first to the last, and comments. */
const SAID = /^(e[0-9a-f]|fe)$/

/**
 * Reads a JPEG. Pixels are not decoded: what is checked is that the file is whole from its header to its end and that every
 * component is drawn. Throws `Unusable`.
 */
export function readJpeg(bytes: Uint8Array): Image {
  const segments = segmentsOf(bytes)
  const frame = frameIn(segments)
  checkScans(segments, frame)
  checkStated(segments)
  const colours = frame.components.length === 3 ? ({ type: 'rgb' } as const) : ({ type: 'grey' } as const)
  const marked = colours.type === 'rgb' ? [adobe(transformOf(segments, frame))] : []
  const kept = segments.filter(({ marker }) => KEPT.includes(marker)).map(each => each.whole)
  const { width, height } = frame
  const picture = joined([START, ...marked, ...kept, END])
  return { width, height, samples: { colours, bits: 8, coding: 'jpeg', bytes: picture }, opacity: null }
}

const START = Uint8Array.of(0xff, 0xd8)
const END = Uint8Array.of(0xff, 0xd9)

function frameIn(segments: readonly Segment[]): Frame {
  const frames = segments.filter(({ marker }) => FRAMES.test(marker.toString(16)))
  const [frame] = frames
  if (!frame || frames.length > 1) throw broken(frame ? 'it has several pictures in one' : 'it has no picture')
  const unknown = segments.find(({ marker }) => !KEPT.includes(marker) && !SAID.test(marker.toString(16)))
  if (!TAKEN.includes(frame.marker) || unknown)
    throw new Unusable('the JPEG is of an unsupported kind', 'save it again as a baseline or progressive JPEG')
  const [bits, ...rest] = frame.data
  const [highHeight = 0, height = 0, highWidth = 0, width = 0, count = 0] = rest
  checkSides(highWidth * 256 + width, highHeight * 256 + height)
  if (bits !== 8) throw new Unusable(`the JPEG has ${bits} bits for each sample`, 'save it again with 8 bits')
  if (count === 4) throw new Unusable('the JPEG has the four inks of print (CMYK)', 'convert it to sRGB')
  if ((count !== 1 && count !== 3) || rest.length !== 5 + 3 * count) throw broken('its header is not valid for a JPEG')
  const components = Array.from({ length: count }, (_, index) => rest[5 + 3 * index] ?? 0)
  return { width: highWidth * 256 + width, height: highHeight * 256 + height, components }
}

/** Every component is drawn by some scan: a file that was cut at a scan draws some in part or not at all. */
function checkScans(segments: readonly Segment[], { components }: Frame): void {
  const drawn = segments.flatMap(({ marker, data: [count = 0, ...rest] }) =>
    marker === SCAN ? Array.from({ length: count }, (_, index) => rest[2 * index]) : []
  )
  if (!components.every(each => drawn.includes(each))) throw broken('a part of its colours is missing')
}

/** The names with which application data begin. */
const JFIF = 'JFIF\0'
const ADOBE = 'Adobe'
const EXIF = 'Exif\0\0'
const ICC = 'ICC_PROFILE\0'

/** The data behind a name, of all segments that begin with it. */
function behind(segments: readonly Segment[], name: string): Uint8Array[] {
  return segments.flatMap(({ data }) =>
    latin1(data.subarray(0, name.length)) === name ? [data.subarray(name.length)] : []
  )
}

/** Refuses what a reader of pictures heeds and a reader of PDF does not: other colours, pixels or sides up. */
function checkStated(segments: readonly Segment[]): void {
  // Two numbers say which part of the profile a segment holds, and of how many.
  const profile = joined(behind(segments, ICC).map(part => part.subarray(2)))
  if (profile.length > 0) checkProfile(profile)
  // Version, unit, resolution across and down.
  for (const [, , , acrossHigh = 0, across = 0, downHigh = 0, down = 0] of behind(segments, JFIF))
    checkSquare(acrossHigh * 256 + across, downHigh * 256 + down)
  for (const exif of behind(segments, EXIF)) checkUpright(exif)
}

/** Tag 274 of the first directory (TIFF 6.0, part 8): 1 is upright. */
const ORIENTATION = 0x0112

function checkUpright(exif: Uint8Array): void {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength)
  const little = exif[0] === 0x49
  const number = (at: number) => (at + 2 <= exif.length ? view.getUint16(at, little) : 0)
  const start = exif.length < 8 ? 8 : view.getUint32(4, little)
  for (let entry = 0; entry < number(start); entry++) {
    const at = start + 2 + 12 * entry
    if (number(at) === ORIENTATION && number(at + 8) > 1)
      throw new Unusable('the JPEG lies on its side or is mirrored', 'turn it upright and save it again')
  }
}

/** How three components are coded: 1 as luminance and colour, 0 as red, green and blue; decided as libjpeg decides it. */
function transformOf(segments: readonly Segment[], { components }: Frame): 0 | 1 {
  if (behind(segments, JFIF).length > 0) return 1
  // Version, two sets of flags, transform.
  const [said] = behind(segments, ADOBE)
  if (said) return said[6] === 0 ? 0 : 1
  return latin1(Uint8Array.from(components)) === 'RGB' ? 0 : 1
}

/** The one thing that is said besides the picture: how its colours are coded, as PDF asks (ISO 32000-1, 7.4.8). */
function adobe(transform: 0 | 1): Uint8Array {
  const name = Uint8Array.from(ADOBE, letter => letter.charCodeAt(0))
  return Uint8Array.of(0xff, 0xee, 0, 14, ...name, 0, 100, 0, 0, 0, 0, transform)
}
