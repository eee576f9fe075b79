/** A sound PDF/A-3a file in; the same with one rule broken in each, and the clause that says so, out. */
import { PDFArray, PDFBool, PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import { type Inflate, inflated, openPdf, typeOf } from '../../src/archive/open.ts'
import type { World } from '../../src/world.ts'
import { deflatedStream } from '../../src/write/pdf/objects.ts'
import { serialize } from '../../src/write/pdf/serialize.ts'

interface Spoilt {
  readonly name: string
  readonly bytes: Uint8Array
  /** What each standard is to find: clauses with the number of the test in veraPDF's profiles; none where it is sound. */
  readonly breaks: { readonly '3a'?: string; readonly ua1?: string }
}

/** The objects of the file that a change works on. */
interface Objects {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly world: World
  readonly inflate: Inflate
}

interface Change extends Pick<Spoilt, 'name' | 'breaks'> {
  readonly apply: (objects: Objects) => void
}

const key = (name: string) => PDFName.of(name)

const CHANGES: readonly Change[] = [
  { name: 'sound', breaks: {}, apply: () => {} },
  {
    name: 'no-output-intent',
    breaks: { '3a': '6.2.10-2 6.2.4.3-2 6.2.4.3-4' },
    apply: ({ catalog }) => catalog.delete(key('OutputIntents'))
  },
  {
    name: 'no-language',
    breaks: { ua1: '7.2-22 7.2-33 7.2-34' },
    apply: ({ catalog }) => catalog.delete(key('Lang'))
  },
  {
    name: 'no-title-shown',
    breaks: { ua1: '7.1-10' },
    apply: ({ catalog }) => catalog.delete(key('ViewerPreferences'))
  },
  {
    name: 'not-marked',
    breaks: { '3a': '6.7.2.2-1', ua1: '6.2-1' },
    apply: ({ catalog }) => catalog.delete(key('MarkInfo'))
  },
  {
    name: 'no-pdfuaid',
    breaks: { ua1: '5-1' },
    apply: objects => rewrite(objects, 'Metadata', text => text.replace(/<pdfuaid:part>1<\/pdfuaid:part>\n/, ''))
  },
  {
    name: 'no-extension-schema',
    breaks: { '3a': '6.6.2.3.1-1 6.6.2.3.1-2' },
    apply: objects =>
      rewrite(objects, 'Metadata', text =>
        text.replace(/<pdfaExtension:schemas>[\s\S]*<\/pdfaExtension:schemas>\n/, '')
      )
  },
  {
    name: 'untagged-line',
    breaks: { ua1: '7.1-3' },
    apply: objects => contents(objects, text => text.replace(/\/P<<\/MCID \d+>>BDC\n([\s\S]*?)EMC\n/, '$1'))
  },
  {
    name: 'wrong-width',
    breaks: { '3a': '6.2.11.5-1', ua1: '7.21.5-1' },
    apply: ({ context }) => {
      const runs = firstOf(context, 'Font', each => each.get(key('W')) !== undefined).lookup(key('W'), PDFArray)
      runs.lookup(1, PDFArray).set(0, PDFNumber.of(777))
    }
  },
  {
    name: 'no-to-unicode',
    breaks: { '3a': '6.2.11.7.2-1', ua1: '7.21.7-1' },
    apply: ({ context }) => firstOf(context, 'Font', each => each.has(key('ToUnicode'))).delete(key('ToUnicode'))
  },
  {
    name: 'no-relationship',
    breaks: { '3a': '6.8-3' },
    apply: ({ context }) => firstOf(context, 'Filespec').delete(key('AFRelationship'))
  },
  {
    name: 'not-associated',
    breaks: { '3a': '6.8-4' },
    apply: ({ catalog }) => catalog.delete(key('AF'))
  },
  {
    name: 'no-media-type',
    breaks: { '3a': '6.8-1' },
    apply: ({ context }) => firstStream(context, 'EmbeddedFile').dict.delete(key('Subtype'))
  },
  {
    name: 'figure-without-text',
    breaks: { ua1: '7.3-1' },
    apply: ({ context }) => element(context, 'Figure').delete(key('Alt'))
  },
  {
    name: 'untagged-figure',
    breaks: { ua1: '7.1-3' },
    apply: objects => contents(objects, text => text.replace(/\/Figure<<\/MCID \d+>>BDC\n([\s\S]*?)EMC\n/, '$1'))
  },
  {
    name: 'smoothed-image',
    breaks: { '3a': '6.2.8-3' },
    apply: ({ context }) => firstStream(context, 'XObject').dict.set(key('Interpolate'), PDFBool.True)
  },
  {
    name: 'other-colours',
    breaks: { '3a': '6.2.4.3-3' },
    apply: ({ context }) => coloured(context).set(key('ColorSpace'), key('DeviceCMYK'))
  },
  {
    name: 'heading-skipped',
    breaks: { ua1: '7.4.2-1' },
    apply: ({ context }) => element(context, 'H1').set(key('S'), key('H3'))
  },
  {
    name: 'header-of-nothing',
    breaks: { ua1: '7.5-1' },
    apply: ({ context }) => {
      for (const each of elements(context)) if (each.get(key('S')) === key('TH')) each.delete(key('A'))
    }
  }
]

/** Every change by itself, on the file as it was. */
export function spoil(bytes: Uint8Array, world: World, inflate: Inflate): Spoilt[] {
  return CHANGES.map(({ name, breaks, apply }) => {
    const { context, catalog } = openPdf(bytes, inflate)
    apply({ context, catalog, world, inflate })
    const root = context.getObjectRef(catalog)
    const [information] =
      context.enumerateIndirectObjects().find(([, each]) => each instanceof PDFDict && each.has(key('Title'))) ?? []
    if (!root || !information) throw new Error('the file has no catalog or no information')
    return { name, breaks, bytes: serialize(unpacked(context), { catalog: root, information }, world) }
  })
}

/** The same objects, without those that pack and find the others: they are made anew. */
function unpacked(context: PDFContext): PDFContext {
  const fresh = PDFContext.create()
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const packs = object instanceof PDFRawStream && ['ObjStm', 'XRef'].includes(typeOf(object.dict) ?? '')
    if (!packs) fresh.assign(ref, object)
  }
  return fresh
}

