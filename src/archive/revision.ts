/** What was appended to a PDF in; its objects, and the trailer that goes with them, out: one incremental update. */
import { type PDFContext, type PDFDict, PDFName, type PDFObject, PDFObjectParser, PDFRawStream, PDFRef } from 'pdf-lib'
import {
  bodyOf,
  checkStream,
  type Listed,
  matchAt,
  readStream,
  readTable,
  skipBlank,
  Unfollowable
} from './cross-references.ts'
import { numberOf, type OpenedPdf, packedIn, textAt, typeOf } from './open.ts'

/** One incremental update (ISO 32000-1, 7.5.6). */
export interface Revision {
  readonly objects: ReadonlyMap<number, PDFObject>
  readonly trailer: PDFDict
  /** Offset of its cross-references, and of the byte behind it. */
  readonly crossReferences: number
  readonly end: number
}

/** The most objects that one update may hold: a seal takes some ten. */
const MOST_OBJECTS = 1000

/**
 * pdf-lib's parser, which knows how far it came, and takes no key twice: the last would hold for it, and the first for
 * another reader.
 */
class MeasuringParser extends PDFObjectParser {
  /** The keys of the dictionary that is read; null inside of what stands under one of them. */
  private keys: Set<PDFName> | null = null

  /** Generations are of files in which numbers were given up and taken again, which no signature does. */
  override parseObject(): PDFObject {
    const object = this.within(null, () => super.parseObject())
    if (object instanceof PDFRef && object.generationNumber !== 0)
      throw new Unfollowable(`object ${object.objectNumber} is named in another generation`)
    return object
  }

  protected override parseDict(): PDFDict {
    return this.within(new Set(), () => super.parseDict())
  }

  protected override parseName(): PDFName {
    const name = super.parseName()
    if (this.keys?.has(name)) throw new Unfollowable(`an object was appended that says ${name.decodeText()} twice`)
    this.keys?.add(name)
    return name
  }

  private within<T>(keys: Set<PDFName> | null, read: () => T): T {
    const around = this.keys
    this.keys = keys
    const made = read()
    this.keys = around
    return made
  }

  static parse(bytes: Uint8Array, context: PDFContext): { readonly object: PDFObject; readonly length: number } {
    const parser = new MeasuringParser(PDFObjectParser.forBytes(bytes, context)['bytes'], context)
    const object = parser.parseObject()
    return { object, length: parser['bytes'].offset() }
  }
}

/** What reading one update has at hand, and what it has found. */
interface Reader extends Pick<OpenedPdf, 'bytes' | 'context' | 'inflate'> {
  readonly objects: Map<number, PDFObject>
  readonly places: Map<number, string>
}

/** Reads the update that begins at an offset. Throws `Unfollowable` for whatever is not exactly that. */
export function readRevision({ bytes, context, inflate }: OpenedPdf, start: number): Revision {
  const reader: Reader = { bytes, context, inflate, objects: new Map(), places: new Map() }
  for (let at = skipBlank(bytes, start); ; at = skipBlank(bytes, at)) {
    const head = matchAt(bytes, at, /^(\d{1,7}) 0 obj\b/)
    if (!head) {
      if (textAt(bytes, at, 4) !== 'xref') throw new Unfollowable('something was appended that is not an object')
      return finish(reader, { ...readTable(bytes, at, from => parse(bytes, from, context)), crossReferences: at })
    }
    const number = Number(head[1])
    const { object, length } = parse(bytes, at + head[0].length, context)
    const closing = skipBlank(bytes, at + head[0].length + length)
    if (textAt(bytes, closing, 6) !== 'endobj') throw new Unfollowable(`object ${number} does not end`)
    add(reader, number, object, String(at))
    const type = object instanceof PDFRawStream ? typeOf(object.dict) : null
    if (object instanceof PDFRawStream) checkStream(object, textAt(bytes, at + head[0].length, length))
    if (object instanceof PDFRawStream && type === 'XRef') {
      const entries = readStream(object, inflate)
      // It is found by `startxref`, and need not list itself.
      if (!entries.has(number)) reader.places.delete(number)
      return finish(reader, { entries, trailer: object.dict, end: closing + 6, crossReferences: at })
    }
    if (object instanceof PDFRawStream && type === 'ObjStm') unpack(reader, number, object)
    at = closing + 6
  }
}

function add({ objects, places }: Reader, number: number, object: PDFObject, place: string): void {
  if (number === 0) throw new Unfollowable('an object was appended that has no number')
  if (objects.has(number)) throw new Unfollowable(`object ${number} was appended twice`)
  if (objects.size >= MOST_OBJECTS) throw new Unfollowable('too many objects were appended')
  objects.set(number, object)
  places.set(number, place)
}

/** What an object stream holds, in its order. One that goes on from another stream is not followed. */
function unpack(reader: Reader, holder: number, stream: PDFRawStream): void {
  const body = bodyOf(stream, reader.inflate)
  const [count = 0, first = 0] = ['N', 'First'].map(key => numberOf(stream.dict.get(PDFName.of(key))))
  const isExtended = ['Extends', 'DecodeParms'].some(key => stream.dict.get(PDFName.of(key)) !== undefined)
  const packed = body && packedIn(body, first)
  // Where one would end inside of the next, or they change places, readers disagree.
  if (!packed || packed.length !== count || isExtended || packed.some(({ from, to }) => to <= from))
    throw new Unfollowable('objects were appended that cannot be read')
  for (const [index, { number, from, to }] of packed.entries()) {
    const { object } = parse(body.subarray(from, to), 0, reader.context)
    if (object instanceof PDFRawStream) throw new Unfollowable('a stream was appended inside of another')
    add(reader, number, object, `${holder}:${index}`)
  }
}

function parse(bytes: Uint8Array, at: number, context: PDFContext) {
  try {
    return MeasuringParser.parse(bytes.subarray(at), context)
  } catch (thrown) {
    if (!(thrown instanceof Error) || thrown instanceof Unfollowable) throw thrown
    throw new Unfollowable('an object was appended that cannot be read')
  }
}

/** What the cross-references list must be what was appended, each object where they say: no reader then finds another. */
function finish({ bytes, places, objects }: Reader, found: Listed & Pick<Revision, 'crossReferences'>): Revision {
  const { entries, trailer, end, crossReferences } = found
  const isListed = places.size === entries.size && [...places].every(([number, place]) => entries.get(number) === place)
  if (!isListed) throw new Unfollowable('its cross-references do not list what was appended')
  const at = skipBlank(bytes, end)
  const closing = matchAt(bytes, at, /^startxref\s+(\d{1,10})\s+%%EOF(\r\n|\n|\r)?/)
  if (!closing || Number(closing[1]) !== crossReferences) throw new Unfollowable('it does not end as an update does')
  return { objects, trailer, crossReferences, end: at + closing[0].length }
}
