/** A file and what it was when it was written in; what was appended to it since out: nothing, a signature alone, or more. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib'
import { type Inflate, type OpenedPdf, textAt } from './open.ts'
import { canonical, type Revision, readRevision } from './revision.ts'
import { Unfollowable } from './update.ts'

/** What stands behind a file as it was written. */
export type Appended =
  | { readonly type: 'nothing' }
  /** Signatures that are not seen on a page, and nothing else. Whether they are valid is not looked at. */
  | { readonly type: 'signature'; readonly count: number }
  | { readonly type: 'alteration'; readonly what: string }

/** The most updates that are followed. */
const MOST_REVISIONS = 20

/** What a signature adds to the catalog (ISO 32000-1, 12.7.2 and 12.8; ETSI EN 319 142-1, 5.4.2) and to a page. */
const ADDED = { catalog: ['AcroForm', 'DSS', 'Extensions', 'Perms'], page: ['Annots'] } as const

/** The objects of a file as a reader sees them after all updates. */
interface Current {
  readonly opened: OpenedPdf
  readonly bytes: Uint8Array
  readonly objects: Map<number, PDFObject>
}

/** Looks at the bytes behind the file as it was written. */
export function appendedTo(bytes: Uint8Array, opened: OpenedPdf, inflate: Inflate): Appended {
  if (bytes.length === opened.length) return { type: 'nothing' }
  try {
    const current: Current = { opened, bytes, objects: new Map() }
    const revisions = follow(current, inflate)
    return { type: 'signature', count: countSignatures(current, revisions) }
  } catch (thrown) {
    if (!(thrown instanceof Unfollowable)) throw thrown
    return { type: 'alteration', what: thrown.message }
  }
}

/** Reads every update, each checked against the file before it. */
function follow(current: Current, inflate: Inflate): Revision[] {
  const { bytes, opened, objects } = current
  const revisions: Revision[] = []
  let previous = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(textAt(bytes, opened.length - 40, 40))?.[1])
  for (let at = opened.length; at < bytes.length; ) {
    if (revisions.length >= MOST_REVISIONS) throw new Unfollowable('too many updates were appended')
    const revision = readRevision(bytes, at, opened.context, inflate)
    checkTrailer(revision, opened, previous)
    for (const [number, object] of revision.objects) {
      if (object instanceof PDFRawStream && object === revision.objects.get(number) && isCrossReference(object))
        continue
      checkChange(current, number, object)
      objects.set(number, object)
    }
    revisions.push(revision)
    previous = revision.crossReferences
    at = revision.end
  }
  return revisions
}

function isCrossReference(stream: PDFRawStream): boolean {
  return stream.dict.get(PDFName.of('Type')) === PDFName.of('XRef')
}

/** What the trailer of an update says (ISO 32000-1, 7.5.5), and a cross-reference stream of itself (7.5.8). */
const TRAILER_KEYS = ['Size', 'Prev', 'Root', 'Info', 'ID', 'Encrypt']
const STREAM_KEYS = ['Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms']

/** The file goes on to be the same file, and no reader is led to other objects (`XRefStm`). */
function checkTrailer({ trailer }: Revision, opened: OpenedPdf, previous: number): void {
  const first = opened.top.at(-1)?.dictionary
  const same = (key: string) => canonical(trailer.get(PDFName.of(key))) === canonical(first?.get(PDFName.of(key)))
  if (!same('Root') || !same('Info'))
    throw new Unfollowable('another catalog or other document information was appended')
  const strange = trailer.keys().find(key => ![...TRAILER_KEYS, ...STREAM_KEYS].includes(key.decodeText()))
  if (strange) throw new Unfollowable(`its trailer has ${strange.decodeText()}`)
  if (trailer.get(PDFName.of('Encrypt'))) throw new Unfollowable('it was encrypted')
  if (canonical(trailer.get(PDFName.of('Prev'))) !== String(previous))
    throw new Unfollowable('an update was appended that does not follow the file before it')
}

function find({ opened, objects }: Current, number: number): PDFObject | undefined {
  return objects.get(number) ?? opened.context.lookup(PDFRef.of(number))
}

function resolved(current: Current, object: PDFObject | undefined): PDFObject | undefined {
  return object instanceof PDFRef ? find(current, object.objectNumber) : object
}

/** An object that the file had may be a catalog or page with what a signature adds; new ones are looked at where they are used. */
function checkChange(current: Current, number: number, object: PDFObject): void {
  const written = current.opened.context.lookup(PDFRef.of(number))
  if (written === undefined) return
  const kind = written === current.opened.catalog ? 'catalog' : isPage(written) ? 'page' : null
  if (kind === null || !(written instanceof PDFDict) || !(object instanceof PDFDict))
    throw new Unfollowable(whatWasReplaced(number, written))
  const keys = new Set([...written.keys(), ...object.keys()])
  for (const key of keys) {
    const name = key.decodeText()
    if (ADDED[kind].some(each => each === name)) continue
    if (canonical(written.get(key)) !== canonical(object.get(key)))
      throw new Unfollowable(`the ${kind} was replaced by one with another ${name}`)
  }
}