function dictionaries(context: PDFContext): PDFDict[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
}

function firstOf(context: PDFContext, type: string, test: (each: PDFDict) => boolean = () => true): PDFDict {
  return there(
    dictionaries(context).find(each => typeOf(each) === type && test(each)),
    type
  )
}

function firstStream(context: PDFContext, type: string): PDFRawStream {
  const streams = context.enumerateIndirectObjects().flatMap(([, each]) => (each instanceof PDFRawStream ? [each] : []))
  return there(
    streams.find(each => typeOf(each.dict) === type),
    type
  )
}

/** The image that has colours, and not the one that says how opaque they are. */
function coloured(context: PDFContext): PDFDict {
  const images = context.enumerateIndirectObjects().flatMap(([, each]) => (each instanceof PDFRawStream ? [each] : []))
  return there(
    images.find(each => each.dict.has(key('SMask'))),
    'SMask'
  ).dict
}

function elements(context: PDFContext): PDFDict[] {
  return dictionaries(context).filter(each => typeOf(each) === 'StructElem')
}

function element(context: PDFContext, role: string): PDFDict {
  return there(
    elements(context).find(each => each.get(key('S')) === key(role)),
    role
  )
}

/** A change that finds nothing to change would prove nothing. */
function there<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`there is no ${what} to break`)
  return found
}

/** Changes the text of a stream that stands as it is. */
function rewrite({ context }: Objects, type: string, change: (text: string) => string): void {
  const stream = firstStream(context, type)
  const text = new TextDecoder().decode(stream.contents)
  const changed = there(change(text) === text ? undefined : change(text), type)
  context.assign(
    there(context.getObjectRef(stream), type),
    PDFRawStream.of(stream.dict, new TextEncoder().encode(changed))
  )
}

/** Changes what the first page draws. */
function contents({ context, world, inflate }: Objects, change: (text: string) => string): void {
  const page = firstOf(context, 'Page')
  const stream = page.lookup(key('Contents'))
  if (!(stream instanceof PDFRawStream)) throw new Error('a page draws nothing')
  const text = new TextDecoder('latin1').decode(there(inflated(stream, inflate) ?? undefined, 'Contents'))
  const changed = there(change(text) === text ? undefined : change(text), 'Contents')
  const written = deflatedStream(context, world.deflate(new TextEncoder().encode(changed)))
  context.assign(there(context.getObjectRef(stream), 'Contents'), written)
}
