import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { writePages } from '../../src/write/pages.ts'
import { layoutOf, line } from './sample.ts'

const layout = layoutOf(
  { role: 'Document', kids: [{ role: 'P' }] },
  [
    line(1, '5\u00a0“May” com\u00ad', { face: 'bold', size: 11500, x: 72005 }),
    { type: 'rule', x: 0, y: 1, width: 1000, height: 250, owner: { type: 'artifact', kind: 'table-rule' } }
  ],
  []
)

test('pages are one line for each thing drawn, with spaces that can be told apart', () => {
  expect(writePages(layout)).toBe(`language: en
title: "Note verbale"
pages:
  - number: 1
    width: 595.276
    height: 841.89
    items:
      - { x: 72.005, y: 700, owner: P 1, face: bold, size: 11.5, text: "5\\u00a0“May” com\\u00ad" }
      - { x: 0, y: 0.001, owner: artifact table-rule, rule: 1 by 0.25 }
  - number: 2
    width: 595.276
    height: 841.89
    items: []
`)
})

test('pages are YAML, whatever the text', () => {
  const odd = 'a: {b} "c" \\d #e'
  const pages = writePages(layoutOf({ role: 'Document' }, [line(0, odd)]))
  expect(parse(pages)).toMatchObject({ pages: [{ items: [{ x: 72, owner: 'Document 0', text: odd }] }] })
})
