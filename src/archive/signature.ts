/** A file as it was written and the updates to it in; its objects as a reader then sees them, and how many signatures they add, when they add nothing else, out. */
import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFRef, PDFString } from 'pdf-lib'
import { bodyOf, Unfollowable } from './cross-references.ts'
import { canonical, type Inflate, numberOf, type OpenedPdf, textAt, typeOf } from './open.ts'
import type { Revision } from './revision.ts'

/** The objects of a file as a reader sees them after all updates. */
export interface Current {
  readonly opened: OpenedPdf
  /** What the updates added or changed. */
  readonly objects: Map<number, PDFObject>
}

function resolved({ opened, objects }: Current, object: PDFObject | undefined): PDFObject | undefined {
  if (!(object instanceof PDFRef)) return object
  return objects.get(object.objectNumber) ?? opened.context.lookup(object)
}

export function isPage(object: PDFObject): object is PDFDict {
  return object instanceof PDFDict && typeOf(object) === 'Page'
}

/** Whether an object holds objects or says where they are, and is named by nothing else. */
function isFrame(object: PDFObject): boolean {
  return object instanceof PDFRawStream && ['XRef', 'ObjStm'].includes(typeOf(object.dict) ?? '')
}

/** Every object of an update hangs on one that the file had, as catalog or page: nobody who signs leaves others lying about. */
export function checkReach(current: Current, { objects }: Revision): void {
  const { opened } = current
  const changed = [...current.objects].filter(([number]) => opened.context.lookup(PDFRef.of(number)) !== undefined)
  const reached = new Set(changed.map(([number]) => number))
  const waiting = changed.map(([, object]) => object)
  // The list grows as it is gone through.
  for (const object of waiting) {
    if (object instanceof PDFRef && !reached.has(object.objectNumber)) {
      reached.add(object.objectNumber)
      const named = current.objects.get(object.objectNumber)
      if (named) waiting.push(named)
    }
    // One by one: an array may hold more than a call takes.
    for (const part of partsOf(object)) waiting.push(part)
  }
  for (const [number, object] of objects)
    if (!reached.has(number) && !isFrame(object))
      throw new Unfollowable(`object ${number} was appended, and nothing of the file names it`)
}

function partsOf(object: PDFObject): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray()
  if (object instanceof PDFRawStream) return object.dict.values()
  return object instanceof PDFDict ? object.values() : []
}

/** What a form says that holds signatures alone (ISO 32000-1, 12.7.2); nothing that has fields computed or drawn. */
const FORM_KEYS = ['Fields', 'SigFlags', 'DA', 'DR']

/** Counts the signatures of the form that the catalog names; whatever else a file calls a catalog, no reader looks at. */
export function countSignatures(current: Current, revisions: readonly Revision[]): number {
  const { top, catalog: written } = current.opened
  const root = resolved(current, top.at(-1)?.dictionary.get(PDFName.of('Root')))
  const catalog = root instanceof PDFDict ? root : written
  const form = resolved(current, catalog.get(PDFName.of('AcroForm')))
  if (!(form instanceof PDFDict)) throw new Unfollowable('an update was appended that adds no signature')
  checkForm(form)
  const fields = refsIn(resolved(current, form.get(PDFName.of('Fields'))))
  if (fields.length === 0) throw new Unfollowable('a form without a signature was appended')
  if (new Set(fields).size < fields.length) throw new Unfollowable('a form was appended that lists a field twice')
  const signatures = fields.map(field => checkField(current, field, revisions))
  checkPermissions(current, catalog, signatures)
  checkAnnotations(current, fields)
  return fields.length
}

function checkForm(form: PDFDict): void {
  const strange = form.keys().find(key => !FORM_KEYS.includes(key.decodeText()))
  if (strange) throw new Unfollowable(`a form with ${strange.decodeText()} was appended`)
  const [appearance, resources] = ['DA', 'DR'].map(key => form.get(PDFName.of(key)))
  if (appearance !== undefined && !(appearance instanceof PDFString || appearance instanceof PDFHexString))
    throw new Unfollowable('a form with DA was appended')
  if (resources !== undefined && !isEmpty(resources)) throw new Unfollowable('a form with DR was appended')
}

/** A dictionary that holds nothing, or only others that hold nothing. */
function isEmpty(object: PDFObject): boolean {
  return object instanceof PDFDict && object.values().every(isEmpty)
}

function refsIn(object: PDFObject | undefined): number[] {
  if (!(object instanceof PDFArray)) throw new Unfollowable('a form was appended that lists no fields')
  return object.asArray().map(each => {
    if (each instanceof PDFRef) return each.objectNumber
    throw new Unfollowable('a field was appended that is not an object of its own')
  })
}

