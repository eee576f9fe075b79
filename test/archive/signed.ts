/** A file that this tool wrote in; the same with a signature in a further revision out. */
import { deflateSync } from 'node:zlib'
import { PDFDict, PDFName, PDFRef } from 'pdf-lib'
import { latin1, openedFrom, withUpdate } from './copies.ts'

const HOLLOW = '0'.repeat(64)

/** What a signature touches in a file: the numbers of its catalog and first page, and objects as text. */
export function partsOf(bytes: Uint8Array) {
  const opened = openedFrom(bytes)
  const numberOf = (type: string): number => {
    for (const [ref, object] of opened.context.enumerateIndirectObjects())
      if (object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of(type)) return ref.objectNumber
    throw new Error(`there is no ${type}`)
  }
  const textOf = (number: number): string => String(opened.context.lookup(PDFRef.of(number)))
  const more = (number: number, entries: string): string => textOf(number).replace(/>>\s*$/, `${entries} >>`)
  const last = opened.top.at(-1)
  const of = (key: string) => `/${key} ${last?.dictionary.get(PDFName.of(key))}`
  const trailer = [of('Root'), of('Info'), `/Prev ${last?.start}`].join(' ')
  return { catalog: numberOf('Catalog'), page: numberOf('Page'), textOf, more, trailer }
}

/** The objects of a signature that is not seen, and what a trailer says after it. */
function partsOfSignature(bytes: Uint8Array, widget = '') {
  const { catalog, page, more, trailer } = partsOf(bytes)
  return {
    objects: {
      [catalog]: more(catalog, '/AcroForm 401 0 R'),
      [page]: more(page, '/Annots [402 0 R]'),
      401: '<</Fields [402 0 R] /SigFlags 3>>',
      402: `<</Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132 /Rect [0 0 0 0] /P ${page} 0 R /V 403 0 R ${widget}>>`
    },
    signature: `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange ${'@'.repeat(60)} /Contents <${HOLLOW}>>>`,
    trailer
  }
}

/** What a forger may put into a trailer, and into the table before its own sections. */
interface Frame {
  readonly trailer?: Readonly<Record<string, string>>
  readonly listed?: string
}

/** `changed` replaces or adds objects of the revision, `widget` entries of the field. */
export function signed(
  bytes: Uint8Array,
  changed: Readonly<Record<number, string>> = {},
  widget = '',
  { trailer, listed }: Frame = {}
): Uint8Array {
  const { objects: own, signature } = partsOfSignature(bytes, widget)
  const objects = { ...own, 403: signature, ...changed }
  return covered(Buffer.from(withUpdate(bytes, objects, trailer, listed)).toString('latin1'))
}

/** The same after a change of its text that leaves its length, so that the signature still covers it. */
export function signedThen(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const text = Buffer.from(signed(bytes)).toString('latin1')
  const now = change(text)
  if (now.length !== text.length || now === text) throw new Error('nothing was changed, or the length')
  return latin1(now)
}

/** What differs from one writer of object and cross-reference streams to another, and what a forger may put in. */
interface Packing {
  /** The byte that stands before each row of the cross-references where a PNG filter is run over them. */
  readonly filter?: 0 | 1 | 2
  /** Replaces or adds objects that are packed. */
  readonly changed?: Readonly<Record<number, string>>
  /** Entries of the object stream, and of the cross-reference stream. */
  readonly stream?: string
  readonly count?: number
  /** By how many bytes its stream is longer than it says. */
  readonly cut?: number
  readonly trailer?: string
  /** More rows of the cross-references, before its own, by their numbers. */
  readonly rows?: Readonly<Record<number, readonly number[]>>
  /** What stands behind the last row. */
  readonly rest?: string
  /** Whether the cross-references tell of themselves. */
  readonly isListed?: boolean
}

/** The same with all but the signature in an object stream, and cross-references as a stream (ISO 32000-1, 7.5.7 and 7.5.8). */
export function signedPacked(bytes: Uint8Array, packing: Packing = {}): Uint8Array {
  const { objects, signature, trailer } = partsOfSignature(bytes)
  const packed = { ...objects, ...packing.changed }
  const [holder, references] = [404, 405]
  let body = Buffer.from(bytes).toString('latin1')
  const rows = new Map<number, readonly number[]>([[403, [1, body.length, 0]]])
  body += `403 0 obj\n${signature}\nendobj\n`
  rows.set(holder, [1, body.length, 0])
  for (const [index, number] of Object.keys(packed).entries()) rows.set(Number(number), [2, holder, index])
  body += streamOf(holder, `/Type /ObjStm ${packing.stream ?? ''}`, objectStream(packed, packing.count), packing.cut)
  const at = body.length
  if (packing.isListed !== false) rows.set(references, [1, at, 0])
  const more = Object.entries(packing.rows ?? {}).map(([number, row]) => [Number(number), row] as const)
  const listed = [...more, ...rows]
  const index = listed.map(([number]) => `${number} 1`).join(' ')
  const table = rowsOf(
    listed.map(([, row]) => row),
    packing.filter
  )
  const parameters = packing.filter === undefined ? '' : '/DecodeParms <</Predictor 12 /Columns 7>>'
  const entries = `/Type /XRef /W [1 4 2] /Index [${index}] /Size 500 ${parameters} ${trailer} ${packing.trailer ?? ''}`
  return covered(
    `${body}${streamOf(references, entries, { text: '', data: table + (packing.rest ?? '') })}startxref\n${at}\n%%EOF\n`
  )
}

interface Stream {
  /** Entries of its dictionary. */
  readonly text: string
  readonly data: string
}

function objectStream(packed: Readonly<Record<number, string>>, count = Object.keys(packed).length): Stream {
  const places: string[] = []
  let data = ''
  for (const [number, text] of Object.entries(packed)) {
    places.push(`${number} ${data.length}`)
    data += `${text}\n`
  }
  const head = `${places.join(' ')}\n`
  return { text: `/N ${count} /First ${head.length}`, data: head + data }
}

function streamOf(number: number, entries: string, { text, data }: Stream, cut = 0): string {
  const packed = deflateSync(Buffer.from(data, 'latin1')).toString('latin1')
  const dictionary = `<<${entries} ${text} /Filter /FlateDecode /Length ${packed.length - cut}>>`
  return `${number} 0 obj\n${dictionary}\nstream\n${packed}\nendstream\nendobj\n`
}

/** Rows of one, four and two bytes, with a PNG filter run over them. */
function rowsOf(rows: readonly (readonly number[])[], filter: Packing['filter']): string {
  const plain = rows.map(([type = 0, second = 0, third = 0]) => {
    const row = Buffer.alloc(7)
    row.writeUInt8(type, 0)
    row.writeUInt32BE(second, 1)
    row.writeUInt16BE(third, 5)
    return row
  })
  if (filter === undefined) return Buffer.concat(plain).toString('latin1')
  const filtered = plain.map((row, nth) => {
    const before = (column: number) => [0, row[column - 1] ?? 0, plain[nth - 1]?.[column] ?? 0][filter] ?? 0
    return Buffer.from([filter, ...row.map((byte, column) => byte - before(column))])
  })
  return Buffer.concat(filtered).toString('latin1')
}

/** The file with the range that its signature covers filled in. */
function covered(whole: string): Uint8Array {
  const gap = whole.indexOf(`<${HOLLOW}>`)
  const after = gap + HOLLOW.length + 2
  const range = `[0 ${gap} ${after} ${whole.length - after}]`.padEnd(60)
  return latin1(whole.replace('@'.repeat(60), range))
}
