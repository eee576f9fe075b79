import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inflate } from '../../../src/cli/disk/disk.ts'
import type { Image } from '../../../src/image/image.ts'
import { readImage } from '../../../src/image/read.ts'
import { createFontStore, writePdf } from '../../../src/write/pdf/write.ts'
import { arms, type Colour, jpeg, type Picture, PNG_KINDS, type PngKind, png } from '../../image/pictures.ts'
import { type Branch, facts, imageItem, layoutOf, line, world } from '../sample.ts'
import { bytesFrom, run } from '../tools.ts'

const zlib = { inflate, deflate: (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes, { level: 6 })) }
const figure: Branch = { role: 'Document', kids: [{ role: 'Figure', alternate: 'The arms' }, { role: 'P' }] }

/** How many points a pixel is wide and high: where it is 4 or more, a reader shows pixels and does not smooth them. */
const SCALE = 6

/** A page with an image, and a line below it. */
function withImage(image: Image): Uint8Array {
  const [width, height] = [image.width, image.height].map(side => side * SCALE * 1000)
  if (width === undefined || height === undefined) throw new Error('an image has two sides')
  const drawn = imageItem(1, image, { y: 741890 - height, width, height })
  const layout = layoutOf(figure, [drawn, line(2, 'Text', { y: 400000 })])
  return writePdf(layout, facts, createFontStore(world), world)
}

/** What a reader shows in the middle of each pixel of an image: red, green and blue. */
function shown(pdf: Uint8Array, { width, height }: Picture): number[][] {
  const [across, down] = [width * SCALE, height * SCALE]
  const box = ['-x', '72', '-y', '100', '-W', String(across), '-H', String(down)]
  const bytes = bytesFrom('pdftoppm', pdf, '-r', '72', ...box, 'FILE')
  const data = bytes.subarray(bytes.length - 3 * across * down)
  return Array.from({ length: width * height }, (_, index) => {
    const [column, row] = [index % width, Math.floor(index / width)].map(each => each * SCALE + SCALE / 2)
    const at = 3 * ((row ?? 0) * across + (column ?? 0))
    return [...data.subarray(at, at + 3)]
  })
}

/** What ought to be seen on white paper. */
function wanted({ width, height, at }: Picture, see: (colour: Colour) => readonly number[]): number[][] {
  return Array.from({ length: width * height }, (_, index) => {
    const colour = at(index % width, Math.floor(index / width))
    return see(colour).map(value => Math.round((value * colour[3] + 255 * (255 - colour[3])) / 255))
  })
}

/** The most that any sample of two pictures differs by. */
function difference(one: readonly number[][], other: readonly number[][]): number {
  return Math.max(
    ...one.flatMap((pixel, at) => pixel.map((value, sample) => Math.abs(value - (other[at]?.[sample] ?? 0))))
  )
}

const inColour = ([red, green, blue]: Colour) => [red, green, blue]
const inGrey = ([red, green, blue]: Colour) => new Array<number>(3).fill(0.299 * red + 0.587 * green + 0.114 * blue)
const opaque = (picture: Picture): Picture => ({
  ...picture,
  at: (x, y) => {
    const [red, green, blue] = picture.at(x, y)
    return [red, green, blue, 255]
  }
})

/** A picture whose every pixel is another, with a fine gradient of opacity. */
const GRADIENT: Picture = {
  width: 16,
  height: 16,
  at: (x, y) => [x * 17, y * 17, (x * y) & 255, 255 - ((x ^ y) & 15) * 17]
}

describe('an image in a PDF', () => {
  test.each(PNG_KINDS)('shows the pixels that its file has: PNG, %s', kind => {
    const see = kind.startsWith('grey') ? inGrey : inColour
    for (const picture of [GRADIENT, arms(40)]) {
      const drawn = kind === 'rgb' || kind === 'grey' ? opaque(picture) : picture
      const image = readImage(png(picture, kind), 'a.png', zlib)
      // A reader puts what is half opaque over white with a rounding of its own.
      expect(difference(shown(withImage(image), picture), wanted(drawn, see))).toBeLessThanOrEqual(2)
    }
  })

  test.each([1, 2, 4, 8] as const)('shows the pixels that its file has: PNG, %i bits for a place in a table', bits => {
    const flag: Picture = { width: 13, height: 9, at: x => (x < 5 ? [10, 20, 120, 255] : [250, 200, 40, 90]) }
    const image = readImage(png(flag, 'palette', { bits }), 'a.png', zlib)
    expect(difference(shown(withImage(image), flag), wanted(flag, inColour))).toBeLessThanOrEqual(2)
  })

  test.each([1, 3] as const)('shows the picture that its file has: JPEG, %i components', components => {
    const see = components === 1 ? inGrey : inColour
    const blocks: Picture = {
      width: 32,
      height: 24,
      at: (x, y) => [(x >> 3) * 80, (y >> 3) * 120, 255 - (x >> 3) * 60, 255]
    }
    const image = readImage(jpeg(blocks, { components }), 'a.jpg', zlib)
    // Luminance and colour are whole numbers, and so off by a half each.
    expect(difference(shown(withImage(image), blocks), wanted(blocks, see))).toBeLessThanOrEqual(4)
  })

  const dictionaries = (kind: PngKind) => {
    const pdf = withImage(readImage(png(arms(30), kind), 'a.png', zlib))
    return run('qpdf', pdf, '--qdf', '--object-streams=disable', 'FILE', '-')
  }

  test('is in the colours of the output intent, and is not interpolated', () => {
    const found = PNG_KINDS.map(dictionaries)
    for (const each of found) expect(each).not.toMatch(/Interpolate|DeviceCMYK|CalRGB|ICCBased|Alternates|JPX/)
    expect(found.map(each => [...each.matchAll(/\/ColorSpace (\S.*)/g)].map(match => match[1]))).toEqual([
      ['/DeviceGray'],
      ['/DeviceRGB'],
      ['[', '/DeviceGray'],
      ['/DeviceGray', '/DeviceGray'],
      ['/DeviceRGB', '/DeviceGray']
    ])
  })

  test('is a figure with a text in its place and the box that it fills', () => {
    const image = readImage(png(arms(30), 'rgba'), 'a.png', zlib)
    const structure = run('pdfinfo', withImage(image), '-struct', 'FILE')
    expect(structure).toContain('Figure:\n     /Placement /Block\n     /BBox [72 561.89 216 741.89]')
    expect(dictionaries('rgba')).toMatch(/<<\n {2}\/A <<[^>]*>>\n {2}\/Alt (\(The arms\)|<feff00540068)/)
  })

  test('stands once in the file, however often it is drawn', () => {
    const image = readImage(png(arms(30), 'rgb'), 'a.png', zlib)
    const twice: Branch = { role: 'Document', kids: [1, 2].map(() => ({ role: 'Figure', alternate: 'The arms' })) }
    const layout = layoutOf(twice, [imageItem(1, image), imageItem(2, image, { y: 300000 })])
    const pdf = writePdf(layout, facts, createFontStore(world), world)
    const text = run('qpdf', pdf, '--qdf', '--object-streams=disable', 'FILE', '-')
    expect(text.match(/\/Subtype \/Image/g)).toHaveLength(1)
    expect(text.match(/\/I1 Do/g)).toHaveLength(2)
  })

  test('costs a note without one nothing', () => {
    const layout = layoutOf({ role: 'Document', kids: [{ role: 'P' }] }, [line(1, 'Text')])
    const text = run('qpdf', writePdf(layout, facts, createFontStore(world), world), '--qdf', 'FILE', '-')
    expect(text).not.toContain('XObject')
  })
})
