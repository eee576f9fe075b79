/** What is taken of a PNG and what is refused; that its pixels come out as they were shows in `write/pdf/images.test.ts`. */
import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inflate } from '../../src/cli/disk/disk.ts'
import { type Image, Unusable } from '../../src/image/image.ts'
import { readPng } from '../../src/image/png.ts'
import {
  arms,
  type Colour,
  chunk,
  fourBytes,
  header,
  joined,
  latin1,
  type Picture,
  PNG_KINDS,
  png,
  pngOf
} from './pictures.ts'

const deflate = (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes, { level: 6 }))
const read = (bytes: Uint8Array): Image => readPng(bytes, { inflate, deflate })

/** What a PNG is refused for. */
function refusal(bytes: Uint8Array): string {
  try {
    read(bytes)
    return 'it is taken'
  } catch (thrown) {
    if (thrown instanceof Unusable) return thrown.message
    throw thrown
  }
}

/** The first so many bytes, and others behind them. */
const cut = (bytes: Uint8Array, length: number) => bytes.subarray(0, length)

/** Four pixels: red and half green above, blue and nothing below. */
const FOUR: Picture = {
  width: 2,
  height: 2,
  at: (x, y) => (y === 0 ? (x === 0 ? [255, 0, 0, 255] : [0, 255, 0, 128]) : x === 0 ? [0, 0, 255, 255] : [0, 0, 0, 0])
}

describe('the planes of a PNG', () => {
  test('are colours and opacity apart, with the filters that its maker chose', () => {
    const { samples, opacity, width, height } = read(png(FOUR, 'rgba', { filter: row => (row === 0 ? 1 : 2) }))
    expect([width, height]).toEqual([2, 2])
    expect([...inflateSync(samples.bytes)]).toEqual([1, 255, 0, 0, 1, 255, 0, 2, 1, 0, 255, 0, 1, 0])
    expect([...inflateSync(opacity?.bytes ?? new Uint8Array())]).toEqual([1, 255, 129, 2, 0, 128])
    expect(samples).toMatchObject({ colours: { type: 'rgb' }, bits: 8, coding: 'predicted' })
    expect(opacity).toMatchObject({ colours: { type: 'grey' }, bits: 8, coding: 'predicted' })
  })

  test('are places in a table of colours, and opacity by these', () => {
    const { samples, opacity } = read(png(FOUR, 'palette', { bits: 2, filter: () => 4 }))
    expect(samples).toMatchObject({ bits: 2, coding: 'predicted' })
    expect(samples.colours).toEqual({ type: 'palette', table: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0) })
    expect([...inflateSync(opacity?.bytes ?? new Uint8Array())]).toEqual([255, 128, 255, 0])
    expect(opacity).toMatchObject({ bits: 8, coding: 'flate' })
  })

  test.each(['rgb', 'grey'] as const)('say nothing of opacity where the file says nothing: %s', kind => {
    expect(read(png(FOUR, kind)).opacity).toBeNull()
    expect(read(png(FOUR, 'palette', { opaque: true })).opacity).toBeNull()
  })

  test.each(PNG_KINDS)('hold nothing else that stands in the file: %s', kind => {
    const said = [chunk('tEXt', latin1('Author\0A. Nonymous')), chunk('tIME', [7, 230, 1, 1, 0, 0, 0])]
    const plain = read(png(arms(30), kind))
    expect(read(png(arms(30), kind, { said }))).toEqual(plain)
    // Behind the end of the image, and behind the end of its stream of pixels.
    expect(read(joined(png(arms(30), kind), Uint8Array.from(latin1('hidden'))))).toEqual(plain)
  })

  test.each([0, 3, 4])('leave out what stands behind the pixels in their own stream: kind %i', kind => {
    const rows = Uint8Array.of(0, 1, 0, 1, 0, 1, 0).subarray(0, kind === 4 ? 7 : 4)
    const hidden = joined(deflateSync(rows), Uint8Array.from(latin1('a name and a place')))
    const table = chunk('PLTE', [0, 0, 0, 9, 9, 9])
    const { samples, opacity } = read(pngOf(header(3, 1, 8, kind), table, chunk('IDAT', hidden)))
    for (const plane of [samples, opacity])
      expect(Buffer.from(plane?.bytes ?? []).toString('latin1')).not.toContain('a name')
    expect([...inflateSync(samples.bytes)]).toEqual(kind === 4 ? [0, 1, 1, 1] : [0, 1, 0, 1])
  })

  test.each([0, 1, 2, 3, 4])('have the opacity of each place in the table, whatever the filter: %i', filter => {
    // A few colours in no order: neighbours are often as near to one guess as to another.
    const places = Array.from({ length: 40 * 30 }, (_, index) => (index * index * 7 + (index >> 3) * 5) % 11)
    const colour = (place: number): Colour => [place * 20, 255 - place, place, place * 23]
    const picture: Picture = { width: 40, height: 30, at: (x, y) => colour(places[40 * y + x] ?? 0) }
    const { opacity } = read(png(picture, 'palette', { filter: () => filter }))
    expect([...inflateSync(opacity?.bytes ?? new Uint8Array())]).toEqual(places.map(place => place * 23))
  })

  test('are the same where the file cuts its stream of pixels', () => {
    const rows = deflateSync(Uint8Array.of(0, 1, 2, 3))
    const parts = [rows.subarray(0, 3), rows.subarray(3, 3), rows.subarray(3)].map(part => chunk('IDAT', part))
    expect(read(pngOf(header(3, 1, 8, 0), ...parts))).toEqual(read(pngOf(header(3, 1, 8, 0), chunk('IDAT', rows))))
  })
})

