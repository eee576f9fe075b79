/** Text and bytes in; the few kinds of PDF object that every part of a file is made of out. */
import { type PDFContext, PDFHexString, PDFInvalidObject, type PDFObject, PDFRawStream } from 'pdf-lib'

const encoder = new TextEncoder()

/** A text string, in hexadecimal: nothing in it can be read as syntax. */
export function textString(text: string): PDFHexString {
  return PDFHexString.fromText(text)
}

/** A byte string of ASCII: identifiers and what a standard spells out. */
export function asciiString(text: string): PDFHexString {
  return PDFHexString.of([...text].map(each => each.charCodeAt(0).toString(16).padStart(2, '0')).join(''))
}

/** An object in its own syntax, of digits and names that this stage made itself: long arrays, and names used once. */
export function verbatim(syntax: string): PDFInvalidObject {
  return PDFInvalidObject.of(encoder.encode(syntax))
}

/** The entries of a dictionary. A string becomes a name, so no text of a note may stand here as it is. */
export type DictionaryEntries = Readonly<Record<string, PDFObject | PDFObject[] | number | string>>

/** A stream whose bytes are a JPEG. */
export function jpegStream(context: PDFContext, bytes: Uint8Array, entries: DictionaryEntries): PDFRawStream {
  return PDFRawStream.of(context.obj({ ...entries, Filter: 'DCTDecode' }), bytes)
}

/** A stream whose bytes are deflated already. */
export function deflatedStream(context: PDFContext, bytes: Uint8Array, entries: DictionaryEntries = {}): PDFRawStream {
  return PDFRawStream.of(context.obj({ ...entries, Filter: 'FlateDecode' }), bytes)
}
