/** A settled document in; what it states, sentence by sentence, line by line and cell by cell, in reading order, out. */
import type { Block, Document, Inline, Table, Text } from '../document/document.ts'
import type { Sentences } from '../languages/language.ts'
import { sentenceStarts, type Whole } from '../languages/sentences.ts'
import { LINE_PARTS, type Part } from '../records/parts.ts'
import type { Statement } from './schema.ts'

/** A leaf of the document, or a stretch of one; `at` is where that begins in the leaf. A line break is a line feed. */
export interface StatementFragment {
  readonly leaf: Text
  readonly at: number
  readonly text: string
}

/** A statement before anything is known of it but its words. */
export interface Draft {
  readonly type: Statement['type']
  readonly part: Part | null
  readonly block: Statement['block']
  /** The statements of which it is a part, in order. */
  readonly names: readonly string[]
  readonly fragments: readonly StatementFragment[]
}

/** Where a block stands, and where its statements go. */
interface BlockPlace {
  readonly rules: Sentences
  readonly drafts: Draft[]
  readonly part: Part | null
  readonly level: number
  /** What marks the list item whose first block comes next. */
  readonly mark: { label: string | null }
  readonly count: { blocks: number }
}

/** Takes a document apart. The words of all statements together are its words: labels first, footnotes after their block. */
export function statementsOf(document: Document, rules: Sentences): Draft[] {
  const place: BlockPlace = { rules, drafts: [], part: null, level: 0, mark: { label: null }, count: { blocks: 0 } }
  for (const label of document.labels)
    addDraft(place, 'label', [{ leaf: label, at: 0, text: label.text }], nextBlock(place))
  walk(document.blocks, place)
  return place.drafts
}

function walk(blocks: readonly Block[], place: BlockPlace): void {
  for (const block of blocks) {
    switch (block.type) {
      case 'container':
        walk(block.blocks, { ...place, part: block.part })
        break
      case 'list':
        for (const [index, item] of block.items.entries()) {
          const label = block.ordered ? `${block.start + index}${block.delimiter}` : '–'
          walk(item, { ...place, level: place.level + 1, mark: { label } })
        }
        break
      case 'table':
        addTable(block, place)
        break
      case 'heading':
        add(place, 'heading', block.children, { ...nextBlock(place), level: block.level })
        break
      case 'paragraph':
        if (LINE_PARTS.has(place.part)) add(place, 'line', block.children, nextBlock(place), linesOf)
        else add(place, 'sentence', block.children, nextBlock(place), sentencesOf)
        break
      case 'figure':
        // A picture states nothing.
        break
      default:
        block satisfies never
    }
  }
}

function nextBlock({ count, level, mark }: BlockPlace): Statement['block'] {
  const { label } = mark
  mark.label = null
  return { number: count.blocks++, level, label, row: null, column: null }
}

function addTable(table: Table, place: BlockPlace): void {
  const block = nextBlock(place)
  for (const [row, cells] of [table.header, ...table.rows].entries())
    for (const [column, cell] of cells.entries()) add(place, 'cell', cell.children, { ...block, row, column })
}

/** Takes the fragments of a paragraph apart. */
type Split = (fragments: readonly StatementFragment[], rules: Sentences) => readonly (readonly StatementFragment[])[]

/** Inlines as one statement or several, and behind them the footnotes that they call. */
function add(
  place: BlockPlace,
  type: Draft['type'],
  inlines: readonly Inline[],
  block: Draft['block'],
  split: Split = fragments => [fragments]
): void {
  const { fragments, notes } = flat(inlines)
  for (const [index, each] of split(fragments, place.rules).entries())
    addDraft(place, type, each, index === 0 ? block : { ...block, label: null })
  for (const note of notes) add(place, 'footnote', note, nextBlock(place), sentencesOf)
}

function linesOf(fragments: readonly StatementFragment[]): StatementFragment[][] {
  const lines: StatementFragment[][] = [[]]
  for (const each of fragments) {
    lines.at(-1)?.push(each)
    if (each.text.endsWith('\n')) lines.push([])
  }
  return lines
}

function addDraft(
  place: BlockPlace,
  type: Draft['type'],
  fragments: readonly StatementFragment[],
  block: Draft['block']
): void {
  if (fragments.length > 0) place.drafts.push({ type, part: place.part, block, names: namesIn(fragments), fragments })
}

/** What only parts words has the name of what stands around it. */
function namesIn(fragments: readonly StatementFragment[]): string[] {
  const spoken = fragments.filter(each => /[\p{L}\p{N}]/u.test(each.text))
  const named = spoken.length > 0 ? spoken : fragments
  return [...new Set(named.flatMap(({ leaf }) => leaf.statement ?? []))]
}

/** The leaves of inlines one behind the other, and the footnotes that they call. */
function flat(inlines: readonly Inline[]) {
  const fragments: StatementFragment[] = []
  const notes: (readonly Inline[])[] = []
  const visit = (inline: Inline): void => {
    if (inline.type === 'text') fragments.push({ leaf: inline, at: 0, text: inline.text })
    else if (inline.type === 'mention') throw new Error(`the mention of ${inline.subject} is not settled`)
    else if (inline.type === 'footnote') notes.push(inline.children)
    else if (inline.type === 'break') breakLine(fragments)
    else inline.children.forEach(visit)
  }
  inlines.forEach(visit)
  return { fragments, notes }
}

function breakLine(fragments: StatementFragment[]): void {
  const last = fragments.pop()
  if (last) fragments.push({ ...last, text: `${last.text}\n` })
}

/** A value is never divided: a sentence of the drafter's own may hold several. */
function valuesIn(fragments: readonly StatementFragment[]): Whole[] {
  let at = 0
  return fragments.flatMap(({ text, leaf }) => {
    const from = at
    at += text.length
    return leaf.origins.length > 0 ? [{ from, to: at }] : []
  })
}

/** The fragments of a paragraph by sentence; template text is divided where one begins in it. */
function sentencesOf(fragments: readonly StatementFragment[], rules: Sentences): StatementFragment[][] {
  const text = fragments.map(each => each.text).join('')
  const starts = sentenceStarts(text, rules, valuesIn(fragments))
  const sentences: StatementFragment[][] = [[]]
  let offset = 0
  for (const fragment of fragments) {
    const end = offset + fragment.text.length
    const cuts = starts.filter(start => start >= offset && start < end && start > 0).map(start => start - offset)
    for (const [index, cut] of [0, ...cuts].entries()) {
      if (index > 0) sentences.push([])
      const text = fragment.text.slice(cut, cuts[index])
      if (text !== '') sentences.at(-1)?.push({ ...fragment, at: cut, text })
    }
    offset = end
  }
  return sentences
}
