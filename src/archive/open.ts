/** The bytes of a PDF that this tool wrote in; its objects and the files that it carries out, or where it is no such file. */
import {
  PDFArray,
  PDFContext,
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
import type { World } from '../world.ts'

/** The most that is opened (16 MiB): a note with all that it carries has some hundred kilobytes. */
export const LARGEST_PDF = 16 * 1024 * 1024
/** The most that the streams of one file may hold together once inflated (32 MiB). */
const MOST_INFLATED = 32 * 1024 * 1024
/** The most objects that are read. */
const MOST_OBJECTS = 200_000

/** Inflates a zlib stream; null where it is broken or would hold more than `most` bytes. */
export type Inflate = World['inflate']

/** Why a file cannot be opened, and where in it that shows. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  /** Offset in bytes. */
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** An object that stands in the file by itself, which in our files is always a stream. */
interface TopObject {
  readonly number: number
  /** Offset of its first byte, and of the one behind its last. */
  readonly start: number
  readonly end: number
  readonly dictionary: PDFDict
  readonly contents: Uint8Array
}

/** A file that was opened. */
export interface OpenedPdf extends Pick<Reader, 'bytes' | 'inflate' | 'context'> {
  readonly top: readonly TopObject[]
  readonly catalog: PDFDict
  /** How many bytes the file had when it was written; what follows was appended later. */
  readonly length: number
  /** What it carries, by attachment name, in the order of its name tree. */
  readonly attachments: ReadonlyMap<string, Uint8Array>
}

/** What opening one file has at hand, and how much it may still inflate. */
interface Reader {
  readonly bytes: Uint8Array
  readonly inflate: Inflate
  readonly context: PDFContext
  left: number
}

/**
 * Reads a file as `write/pdf/serialize.ts` lays it out: a header, streams one behind the other, the cross-reference stream
 * last, `startxref`. Strict on purpose: whatever else a reader of PDF would forgive was not written by this tool. Throws
 * `Unreadable`.
 */
export function openPdf(bytes: Uint8Array, inflate: Inflate): OpenedPdf {
  try {
    return openPlain(bytes, inflate)
  } catch (thrown) {
    const at = thrown instanceof Unreadable ? encryptionIn(bytes) : -1
    throw at < 0 ? thrown : new Unreadable('it is encrypted', at)
  }
}

/** Where a trailer names what a file is encrypted with (ISO 32000-1, 7.6.1), which is itself never encrypted; or -1. */
function encryptionIn(bytes: Uint8Array): number {
  if (bytes.length > LARGEST_PDF) return -1
  for (let at = find(bytes, '/Encrypt', 0); at >= 0; at = find(bytes, '/Encrypt', at + 1))
    if (/^\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(textAt(bytes, at, 40))) return at
  return -1
}

function openPlain(bytes: Uint8Array, inflate: Inflate): OpenedPdf {
  if (bytes.length === 0) throw new Unreadable('the file is empty', 0)
  if (bytes.length > LARGEST_PDF) throw new Unreadable(`the file is larger than ${LARGEST_PDF / 1024 / 1024} MiB`, 0)
  const reader: Reader = { bytes, inflate, context: PDFContext.create(), left: MOST_INFLATED }
  const { top, end } = readTop(reader)
  const last = top.at(-1)
  if (!last || typeOf(last.dictionary) !== 'XRef') throw new Unreadable('there is no cross-reference stream', end)
  const length = readEnd(reader, end, last.start)
  for (const object of top) {
    reader.context.assign(PDFRef.of(object.number), PDFRawStream.of(object.dictionary, object.contents))
    if (typeOf(object.dictionary) === 'ObjStm') readPacked(reader, object)
  }
  const catalog = dictionaryAt(reader, last.dictionary, 'Root', last.start)
  const { context } = reader
  return { bytes, inflate, top, context, catalog, length, attachments: attachmentsOf(reader, catalog) }
}

/** The name that an object gives as its type. */
export function typeOf(dictionary: PDFDict): string | null {
  const type = dictionary.get(PDFName.of('Type'))
  return type instanceof PDFName ? type.decodeText() : null
}

/** The bytes of a stream as they were before they were deflated; null where that cannot be told, or gives more than `most`. */
export function inflated(stream: PDFRawStream, inflate: Inflate, most: number = MOST_INFLATED): Uint8Array | null {
  const filter = stream.dict.get(PDFName.of('Filter'))
  if (filter === undefined) return stream.contents.length <= most ? stream.contents : null
  return filter === PDFName.of('FlateDecode') ? inflate(stream.contents, most) : null
}

/** `%PDF-1.7`, and a second line of four bytes that are not text. */
const HEADER_LENGTH = 15

function readTop(reader: Reader): { readonly top: TopObject[]; readonly end: number } {
  const { bytes } = reader
  if (textAt(bytes, 0, 9) !== '%PDF-1.7\n') throw new Unreadable('it does not begin like a PDF written by verbale', 0)
  const top: TopObject[] = []
  let at = HEADER_LENGTH
  while (textAt(bytes, at, 9) !== 'startxref') {
    if (top.length > MOST_OBJECTS) throw new Unreadable('it has too many objects', at)
    const object = readStream(reader, at)
    top.push(object)
    at = object.end
  }
  return { top, end: at }
}

/** `12 0 obj`, a dictionary, and as many bytes as it says. */
function readStream(reader: Reader, start: number): TopObject {
  const { bytes } = reader
  const head = /^(\d{1,7}) 0 obj\n/.exec(textAt(bytes, start, 20))
  if (!head) throw new Unreadable('there should be an object', start)
  const from = start + head[0].length
  const opening = find(bytes, '\nstream\n', from)
  if (opening < 0) throw new Unreadable(`object ${head[1]} should be a stream`, from)
  const dictionary = dictionaryIn(reader, bytes.subarray(from, opening), from)
  const stated = String(dictionary.get(PDFName.of('Length')))
  const contentsAt = opening + '\nstream\n'.length
  const length = /^\d{1,9}$/.test(stated) ? Number(stated) : -1
  const closing = '\nendstream\nendobj\n'
  if (length < 0 || textAt(bytes, contentsAt + length, closing.length) !== closing)
    throw new Unreadable(`object ${head[1]} does not end where it says`, contentsAt)
  const contents = bytes.subarray(contentsAt, contentsAt + length)
  return { number: Number(head[1]), start, end: contentsAt + length + closing.length, dictionary, contents }
}

/** Where the file as it was written ends. */
function readEnd({ bytes }: Reader, at: number, crossReferences: number): number {
  const closing = /^startxref\n(\d{1,10})\n%%EOF\n/.exec(textAt(bytes, at, 40))
  if (!closing) throw new Unreadable('it does not end like a PDF written by verbale', at)
  if (Number(closing[1]) !== crossReferences) throw new Unreadable('it does not say where its objects are', at)
  return at + closing[0].length
}

function readPacked(reader: Reader, { dictionary, contents, number, start }: TopObject): void {
  const body = inflate(reader, contents, start)
  const packed = packedIn(body, numberOf(dictionary.get(PDFName.of('First'))))
  if (packed === null) throw new Unreadable(`object ${number} lists no objects`, start)
  for (const each of packed)
    reader.context.assign(PDFRef.of(each.number), objectIn(reader, body.subarray(each.from, each.to), start))
}

/**
 * Where objects stand behind a list of their numbers and offsets (ISO 32000-1, 7.5.7), in the body of an object stream;
 * `first` is the offset of the first. Null where there is no such list.
 */
export function packedIn(body: Uint8Array, first: number): Record<'number' | 'from' | 'to', number>[] | null {
  const places = textAt(body, 0, isWhole(first) ? first : 0)
    .trim()
    .split(/[\0\t\n\f\r ]+/)
    .map(Number)
  if (places.length % 2 !== 0 || places.length > 2 * MOST_OBJECTS || !places.every(isWhole)) return null
  return Array.from({ length: places.length / 2 }, (_, index) => {
    const [number = 0, from = 0, , to = body.length - first] = places.slice(2 * index, 2 * index + 4)
    return { number, from: first + from, to: first + to }
  })
}

export function isWhole(number: number): boolean {
  return Number.isInteger(number) && number >= 0
}

/** A number as an object; NaN for any other. */
export function numberOf(object: PDFObject | undefined): number {
  return object instanceof PDFNumber ? object.asNumber() : Number.NaN
}

/** What pdf-lib cannot read as one object is the file's fault, whatever the library throws. */
function objectIn({ context }: Reader, bytes: Uint8Array, at: number): PDFObject {
  try {
    return PDFObjectParser.forBytes(bytes, context).parseObject()
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    throw new Unreadable('there is an object that cannot be read', at)
  }
}

function dictionaryIn(reader: Reader, bytes: Uint8Array, at: number): PDFDict {
  const object = objectIn(reader, bytes, at)
  if (object instanceof PDFDict) return object
  throw new Unreadable('there should be a dictionary', at)
}

function inflate(reader: Reader, bytes: Uint8Array, at: number): Uint8Array {
  const made = reader.inflate(bytes, reader.left)
  if (made === null) throw new Unreadable('a stream is broken, or too large once inflated', at)
  reader.left -= made.length
  return made
}

function dictionaryAt({ context }: Reader, holder: PDFDict, key: string, at: number): PDFDict {
  const found = context.lookup(holder.get(PDFName.of(key)))
  if (found instanceof PDFDict) return found
  throw new Unreadable(`it has no ${key}`, at)
}

/** The embedded files (ISO 32000-1, 7.11.4), inflated, by the names under which a reader offers them. */
function attachmentsOf(reader: Reader, catalog: PDFDict): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  if (catalog.get(PDFName.of('Names')) === undefined) return found
  const tree = dictionaryAt(reader, dictionaryAt(reader, catalog, 'Names', 0), 'EmbeddedFiles', 0)
  const pairs = reader.context.lookup(tree.get(PDFName.of('Names')))
  if (!(pairs instanceof PDFArray)) throw new Unreadable('its attachments are not listed', 0)
  const entries = pairs.asArray()
  for (let index = 1; index < entries.length; index += 2) {
    const specification = reader.context.lookup(entries[index])
    if (!(specification instanceof PDFDict)) throw new Unreadable('an attachment is not described', 0)
    const name = reader.context.lookup(specification.get(PDFName.of('UF')))
    const stream = reader.context.lookup(dictionaryAt(reader, specification, 'EF', 0).get(PDFName.of('F')))
    if (!(name instanceof PDFHexString) || !(stream instanceof PDFRawStream))
      throw new Unreadable('an attachment has no name or no content', 0)
    found.set(name.decodeText(), inflate(reader, stream.contents, 0))
  }
  return found
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
  if (object instanceof PDFRef) return `${object.objectNumber} ${object.generationNumber} R`
  return String(object)
}

/** Bytes as Latin-1 text; shorter where the file ends. */
export function textAt(bytes: Uint8Array, from: number, length: number): string {
  let text = ''
  for (const byte of bytes.subarray(from, from + length)) text += String.fromCharCode(byte)
  return text
}

/** The first place of an ASCII text from an offset on, or -1. */
function find(bytes: Uint8Array, wanted: string, from: number): number {
  const first = wanted.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (textAt(bytes, at, wanted.length) === wanted) return at
  return -1
}
