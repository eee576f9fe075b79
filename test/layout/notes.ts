/** Small documents to lay out, and what can be read off their pages. */

import type {
  Block,
  Cell,
  Container,
  Document,
  Footnote,
  Inline,
  List,
  Paragraph,
  Text
} from '../../src/document/document.ts'
import type { Origin } from '../../src/fact.ts'
import { layOut } from '../../src/layout/lay-out.ts'
import type { Item, Layout, LinePart, Page, TextItem } from '../../src/layout/page.ts'
import type { Part } from '../../src/records/parts.ts'
import type { Profile } from '../../src/records/profile.ts'
import { typesetter } from './world.ts'

const source = { name: 'templates/en/test.hbs', text: '' }

export const profile: Profile = {
  verbale: 1,
  name: 'a house of tests',
  confirmed: null,
  page: {
    size: 'A4',
    margins: { top: 25, right: 25, bottom: 25, left: 30 },
    numbers: { position: 'bottom', align: 'center', before: '', after: '' }
  },
  text: { size: 12, leading: 16, indent: 28, between: 5, hyphenate: true },
  title: null,
  number: { sign: { en: 'No.' }, blank: 12 },
  parts: { before: [], after: [], placement: {} },
  seal: { height: 72 },
  initials: null,
  courtesy: { modes: ['full'], closing: 'by-mode' },
  recall: { body: 5 }
}

/** Text at an offset of the template; the offset tells texts apart. */
export function text(words: string, start = 0, origins: readonly Origin[] = [], language?: string): Text {
  const at = { source, start, end: start + words.length }
  return { type: 'text', text: words, at, origins, ...(language === undefined ? {} : { language }) }
}

export function paragraph(...children: readonly (string | Inline)[]): Paragraph {
  return { type: 'paragraph', children: children.map(child => (typeof child === 'string' ? text(child) : child)) }
}

export function strong(...children: readonly (string | Inline)[]): Inline {
  return { type: 'strong', children: paragraph(...children).children }
}

export function emphasis(...children: readonly (string | Inline)[]): Inline {
  return { type: 'emphasis', children: paragraph(...children).children }
}

export function footnote(number: number, words: string): Footnote {
  return { type: 'footnote', number, children: [text(words)] }
}

export function container(part: Part, ...blocks: readonly Block[]): Container {
  return { type: 'container', part, at: { source, start: 0, end: 0 }, blocks }
}

export function list(...items: readonly string[]): List {
  return { type: 'list', ordered: true, start: 1, delimiter: ')', items: items.map(item => [paragraph(item)]) }
}

export function cells(...words: readonly string[]): readonly Cell[] {
  return words.map(word => ({ children: [text(word)], align: 'left' }))
}

export function documentOf(...blocks: readonly Block[]): Document {
  return { language: 'en', title: 'Test', labels: [], blocks }
}

export function lay(document: Document, changed: Partial<Profile> = {}): Layout {
  return layOut(document, { ...profile, ...changed }, typesetter)
}

/** A paragraph of a number of lines, each a word; the words say which paragraph and line. */
export function lines(name: string, count: number): Paragraph {
  const words = Array.from({ length: count }, (_, index) => text(`${name}${index + 1}`))
  return paragraph(...words.flatMap((word, index): Inline[] => (index === 0 ? [word] : [{ type: 'break' }, word])))
}

function textOfPart(part: LinePart): string {
  if (part.type === 'hyphen') return '\u00ad'
  return part.type === 'space' ? part.text : part.word.text
}

export function textOfItem(item: TextItem): string {
  return item.parts.map(textOfPart).join('')
}

export function isText(item: Item): item is TextItem {
  return item.type === 'text'
}

/** The content of a page from top to bottom, a string for each line; footnote marks and labels join their lines. */
export function linesOn(
  page: Page | undefined,
  wanted: (item: TextItem) => boolean = item => item.owner.type === 'element'
): string[] {
  const found: { y: number; text: string }[] = []
  for (const item of page?.items ?? []) {
    if (!isText(item) || !wanted(item)) continue
    const line = found.find(each => Math.abs(each.y - item.y) < 6000)
    if (line) line.text += textOfItem(item)
    else found.push({ y: item.y, text: textOfItem(item) })
  }
  return found.sort((a, b) => b.y - a.y).map(each => each.text.trimEnd())
}

/** The content of each page, line by line. */
export function pagesOf(layout: Layout): string[][] {
  return layout.pages.map(page => linesOn(page))
}

/** The text that an element owns itself, in drawing order over all pages. */
export function textOwned(layout: Layout, element: number): string {
  const items = layout.pages.flatMap(page => page.items).filter(isText)
  return items
    .filter(item => item.owner.type === 'element' && item.owner.element === element)
    .map(textOfItem)
    .join('')
}

/** The structure tree as `Role(text) [kids]`, in reading order. */
export function treeOf(layout: Layout, number = 0): string {
  const element = layout.elements[number]
  if (!element) return ''
  const own = textOwned(layout, number)
  const kids = element.kids.map(kid => treeOf(layout, kid)).join(' ')
  return `${element.role}${own === '' ? '' : `(${own})`}${kids === '' ? '' : ` [${kids}]`}`
}

/** Where the ink of a text item ends: a space at the end of a line is not drawn. */
export function rightEdge(item: TextItem): number {
  const drawn = item.parts.at(-1)?.type === 'space' ? item.parts.slice(0, -1) : item.parts
  const widths = drawn.map(part => (part.type === 'space' ? part.width : (part.word.width * item.size) / 1000))
  return item.x + widths.reduce((sum, width) => sum + width, 0)
}
