/** Bytes that were appended to a PDF in; what is blank passed over, and the body of a stream, out; or the error for what cannot be followed. */
import { PDFName, PDFNumber, type PDFRawStream } from 'pdf-lib'
import { type Inflate, inflated, textAt } from './open.ts'

/** Why what was appended is no update that can be followed. */
export class Unfollowable extends Error {
  override readonly name = 'Unfollowable'
}

/** What is looked at to tell what stands at a place. */
export const WINDOW = 64
const BLANK = /^[\0\t\n\f\r ]*/

export function skipBlank(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const blank = BLANK.exec(textAt(bytes, at, WINDOW))?.[0].length ?? 0
    at += blank
    if (blank < WINDOW) return at
  }
}

/** The most that a stream of an update takes once inflated (1 MiB): what a signature adds has some hundred bytes. */
const MOST_INFLATED = 1024 * 1024

/** Null where it is broken, too large, or not as long as it says, so that another reader may find another. */
export function bodyOf(stream: PDFRawStream, inflate: Inflate): Uint8Array | null {
  const length = stream.dict.get(PDFName.of('Length'))
  const isWhole = length instanceof PDFNumber && length.asNumber() === stream.contents.length
  return isWhole ? inflated(stream, inflate, MOST_INFLATED) : null
}

/**
 * Whether a dictionary says where objects are in plain whole numbers and without comments. A reader that does not take
 * `19141.0` for a whole number looks for objects by itself, and finds what no cross-reference lists.
 */
export function isPlain(dictionary: string): boolean {
  if (dictionary.includes('%')) return false
  const outsideStrings = dictionary.replace(/<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*\)/g, ' ')
  return !/[.+()-]/.test(outsideStrings)
}
