/** A settled document in, plain text out: a paragraph a line, blank lines between, footnotes at the end. */
import type { Block, Cell, Document, Footnote, Inline, List, Table } from '../document/document.ts'

/** Footnotes that were met, in reading order. */
type Notes = Footnote[]

/** Writes a document as plain text (UTF-8, LF), labels first. */
export function writeText(document: Document): string {
  const notes: Notes = []
  const labels = document.labels.map(label => flat(label.text))
  const blocks = document.blocks.flatMap(block => paragraphs(block, notes))
  const footnotes = notes.map(note => `[${note.number}] ${line(note.children, notes)}`)
  return `${[...labels, ...blocks, ...footnotes].join('\n\n')}\n`
}

/** The paragraphs of a block; room for a seal has none. */
function paragraphs(block: Block, notes: Notes): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [line(block.children, notes)]
    case 'list':
      return [listed(block, notes)]
    case 'table':
      return [columns(block, notes)]
    case 'container':
      return block.blocks.flatMap(inner => paragraphs(inner, notes))
  }
}

/** A value may hold line ends; on paper they are spaces, and here they would make paragraphs that are none. */
function flat(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ')
}

function line(inlines: readonly Inline[], notes: Notes): string {
  return inlines.map(inline => words(inline, notes)).join('')
}

function words(inline: Inline, notes: Notes): string {
  switch (inline.type) {
    case 'text':
      return flat(inline.text)
    case 'mention':
      throw new Error(`the mention of ${inline.subject} is not settled`)
    case 'break':
      return '\n'
    case 'footnote':
      notes.push(inline)
      return `[${inline.number}]`
    case 'emphasis':
    case 'strong':
      return line(inline.children, notes)
  }
}

/** Items under one another, what follows an item's first line under its text. */
function listed(list: List, notes: Notes): string {
  const labels = list.items.map((_, index) => (list.ordered ? `${list.start + index}${list.delimiter}` : '–'))
  const width = Math.max(...labels.map(label => label.length))
  const items = list.items.map((item, index) => {
    const text = item.flatMap(block => paragraphs(block, notes)).join('\n')
    return `${(labels[index] ?? '').padEnd(width)} ${text.replaceAll('\n', `\n${' '.repeat(width + 1)}`)}`
  })
  return items.join('\n')
}

/** Columns as wide as their widest cell, two spaces apart, a rule under the header. */
function columns(table: Table, notes: Notes): string {
  const texts = [table.header, ...table.rows].map(row => row.map(cell => line(cell.children, notes)))
  const widths = table.header.map((_, column) => Math.max(...texts.map(row => length(row[column] ?? ''))))
  const [header = '', ...rows] = texts.map(row =>
    table.header.map((cell, column) => aligned(row[column] ?? '', widths[column] ?? 0, cell)).join('  ')
  )
  const rule = widths.map(width => '-'.repeat(width)).join('  ')
  return [header, rule, ...rows].map(text => text.trimEnd()).join('\n')
}

/** In code points: near enough to columns for the scripts of notes. */
function length(text: string): number {
  return [...text].length
}

function aligned(text: string, width: number, { align }: Cell): string {
  const room = width - length(text)
  const left = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0
  return ' '.repeat(left) + text + ' '.repeat(room - left)
}
