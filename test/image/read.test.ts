import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inflate } from '../../src/cli/disk/disk.ts'
import { Unusable } from '../../src/image/image.ts'
import { readImage } from '../../src/image/read.ts'
import { arms, joined, jpeg, latin1, png } from './pictures.ts'

const zlib = { inflate, deflate: (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes, { level: 6 })) }
const text = (words: string) => Uint8Array.from(latin1(words))

/** What a file is refused for, and how to mend it. */
function refusal(bytes: Uint8Array, name = 'emblem.png'): string {
  try {
    readImage(bytes, name, zlib)
    return 'it is taken'
  } catch (thrown) {
    if (thrown instanceof Unusable) return `${thrown.message}: ${thrown.hint}`
    throw thrown
  }
}

test('an image is what it begins as, and is named so', () => {
  expect(refusal(png(arms(20), 'rgba'))).toBe('it is taken')
  expect(refusal(jpeg(arms(20)), 'emblem.jpeg')).toBe('it is taken')
  expect(refusal(jpeg(arms(20)))).toBe('the file is a JPEG, but its name says otherwise: change its ending to .jpg')
  expect(refusal(png(arms(20), 'rgba'), 'emblem.jpg')).toMatch(/change its ending to \.png$/)
})

test('a file is refused that is neither, with the name of what it is where that is known', () => {
  expect(refusal(new Uint8Array())).toMatch(/^the file is empty/)
  expect(refusal(text('hello'))).toMatch(/^the file is neither PNG nor JPEG: save the emblem as PNG/)
  expect(refusal(text('<svg xmlns="…">'))).toMatch(/^the file is SVG, not PNG or JPEG/)
  expect(refusal(text('GIF89a'))).toMatch(/^the file is GIF/)
  expect(refusal(text('\0\0\0\x0cjP  \r\n\x87\n'))).toMatch(/^the file is JPEG 2000/)
  expect(refusal(text('RIFF\x10\0\0\0WEBPVP8 '))).toMatch(/^the file is WebP/)
})

test('a file is refused that is too large, before it is looked into', () => {
  const large = joined(png(arms(20), 'rgba'), new Uint8Array(50 * 1024 * 1024))
  expect(refusal(large)).toMatch(/^the file has 524\d{5} bytes; the limit for an image is 4194304/)
})
