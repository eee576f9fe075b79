import { expect, test } from 'vitest'
import { createFontStore, type FontProgram } from '../../../src/write/pdf/store.ts'
import { plainWord, world } from '../sample.ts'

test('a word is made ready once, and its hyphen twin is one word', () => {
  const store = createFontStore(world)
  const word = plainWord('note')
  expect(store.word(word)).toBe(store.word(word))
  expect(store.hyphen(word)).toBe(store.hyphen(word))
})

test('font programs are kept while they are in use, and no more than 64 of them', () => {
  const store = createFontStore(world)
  const made: string[] = []
  const empty = new Uint8Array()
  const program = (key: string) =>
    store.program(key, (): FontProgram => {
      made.push(key)
      return { tag: key, length: 0, file: empty, glyphMap: empty, toUnicode: empty, widths: '[]' }
    })
  for (let index = 0; index < 64; index++) program(`p${index}`)
  program('p0')
  program('p64')
  made.length = 0
  for (const key of ['p0', 'p64', 'p1', 'p63']) program(key)
  // p1 was the one that had not been asked for the longest.
  expect(made).toEqual(['p1'])
})
