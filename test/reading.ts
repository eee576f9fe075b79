/** A document, or what Poppler says of a file, in; the words that a reader hears, in order, out. */
import type { Block, Document } from '../src/document/document.ts'
import { inlinesOf, leafBlocks, plainText } from '../src/document/walk.ts'

/** Words one space apart; U+00AD is the hyphen that a line's end added, and only such a word is rejoined. */
export const folded = (text: string): string =>
  text
    .replace(/\u00AD\s*/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()

/** The text of a document in reading order. Lists do not occur in our templates, so no label has to be put in. */
export function textOf(document: Document): string {
  if (hasList(document.blocks)) throw new Error('the labels of lists would have to be put in')
  const blocks = [...leafBlocks(document.blocks)].flatMap(({ block }) => inlinesOf(block).map(each => plainText(each)))
  return folded([...document.labels.map(each => each.text), ...blocks].join(' '))
}

function hasList(blocks: readonly Block[]): boolean {
  return blocks.some(each => each.type === 'list' || (each.type === 'container' && hasList(each.blocks)))
}

/**
 * Poppler's reading of the structure tree (`pdfinfo -struct-text`): artifacts are not in it, and parts stand in reading
 * order. Poppler leaves soft hyphens out, and a word that two pages divide stands in two texts directly below each other;
 * a line that ends between words has its space.
 */
export function structureText(dump: string): string {
  return folded([...dump.replace(/"\n *"/g, '').matchAll(/^ *"(.*)"$/gm)].map(match => match[1] ?? '').join(' '))
}