/** What a field and its widget may say; anything that acts, or shows something, is more than a signature. */
const FIELD_KEYS = ['Type', 'Subtype', 'FT', 'T', 'TU', 'V', 'F', 'Ff', 'Rect', 'P', 'AP', 'MK', 'Lock', 'StructParent']

/** Checks a field, and gives its signature. */
function checkField(current: Current, number: number, revisions: readonly Revision[]): PDFDict {
  const field = current.objects.get(number)
  if (!(field instanceof PDFDict) || field.get(PDFName.of('FT')) !== PDFName.of('Sig'))
    throw new Unfollowable('a field was appended that is no signature')
  const strange = field.keys().find(key => !FIELD_KEYS.includes(key.decodeText()))
  if (strange) throw new Unfollowable(`a signature was appended that has ${strange.decodeText()}`)
  if (!showsNothing(current, field)) throw new Unfollowable('a signature was appended that is visible on a page')
  const signature = resolved(current, field.get(PDFName.of('V')))
  if (!(signature instanceof PDFDict)) throw new Unfollowable('a signature field without a signature was appended')
  checkSignature(current, signature, revisions)
  return signature
}

/** A widget of no width and no height, without anything that could be drawn there: some readers draw it elsewhere all the same. */
function showsNothing(current: Current, field: PDFDict): boolean {
  const decoration = field.get(PDFName.of('MK'))
  if (!isPoint(field.get(PDFName.of('Rect'))) || (decoration !== undefined && !isEmpty(decoration))) return false
  const appearance = resolved(current, field.get(PDFName.of('AP')))
  if (appearance === undefined) return true
  if (!(appearance instanceof PDFDict) || appearance.keys().some(key => key !== PDFName.of('N'))) return false
  return isBlank(resolved(current, appearance.get(PDFName.of('N'))), current.opened.inflate)
}

function isPoint(object: PDFObject | undefined): boolean {
  const corners = object instanceof PDFArray ? object.asArray() : []
  const [left, bottom, right, top] = corners.map(numberOf)
  return corners.length === 4 && left === right && bottom === top
}

/** What the empty appearance of a signature that is not seen says of itself (ISO 32000-1, 8.10.2). */
const APPEARANCE_KEYS = ['Type', 'Subtype', 'FormType', 'BBox', 'Matrix', 'Resources', 'Filter', 'Length']

function isBlank(stream: PDFObject | undefined, inflate: Inflate): boolean {
  if (!(stream instanceof PDFRawStream) || !isPoint(stream.dict.get(PDFName.of('BBox')))) return false
  if (stream.dict.keys().some(key => !APPEARANCE_KEYS.includes(key.decodeText()))) return false
  const body = bodyOf(stream, inflate)
  return body !== null && /^[\0\t\n\f\r ]*$/.test(textAt(body, 0, body.length))
}

/** A signature covers the whole of a revision but itself (ISO 32000-1, 12.8.1). */
function checkSignature({ opened: { bytes } }: Current, signature: PDFDict, revisions: readonly Revision[]): void {
  const type = canonical(signature.get(PDFName.of('Type')))
  const range = signature.get(PDFName.of('ByteRange'))
  const [from, length, second, rest] = range instanceof PDFArray ? range.asArray().map(numberOf) : []
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

/** The catalog may name a signature that says what may still be changed (ISO 32000-1, 12.8.4), and one of those that are there. */
function checkPermissions(current: Current, catalog: PDFDict, signatures: readonly PDFDict[]): void {
  const permissions = resolved(current, catalog.get(PDFName.of('Perms')))
  if (permissions === undefined) return
  const isKnown = (object: PDFObject) => signatures.some(each => each === resolved(current, object))
  const isPlain =
    permissions instanceof PDFDict &&
    permissions.entries().every(([key, value]) => key === PDFName.of('DocMDP') && isKnown(value))
  if (!isPlain) throw new Unfollowable('permissions without a signature were appended')
}

/** Nothing stands on a page but the widgets of the signatures. */
function checkAnnotations(current: Current, fields: readonly number[]): void {
  for (const object of current.objects.values()) {
    if (!isPage(object)) continue
    const annotations = resolved(current, object.get(PDFName.of('Annots')))
    if (annotations === undefined) continue
    const other = refsIn(annotations).find(number => !fields.includes(number))
    if (other !== undefined) throw new Unfollowable('something was appended that appears on a page')
  }
}
