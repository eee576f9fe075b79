/** PDF objects in; the bytes of a file out, the same for the same objects. */
import { type PDFContext, PDFHexString, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib'
import { joined } from '../../image/bytes.ts'
import type { World } from '../../world.ts'
import { type DictionaryEntries, deflatedStream, verbatim } from './objects.ts'

/** PDF 1.7, and four bytes that tell programs that the file is not text (ISO 32000-1, 7.5.2). */
const HEADER = Uint8Array.from([...'%PDF-1.7\n%', 'â', 'ã', 'Ï', 'Ó', '\n'].map(each => each.charCodeAt(0)))

const encoder = new TextEncoder()

const NEWLINE = encoder.encode('\n')

/** An object's place: none, at an offset of the file, or the so-manieth in an object stream (ISO 32000-1, table 18). */
type Place = readonly [0, 0, 65535] | readonly [1, number, 0] | readonly [2, number, number]

/** Bytes in the order in which they were added. */
interface Output {
  readonly chunks: Uint8Array[]
  length: number
}

/**
 * Writes streams one by one, all other objects in one object stream, then a cross-reference stream. Our own, as
 * pdf-lib's writer compresses with a library that we do without, and gives a file no identifier.
 */
export function serialize(
  context: PDFContext,
  roots: Record<'catalog' | 'information', PDFRef>,
  world: World
): Uint8Array {
  const output: Output = { chunks: [], length: 0 }
  const places: Place[] = [[0, 0, 65535]]
  const packed: (readonly [number, PDFObject])[] = []
  add(output, HEADER)
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) {
      places[ref.objectNumber] = [1, output.length, 0]
      addStream(output, ref.objectNumber, object)
    } else packed.push([ref.objectNumber, object])
  }
  const holder = context.largestObjectNumber + 1
  for (const [index, [number]] of packed.entries()) places[number] = [2, holder, index]
  places[holder] = [1, output.length, 0]
  addStream(output, holder, objectStream(context, packed, world))
  const start = output.length
  places[holder + 1] = [1, start, 0]
  const identifier = PDFHexString.of(world.sha256(joined(output.chunks)).slice(0, 32))
  const trailer = { Root: roots.catalog, Info: roots.information, ID: [identifier, identifier] }
  addStream(output, holder + 1, crossReferences(context, places, trailer, world))
  add(output, encoder.encode(`startxref\n${start}\n%%EOF\n`))
  return joined(output.chunks)
}

function add(output: Output, bytes: Uint8Array): void {
  output.chunks.push(bytes)
  output.length += bytes.length
}

/** The bytes of an object that is not a stream. */
function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

function addStream(output: Output, number: number, stream: PDFRawStream): void {
  stream.updateDict()
  add(output, encoder.encode(`${number} 0 obj\n`))
  add(output, bytesOf(stream.dict))
  add(output, encoder.encode('\nstream\n'))
  add(output, stream.contents)
  add(output, encoder.encode('\nendstream\nendobj\n'))
}

/** Objects behind a list of their numbers and offsets (ISO 32000-1, 7.5.7). */
function objectStream(
  context: PDFContext,
  packed: readonly (readonly [number, PDFObject])[],
  world: World
): PDFRawStream {
  const body: Output = { chunks: [], length: 0 }
  let directory = ''
  for (const [number, object] of packed) {
    directory += `${number} ${body.length} `
    add(body, bytesOf(object))
    add(body, NEWLINE)
  }
  const head = encoder.encode(directory)
  body.chunks.unshift(head)
  body.length += head.length
  return deflatedStream(context, world.deflate(joined(body.chunks)), {
    Type: 'ObjStm',
    N: packed.length,
    First: head.length
  })
}

/** The cross-reference stream (ISO 32000-1, 7.5.8): one byte of kind, four of place, two of index for each object. */
function crossReferences(
  context: PDFContext,
  places: readonly Place[],
  trailer: DictionaryEntries,
  world: World
): PDFRawStream {
  const table = new DataView(new ArrayBuffer(7 * places.length))
  for (const [number, [kind, where, index]] of places.entries()) {
    table.setUint8(7 * number, kind)
    table.setUint32(7 * number + 1, where)
    table.setUint16(7 * number + 5, index)
  }
  const widths = verbatim('[1 4 2]')
  const entries = { ...trailer, Type: 'XRef', Size: places.length, W: widths }
  return deflatedStream(context, world.deflate(new Uint8Array(table.buffer)), entries)
}
