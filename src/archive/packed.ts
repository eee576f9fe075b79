/** An object stream that was appended in; the objects that it holds, by number, out (ISO 32000-1, 7.5.7). */
import { PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib'
import { type Inflate, textAt } from './open.ts'
import { bodyOf, Unfollowable } from './update.ts'

interface Packed {
  readonly number: number
  readonly object: PDFObject
}

/** In their order. One that goes on from another stream is not followed. */
export function packedIn(stream: PDFRawStream, inflate: Inflate, parse: (bytes: Uint8Array) => PDFObject): Packed[] {
  const body = bodyOf(stream, inflate)
  const [count, first] = ['N', 'First'].map(key => wholeNumber(stream.dict.get(PDFName.of(key))))
  const isExtended = ['Extends', 'DecodeParms'].some(key => stream.dict.get(PDFName.of(key)) !== undefined)
  if (!body || count === null || first === null || count === undefined || first === undefined || isExtended)
    throw new Unfollowable('objects were appended that cannot be read')
  const places = textAt(body, 0, first)
    .trim()
    .split(/[\0\t\n\f\r ]+/)
    .map(Number)
  if (places.length !== 2 * count || !places.every(each => Number.isInteger(each) && each >= 0))
    throw new Unfollowable('objects were appended that cannot be read')
  return Array.from({ length: count }, (_, index) => {
    const [from = 0, to = body.length - first] = [places[2 * index + 1], places[2 * index + 3]]
    // Where one would end inside of the next, or they change places, readers disagree.
    if (to <= from) throw new Unfollowable('objects were appended that cannot be read')
    const object = parse(body.subarray(first + from, first + to))
    if (object instanceof PDFRawStream) throw new Unfollowable('a stream was appended inside of another')
    return { number: places[2 * index] ?? 0, object }
  })
}

function wholeNumber(object: PDFObject | undefined): number | null {
  const value = object instanceof PDFNumber ? object.asNumber() : -1
  return Number.isInteger(value) && value >= 0 ? value : null
}
