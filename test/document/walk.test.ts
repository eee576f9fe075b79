import { expect, test } from 'vitest'
import { leafBlocks, leaves, plainText } from '../../src/document/walk.ts'
import { read } from './pieces.ts'

const NOTE = '::: opening\na *b^[c]* d\n:::\n- e\n\n  f\n\n| g | h |\n|---|---|\n| {@i} | j |\n\n# k'

test('leaves come in reading order, a footnote’s where its mark stands', () => {
  const texts = [...leaves(read(NOTE, { i: 'i|-' }))].map(leaf => (leaf.type === 'text' ? leaf.text : leaf.full))
  expect(texts).toEqual(['a ', 'b', 'c', ' d', 'e', 'f', 'g', 'h', 'i', 'j', 'k'])
})

test('each block that holds text is told with its part', () => {
  const told = [...leafBlocks(read(NOTE, { i: 'i' }).blocks)].map(({ block, part }) => `${block.type} in ${part}`)
  expect(told).toEqual([
    'paragraph in opening',
    'paragraph in null',
    'paragraph in null',
    'table in null',
    'heading in null'
  ])
})

test('plain text leaves footnotes out and keeps line breaks', () => {
  const [block] = read('a **b**^[c],\\\n{d}').blocks
  expect(block?.type === 'paragraph' && plainText(block.children)).toBe('a b,\nd')
})

test('a name that is not settled has no text', () => {
  const [block] = read('{@a}', { a: 'x|y' }).blocks
  expect(() => block?.type === 'paragraph' && plainText(block.children)).toThrowError(
    'the mention of /a is not settled'
  )
})
