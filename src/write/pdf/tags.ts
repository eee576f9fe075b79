/** Structure elements and the runs of content that belong to them in; the structure tree of the PDF out. */
import type { PDFContext, PDFDict, PDFRef } from 'pdf-lib'
import type { Element } from '../../layout/page.ts'
import { asciiString, textString } from './objects.ts'
import { type Kid, readingOrder, type TaggedRun } from './reading-order.ts'

/** The pages as they are drawn, and as objects. */
export interface DrawnPages {
  readonly runs: readonly (readonly TaggedRun[])[]
  readonly refs: readonly PDFRef[]
}

/** Writes StructTreeRoot, every element, ParentTree and IDTree (ISO 32000-1, 14.7); gives the root back. */
export function writeStructure(context: PDFContext, elements: readonly Element[], pages: DrawnPages): PDFRef {
  const root = context.nextRef()
  const refs = elements.map(() => context.nextRef())
  const order = readingOrder(elements, pages.runs)
  const refOf = (number: number | null) => (number === null ? root : (refs[number] ?? root))
  for (const [number, element] of elements.entries()) {
    const { page, kids } = kidsOf(context, order[number] ?? [], refOf, pages)
    const dictionary = context.obj({
      Type: 'StructElem',
      S: element.role,
      P: refOf(element.parent),
      ...(page ? { Pg: page } : {}),
      ...(kids.length > 0 ? { K: kids.length === 1 ? kids[0] : kids } : {}),
      ...attributesOf(element, order[number] ?? [])
    })
    context.assign(refOf(number), dictionary)
  }
  const ids = elements.flatMap(each => (each.role === 'Note' ? [asciiString(noteId(each)), refOf(each.number)] : []))
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: refOf(0),
      ParentTree: context.register(context.obj({ Nums: parentNumbers(pages.runs, refOf) })),
      ParentTreeNextKey: pages.refs.length,
      ...(ids.length > 0 ? { IDTree: context.register(context.obj({ Names: ids })) } : {})
    })
  )
  return root
}

/** The kids of an element: content on its first page by identifier, on later ones by a reference with the page (MCR). */
function kidsOf(context: PDFContext, order: readonly Kid[], refOf: (number: number) => PDFRef, pages: DrawnPages) {
  let page: PDFRef | undefined
  const kids = order.map((kid): PDFRef | PDFDict | number => {
    if (kid.type === 'element') return refOf(kid.number)
    const on = pages.refs[kid.run.page]
    page ??= on
    const mcid = kid.run.mcid ?? 0
    return on === page ? mcid : context.obj({ Type: 'MCR', ...(on ? { Pg: on } : {}), MCID: mcid })
  })
  return { page, kids }
}

/** An identifier for a footnote, which PDF/UA wants to be unique (ISO 14289-1, 7.9); a name tree sorts by it. */
function noteId(note: Element): string {
  return `note-${String(note.number).padStart(6, '0')}`
}

/** Language, identifier and standard attributes (ISO 32000-1, 14.8.5) of an element. */
function attributesOf(element: Element, order: readonly Kid[]) {
  return {
    ...(element.alternate === undefined ? {} : { Alt: textString(element.alternate) }),
    ...(element.role === 'Figure' ? { A: { O: 'Layout', Placement: 'Block', BBox: boxOf(order) } } : {}),
    ...(element.language ? { Lang: asciiString(element.language) } : {}),
    ...(element.role === 'Note' ? { ID: asciiString(noteId(element)) } : {}),
    ...(element.scope ? { A: { O: 'Table', Scope: element.scope } } : {}),
    ...(element.numbering ? { A: { O: 'List', ListNumbering: element.numbering } } : {})
  }
}

/** Where a figure stands, in points (ISO 32000-1, 14.8.5.4.3): PDF/UA asks it of one that is whole on a page. */
function boxOf(order: readonly Kid[]): readonly number[] {
  const items = order.flatMap(kid => (kid.type === 'content' ? kid.run.items : []))
  const image = items.find(item => item.type === 'image')
  if (!image) throw new Error('a figure draws nothing')
  const { x, y, width, height } = image
  return [x, y, x + width, y + height].map(each => each / 1000)
}

/** ParentTree: for each page the element of each marked-content identifier. */
function parentNumbers(pages: DrawnPages['runs'], refOf: (number: number) => PDFRef) {
  return pages.flatMap((runs, page) => [
    page,
    runs.flatMap(run => (run.owner.type === 'element' ? [refOf(run.owner.element)] : []))
  ])
}
