import { expect, test } from 'vitest'
import { writeTree } from '../../src/write/tree.ts'
import { read } from '../document/pieces.ts'

const TEMPLATE = `::: opening
The *{ministry}* says^[Note {n}.]\\
so
:::

1. {@embassy} "it"

| a |
|:-:|
| b |

## Annex
`
const VALUES = { ministry: 'Ministry', n: '5', embassy: 'the Embassy of X|the Embassy' }

const TREE = String.raw`language: "en"
title: "Note verbale"
labels:
blocks:
  - container opening:  # templates/en/test.hbs:1
    - paragraph:
      - text "The "  # templates/en/test.hbs:2
      - emphasis:
        - text "Ministry"  # templates/en/test.hbs:2 register#/ministry
      - text " says"  # templates/en/test.hbs:2
      - footnote 1:
        - text "Note "  # templates/en/test.hbs:2
        - text "5"  # templates/en/test.hbs:2 register#/n
        - text "."  # templates/en/test.hbs:2
      - break
      - text "so"  # templates/en/test.hbs:3
  - list, ordered from 1.:
    - item:
      - paragraph:
        - mention, auto: "the Embassy of X" or "the Embassy" of /embassy  # templates/en/test.hbs:6 register#/embassy
        - text " \"it\""  # templates/en/test.hbs:6
  - table:
    - header:
      - cell, center:
        - text "a"  # templates/en/test.hbs:8
    - row:
      - cell, center:
        - text "b"  # templates/en/test.hbs:10
  - heading 2:
    - text "Annex"  # templates/en/test.hbs:12
`

test('the tree says types, parts, texts, template lines and record values', () => {
  expect(writeTree(read(TEMPLATE, VALUES))).toBe(TREE)
})

test('the order of keys in the document changes nothing', () => {
  const document = read(TEMPLATE, VALUES)
  const turned: typeof document = JSON.parse(JSON.stringify(document, turn))
  expect(Object.keys(turned)).toEqual(Object.keys(document).reverse())
  expect(writeTree(turned)).toBe(TREE)
})

function turn(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).reverse())
}

test('a text in another language says so, whatever it holds stays on its line', () => {
  const [first] = read('{v}', { v: 'a\n  - b' }).blocks
  const leaf = first?.type === 'paragraph' ? first.children[0] : undefined
  if (leaf?.type !== 'text') throw new Error('no text')
  const document = {
    language: 'en',
    title: '',
    labels: [leaf],
    blocks: [{ type: 'paragraph' as const, children: [{ ...leaf, language: 'ru' }] }]
  }
  expect(writeTree(document)).toBe(
    [
      'language: "en"',
      'title: ""',
      'labels:',
      '  - text "a\\n  - b"  # templates/en/test.hbs:1 register#/v',
      'blocks:',
      '  - paragraph:',
      '    - text "a\\n  - b" in ru  # templates/en/test.hbs:1 register#/v',
      ''
    ].join('\n')
  )
})
