/** The bytes of a JPEG in; its segments, and the entropy-coded data behind the headers of scans, out. */
import { Unusable } from './image.ts'

/** A marker with what belongs to it (ITU-T T.81, B.1.1.4). */
export interface Segment {
  /** Its second byte: 0xc0 for a baseline frame. */
  readonly marker: number
  /** What its length counts, without the length. */
  readonly data: Uint8Array
  /** From the marker on; of a scan with its entropy-coded data. */
  readonly whole: Uint8Array
}

const END = 0xd9
const SCAN = 0xda

/** Every segment between the start and the end of the image. What a camera put behind it is nothing of it, and left there. */
export function segmentsOf(bytes: Uint8Array): Segment[] {
  const segments: Segment[] = []
  for (let at = 2; ; ) {
    // Any number of 0xff may fill up before a marker.
    if (bytes[at] !== 0xff) throw broken(at < bytes.length ? `there should be a marker at byte ${at}` : CUT)
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1] ?? END
    if (marker === END) {
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
export function broken(why: string): Unusable {
  return new Unusable(`the JPEG is broken: ${why}`, 'save or copy the image again')
}
