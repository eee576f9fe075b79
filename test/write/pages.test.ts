import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { writePages } from '../../src/write/pages.ts'
import { type Branch, imageItem, layoutOf, line } from './sample.ts'

const PLANE = { colours: { type: 'grey' }, bits: 8, coding: 'flate', bytes: new Uint8Array() } as const

const layout = layoutOf(
  { role: 'Document', kids: [{ role: 'P' }] },
  [
    line(1, '5\u00a0“May” com\u00ad', { face: 'bold', size: 11500, x: 72005 }),
    { type: 'rule', x: 0, y: 1, width: 1000, height: 250, owner: { type: 'artifact', kind: 'table-rule' } }
  ],
  []
)

test('pages are one line for each thing drawn, with spaces that can be told apart', () => {
  const house = { page: { size: 'A4' }, title: null, parts: { before: ['letterhead', 'title'] } }
  expect(writePages(layout, house)).toBe(`language: en
title: "Note verbale"
house:
  /page/size: "A4"
  /title: "null"
  /parts/before: "letterhead, title"
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

test('an image is told by its size on the page and in pixels', () => {
  const image = { width: 240, height: 300, samples: { ...PLANE }, opacity: null }
  const tree: Branch = { role: 'Document', kids: [{ role: 'Figure', alternate: 'The arms' }] }
  const pages = writePages(layoutOf(tree, [imageItem(1, image, { width: 48000, height: 60000 })]), {})
  expect(pages).toContain('      - { x: 72, y: 700, owner: Figure 1, image: 48 by 60, of: 240 by 300 pixels }\n')
  expect(parse(pages)).toMatchObject({ pages: [{ items: [{ image: '48 by 60', of: '240 by 300 pixels' }] }] })
})

test('pages are YAML, whatever the text', () => {
  const odd = 'a: {b} "c" \\d #e'
  const pages = writePages(layoutOf({ role: 'Document' }, [line(0, odd)]), {})
  expect(parse(pages)).toMatchObject({ pages: [{ items: [{ x: 72, owner: 'Document 0', text: odd }] }] })
})
