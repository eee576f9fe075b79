/** A file and what was rebuilt in its place in; the first place where they differ, in words, out. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib'
import { type Inflate, inflated, type OpenedPdf, typeOf } from './open.ts'

/** Where a file is not what was rebuilt. */
export interface ByteDifference {
  /** Offset in bytes, in the file. */
  readonly at: number
  /** The number of the object; null where the file differs outside of objects. */
  readonly object: number | null
  /** What that object is: "page 2", "the attachment `register.json`". */
  readonly what: string
}

/** Null where both are the same to the byte, but for what was appended to the first. */
export function firstDifference(actual: OpenedPdf, expected: OpenedPdf): ByteDifference | null {
  const at = firstByte(actual.bytes.subarray(0, actual.length), expected.bytes)
  if (at === null) return null
  const top = actual.top.find(each => at < each.end && at >= each.start)
  if (!top) return { at, object: null, what: 'the frame of the file' }
  const inside = typeOf(top.dictionary) === 'ObjStm' ? packedDifference(actual, expected) : null
  const object = inside ?? top.number
  return { at, object, what: whatIs(actual, object) }
}

function firstByte(a: Uint8Array, b: Uint8Array): number | null {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return at
  return a.length === b.length ? null : length
}

/** The first object that stands in an object stream and differs. */
function packedDifference({ context }: OpenedPdf, expected: OpenedPdf): number | null {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) continue
    if (String(object) !== String(expected.context.lookup(ref))) return ref.objectNumber
  }
  return null
}

/**
 * Whether two files say the same in bytes that only a compressor made different: the same objects, and streams that are
 * the same once inflated. What follows from the bytes themselves (lengths, places, the identifier) is left out.
 */
export function sameContent(a: OpenedPdf, b: OpenedPdf): boolean {
  const [mine, theirs] = [a, b].map(each => [...each.context.enumerateIndirectObjects()])
  if (!mine || !theirs || mine.length !== theirs.length) return false
  return mine.every(([ref, object]) => sameObject(object, b.context.lookup(ref), a.inflate))
}

function sameObject(a: PDFObject, b: PDFObject | undefined, inflate: Inflate): boolean {
  if (!(a instanceof PDFRawStream)) return String(a) === String(b)
  if (!(b instanceof PDFRawStream)) return false
  if (typeOf(a.dict) === 'XRef' && typeOf(b.dict) === 'XRef') return true
  if (withoutLength(a.dict) !== withoutLength(b.dict)) return false
  // What no deflater made, as a JPEG, no other deflater makes otherwise.
  if (!isDeflated(a)) return firstByte(a.contents, b.contents) === null
  const [mine, theirs] = [inflated(a, inflate), inflated(b, inflate)]
  return mine !== null && theirs !== null && firstByte(mine, theirs) === null
}

function isDeflated({ dict }: PDFRawStream): boolean {
  return dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode')
}

function withoutLength(dictionary: PDFDict): string {
  const entries = dictionary.entries().filter(([key]) => key !== PDFName.of('Length') && key !== PDFName.of('First'))
  return entries.map(([key, value]) => `${key} ${value}`).join(' ')
}

/** What the catalog calls an object; pages are counted as readers see them. */
function whatIs({ catalog, context, attachments, inflate }: OpenedPdf, number: number): string {
  const is = (object: PDFObject | undefined) => object instanceof PDFRef && object.objectNumber === number
  if (is(catalog.get(PDFName.of('Metadata')))) return 'the XMP metadata'
  const tree = context.lookup(catalog.get(PDFName.of('Pages')))
  const kids = tree instanceof PDFDict ? context.lookup(tree.get(PDFName.of('Kids'))) : undefined
  const page = (kids instanceof PDFArray ? kids.asArray() : []).findIndex(ref => {
    const each = context.lookup(ref)
    return is(ref) || (each instanceof PDFDict && is(each.get(PDFName.of('Contents'))))
  })
  if (page >= 0) return `page ${page + 1}`
  const object = context.lookup(PDFRef.of(number))
  const dictionary = object instanceof PDFRawStream ? object.dict : object
  if (!(dictionary instanceof PDFDict)) return 'an object of the file'
  const type = typeOf(dictionary)
  const body = object instanceof PDFRawStream && type === 'EmbeddedFile' ? inflated(object, inflate) : null
  const attached = [...attachments].find(([, each]) => body !== null && firstByte(each, body) === null)
  if (attached) return `the attachment \`${attached[0]}\``
  if (dictionary.get(PDFName.of('Title'))) return 'the document information'
  return KINDS[type ?? ''] ?? 'a part of the file that all pages share'
}

const KINDS: Readonly<Record<string, string>> = {
  Catalog: 'the catalog',
  XObject: 'an image',
  Font: 'a font',
  FontDescriptor: 'a font',
  StructTreeRoot: 'the structure tree',
  StructElem: 'an element of the structure tree',
  Filespec: 'the description of an attachment',
  ObjStm: 'the objects that are kept together',
  XRef: 'the cross-references or the identifier',
  OutputIntent: 'the output intent'
}