function whatWasReplaced(number: number, written: PDFObject): string {
  const dictionary = written instanceof PDFRawStream ? written.dict : written
  if (dictionary instanceof PDFDict) {
    if (dictionary.get(PDFName.of('Type')) === PDFName.of('Metadata')) return 'the XMP metadata were replaced'
    if (dictionary.get(PDFName.of('Title'))) return 'the document information was replaced'
  }
  return `object ${number} of the file was replaced`
}

function isPage(object: PDFObject): boolean {
  return object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Page')
}

/** Counts the signatures, when the form that was added holds nothing else and nothing else stands on a page. */
function countSignatures(current: Current, revisions: readonly Revision[]): number {
  const catalog = [...current.objects.values()].findLast(
    each => each instanceof PDFDict && each.get(PDFName.of('Type')) === PDFName.of('Catalog')
  )
  const form = catalog instanceof PDFDict ? resolved(current, catalog.get(PDFName.of('AcroForm'))) : undefined
  if (!(form instanceof PDFDict)) throw new Unfollowable('an update was appended that adds no signature')
  const strange = form.keys().find(key => !['Fields', 'SigFlags', 'DA', 'DR'].includes(key.decodeText()))
  if (strange) throw new Unfollowable(`a form with ${strange.decodeText()} was appended`)
  const fields = refsIn(resolved(current, form.get(PDFName.of('Fields'))))
  if (fields.length === 0) throw new Unfollowable('a form without a signature was appended')
  for (const field of fields) checkField(current, field, revisions)
  checkAnnotations(current, fields)
  return fields.length
}

function refsIn(object: PDFObject | undefined): number[] {
  if (!(object instanceof PDFArray)) throw new Unfollowable('a form was appended that lists no fields')
  return object.asArray().map(each => {
    if (each instanceof PDFRef) return each.objectNumber
    throw new Unfollowable('a field was appended that is no object of its own')
  })
}

/** What a field and its widget may say; anything that acts, or shows something, is more than a signature. */
const FIELD_KEYS = ['Type', 'Subtype', 'FT', 'T', 'TU', 'V', 'F', 'Ff', 'Rect', 'P', 'AP', 'MK', 'Lock', 'StructParent']

function checkField(current: Current, number: number, revisions: readonly Revision[]): void {
  const field = current.objects.get(number)
  if (!(field instanceof PDFDict) || field.get(PDFName.of('FT')) !== PDFName.of('Sig'))
    throw new Unfollowable('a field was appended that is no signature')
  const strange = field.keys().find(key => !FIELD_KEYS.includes(key.decodeText()))
  if (strange) throw new Unfollowable(`a signature was appended that has ${strange.decodeText()}`)
  const box = resolved(current, field.get(PDFName.of('Rect')))
  const [left, bottom, right, top] = box instanceof PDFArray ? box.asArray().map(canonical) : []
  if (left === undefined || (left !== right && bottom !== top))
    throw new Unfollowable('a signature was appended that is seen on a page')
  const signature = resolved(current, field.get(PDFName.of('V')))
  if (!(signature instanceof PDFDict)) throw new Unfollowable('a field for a signature was appended, and none is in it')
  checkSignature(current, signature, revisions)
}

/** A signature covers the whole of a revision but itself (ISO 32000-1, 12.8.1). */
function checkSignature({ bytes }: Current, signature: PDFDict, revisions: readonly Revision[]): void {
  const type = canonical(signature.get(PDFName.of('Type')))
  const range = signature.get(PDFName.of('ByteRange'))
  const [from, length, second, rest] =
    range instanceof PDFArray ? range.asArray().map(each => (each instanceof PDFNumber ? each.asNumber() : -1)) : []
  const contents = signature.get(PDFName.of('Contents'))
  if (!['/Sig', '/DocTimeStamp', 'undefined'].includes(type) || !(contents instanceof PDFHexString))
    throw new Unfollowable('a field was appended that is no signature')
  if (from !== 0 || length === undefined || second === undefined || rest === undefined)
    throw new Unfollowable('a signature was appended that does not say what it covers')
  const gap = textAt(bytes, length, Math.max(0, Math.min(second - length, 1_000_000)))
  // A line end behind %%EOF may have come with the next update.
  const isWhole = revisions.some(({ end }) => second + rest <= end && second + rest >= end - 2)
  if (!isWhole || gap !== `<${contents.asString()}>`)
    throw new Unfollowable('a signature was appended that does not cover the whole file')
}

/** Nothing stands on a page but the widgets of the signatures. */
function checkAnnotations(current: Current, fields: readonly number[]): void {
  for (const object of current.objects.values()) {
    if (!(object instanceof PDFDict) || !isPage(object)) continue
    const annotations = resolved(current, object.get(PDFName.of('Annots')))
    if (annotations === undefined) continue
    const other = refsIn(annotations).find(number => !fields.includes(number))
    if (other !== undefined) throw new Unfollowable('something was appended that stands on a page')
  }
}
