/** The files that a note carries along in; embedded files that name themselves, and where readers find them, out. */
import { type PDFContext, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib'
import { type Diagnostic, error } from '../../diagnostic.ts'
import type { World } from '../../world.ts'
import type { Attachment, PdfFacts } from './metadata.ts'
import { textString } from './objects.ts'
import type { FontStore } from './store.ts'

/**
 * What the catalog says of them: `Names` for readers that list attachments, `AF` for what they are to the document (ISO
 * 19005-3, 6.8). Nothing where there are none.
 */
export function writeAttachments(
  context: PDFContext,
  attachments: readonly Attachment[],
  store: FontStore,
  world: World
): Record<string, PDFRef | PDFRef[]> {
  if (attachments.length === 0) return {}
  const written = attachments.map(each => ({ name: each.name, ref: writeAttachment(context, each, store, world) }))
  // A name tree is in the order of its keys (ISO 32000-1, 7.9.6): that of UTF-16 with the high byte first is by code units.
  const sorted = [...written].sort((a, b) => (a.name < b.name ? -1 : 1))
  const pairs = sorted.flatMap(({ name, ref }) => [textString(name), ref])
  const names = context.register(context.obj({ EmbeddedFiles: context.register(context.obj({ Names: pairs })) }))
  return { Names: names, AF: written.map(({ ref }) => ref) }
}

/** A name that stays where a reader of PDF saves it: no folders, no drive, nothing that is not seen. */
const PLAIN_NAME = /^(?!\.)[^\p{C}\p{Z}/\\:*?"<>|]{1,200}$/u

const NAME_HINT = 'letters, digits, `.`, `-` and `_`, without a folder and not with a dot at its start'

/** What stands against carrying files. */
export function checkAttachments({ attachments, conformance }: PdfFacts): Diagnostic[] {
  const found = (rule: string, message: string, hint: string) => error({ rule, message, span: null, hints: [hint] })
  const names = attachments.map(each => each.name)
  return names.flatMap((name, index) => {
    const file = JSON.stringify(name)
    return [
      PLAIN_NAME.test(name)
        ? []
        : found('pdf/attachment-name', `${file} is not a valid name for an attached file`, NAME_HINT),
      names.indexOf(name) === index ? [] : found('pdf/attachment-twice', `two files are called ${file}`, 'rename one'),
      conformance === '3a'
        ? []
        : found('pdf/attachment', `PDF/A-${conformance} may not carry ${file}`, 'choose PDF/A-3a')
    ].flat()
  })
}

/** One file and its specification (ISO 32000-1, 7.11.3 and 7.11.4): no dates, for nothing here knows a clock. */
function writeAttachment(context: PDFContext, attachment: Attachment, store: FontStore, world: World): PDFRef {
  const { name, bytes, mediaType, relationship, description } = attachment
  const dictionary = context.obj({
    Type: 'EmbeddedFile',
    Subtype: PDFName.of(mediaType),
    Params: { Size: bytes.length },
    Filter: 'FlateDecode'
  })
  const file = context.register(PDFRawStream.of(dictionary, store.deflated(bytes, world.deflate)))
  const specification = {
    Type: 'Filespec',
    F: textString(name),
    UF: textString(name),
    AFRelationship: relationship,
    Desc: textString(description),
    EF: { F: file, UF: file }
  }
  return context.register(context.obj(specification))
}
