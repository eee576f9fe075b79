/** The bytes of an image file in; the image in it out, or the reason why it is not taken. */
import { type Image, LARGEST_IMAGE, latin1, Unusable } from './image.ts'
import { readJpeg } from './jpeg.ts'
import { readPng, type Zlib } from './png.ts'

/** The kinds that are read: what a file begins with, and how its name ends. */
const READERS = [
  { name: 'PNG', begins: '\x89PNG\r\n\x1a\n', endings: ['.png'], read: readPng },
  { name: 'JPEG', begins: '\xff\xd8\xff', endings: ['.jpg', '.jpeg'], read: readJpeg }
] as const

/** Kinds that are told by name, so that their author knows what stands there. */
const OTHERS: readonly (readonly [name: string, begins: RegExp])[] = [
  ['JPEG 2000', /^(\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/],
  ['GIF', /^GIF8/],
  ['WebP', /^RIFF.{4}WEBP/s],
  ['TIFF', /^(II\*\0|MM\0\*)/],
  ['PDF', /^%PDF/],
  ['SVG', /^\s*(<\?xml|<svg|<!DOCTYPE svg)/]
]

/** Reads an image. `name` is the name of its file. Throws `Unusable`. */
export function readImage(bytes: Uint8Array, name: string, zlib: Zlib): Image {
  if (bytes.length === 0) throw new Unusable('the file is empty', 'save or copy the image again')
  if (bytes.length > LARGEST_IMAGE) {
    const message = `the file has ${bytes.length} bytes; the limit for an image is ${LARGEST_IMAGE}`
    throw new Unusable(message, 'every note carries it: save it smaller, about 600 pixels high')
  }
  const start = latin1(bytes.subarray(0, 256))
  const reader = READERS.find(each => start.startsWith(each.begins))
  if (!reader) throw neither(start)
  if (!reader.endings.some(ending => name.endsWith(ending)))
    throw new Unusable(
      `the file is a ${reader.name}, but its name says otherwise`,
      `change its ending to ${reader.endings[0]}`
    )
  return reader.read(bytes, zlib)
}

function neither(start: string): Unusable {
  const [kind] = OTHERS.find(([, begins]) => begins.test(start)) ?? []
  const what = kind === undefined ? 'is neither PNG nor JPEG' : `is ${kind}, not PNG or JPEG`
  return new Unusable(`the file ${what}`, 'save the emblem as PNG (with an alpha channel where it has no ground)')
}
