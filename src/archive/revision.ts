/** What was appended to a PDF in; its objects, and the trailer that goes with them, out: one incremental update. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
  PDFString
} from 'pdf-lib'
import { type Inflate, inflated, textAt, typeOf } from './open.ts'

/** One incremental update (ISO 32000-1, 7.5.6). */
export interface Revision {
  readonly objects: ReadonlyMap<number, PDFObject>
  readonly trailer: PDFDict
  /** Offset of its cross-references, and of the byte behind it. */
  readonly crossReferences: number
  readonly end: number
}

/** Why what was appended is no update that can be followed. */
export class Unfollowable extends Error {
  override readonly name = 'Unfollowable'
}

/** The most objects that one update may hold: a seal takes some ten. */
const MOST_OBJECTS = 1000
const BLANK = /^[\0\t\n\f\r ]*/
/** What is looked at to tell what stands at a place. */
const WINDOW = 64

/** pdf-lib's parser, which knows how far it came. */
class MeasuringParser extends PDFObjectParser {
  static parse(bytes: Uint8Array, context: PDFContext): { readonly object: PDFObject; readonly length: number } {
    const parser = MeasuringParser.forBytes(bytes, context)
    const object = parser.parseObject()
    return { object, length: parser['bytes'].offset() }
  }
}

/** Reads the update that begins at an offset. Throws `Unfollowable` for whatever is not exactly that. */
export function readRevision(bytes: Uint8Array, start: number, context: PDFContext, inflate: Inflate): Revision {
  const objects = new Map<number, PDFObject>()
  const places = new Map<number, number>()
  for (let at = skipBlank(bytes, start); ; at = skipBlank(bytes, at)) {
    const head = /^(\d{1,7}) 0 obj\b/.exec(textAt(bytes, at, WINDOW))
    if (!head) {
      if (textAt(bytes, at, 4) !== 'xref') throw new Unfollowable('something was appended that is no object')
      const table = readTable(bytes, at, context)
      return finish(bytes, { ...table, places, objects, crossReferences: at })
    }
    const number = Number(head[1])
    const { object, length } = parse(bytes, at + head[0].length, context)
    if (objects.has(number)) throw new Unfollowable(`object ${number} was appended twice`)
    if (objects.size >= MOST_OBJECTS) throw new Unfollowable('too many objects were appended')
    objects.set(number, object)
    places.set(number, at)
    const closing = skipBlank(bytes, at + head[0].length + length)
    if (textAt(bytes, closing, 6) !== 'endobj') throw new Unfollowable(`object ${number} does not end`)
    if (object instanceof PDFRawStream && typeOf(object.dict) === 'XRef') {
      const entries = readStream(object, inflate)
      return finish(bytes, { entries, trailer: object.dict, end: closing + 6, places, objects, crossReferences: at })
    }
    at = closing + 6
  }
}

function skipBlank(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const blank = BLANK.exec(textAt(bytes, at, WINDOW))?.[0].length ?? 0
    at += blank
    if (blank < WINDOW) return at
  }
}

function parse(bytes: Uint8Array, at: number, context: PDFContext) {
  try {
    return MeasuringParser.parse(bytes.subarray(at), context)
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    throw new Unfollowable('an object was appended that cannot be read')
  }
}

/** Offsets of objects in use by their numbers. */
type Entries = ReadonlyMap<number, number>

interface Found {
  readonly entries: Entries
  readonly trailer: PDFDict
  readonly end: number
  readonly places: Entries
  readonly objects: ReadonlyMap<number, PDFObject>
  readonly crossReferences: number
}

