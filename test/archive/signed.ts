/** A file that this tool wrote in; the same with a signature in a further revision out. */
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
  return { catalog: numberOf('Catalog'), page: numberOf('Page'), textOf, more }
}

/** `changed` replaces or adds objects of the revision, `widget` entries of the field. */
export function signed(bytes: Uint8Array, changed: Readonly<Record<number, string>> = {}, widget = ''): Uint8Array {
  const { catalog, page, more } = partsOf(bytes)
  const objects = {
    [catalog]: more(catalog, '/AcroForm 401 0 R'),
    [page]: more(page, '/Annots [402 0 R]'),
    401: '<</Fields [402 0 R] /SigFlags 3>>',
    402: `<</Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132 /Rect [0 0 0 0] /P ${page} 0 R /V 403 0 R ${widget}>>`,
    403: `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange ${'@'.repeat(60)} /Contents <${HOLLOW}>>>`,
    ...changed
  }
  const whole = Buffer.from(withUpdate(bytes, objects)).toString('latin1')
  const gap = whole.indexOf(`<${HOLLOW}>`)
  const after = gap + HOLLOW.length + 2
  const covered = `[0 ${gap} ${after} ${whole.length - after}]`.padEnd(60)
  return latin1(whole.replace('@'.repeat(60), covered))
}
