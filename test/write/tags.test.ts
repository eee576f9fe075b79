import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { writeTags } from '../../src/write/index.ts'
import { type Branch, imageItem, layoutOf, line } from './sample.ts'

const table = { role: 'Table', kids: [{ role: 'TR', kids: [{ role: 'TH', scope: 'Column' }] }] } as const
const layout = layoutOf(
  {
    role: 'Document',
    kids: [{ role: 'P', kids: [{ role: 'Span', language: 'az' }] }, table, { role: 'L', numbering: 'None' }]
  },
  [line(1, 'To the '), line(2, 'Səfirlik'), line({ type: 'artifact', kind: 'page-number' }, '1')],
  [line(1, ' goes a note.'), line(5, 'Date')]
)

const written = `- Document:
    - P:
        - page 1: "To the "
        - Span (language az):
            - page 1: "Səfirlik"
        - page 2: " goes a note."
    - Table:
        - TR:
            - TH (scope Column):
                - page 2: "Date"
    - L (numbering None): []
`

test('tags are the tree as it is read, without furniture', () => {
  expect(writeTags(layout)).toBe(written)
})

test('a figure is told by what stands in its place', () => {
  const plane = { colours: { type: 'grey' }, bits: 8, coding: 'flate', bytes: new Uint8Array() } as const
  const image = { width: 1, height: 1, samples: plane, opacity: null }
  const tree: Branch = { role: 'Document', kids: [{ role: 'Figure', alternate: 'The "arms"' }] }
  expect(writeTags(layoutOf(tree, [imageItem(1, image)]))).toBe(
    `- Document:\n    - Figure (alternate "The \\"arms\\""):\n        - page 1: an image\n`
  )
})

test('tags are YAML', () => {
  expect(parse(written)).toMatchObject([{ Document: [{ P: [{ 'page 1': 'To the ' }, {}, {}] }, {}, {}] }])
})
