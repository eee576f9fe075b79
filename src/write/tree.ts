/** A document in, a dump of its tree out, for people and goldens: what each leaf says, and where it comes from. */
import type { Block, Cell, Document, Figure, Inline, Mention, Text } from '../document/document.ts'
import { keyOf } from '../fact.ts'
import { lineNameOf } from '../source.ts'

/** Writes a document's tree as indented lines, one block or inline a line, a leaf with its template line and record values. */
export function writeTree(document: Document): string {
  const lines = [
    `language: ${quoted(document.language)}`,
    `title: ${quoted(document.title)}`,
    'labels:',
    ...document.labels.flatMap(label => indented(leaf(label))),
    'blocks:',
    ...document.blocks.flatMap(block => indented(blockLines(block)))
  ]
  return `${lines.join('\n')}\n`
}

function blockLines(block: Block): string[] {
  if (block.type === 'paragraph') return ['- paragraph:', ...inlineLines(block.children)]
  if (block.type === 'heading') return [`- heading ${block.level}:`, ...inlineLines(block.children)]
  if (block.type === 'table')
    return ['- table:', ...rowLines('header', block.header), ...block.rows.flatMap(row => rowLines('row', row))]
  if (block.type === 'figure') return [`- ${figure(block)}  # ${block.origins.map(keyOf).join(' ')}`]
  if (block.type === 'container')
    return [`- container ${block.part}:  # ${lineNameOf(block.at)}`, ...block.blocks.flatMap(nested)]
  const kind = block.ordered ? `ordered from ${block.start}${block.delimiter}` : 'unordered'
  return [`- list, ${kind}:`, ...block.items.flatMap(item => indented(['- item:', ...item.flatMap(nested)]))]
}

/** `figure "The arms of Ostrelle", 120 by 150 pixels` */
function figure({ alternate, image: { width, height } }: Figure): string {
  return `figure ${quoted(alternate)}, ${width} by ${height} pixels`
}

function nested(block: Block): string[] {
  return indented(blockLines(block))
}

function rowLines(name: string, cells: readonly Cell[]): string[] {
  return indented([
    `- ${name}:`,
    ...cells.flatMap(cell => indented([`- cell, ${cell.align}:`, ...inlineLines(cell.children)]))
  ])
}

function inlineLines(inlines: readonly Inline[]): string[] {
  return inlines.flatMap(inline => indented(inlineLine(inline)))
}

function inlineLine(inline: Inline): string[] {
  if (inline.type === 'text' || inline.type === 'mention') return leaf(inline)
  if (inline.type === 'break') return ['- break']
  const name = inline.type === 'footnote' ? `footnote ${inline.number}` : inline.type
  return [`- ${name}:`, ...inlineLines(inline.children)]
}

/** `- text "the Embassy"  # templates/en/protest.hbs:4 register#/parties/embassy/name` */
function leaf(leaf: Text | Mention): string[] {
  const says =
    leaf.type === 'text'
      ? `text ${quoted(leaf.text)}${leaf.language === undefined ? '' : ` in ${leaf.language}`}`
      : `mention, ${leaf.form}: ${quoted(leaf.full)}${leaf.short === null ? '' : ` or ${quoted(leaf.short)}`} of ${leaf.subject}`
  return [`- ${says}  # ${[lineNameOf(leaf.at), ...leaf.origins.map(keyOf)].join(' ')}`]
}

/** A JSON string: one line, whatever the text holds. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

function indented(lines: readonly string[]): string[] {
  return lines.map(line => `  ${line}`)
}
