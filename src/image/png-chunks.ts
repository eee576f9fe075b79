/** The bytes of a PNG in; its chunks, each checked against its checksum, out. */
import { latin1, Unusable } from './image.ts'

/** A chunk (PNG, clause 5.3): four letters, of which a small first one says that a reader may pass it over. */
export interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

const SIGNATURE_LENGTH = 8
/** Length, type and checksum. */
const FRAME = 12

/** Every chunk up to the last one. What an editor put behind the image is nothing of it, and left there. */
export function chunksOf(bytes: Uint8Array): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE_LENGTH; chunks.at(-1)?.type !== 'IEND'; ) {
    const chunk = chunkAt(bytes, at)
    chunks.push(chunk)
    at += chunk.data.length + FRAME
  }
  return chunks
}

function chunkAt(bytes: Uint8Array, at: number): Chunk {
  if (bytes.length < at + FRAME) throw broken('it ends before its last part')
  const view = viewOf(bytes)
  const length = view.getUint32(at)
  const end = at + FRAME + length
  if (length > bytes.length || end > bytes.length) throw broken('it ends before its last part')
  const type = latin1(bytes.subarray(at + 4, at + 8))
  if (!/^[A-Za-z]{4}$/.test(type)) throw broken(`there should be a chunk at byte ${at}`)
  if (checksum(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
    throw broken(`its part \`${type}\` at byte ${at} is not what its checksum says`)
  return { type, data: bytes.subarray(at + 8, end - 4) }
}

/** Numbers in a PNG have their high byte first. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The refusal of a PNG that is not whole. */
export function broken(why: string): Unusable {
  return new Unusable(`the PNG is broken: ${why}`, 'save or copy the image again')
}

/** The reflected polynomial of CRC-32 (PNG, annex D). */
const POLYNOMIAL = 0xedb88320
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? POLYNOMIAL ^ (value >>> 1) : value >>> 1
  return value
})

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
