/** What pages and lines cannot hold is refused at the record, the setting or the line of a template that it comes from. */

import { describe, expect, test } from 'vitest'
import { type Diagnostic, Rejected } from '../../src/diagnostic.ts'
import type { Block, Document, Inline } from '../../src/document/document.ts'
import { originOf } from '../../src/fact.ts'
import type { Profile } from '../../src/records/profile.ts'
import { container, documentOf, footnote, lay, list, paragraph, profile, text } from './notes.ts'

const of = (pointer: string) => [originOf('register', pointer)]
const words = (count: number) => 'some words of it '.repeat(count).trim()

function finding(document: Document, changed: Partial<Profile> = {}): Diagnostic {
  try {
    lay(document, changed)
  } catch (caught) {
    if (!(caught instanceof Rejected)) throw caught
    const [first] = caught.diagnostics
    if (first) return first
  }
  throw new Error('it was laid out')
}

const cell = (...children: readonly (string | Inline)[]) =>
  ({ children: paragraph(...children).children, align: 'left' }) as const
const table = (...rows: readonly (readonly ReturnType<typeof cell>[])[]): Block => ({
  type: 'table',
  header: [cell('Place'), cell('Damage')],
  rows
})

test('a row is laid at the door of the value that makes it tall, not of the longest cell’s template', () => {
  const row = [
    cell(text(words(40), 1, of('/place'))),
    cell(text('a door, ', 2, of('/a')), text(words(900), 3, of('/b')))
  ]
  expect(finding(documentOf(table(row)))).toMatchObject({
    rule: 'layout/row-too-tall',
    origin: originOf('register', '/b'),
    span: { start: 3 }
  })
})

test('of two values in the tallest cell the longer one is named, wherever the other cells are', () => {
  const many = Array.from({ length: 12 }, (_, index) => text(`${words(40)} `, 10 + index, of(`/few/${index}`)))
  const row = [cell(text(words(70), 1, of('/place'))), cell(...many, text(words(60), 9, of('/most')))]
  expect(finding(documentOf(table(row)))).toMatchObject({ rule: 'layout/row-too-tall', pointer: '/most' })
})

test('a header and a row that fit only apart', () => {
  const tall = [cell(text(words(220), 1, of('/place'))), cell('x')]
  const made: Block = { type: 'table', header: tall, rows: [tall] }
  expect(finding(documentOf(made))).toMatchObject({ rule: 'layout/row-too-tall', pointer: '/place' })
})

test('what stands together: the value with most of it, where it has most of it', () => {
  const name = (length: number, start: number) => paragraph(text(words(length), start, of('/name')))
  expect(finding(documentOf(container('letterhead', name(1, 1), name(300, 2)), paragraph('Body')))).toMatchObject({
    rule: 'layout/too-tall',
    message:
      'what must stay together would be 2.0 times as high as the space on a page; this is the largest part of it',
    pointer: '/name',
    span: { start: 2 }
  })
})

test('room for a seal is a setting of the house', () => {
  const seal = { height: 700 }
  const parts = { before: [], after: ['seal' as const], placement: {} }
  expect(finding(documentOf(paragraph('Body'), container('seal')), { seal, parts })).toMatchObject({
    rule: 'layout/too-tall',
    origin: originOf('profile', '/seal/height'),
    hints: ['leave less room here']
  })
})

test('text of the template is named by its line', () => {
  const found = finding(documentOf(container('letterhead', paragraph(text(words(400), 7))), paragraph('Body')))
  expect(found).toMatchObject({ rule: 'layout/too-tall', span: { start: 7 } })
  expect(found.origin).toBeUndefined()
})

test('a footnote', () => {
  const note = { ...footnote(1, ''), children: [text(words(900), 5, of('/said'))] }
  expect(finding(documentOf(paragraph('The note', note)))).toMatchObject({
    rule: 'layout/footnotes-too-tall',
    pointer: '/said'
  })
})

test('labels that leave little of each page', () => {
  const labels = [text('DRAFT', 1), text(words(400), 2, of('/specimen'))]
  expect(finding({ ...documentOf(paragraph('Body')), labels })).toMatchObject({
    rule: 'layout/too-tall',
    pointer: '/specimen'
  })
})

describe('settings of a house that do not go together', () => {
  const margins = { top: 25, right: 80, bottom: 25, left: 80 }
  test.each<[string, Partial<Profile>]>([
    ['/page/margins', { page: { ...profile.page, margins }, text: { ...profile.text, size: 20, leading: 24 } }],
    ['/text/size', { text: { ...profile.text, size: 0 } }],
    ['/text/leading', { text: { ...profile.text, leading: 11 } }]
  ])('%s', (pointer, changed) => {
    const found = finding(documentOf(paragraph('Body')), changed)
    expect(found).toMatchObject({ rule: 'layout/setting', origin: originOf('profile', pointer) })
  })

  test.each([
    ['before', { before: 'x'.repeat(120), after: '' }],
    ['after', { before: '– ', after: 'x'.repeat(10_000) }]
  ])('what stands %s a page number', (side, around) => {
    const page = { ...profile.page, numbers: { ...profile.page.numbers, ...around } }
    expect(finding(documentOf(paragraph('Body')), { page })).toMatchObject({
      rule: 'layout/page-number',
      origin: originOf('profile', `/page/numbers/${side}`)
    })
  })

  test('lists in lists that stand in too far', () => {
    const inner = { ...list('inmost'), items: [[paragraph(text('inmost', 4))]] }
    const outer: Block = { ...list(''), items: [[{ ...list(''), items: [[inner]] }]] }
    const page = { ...profile.page, margins }
    expect(lay(documentOf(outer), { page }).pages).toHaveLength(1)
    expect(finding(documentOf(outer), { page, text: { ...profile.text, indent: 60 } })).toMatchObject({
      rule: 'layout/too-narrow',
      span: { start: 4 }
    })
  })
})
