/** What is known of a note as a whole in; its XMP packet, document information and output intent out. */
import { type PDFContext, type PDFDict, PDFRawStream, type PDFRef } from 'pdf-lib'
import { lazily } from '../../once.ts'
import type { World } from '../../world.ts'
import type { Conformance } from '../formats.ts'
import { asciiString, deflatedStream, textString } from './objects.ts'
import type { FontStore } from './store.ts'

/**
 * A profile of version 2.1 (ICC.1:2001-04) with three primaries, adapted to D50 by Bradford, and one tone curve of 64 steps,
 * between two of which a straight line is off by a ten-thousandth of full light at most. In base64: its bytes are the same
 * for ever, and a test reads them by the numbers of the standard.
 */
const SRGB = [
  'AAACSAAAAAACEAAAbW50clJHQiBYWVogB88ACgASAAAAAAAAYWNzcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAPbWAAEAAAAA0y0AAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAJZGVzYwAAAPAAAABfY3BydAAAAVAAAAAbd3RwdAAAAWwA',
  'AAAUclhZWgAAAYAAAAAUZ1hZWgAAAZQAAAAUYlhZWgAAAagAAAAUclRSQwAAAbwAAACMZ1RSQwAAAbwAAACMYlRSQwAAAbwAAACMZGVzYwAAAA',
  'AAAAAFc1JHQgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAdGV4dAAAAABObyByaWdodHMgcmVzZXJ2ZWQAAFhZWiAAAAAAAAD21gABAAAAANMtWFlaIAAAAAAAAG+gAAA49QAAA5BYWVogAAAAAA',
  'AAYpcAALeHAAAY2VhZWiAAAAAAAAAknwAAD4QAALbEY3VydgAAAAAAAABAAAAAUQChAPQBWQHSAmEDCAPFBJwFjAaXB7wI/QpbC9YNbw8nEP0S',
  '8xUKF0EZmhwVHrIhciRWJ14qii3bMVI07zixPJtArETkSUVNzlKAV1tcYGGOZuhsbHIbd/Z9/YQwio+RHJfWnr6l1K0YtIu8LcP+y//UMNyR5S',
  'Pt5fbZ//8='
].join('')

export const srgbProfile = lazily(() => Uint8Array.from(atob(SRGB), letter => letter.charCodeAt(0)))

/** What a PDF says of itself. Nothing here comes from a clock. */
export interface PdfFacts {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** The note's date for dc:date, ISO 8601 with the precision that is known. */
  readonly date: string | null
  /** When it was issued for xmp:CreateDate, ISO 8601 with time and offset; only when somebody said so. */
  readonly issuedAt: string | null
  /** The level of PDF/A that the file claims; PDF/UA-1 always goes with it. */
  readonly conformance: Conformance
  /** Files that are carried along, in this order; none but with `3a`. */
  readonly attachments: readonly Attachment[]
}

/** A file carried inside a PDF as an associated file (ISO 19005-3, 6.8). */
export interface Attachment {
  /** The plain file name that a reader is offered: no folders. */
  readonly name: string
  readonly bytes: Uint8Array
  /** `application/json`. */
  readonly mediaType: string
  /** What it is to the note: what the note was made from, or what tells of that. */
  readonly relationship: 'Source' | 'Data'
  readonly description: string
}

/** XMP (ISO 16684-1), as a stream that a reader of plain text can find: not compressed. */
export function writeMetadata(context: PDFContext, facts: PdfFacts): PDFRef {
  const dictionary = context.obj({ Type: 'Metadata', Subtype: 'XML' })
  return context.register(PDFRawStream.of(dictionary, new TextEncoder().encode(xmpPacket(facts))))
}

/** The namespaces of a packet. */
const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#'
} as const

/** What each level of PDF/A says of itself (ISO 19005-2 and -3, 6.6.4). */
const CLAIMS: { readonly [level in Conformance]: { readonly part: number; readonly level: string } } = {
  '2u': { part: 2, level: 'U' },
  '2a': { part: 2, level: 'A' },
  '3a': { part: 3, level: 'A' }
}

/** PDF/A asks that a property which XMP does not know is described (ISO 19005-2, 6.6.2.3): that of PDF/UA. */
const PDF_UA_SCHEMA = [
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${NAMESPACES.pdfuaid}</pdfaSchema:namespaceURI>`,
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas>'
].join('\n')

/**
 * The packet: Dublin Core, the date of issue, and the standards that the file keeps to. Its id is the one that XMP
 * prescribes for every packet.
 */
export function xmpPacket(facts: PdfFacts): string {
  const claim = CLAIMS[facts.conformance]
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    container('dc:title', 'Alt', facts.title),
    container('dc:language', 'Bag', facts.language),
    container('dc:date', 'Seq', facts.date),
    facts.issuedAt === null ? '' : `<xmp:CreateDate>${escaped(facts.issuedAt)}</xmp:CreateDate>`,
    `<pdfaid:part>${claim.part}</pdfaid:part>`,
    `<pdfaid:conformance>${claim.level}</pdfaid:conformance>`,
    '<pdfuaid:part>1</pdfuaid:part>',
    PDF_UA_SCHEMA
  ]
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    `${Object.entries(NAMESPACES)
      .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
      .join('\n')}>`,
    ...properties.filter(property => property !== ''),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>'
  ].join('\n')
}

/** A property whose value is a list of one; of alternatives by language, the default one. */
function container(name: string, kind: 'Alt' | 'Bag' | 'Seq', value: string | null): string {
  if (value === null) return ''
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : ''
  return `<${name}><rdf:${kind}><rdf:li${language}>${escaped(value)}</rdf:li></rdf:${kind}></${name}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** The document information dictionary: the same facts as in XMP, for readers that know only it. */
export function writeInformation(context: PDFContext, facts: PdfFacts): PDFRef {
  return context.register(
    context.obj({
      Title: textString(facts.title),
      ...(facts.issuedAt === null ? {} : { CreationDate: asciiString(pdfDate(facts.issuedAt)) })
    })
  )
}

/** ISO 8601 as far as it is known: what dc:date can say (W3C-DTF, as XMP has it). */
export const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/

/** ISO 8601 with time and offset: what xmp:CreateDate and CreationDate can both say. */
export const TIMESTAMP = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|([+-]\d\d):(\d\d))$/

/** `2025-11-14T09:30:00+04:00` as `D:20251114093000+04'00'` (ISO 32000-1, 7.9.4). */
function pdfDate(timestamp: string): string {
  const [, ...fields] = TIMESTAMP.exec(timestamp) ?? []
  const [hours = '+00', minutes = '00'] = fields.slice(6)
  return `D:${fields.slice(0, 6).join('')}${hours}'${minutes}'`
}

/** The output intent: what the colours of the page mean (ISO 19005-2, 6.2.3). A note is black on sRGB. */
export function outputIntent(context: PDFContext, store: FontStore, world: World): PDFDict {
  const deflated = store.deflated(srgbProfile(), world.deflate)
  const profile = context.register(deflatedStream(context, deflated, { N: 3 }))
  return context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: asciiString('sRGB'),
    Info: asciiString('sRGB IEC61966-2.1'),
    DestOutputProfile: profile
  })
}
