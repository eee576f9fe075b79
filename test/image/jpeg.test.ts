/** What is taken of a JPEG and what is refused; that its picture comes out shows in `write/pdf/images.test.ts`. */
import { describe, expect, test } from 'vitest'
import { type Image, Unusable } from '../../src/image/image.ts'
import { readJpeg } from '../../src/image/jpeg.ts'
import { arms, type JpegOptions, joined, jpeg, latin1, segment } from './pictures.ts'

const picture = arms(40)
const said = (...parts: readonly Uint8Array[]) => jpeg(picture, { said: parts })
const bytesOf = ({ samples }: Image): number[] => [...samples.bytes]

/** What a JPEG is refused for. */
function refusal(bytes: Uint8Array): string {
  try {
    readJpeg(bytes)
    return 'it is taken'
  } catch (thrown) {
    if (thrown instanceof Unusable) return thrown.message
    throw thrown
  }
}

const jfif = (across = 1, down = 1) => segment(0xe0, [...latin1('JFIF\0'), 1, 1, 0, 0, across, 0, down, 0, 0])
const adobe = (transform: number) => segment(0xee, [...latin1('Adobe'), 0, 100, 0, 0, 0, 0, transform])
const icc = (name: string) => segment(0xe2, [...latin1('ICC_PROFILE\0'), 1, 1, ...latin1(name)])
/** The first directory of Exif with one entry, low bytes first or high ones. */
const exif = (orientation: number, order: 'II' | 'MM' = 'II') => {
  const two = (value: number) => (order === 'II' ? [value & 255, value >> 8] : [value >> 8, value & 255])
  const four = (value: number) => (order === 'II' ? [...two(value), 0, 0] : [0, 0, ...two(value)])
  const entry = [...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0]
  return segment(0xe1, [...latin1(`Exif\0\0${order}`), ...two(42), ...four(8), ...two(1), ...entry, ...four(0)])
}

describe('the picture of a JPEG', () => {
  test('is taken as it is, with one word on how its colours are coded', () => {
    const { width, height, samples, opacity } = readJpeg(jpeg(picture))
    expect([width, height, opacity]).toEqual([32, 40, null])
    expect(samples).toMatchObject({ colours: { type: 'rgb' }, bits: 8, coding: 'jpeg' })
    const plain = [...jpeg(picture)]
    expect([...samples.bytes]).toEqual([0xff, 0xd8, ...adobe(1), ...plain.slice(2)])
  })

  test('is grey where it has one component', () => {
    const grey = jpeg(picture, { components: 1 })
    const { samples } = readJpeg(grey)
    expect(samples.colours).toEqual({ type: 'grey' })
    expect([...samples.bytes]).toEqual([...grey])
  })

  test('may be progressive', () => {
    expect(refusal(jpeg(picture, { frame: 0xc2 }))).toBe('it is taken')
  })

  test('holds nothing that a camera or an editor wrote', () => {
    const plain = bytesOf(readJpeg(jpeg(picture)))
    const notes = [jfif(), exif(1), icc('sRGB'), segment(0xfe, latin1('Made by A. Nonymous')), segment(0xed, [1, 2])]
    expect(bytesOf(readJpeg(said(...notes)))).toEqual(plain)
    expect(bytesOf(readJpeg(joined(jpeg(picture), Uint8Array.from(latin1('a second picture')))))).toEqual(plain)
    expect(bytesOf(readJpeg(said(Uint8Array.of(0xff, 0xff), jfif())))).toEqual(plain)
  })

  test.each<[string, JpegOptions, number]>([
    ['as JFIF has them, whatever else is said', { said: [jfif(), adobe(0)] }, 1],
    ['as red, green and blue', { said: [adobe(0)] }, 0],
    ['as luminance and colour', { said: [adobe(1)] }, 1],
    ['as the names of its components say', { ids: latin1('RGB') }, 0]
  ])('has its colours coded %s', (_, options, transform) => {
    const { samples } = readJpeg(jpeg(picture, options))
    expect([...samples.bytes.subarray(2, 18)]).toEqual([...adobe(transform)])
  })
})

const whole = jpeg(picture)
const cut = (length: number) => whole.subarray(0, length)
const partOf = (components: number) => {
  const bytes = jpeg(picture)
  const scan = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xda)
  const header = segment(0xda, [components, 1, 0, 0, 63, 0])
  return joined(bytes.subarray(0, scan), header, Uint8Array.of(0, 0xff, 0xd9))
}

describe('a JPEG is refused', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['in the inks of print', jpeg(picture, { components: 4 }), /^the JPEG has the four inks of print \(CMYK\)$/],
    ['in the inks of print, inverted', jpeg(picture, { components: 4, said: [adobe(2)] }), /four inks of print/],
    ['cut in its tables', cut(30), /^the JPEG is broken: it ends before its last part$/],
    ['cut in its picture', cut(whole.length - 20), /it ends before its last part/],
    ['without its end', cut(whole.length - 2), /it ends before its last part/],
    ['with something between its parts', joined(cut(2), Uint8Array.of(0), whole.subarray(2)), /a marker at byte 2/],
    [
      'with a part without length',
      joined(cut(2), Uint8Array.of(0xff, 0xe0, 0, 1), whole.subarray(2)),
      /byte 2 has no length/
    ],
    ['without a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), /it has no picture/],
    [
      'with two pictures',
      joined(cut(whole.length - 2), segment(0xc0, [8]), Uint8Array.of(0xff, 0xd9)),
      /several pictures/
    ],
    ['with a component that no scan draws', partOf(1), /a part of its colours is missing/],
    ['coded arithmetically', jpeg(picture, { frame: 0xc9 }), /^the JPEG is of an unsupported kind$/],
    ['extended', jpeg(picture, { frame: 0xc1 }), /of an unsupported kind/],
    ['without loss', jpeg(picture, { frame: 0xc3 }), /of an unsupported kind/],
    ['in a hierarchy', said(segment(0xde, [8, 0, 1, 0, 1, 0])), /of an unsupported kind/],
    ['huge', jpeg(picture, { sides: [65_535, 65_535] }), /says that it is 65535 by 65535 pixels/],
    ['without height', jpeg(picture, { sides: [8, 0] }), /says that it is 8 by 0 pixels/],
    ['in other colours', said(icc('Adobe RGB (1998)')), /in a profile of its own, which is not sRGB/],
    ['with pixels that are not square', said(jfif(1, 2)), /are not square: 1 to 2/],
    ['on its side', said(exif(6)), /^the JPEG lies on its side or is mirrored$/],
    ['on its side, in the other order of bytes', said(exif(8, 'MM')), /lies on its side/]
  ])('%s', (_, bytes, message) => {
    expect(refusal(bytes)).toMatch(message)
  })

  test('at every length at which it may be cut', () => {
    for (let length = 3; length < whole.length; length++) expect(refusal(cut(length))).toMatch(/^the JPEG is broken/)
  })

  test('never by a fault of ours, whichever byte of its headers is another', () => {
    for (let at = 2; at < 200; at++) {
      for (const other of [0, 1, 0x7f, 0xff]) {
        const bytes = said(exif(1), jfif(), icc('sRGB'))
        bytes[at] = other
        expect(typeof refusal(bytes)).toBe('string')
      }
    }
  })
})
