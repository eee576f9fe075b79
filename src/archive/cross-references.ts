/** Bytes that were appended to a PDF in; where each object of the update stands, and its trailer, out, or the error for what cannot be followed. */
import { PDFArray, PDFDict, PDFName, type PDFObject, type PDFRawStream } from 'pdf-lib'
import { unfiltered } from '../image/png-rows.ts'
import { type Inflate, inflated, isWhole, numberOf, textAt, typeOf } from './open.ts'

/** Why what was appended is no update that can be followed. */
export class Unfollowable extends Error {
  override readonly name = 'Unfollowable'
}

/** How many bytes are looked at to tell what stands at a place. */
const WINDOW = 64
const BLANK = /^[\0\t\n\f\r ]*/

export function matchAt(bytes: Uint8Array, at: number, wanted: RegExp): RegExpExecArray | null {
  return wanted.exec(textAt(bytes, at, WINDOW))
}

export function skipBlank(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const blank = matchAt(bytes, at, BLANK)?.[0].length ?? 0
    at += blank
    if (blank < WINDOW) return at
  }
}

/** The most that a stream of an update takes once inflated (1 MiB): what a signature adds has some hundred bytes. */
const MOST_INFLATED = 1024 * 1024

/** Null where it is broken, too large, or not as long as it says, so that another reader may find another. */
export function bodyOf(stream: PDFRawStream, inflate: Inflate): Uint8Array | null {
  return isComplete(stream) ? inflated(stream, inflate, MOST_INFLATED) : null
}

/** Whether a stream is as long as it says. */
function isComplete({ dict, contents }: PDFRawStream): boolean {
  return numberOf(dict.get(PDFName.of('Length'))) === contents.length
}

/**
 * Whether a dictionary says where objects are in plain whole numbers and without comments. A reader that does not take
 * `19141.0` for a whole number looks for objects by itself, and finds what no cross-reference lists.
 */
function isPlain(dictionary: string): boolean {
  if (dictionary.includes('%')) return false
  const outsideStrings = dictionary.replace(/<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*\)/g, ' ')
  return !/[.+()-]/.test(outsideStrings)
}

/** A stream is as long as it says, or another reader takes more or less of what follows for it. */
export function checkStream(stream: PDFRawStream, text: string): void {
  const { contents, dict } = stream
  if (!isComplete(stream)) throw new Unfollowable('a stream was appended that is not as long as it says')
  if (!['XRef', 'ObjStm'].includes(typeOf(dict) ?? '')) return
  // The word stands a line end before what it announces, and behind that are at most two bytes and `endstream`.
  const opening = text.lastIndexOf('stream', text.length - 'endstream'.length - contents.length - 3)
  if (!isPlain(text.slice(0, opening))) throw new Unfollowable('objects were appended that cannot be read')
}

/** Where objects in use stand, by their numbers: `1234` at an offset, `405:0` as the first of an object stream. */
export type CrossReferenceEntries = ReadonlyMap<number, string>

/** What cross-references say. */
export interface Listed {
  readonly entries: CrossReferenceEntries
  readonly trailer: PDFDict
  /** Offset of the byte behind them. */
  readonly end: number
}

type Parse = (at: number) => { readonly object: PDFObject; readonly length: number }

/** A cross-reference table and its trailer (ISO 32000-1, 7.5.4 and 7.5.5). */
export function readTable(bytes: Uint8Array, start: number, parse: Parse): Listed {
  const entries = new Map<number, string>()
  let at = skipBlank(bytes, start + 4)
  for (;;) {
    const section = matchAt(bytes, at, /^(\d{1,7}) (\d{1,4})\s+/)
    if (!section) break
    at += section[0].length
    for (let index = 0; index < Number(section[2]); index++, at += 20) {
      const entry = /^(\d{10}) (\d{5}) ([nf])[ \r][\r\n]$/.exec(textAt(bytes, at, 20))
      if (!entry) throw new Unfollowable('its cross-references cannot be read')
      const number = Number(section[1]) + index
      const place = entry[3] === 'n' ? String(Number(entry[1])) : null
      if (place !== null && entry[2] !== '00000') throw otherGeneration(number)
      list(entries, number, place)
    }
  }
  if (textAt(bytes, at, 7) !== 'trailer') throw new Unfollowable('it has no trailer')
  const { object, length } = parse(at + 7)
  if (!(object instanceof PDFDict)) throw new Unfollowable('it has no trailer')
  if (!isPlain(textAt(bytes, at + 7, length))) throw unreadable()
  return { entries, trailer: object, end: at + 7 + length }
}

