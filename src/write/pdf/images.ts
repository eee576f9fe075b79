/** The images that pages draw in; image XObjects, by the names that pages call them, out. */
import type { PDFContext, PDFRef } from 'pdf-lib'
import type { Colours, Image, Plane } from '../../image/image.ts'
import type { Layout } from '../../layout/page.ts'
import { type DictionaryEntries, deflatedStream, jpegStream, verbatim } from './objects.ts'

/** The name of each image that is drawn, in the order in which they are met. */
export function namesOfImages({ pages }: Layout): ReadonlyMap<Image, string> {
  const names = new Map<Image, string>()
  for (const { items } of pages)
    for (const item of items)
      if (item.type === 'image' && !names.has(item.image)) names.set(item.image, `I${names.size + 1}`)
  return names
}

/** The entry of the resources in which pages find images; none for a note without any. */
export function writeImages(context: PDFContext, names: ReadonlyMap<Image, string>) {
  const written: Record<string, PDFRef> = {}
  for (const [image, name] of names) written[name] = writeImage(context, image)
  return names.size > 0 ? { XObject: context.obj(written) } : {}
}

/**
 * An image and, for what is not opaque, its soft mask (ISO 32000-1, 8.9.5 and 11.6.5.3). Neither asks to be interpolated, which
 * PDF/A forbids (ISO 19005-2, 6.2.8), and colours are DeviceGray and DeviceRGB, which the output intent speaks for (6.2.4.3).
 */
function writeImage(context: PDFContext, image: Image): PDFRef {
  const mask = image.opacity ? { SMask: context.register(writePlane(context, image, image.opacity)) } : {}
  return context.register(writePlane(context, image, image.samples, mask))
}

function writePlane(context: PDFContext, { width, height }: Image, plane: Plane, entries: DictionaryEntries = {}) {
  const { colours, bits, coding, bytes } = plane
  const dictionary = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: verbatim(spaceOf(colours)),
    BitsPerComponent: bits,
    ...entries
  }
  if (coding === 'jpeg') return jpegStream(context, bytes, dictionary)
  return deflatedStream(context, bytes, { ...dictionary, ...(coding === 'predicted' ? predictor(width, plane) : {}) })
}

/** Any of the filters of PNG, by row (ISO 32000-1, 7.4.4.4). */
function predictor(width: number, { colours, bits }: Plane): DictionaryEntries {
  const count = colours.type === 'rgb' ? 3 : 1
  return { DecodeParms: verbatim(`<</Predictor 15/Colors ${count}/BitsPerComponent ${bits}/Columns ${width}>>`) }
}

function spaceOf(colours: Colours): string {
  if (colours.type !== 'palette') return colours.type === 'grey' ? '/DeviceGray' : '/DeviceRGB'
  const hexadecimal = Array.from(colours.table, byte => byte.toString(16).padStart(2, '0')).join('')
  return `[/Indexed/DeviceRGB ${colours.table.length / 3 - 1}<${hexadecimal}>]`
}
