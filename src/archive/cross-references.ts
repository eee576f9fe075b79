/** The cross-references of an update in; where each of its objects stands out, and its trailer. */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFRawStream } from 'pdf-lib'
import { type Inflate, textAt } from './open.ts'
import { bodyOf, isPlain, skipBlank, Unfollowable, WINDOW } from './update.ts'

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
    const section = /^(\d{1,7}) (\d{1,4})\s+/.exec(textAt(bytes, at, WINDOW))
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
  return unfiltered(body, width)
}

/** PNG (ISO/IEC 15948), 9.2: a byte for each row says what is added to what is in it; null where that is no sum. */
function unfiltered(body: Uint8Array, width: number): Uint8Array | null {
  const rows = body.length / (width + 1)
  const plain = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const filter = body[row * (width + 1)] ?? 0
    if (filter > 2) return null
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const left = column > 0 ? (plain[at - 1] ?? 0) : 0
      const up = row > 0 ? (plain[at - width] ?? 0) : 0
      plain[at] = (body[row * (width + 1) + 1 + column] ?? 0) + ([0, left, up][filter] ?? 0)
    }
  }
  return plain
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
    const value = number instanceof PDFNumber ? number.asNumber() : -1
    if (Number.isInteger(value) && value >= 0) return value
    throw unreadable()
  })
}
