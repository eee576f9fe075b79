/** What LICENSE says of the packages that this one is built of is what they carry. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './fixtures.ts'

const licence = readFileSync(join(root, 'LICENSE'), 'utf8').replace(/\s+/g, ' ')

test('the authors of hyphenation patterns are named here, for the files of the package do not name them', () => {
  const files = ['en-gb', 'ru'].map(each => readFileSync(join(root, `node_modules/hyphen/patterns/${each}.js`), 'utf8'))
  const authors = ['Wujastyk', 'Toal', 'Lebedev']
  expect(authors.filter(each => files.some(text => text.includes(each)))).toEqual([])
  expect(files.filter(text => /copyright|licen[cs]e/i.test(text))).toEqual([])
  expect(authors.filter(each => !licence.includes(each))).toEqual([])
  expect(licence).toContain('Its pattern files carry no notice of their authors')
})
