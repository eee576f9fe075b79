/** Structure elements and the content that pages marked for them in; the structure tree of the PDF out. */
import type { PDFContext, PDFDict, PDFRef } from 'pdf-lib'
import type { Element, Layout } from '../../layout/page.ts'
import type { Mark } from './content.ts'
import { asciiString } from './objects.ts'

/** The content of a note: every mark in drawing order, and the pages that they are on. */
export interface Marked {
  readonly marks: readonly Mark[]
  readonly pages: readonly PDFRef[]
}

/** What stands under an element, and the number of the mark at which it starts. */
interface Kid {
  readonly start: number
  readonly object: PDFRef | PDFDict | number
}

/** Writes StructTreeRoot, every element, ParentTree and IDTree (ISO 32000-1, 14.7); gives the root back. */
export function writeStructure(context: PDFContext, layout: Layout, marked: Marked): PDFRef {
  const root = context.nextRef()
  const refs = layout.elements.map(() => context.nextRef())
  const starts = startsOf(layout.elements, marked.marks)
  const content = contentOf(context, layout.elements.length, marked)
  for (const [number, element] of layout.elements.entries()) {
    const own = content[number] ?? { page: null, kids: [] }
    const kids = merge(own.kids, kidsOf(element, layout.elements, refs, starts))
    const dictionary = context.obj({
      Type: 'StructElem',
      S: element.role,
      P: at(refs, element.parent) ?? root,
      ...(own.page ? { Pg: own.page } : {}),
      ...(kids.length > 0 ? { K: kids.length === 1 ? kids[0]?.object : kids.map(kid => kid.object) } : {}),
      ...attributesOf(element)
    })
    context.assign(refs[number] ?? root, dictionary)
  }
  const notes = layout.elements.filter(element => element.role === 'Note')
  const ids = notes.flatMap(note => [asciiString(noteId(note)), at(refs, note.number) ?? root])
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: refs[0],
      ParentTree: context.register(context.obj({ Nums: parentNumbers(marked, refs) })),
      ParentTreeNextKey: marked.pages.length,
      ...(ids.length > 0 ? { IDTree: context.register(context.obj({ Names: ids })) } : {})
    })
  )
  return root
}

function at<T>(list: readonly T[], index: number | null): T | undefined {
  return index === null ? undefined : list[index]
}

/** The first mark of each element or of what is below it. A footnote's content, drawn at the foot, starts nothing above it. */
function startsOf(elements: readonly Element[], marks: readonly Mark[]): Map<number, number> {
  const starts = new Map<number, number>()
  for (const [index, mark] of marks.entries()) {
    let number: number | null = mark.element
    while (number !== null && !starts.has(number)) {
      starts.set(number, index)
      const element: Element | undefined = elements[number]
      number = element && element.role !== 'Note' ? element.parent : null
    }
  }
  return starts
}

/** Each element's own marks: identifiers for those of its first page, references (MCR) for those of later ones. */
function contentOf(context: PDFContext, count: number, { marks, pages }: Marked) {
  const content = Array.from({ length: count }, (): { page: PDFRef | null; kids: Kid[] } => ({ page: null, kids: [] }))
  for (const [start, mark] of marks.entries()) {
    const own = content[mark.element]
    const page = pages[mark.page]
    if (!own || !page) throw new Error(`marked content ${start} belongs to no element or page`)
    own.page ??= page
    const object = own.page === page ? mark.mcid : context.obj({ Type: 'MCR', Pg: page, MCID: mark.mcid })
    own.kids.push({ start, object })
  }
  return content
}

/**
 * The elements below one, in reading order. One without content, and a footnote, go where the one before them goes: a
 * footnote is read where its mark stands.
 */
function kidsOf(
  element: Element,
  elements: readonly Element[],
  refs: readonly PDFRef[],
  starts: ReadonlyMap<number, number>
): Kid[] {
  let before = -1
  return element.kids.flatMap(number => {
    const object = refs[number]
    const floats = elements[number]?.role === 'Note'
    if (!floats) before = Math.max(before, starts.get(number) ?? before)
    return object ? [{ start: before, object }] : []
  })
}

/** Own content and elements below in one list: both keep their order, and meet by where they start. */
function merge(own: readonly Kid[], below: readonly Kid[]): Kid[] {
  const merged: Kid[] = []
  let next = 0
  for (const kid of below) {
    for (let mine = own[next]; mine && mine.start < kid.start; mine = own[next]) {
      merged.push(mine)
      next++
    }
    merged.push(kid)
  }
  return [...merged, ...own.slice(next)]
}

/** An identifier for a footnote, which PDF/UA wants to be unique (ISO 14289-1, 7.9); a name tree sorts by it. */
function noteId(note: Element): string {
  return `note-${String(note.number).padStart(6, '0')}`
}

/** Language, identifier and standard attributes (ISO 32000-1, 14.8.5) of an element. */
function attributesOf(element: Element) {
  const attributes = element.scope
    ? { O: 'Table', Scope: element.scope }
    : element.numbering
      ? { O: 'List', ListNumbering: element.numbering }
      : null
  return {
    ...(element.language ? { Lang: asciiString(element.language) } : {}),
    ...(element.role === 'Note' ? { ID: asciiString(noteId(element)) } : {}),
    ...(attributes ? { A: attributes } : {})
  }
}

/** ParentTree: for each page the element of each marked-content identifier. */
function parentNumbers({ marks, pages }: Marked, refs: readonly PDFRef[]) {
  const parents = pages.map((): PDFRef[] => [])
  for (const mark of marks) {
    const ref = refs[mark.element]
    if (ref) parents[mark.page]?.push(ref)
  }
  return parents.flatMap((list, page) => [page, list])
}
