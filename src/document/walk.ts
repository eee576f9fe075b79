/** A document or its inlines in; what stands in them, in reading order, out. */
import type { Part } from '../records/parts.ts'
import type { Span } from '../source.ts'
import type { Block, Cell, Container, Document, Footnote, Inline, Mention, Text } from './document.ts'

/** A block that holds inlines itself. */
export type LeafBlock = Exclude<Block, { type: 'list' | 'figure' | 'container' }>

/** A block that holds inlines, and the part of the note around it, if one is marked. */
export interface PlacedBlock {
  readonly block: LeafBlock
  readonly part: Part | null
}

/** Every text and mention of the blocks, in reading order; a footnote is read where its mark stands. Labels are no blocks. */
export function leaves(document: Document): Generator<Text | Mention> {
  return leavesOf(document.blocks)
}

function* leavesOf(blocks: readonly Block[]): Generator<Text | Mention> {
  for (const { block } of leafBlocks(blocks)) for (const inlines of inlinesOf(block)) yield* leavesIn(inlines)
}

/** The first place in a template that blocks come from. */
export function firstPlace(blocks: readonly Block[]): Span | null {
  return leavesOf(blocks).next().value?.at ?? null
}

/** Every block that holds inlines, in reading order. */
export function* leafBlocks(blocks: readonly Block[], part: Part | null = null): Generator<PlacedBlock> {
  for (const block of blocks) {
    if (block.type === 'container') yield* leafBlocks(block.blocks, block.part)
    else if (block.type === 'list') for (const item of block.items) yield* leafBlocks(item, part)
    else if (block.type !== 'figure') yield { block, part }
  }
}

/** The sequences of inlines that a block holds itself: one, or those of a table's cells row by row. */
export function inlinesOf(block: LeafBlock): readonly (readonly Inline[])[] {
  if (block.type !== 'table') return [block.children]
  return [block.header, ...block.rows].flatMap(row => row.map(cell => cell.children))
}

/** The texts and mentions among inlines, in reading order. */
function* leavesIn(inlines: readonly Inline[]): Generator<Text | Mention> {
  for (const inline of inlines) {
    if (inline.type === 'text' || inline.type === 'mention') yield inline
    else if (inline.type !== 'break') yield* leavesIn(inline.children)
  }
}

/**
 * The words of settled inlines: a line break is a line feed; texts, and the marks of footnotes, which else are left out, are as the callers have them.
 * A mention that is not settled has no text yet: asking for it is a fault of ours.
 */
export function plainText(
  inlines: readonly Inline[],
  mark: (note: Footnote) => string = () => '',
  say: (text: string) => string = text => text
): string {
  const words = inlines.map(inline => {
    if (inline.type === 'text') return say(inline.text)
    if (inline.type === 'break') return '\n'
    if (inline.type === 'footnote') return mark(inline)
    if (inline.type === 'mention') throw new Error(`the mention of ${inline.subject} is not settled`)
    return plainText(inline.children, mark, say)
  })
  return words.join('')
}

/** Changes one sequence of inlines: those of a paragraph, a heading or a cell. */
export type Change = (inlines: readonly Inline[]) => readonly Inline[]

/** The same blocks with each sequence of inlines changed, in reading order. */
export function rewrite(blocks: readonly Block[], change: Change): Block[] {
  return blocks.map(block => rewriteBlock(block, change))
}

function rewriteBlock(block: Block, change: Change): Block {
  if (block.type === 'figure') return block
  if (block.type === 'container') return { ...block, blocks: rewrite(block.blocks, change) }
  if (block.type === 'list') return { ...block, items: block.items.map(item => rewrite(item, change)) }
  if (block.type !== 'table') return { ...block, children: change(block.children) }
  const header = rewriteRow(block.header, change)
  return { ...block, header, rows: block.rows.map(row => rewriteRow(row, change)) }
}

function rewriteRow(cells: readonly Cell[], change: Change): Cell[] {
  return cells.map(cell => ({ ...cell, children: change(cell.children) }))
}

/** The marked parts of a document, in order. */
export function containersOf(document: Document): Container[] {
  return document.blocks.filter(block => block.type === 'container')
}
