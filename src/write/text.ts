/** A settled document in, plain text out: wrapped paragraphs with blank lines between, footnotes at the end. */
import type { Block, Cell, Document, Footnote, Inline, List, Table } from '../document/document.ts'
import { plainText } from '../document/walk.ts'
import { type Bounds, total, widthsBetween } from '../layout/share-room.ts'
import type { Part } from '../records/parts.ts'
import type { Records } from '../records/records.ts'

/** Where a line stands in its width. */
type LineAlignment = Cell['align']

/** Spaces between two columns. */
const GAP = 2

function rowLines(row: readonly string[], widths: readonly number[], aligns: readonly LineAlignment[]): string[] {
  const cells = widths.map((width, column) => wrap(row[column] ?? '', width))
  const height = Math.max(...cells.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) => {
    const parts = widths.map((width, column) => {
      const text = aligned(cells[column]?.[line] ?? '', width, aligns[column] ?? 'left')
      return text + ' '.repeat(Math.max(0, width - length(text)))
    })
    return parts.join(' '.repeat(GAP)).trimEnd()
  })
}

/** The widths of columns that are no wider than their texts; their longest words stay whole, in too little room too. */
function columnWidths(rows: readonly (readonly string[])[], count: number, room: number): readonly number[] {
  const wants = Array.from({ length: count }, (_, column) => wantsOf(rows.map(row => row[column] ?? '')))
  const [least, most] = [total(wants.map(want => want.least)), total(wants.map(want => want.most))]
  return widthsBetween(wants, Math.max(least, Math.min(room, most)))
}

function wantsOf(texts: readonly string[]): Bounds {
  return { least: widest(texts.flatMap(wordsOf)), most: widest(texts.flatMap(text => text.split('\n'))) }
}

/** What a mail can hold on a line and still be quoted (RFC 3676, 4.2). */
const WIDTH = 78

/** Where a house puts the parts of its notes. */
type Placement = Records['profile']['parts']['placement']

/** How a block is set: its width in code points, the place of its lines, and where footnotes are kept as they are met. */
interface Setting {
  readonly width: number
  readonly align: LineAlignment
  readonly notes: Footnote[]
}

/** Writes a document as plain text (UTF-8, LF), labels first, its parts left, centred or right as the house has them. */
export function writeText(document: Document, placement: Placement = {}): string {
  const notes: Footnote[] = []
  const setting: Setting = { width: WIDTH, align: 'left', notes }
  const labels = document.labels.map(label => set(flat(label.text), setting))
  const blocks = document.blocks.flatMap(block => {
    const align = block.type === 'container' ? alignOf(block.part, placement) : 'left'
    return blockTexts(block, { ...setting, align })
  })
  const footnotes = notes.map(note => hung(`[${note.number}] `, narrower => [paragraph(note, narrower)], setting))
  return `${[...labels, ...blocks, ...footnotes].join('\n\n')}\n`
}

/** A title stands in the middle, as on paper. */
function alignOf(part: Part, placement: Placement): LineAlignment {
  return placement[part]?.align ?? (part === 'title' ? 'center' : 'left')
}

/** The paragraphs of a block, each as its lines; room for a seal has none. */
function blockTexts(block: Block, setting: Setting): string[] {
  if (block.type === 'list') return [listed(block, setting)]
  if (block.type === 'table') return [tabled(block, setting)]
  if (block.type === 'figure') return [set(`[${flat(block.alternate)}]`, { ...setting, align: block.align })]
  if (block.type === 'container') return block.blocks.flatMap(inner => blockTexts(inner, setting))
  return [paragraph(block, setting)]
}

function paragraph({ children }: { readonly children: readonly Inline[] }, setting: Setting): string {
  return set(line(children, setting.notes), setting)
}

function set(text: string, { width, align }: Setting): string {
  return wrap(text, width)
    .map(each => aligned(each, width, align))
    .join('\n')
}

/** A value may hold line ends; on paper they are spaces, and here they would make paragraphs that are none. */
function flat(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ')
}

function line(inlines: readonly Inline[], notes: Footnote[]): string {
  const mark = (note: Footnote) => {
    notes.push(note)
    return `[${note.number}]`
  }
  return plainText(inlines, mark, flat)
}

/** Items under one another; blank lines between them, and in them, where one of them has several paragraphs. */
function listed(list: List, setting: Setting): string {
  const labels = list.items.map((_, index) => (list.ordered ? `${list.start + index}${list.delimiter}` : '–'))
  const width = Math.max(...labels.map(label => label.length)) + 1
  const isLoose = list.items.some(item => item.filter(block => block.type === 'paragraph').length > 1)
  const gap = isLoose ? '\n\n' : '\n'
  const items = list.items.map((item, index) =>
    hung(
      (labels[index] ?? '').padEnd(width),
      narrower => item.flatMap(each => blockTexts(each, narrower)),
      setting,
      gap
    )
  )
  return items.join(gap)
}

/** Texts after a label, whose further lines stand under the first and not under the label. */
function hung(label: string, texts: (narrower: Setting) => readonly string[], setting: Setting, gap = '\n'): string {
  const inner = texts({ ...setting, width: setting.width - label.length })
  return label + inner.join(gap).replace(/\n(?!\n|$)/g, `\n${' '.repeat(label.length)}`)
}

/**
 * A rule under the header; the cells of a column wrapped to one width. Where any cell takes several lines, a blank line
 * parts the rows.
 */
function tabled({ header, rows }: Table, { width, notes }: Setting): string {
  const texts = [header, ...rows].map(row => row.map(cell => line(cell.children, notes)))
  const widths = columnWidths(texts, header.length, width - GAP * (header.length - 1))
  const aligns = header.map(cell => cell.align)
  const rule = widths.map(each => '-'.repeat(each)).join(' '.repeat(GAP))
  const [head = [], ...body] = texts.map(row => rowLines(row, widths, aligns))
  const loose = body.some(lines => lines.length > 1)
  const below = body.flatMap((lines, index) => (loose && index > 0 ? ['', ...lines] : lines))
  return [...head, rule, ...below].join('\n')
}

/** In code points: near enough to columns for the scripts of notes. */
function length(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The widest of some lines. */
function widest(lines: readonly string[]): number {
  return lines.reduce((most, each) => Math.max(most, length(each)), 0)
}

/** The words of a text: a space that may not break (U+00A0) does not part them. */
function wordsOf(text: string): string[] {
  return text.split(/[ \n]+/).filter(word => word !== '')
}

/** Breaks at spaces, as late as the width lets it, and at every line feed. */
function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap(line => {
    const [first = '', ...rest] = wordsOf(line)
    const lines = [first]
    for (const word of rest) {
      const last = lines.at(-1) ?? ''
      if (length(last) + 1 + length(word) > width) lines.push(word)
      else lines[lines.length - 1] = `${last} ${word}`
    }
    return lines
  })
}

/** A line after the spaces that put it in its place; a wider one stays as it is. */
function aligned(line: string, width: number, align: LineAlignment): string {
  const room = Math.max(0, width - length(line))
  const left = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0
  return ' '.repeat(left) + line
}
