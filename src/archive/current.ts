/** A file as it was written and the updates read so far in; each object as a reader sees it then out. */
import { PDFArray, PDFDict, PDFName, PDFNull, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib'
import { type OpenedPdf, typeOf } from './open.ts'
import type { Revision } from './revision.ts'
import { Unfollowable } from './update.ts'

/** The objects of a file as a reader sees them after all updates. */
export interface Current {
  readonly opened: OpenedPdf
  readonly bytes: Uint8Array
  /** What the updates added or changed. */
  readonly objects: Map<number, PDFObject>
  /** The catalog that the trailer names: the same number in every update. */
  readonly catalog: () => PDFDict
}

export function currentOf(opened: OpenedPdf, bytes: Uint8Array): Current {
  const objects = new Map<number, PDFObject>()
  const root = opened.top.at(-1)?.dictionary.get(PDFName.of('Root'))
  const catalog = (): PDFDict => {
    const changed = root instanceof PDFRef ? objects.get(root.objectNumber) : undefined
    return changed instanceof PDFDict ? changed : opened.catalog
  }
  return { opened, bytes, objects, catalog }
}

function find({ opened, objects }: Current, number: number): PDFObject | undefined {
  return objects.get(number) ?? opened.context.lookup(PDFRef.of(number))
}

export function resolved(current: Current, object: PDFObject | undefined): PDFObject | undefined {
  return object instanceof PDFRef ? find(current, object.objectNumber) : object
}

export function isPage(object: PDFObject): boolean {
  return object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Page')
}

/** Whether an object holds objects or says where they are, and is named by nothing else. */
function isFrame(object: PDFObject): boolean {
  return object instanceof PDFRawStream && ['XRef', 'ObjStm'].includes(typeOf(object.dict) ?? '')
}

/** Every object of an update hangs on one that the file had, as catalog or page: nobody who signs leaves others lying about. */
export function checkReach(current: Current, { objects }: Revision): void {
  const { opened } = current
  const reached = new Set<number>()
  const waiting: PDFObject[] = []
  for (const [number, object] of current.objects)
    if (opened.context.lookup(PDFRef.of(number)) !== undefined) {
      reached.add(number)
      waiting.push(object)
    }
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFRef && !reached.has(object.objectNumber)) {
      reached.add(object.objectNumber)
      waiting.push(current.objects.get(object.objectNumber) ?? PDFNull)
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