/**
 * Lists a number once: of two entries one reader takes the first and another the last, and each shows another object. A
 * free number is left out; only the first of all is free (ISO 32000-1, 7.5.4), in whatever generation.
 */
function list(entries: Map<number, string>, number: number, place: string | null): void {
  if (entries.has(number)) throw new Unfollowable(`its cross-references list object ${number} twice`)
  if (place !== null) entries.set(number, place)
  else if (number !== 0) throw new Unfollowable(`object ${number} was taken out`)
}

function otherGeneration(number: number): Unfollowable {
  return new Unfollowable(`object ${number} was appended in another generation`)
}

/** A cross-reference stream (ISO 32000-1, 7.5.8). */
export function readStream(stream: PDFRawStream, inflate: Inflate): CrossReferenceEntries {
  const of = (key: string) => stream.dict.get(PDFName.of(key))
  const widths = numbersOf(of('W'))
  const index = of('Index') === undefined ? [0, ...numbersOf(of('Size'))] : numbersOf(of('Index'))
  const width = widths.reduce((sum, each) => sum + each, 0)
  const packed = bodyOf(stream, inflate)
  const body = packed && unpredicted(packed, of('DecodeParms'), width)
  if (!body || widths.length !== 3 || width < 1 || width > 20 || index.length % 2 !== 0) throw unreadable()
  const entries = new Map<number, string>()
  let at = 0
  for (let section = 0; section + 1 < index.length; section += 2) {
    for (let nth = 0; nth < (index[section + 1] ?? 0); nth++, at += width) {
      if (at + width > body.length) throw unreadable()
      const number = (index[section] ?? 0) + nth
      list(entries, number, placeIn(number, fieldsAt(body, at, widths)))
    }
  }
  if (at !== body.length) throw unreadable()
  return entries
}

/** Null for a number that is free. */
function placeIn(number: number, [type = 1, second = 0, third = 0]: readonly (number | undefined)[]): string | null {
  if (type === 0) return null
  if (type === 1 && third !== 0) throw otherGeneration(number)
  if (type === 1) return String(second)
  if (type === 2) return `${second}:${third}`
  throw unreadable()
}

function unreadable(): Unfollowable {
  return new Unfollowable('its cross-references cannot be read')
}

/** Rows as they were before a PNG filter was run over them (ISO 32000-1, 7.4.4.4); null for any other way to predict them. */
function unpredicted(body: Uint8Array, parameters: PDFObject | undefined, width: number): Uint8Array | null {
  if (parameters === undefined) return body
  if (!(parameters instanceof PDFDict)) return null
  const [predictor = 1] = numbersOf(parameters.get(PDFName.of('Predictor')))
  if (predictor === 1) return body
  const [columns = 1] = numbersOf(parameters.get(PDFName.of('Columns')))
  const isPlain = ['Colors', 'BitsPerComponent'].every(key => parameters.get(PDFName.of(key)) === undefined)
  if (predictor < 10 || predictor > 15 || columns !== width || !isPlain || body.length % (width + 1) !== 0) return null
  // A row is filtered by nothing, by its left or by the row above: what a byte for each row says (ISO/IEC 15948, 9.2).
  const isSum = body.every((filter, at) => at % (width + 1) !== 0 || filter <= 2)
  return isSum ? unfiltered(body, width) : null
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
  const each = object instanceof PDFArray ? object.asArray() : object === undefined ? [] : [object]
  return each.map(number => {
    const value = numberOf(number)
    if (isWhole(value)) return value
    throw unreadable()
  })
}
