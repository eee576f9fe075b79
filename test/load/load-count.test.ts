/** Where a document passes a bound on its values. */
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { beyondBound } from '../../src/load/count.ts'

/** The text from the value on with which there are more than `most`. */
function beyond(text: string, most: number): string | null {
  const { contents } = parseDocument(text)
  const found = contents && beyondBound(contents, most)
  return found ? text.slice(found.range[0], found.range[1]) : null
}

test.each([
  // the mapping, `1`, the list, `2` and `3`
  ['a: 1\nb: [2, 3]', 5, null],
  ['a: 1\nb: [2, 3]', 4, '3'],
  ['a: 1\nb: [2, 3]', 2, '[2, 3]'],
  // an alias, and the list of two that it names
  ['a: &x [1, 2]\nb: *x', 8, null],
  ['a: &x [1, 2]\nb: *x', 7, '*x'],
  // in the second `*y`: the alias, the list, two aliases and two values
  ['a: &x 1\nb: &y [*x, *x]\nc: [*y, *y]', 20, null],
  ['a: &x 1\nb: &y [*x, *x]\nc: [*y, *y]', 19, '*y'],
  ['a: &x 1\nb: &y [*x, *x]\nc: [*y, *y]', 5, '*x'],
  // what a name means is settled where an alias stands
  ['a: &x [1, 2, 3]\nb: &x 1\nc: *x', 8, null],
  ['a: &x [1, 2, 3]\nb: &x 1\nc: *x', 7, '*x'],
  // an alias that names nothing, or what it stands in, is one value
  ['a: *x', 2, null],
  ['a: &x [*x]', 3, null]
])('%j, at most %i', (text, most, expected) => {
  expect(beyond(text, most)).toBe(expected)
})