/** A cross-reference table and its trailer (ISO 32000-1, 7.5.4 and 7.5.5). */
function readTable(bytes: Uint8Array, start: number, context: PDFContext) {
  const entries = new Map<number, number>()
  let at = skipBlank(bytes, start + 4)
  for (;;) {
    const section = /^(\d{1,7}) (\d{1,4})\s+/.exec(textAt(bytes, at, WINDOW))
    if (!section) break
    at += section[0].length
    for (let index = 0; index < Number(section[2]); index++, at += 20) {
      const entry = /^(\d{10}) (\d{5}) ([nf])[ \r][\r\n]$/.exec(textAt(bytes, at, 20))
      if (!entry) throw new Unfollowable('its cross-references cannot be read')
      const number = Number(section[1]) + index
      if (entry[3] === 'n') entries.set(number, Number(entry[1]))
      else if (number !== 0) throw new Unfollowable(`object ${number} was taken out`)
    }
  }
  if (textAt(bytes, at, 7) !== 'trailer') throw new Unfollowable('it has no trailer')
  const { object, length } = parse(bytes, at + 7, context)
  if (!(object instanceof PDFDict)) throw new Unfollowable('it has no trailer')
  return { entries, trailer: object, end: at + 7 + length }
}

/** A cross-reference stream (ISO 32000-1, 7.5.8). */
function readStream(stream: PDFRawStream, inflate: Inflate): Entries {
  const body = inflated(stream, inflate)
  const widths = numbersOf(stream.dict.get(PDFName.of('W')))
  const size = numbersOf(stream.dict.get(PDFName.of('Size')))
  const index =
    stream.dict.get(PDFName.of('Index')) === undefined ? [0, ...size] : numbersOf(stream.dict.get(PDFName.of('Index')))
  const width = widths.reduce((sum, each) => sum + each, 0)
  if (!body || stream.dict.get(PDFName.of('DecodeParms')) || widths.length !== 3 || width < 1 || width > 20)
    throw new Unfollowable('its cross-references cannot be read')
  const entries = new Map<number, number>()
  let at = 0
  for (let section = 0; section + 1 < index.length; section += 2) {
    for (let nth = 0; nth < (index[section + 1] ?? 0); nth++, at += width) {
      if (at + width > body.length) throw new Unfollowable('its cross-references cannot be read')
      const [type = 1, offset = 0] = fieldsAt(body, at, widths)
      const number = (index[section] ?? 0) + nth
      if (type === 1) entries.set(number, offset)
      else if (type !== 0 || number !== 0) throw new Unfollowable(`object ${number} is not where it can be seen`)
    }
  }
  return entries
}

function fieldsAt(body: Uint8Array, from: number, widths: readonly number[]): (number | undefined)[] {
  let at = from
  return widths.map(width => {
    if (width === 0) return undefined
    const field = body.subarray(at, at + width).reduce((sum, byte) => sum * 256 + byte, 0)
    at += width
    return field
  })
}

function numbersOf(object: PDFObject | undefined): number[] {
  if (object instanceof PDFNumber) return [object.asNumber()]
  if (!(object instanceof PDFArray)) return []
  return object.asArray().flatMap(each => (each instanceof PDFNumber ? [each.asNumber()] : []))
}

/** What the cross-references list must be what was appended, each object where they say: no reader then finds another. */
function finish(bytes: Uint8Array, { entries, trailer, end, places, objects, crossReferences }: Found): Revision {
  const isListed = places.size === entries.size && [...places].every(([number, place]) => entries.get(number) === place)
  if (!isListed) throw new Unfollowable('its cross-references do not list what was appended')
  const at = skipBlank(bytes, end)
  const closing = /^startxref\s+(\d{1,10})\s+%%EOF(\r\n|\n|\r)?/.exec(textAt(bytes, at, WINDOW))
  if (!closing || Number(closing[1]) !== crossReferences) throw new Unfollowable('it does not end as an update does')
  return { objects, trailer, crossReferences, end: at + closing[0].length }
}

/** An object as text, the same for the same object however a program writes it. */
export function canonical(object: PDFObject | undefined): string {
  if (object instanceof PDFDict) {
    const entries = object.entries().map(([key, value]) => `${key.asString()} ${canonical(value)}`)
    return `<<${entries.sort().join(' ')}>>`
  }
  if (object instanceof PDFArray) return `[${object.asArray().map(canonical).join(' ')}]`
  if (object instanceof PDFString || object instanceof PDFHexString) return `(${[...object.asBytes()].join(',')})`
  if (object instanceof PDFNumber) return String(object.asNumber())
  if (object instanceof PDFRawStream) return `${canonical(object.dict)} stream`
  if (object instanceof PDFRef) return `${object.objectNumber} R`
  return String(object)
}