const whole = png(FOUR, 'rgba')
const flipped = whole.slice()
flipped[whole.length - 20] = (flipped[whole.length - 20] ?? 0) ^ 1
const pixels = (rows: ArrayLike<number>) => chunk('IDAT', deflateSync(Uint8Array.from(Array.from(rows))))
const palette = chunk('PLTE', [255, 0, 0, 0, 255, 0])

describe('a PNG is refused', () => {
  test.each<[string, Uint8Array, string | RegExp]>([
    ['a signature alone', cut(whole, 8), 'the PNG is broken: it ends before its last part'],
    ['half of it', cut(whole, 50), 'the PNG is broken: it ends before its last part'],
    ['without its end', cut(whole, whole.length - 12), 'the PNG is broken: it ends before its last part'],
    ['a bit flipped', flipped, 'the PNG is broken: its part `IDAT` at byte 33 is not what its checksum says'],
    ['no header', pngOf(pixels([0])), 'the PNG is broken: it does not begin with its header'],
    ['no pixels', pngOf(header(1, 1, 8, 0)), 'the PNG is broken: it has no pixels'],
    ['too few pixels', pngOf(header(2, 2, 8, 0), pixels([0, 1, 1])), /its pixels are damaged, or not as many as/],
    ['too many pixels', pngOf(header(1, 1, 8, 0), pixels([0, 1, 1])), /its pixels are damaged, or not as many as/],
    ['a broken stream', pngOf(header(1, 1, 8, 0), chunk('IDAT', [1, 2, 3])), /its pixels are damaged/],
    [
      'a stream in two',
      pngOf(header(1, 1, 8, 0), pixels([0, 1]), chunk('tEXt', []), pixels([])),
      /are not in one sequence/
    ],
    ['a sixth filter', pngOf(header(1, 1, 8, 0), pixels([5, 1])), 'the PNG is broken: row 1 has an unknown filter'],
    ['a strange depth', pngOf(header(1, 1, 3, 0), pixels([0, 1])), /its header is not valid for a PNG/],
    ['a strange kind', pngOf(header(1, 1, 8, 5), pixels([0, 1])), /its header is not valid for a PNG/],
    ['an unknown need', pngOf(header(1, 1, 8, 0), chunk('ABCD', []), pixels([0, 1])), /an unknown part `ABCD`/],
    ['no table', pngOf(header(1, 1, 8, 3), pixels([0, 0])), 'the PNG is broken: it has no table of colours'],
    [
      'an index too large',
      pngOf(header(1, 1, 8, 3), palette, pixels([0, 2])),
      /row 1 names a colour that its table lacks/
    ],
    [
      'more opacities than colours',
      pngOf(header(1, 1, 8, 3), palette, chunk('tRNS', [0, 0, 0]), pixels([0, 1])),
      /opacit/
    ],
    ['interlaced', pngOf(header(1, 1, 8, 0, 1), pixels([0, 1])), 'the PNG is interlaced'],
    ['16 bits', pngOf(header(1, 1, 16, 0), pixels([0, 1, 1])), 'the PNG has 16 bits for each sample'],
    [
      'an animation',
      pngOf(header(1, 1, 8, 0), chunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0]), pixels([0, 1])),
      'the PNG is an animation'
    ],
    [
      'a colour for none',
      pngOf(header(1, 1, 8, 0), chunk('tRNS', [0, 1]), pixels([0, 1])),
      /marks one colour as transparent/
    ],
    ['no height', pngOf(header(1, 0, 8, 0), pixels([])), 'the image says that it is 1 by 0 pixels'],
    [
      'four million pixels and more',
      pngOf(header(4000, 1001, 8, 0), pixels([])),
      /says that it is 4000 by 1001 pixels/
    ],
    ['4001 pixels', pngOf(header(4001, 1, 8, 0), pixels([])), 'the image says that it is 4001 by 1 pixels']
  ])('with %s', (_, bytes, message) => {
    if (typeof message === 'string') expect(refusal(bytes)).toBe(message)
    else expect(refusal(bytes)).toMatch(message)
  })

  test('at every length at which it may be cut', () => {
    for (let length = 8; length < whole.length; length++)
      expect(refusal(cut(whole, length))).toMatch(/^the PNG is broken/)
  })

  test('before anything is made of the size that it claims', () => {
    const claims = pngOf(header(100_000, 100_000, 8, 6), pixels([0, 1]))
    const inflates: number[] = []
    const watched = (bytes: Uint8Array, most: number) => {
      inflates.push(most)
      return inflate(bytes, most)
    }
    expect(() => readPng(claims, { inflate: watched, deflate })).toThrow('100000 by 100000 pixels')
    expect(inflates).toEqual([])
  })

  test('where its stream of pixels is a bomb: no more is made of it than its header asks for', () => {
    const bomb = pngOf(header(10, 10, 8, 0), chunk('IDAT', deflateSync(new Uint8Array(64 * 1024 * 1024))))
    const before = process.memoryUsage().arrayBuffers
    expect(refusal(bomb)).toMatch(/its pixels are damaged, or not as many as its header says/)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024)
  })
})

