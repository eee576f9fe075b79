/** A file and what it was when it was written in; what was appended to it since out: nothing, a signature alone, or more. */
import { PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib'
import { Unfollowable } from './cross-references.ts'
import { canonical, numberOf, type OpenedPdf, textAt, typeOf } from './open.ts'
import { type Revision, readRevision } from './revision.ts'
import { type Current, checkReach, countSignatures, isPage } from './signature.ts'

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

/** Looks at the bytes behind the file as it was written. */
export function appendedTo(opened: OpenedPdf): Appended {
  if (opened.bytes.length === opened.length) return { type: 'nothing' }
  try {
    const current = { opened, objects: new Map() }
    return { type: 'signature', count: countSignatures(current, follow(current)) }
  } catch (thrown) {
    if (!(thrown instanceof Unfollowable)) throw thrown
    return { type: 'alteration', what: thrown.message }
  }
}

/** Reads every update, each checked against the file before it. */
function follow(current: Current): Revision[] {
  const { opened, objects } = current
  const { bytes } = opened
  const revisions: Revision[] = []
  let previous = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(textAt(bytes, opened.length - 40, 40))?.[1])
  for (let at = opened.length; at < bytes.length; ) {
    if (revisions.length >= MOST_REVISIONS) throw new Unfollowable('too many updates were appended')
    const revision = readRevision(opened, at)
    checkTrailer(revision, opened, previous)
    for (const [number, object] of revision.objects) checkChange(current, number, object)
    for (const [number, object] of revision.objects) objects.set(number, object)
    checkSize(current, revision)
    checkReach(current, revision)
    revisions.push(revision)
    previous = revision.crossReferences
    at = revision.end
  }
  return revisions
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

/** A number that is not below the size is of no object for some readers (ISO 32000-1, 7.5.5); cross-references are found without it. */
function checkSize({ opened, objects }: Current, { trailer }: Revision): void {
  const isFound = (object: PDFObject) => object instanceof PDFRawStream && typeOf(object.dict) === 'XRef'
  const others = [...objects].filter(([, object]) => !isFound(object)).map(([number]) => number)
  const largest = Math.max(opened.context.largestObjectNumber, ...others)
  if (!(numberOf(trailer.get(PDFName.of('Size'))) > largest))
    throw new Unfollowable('an update was appended that leaves out objects by its size')
}

/** An object that the file had may be a catalog or page with what a signature adds; new ones are looked at where they are used. */
function checkChange(current: Current, number: number, object: PDFObject): void {
  const written = current.opened.context.lookup(PDFRef.of(number))
  // What an earlier update holds others in, or shows, is as it was; cross-references take the place of nothing.
  const earlier = current.objects.get(number)
  if (earlier instanceof PDFRawStream || (earlier !== undefined && object instanceof PDFRawStream))
    throw new Unfollowable(`object ${number} of an update was replaced`)
  if (written === undefined) return
  const kind = written === current.opened.catalog ? 'catalog' : isPage(written) ? 'page' : null
  if (kind === null || !(written instanceof PDFDict) || !(object instanceof PDFDict))
    throw new Unfollowable(whatWasReplaced(number, written))
  for (const key of new Set([...written.keys(), ...object.keys()])) {
    const name = key.decodeText()
    if (ADDED[kind].some(each => each === name)) continue
    if (canonical(written.get(key)) !== canonical(object.get(key)))
      throw new Unfollowable(`the ${kind} was replaced by one with another ${name}`)
  }
}

function whatWasReplaced(number: number, written: PDFObject): string {
  const dictionary = written instanceof PDFRawStream ? written.dict : written
  if (dictionary instanceof PDFDict) {
    if (typeOf(dictionary) === 'Metadata') return 'the XMP metadata were replaced'
    if (dictionary.get(PDFName.of('Title'))) return 'the document information was replaced'
  }
  return `object ${number} of the file was replaced`
}
