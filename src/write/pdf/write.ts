/** Finished pages and what is known of the note in; a tagged PDF out, or the reasons why there is none. */
import { PDFContext, type PDFRef } from 'pdf-lib'
import { refuse } from '../../diagnostic.ts'
import type { Layout } from '../../layout/page.ts'
import type { World } from '../../world.ts'
import { checkAttachments, writeAttachments } from './attachments.ts'
import { checkFacts, checkStructure } from './conformance.ts'
import { drawPage, fontKey } from './content.ts'
import { writeFont } from './fonts.ts'
import { type FaceUse, useGlyphs } from './glyphs.ts'
import { namesOfImages, writeImages } from './images.ts'
import { outputIntent, type PdfFacts, writeInformation, writeMetadata } from './metadata.ts'
import { asciiString, deflatedStream } from './objects.ts'
import { runsOf } from './reading-order.ts'
import { serialize } from './serialize.ts'
import type { FontStore } from './store.ts'
import { writeStructure } from './tags.ts'

export type { Attachment, PdfFacts } from './metadata.ts'
export { createFontStore, type FontStore } from './store.ts'

/** Writes a note as PDF. Objects are numbered in the order in which this function makes them. */
export function writePdf(layout: Layout, facts: PdfFacts, fonts: FontStore, world: World): Uint8Array {
  // What would break a rule of PDF/A or PDF/UA is refused before anything is written.
  const { uses, findings } = useGlyphs(layout, fonts)
  refuse([...checkFacts(facts), ...checkAttachments(facts), ...checkStructure(layout), ...findings])

  const context = PDFContext.create()
  const catalog = context.nextRef()
  const tree = context.nextRef()
  const images = namesOfImages(layout)
  const resources = context.register(
    context.obj({ Font: writeFonts(context, uses, fonts, world), ...writeImages(context, images) })
  )

  const runs = runsOf(layout)
  const pages = layout.pages.map((page, number) => {
    const content = drawPage(runs[number] ?? [], page, { uses, store: fonts, images })
    const dictionary = {
      Type: 'Page',
      Parent: tree,
      MediaBox: [0, 0, page.width / 1000, page.height / 1000],
      Resources: resources,
      Contents: context.register(deflatedStream(context, world.deflate(new TextEncoder().encode(content)))),
      StructParents: number,
      Tabs: 'S'
    }
    return context.register(context.obj(dictionary))
  })
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }))

  // The catalog says what the file is and where its structure begins.
  const root = {
    Type: 'Catalog',
    Pages: tree,
    Lang: asciiString(facts.language),
    MarkInfo: { Marked: true },
    StructTreeRoot: writeStructure(context, layout.elements, { runs, refs: pages }),
    ViewerPreferences: { DisplayDocTitle: true },
    Metadata: writeMetadata(context, facts),
    OutputIntents: [outputIntent(context, fonts, world)],
    ...writeAttachments(context, facts.attachments, fonts, world)
  }
  context.assign(catalog, context.obj(root))
  return serialize(context, { catalog, information: writeInformation(context, facts) }, world)
}

/** The fonts that the pages name, by those names. */
function writeFonts(context: PDFContext, uses: ReadonlyMap<string, FaceUse>, fonts: FontStore, world: World) {
  const written: Record<string, PDFRef> = {}
  for (const use of uses.values()) written[fontKey(use.face)] = writeFont(context, use, fonts, world)
  return written
}