describe('the colours of a PNG', () => {
  const profile = (name: string) => chunk('iCCP', [...latin1('ICC\0\0'), ...deflateSync(Buffer.from(name))])
  const gamma = (value: number) => chunk('gAMA', fourBytes(value))
  const primaries = (...values: readonly number[]) => chunk('cHRM', values.flatMap(fourBytes))
  const srgb = chunk('sRGB', [0])
  const saying = (...said: readonly Uint8Array[]) => refusal(png(FOUR, 'rgba', { said }))

  test.each<[string, readonly Uint8Array[]]>([
    ['nothing', []],
    ['sRGB', [srgb]],
    ['sRGB in a profile', [profile('…desc…sRGB IEC61966-2.1…')]],
    ['sRGB in a profile of version 4', [profile('m\0l\0u\0c\0s\0R\0G\0B\0')]],
    ['greys with its curve', [profile('Gray Gamma 2.2')]],
    ['its curve', [gamma(45455)]],
    ['its primaries', [primaries(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)]],
    ['its code points', [chunk('cICP', [1, 13, 0, 1])]],
    ['sRGB, which beats what stands beside it', [srgb, gamma(100_000), profile('Display P3')]]
  ])('are taken where they are those of the page: %s', (_, said) => {
    expect(saying(...said)).toBe('it is taken')
  })

  test.each<[string, Uint8Array, RegExp]>([
    [
      'in a profile',
      profile('Display P3'),
      /^the image states its colours in a profile of its own, which is not sRGB$/
    ],
    ['with a curve', gamma(100_000), /a tone curve of its own/],
    ['with primaries', primaries(31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000), /primaries of its own/],
    ['for film', chunk('cICP', [9, 16, 0, 1]), /as for film/],
    ['in a profile that is broken', chunk('iCCP', latin1('ICC\0\0broken')), /its colour profile cannot be read/]
  ])('are refused where they would come out as others: %s', (_, said, message) => {
    expect(saying(said)).toMatch(message)
  })

  test('and so are pixels that are not square', () => {
    expect(saying(chunk('pHYs', [...fourBytes(2835), ...fourBytes(2835), 1]))).toBe('it is taken')
    expect(saying(chunk('pHYs', [...fourBytes(2), ...fourBytes(1), 0]))).toMatch(/are not square: 2 to 1/)
  })
})
