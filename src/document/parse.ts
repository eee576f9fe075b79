/** Pieces in house markup in, the note as a tree out; what the markup leaves unclear is refused, all of it at once. */
import { type Diagnostic, distinct, error, Rejected, refuse } from '../diagnostic.ts'
import type { Part } from '../records/parts.ts'
import { lineOf, positionOf } from '../source.ts'
import type { Piece } from '../template/piece.ts'
import { readBlocks } from './blocks.ts'
import type { Block, Document, Text } from './document.ts'
import type { Reading } from './fragments.ts'
import { type Joined, join, spanAt, strangers } from './join.ts'
import { type MarkedSection, sections } from './sections.ts'

/** Blank lines between two lines of text; beside the fence of a container they part nothing. */
const GAP = /(?<=^(?![ \t]*:::)[^\n]*\S[^\n]*\n)(?:[ \t]*\n)+(?=(?![ \t]*:::)[ \t]*\S)/gm

/**
 * Blank lines part paragraphs; a line that is blank only because an inline `{{#if}}` on it came to nothing does so without
 * the author's will.
 *
 *   The Ministry
 *   {{#if x}}…{{/if}}        blank after the merge, not blank in the file
 *   expects
 */
function gaps(joined: Joined): Diagnostic[] {
  return [...joined.text.matchAll(GAP)].flatMap(match => {
    const lines = [...match[0].matchAll(/\n/g)].map(end => match.index + end.index)
    const first = lines[0]
    if (first === undefined || lines.some(end => isBlankInFile(joined, end))) return []
    return [
      error({
        rule: 'markup/blank-line',
        message: 'this line is blank after the merge and would split a paragraph in two',
        span: spanAt(joined, first, first + 1),
        hints: ['put the `{{#if}}` on the line before it, or leave a blank line in the template too']
      })
    ]
  })
}

/** Whether the line that ends at an offset of the joined text is blank in its template as well. */
function isBlankInFile(joined: Joined, lineEnd: number): boolean {
  const span = spanAt(joined, lineEnd, lineEnd + 1)
  return span !== null && lineOf(span.source, positionOf(span.source, span.start).line).trim() === ''
}

/** What a document says of itself besides its blocks. */
export interface DocumentFacts {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  readonly labels: readonly Text[]
}

/** Room for a seal or for initials, which are put on paper by hand. */
const ROOMS: readonly Part[] = ['seal', 'initials']

/** Reads house markup (`templates/README.md`); throws `Rejected` with everything that is wrong in it. */
export function parse(pieces: readonly Piece[], facts: DocumentFacts): Document {
  refuse(strangers(pieces))
  const joined = join(pieces)
  const reading: Reading = { joined, found: [], footnotes: 0 }
  reading.found.push(...gaps(joined))
  const blocks = sections(joined, reading.found).flatMap(section => blocksOf(section, reading))
  if (reading.found.length > 0) throw new Rejected(distinct(reading.found))
  return { ...facts, blocks }
}

/** The blocks of one section: themselves outside containers, the container around them inside. */
function blocksOf(section: MarkedSection, reading: Reading): Block[] {
  const blocks = readBlocks(section, reading)
  const { part, at } = section
  if (part === null || at === null) return blocks
  const room = ROOMS.includes(part)
  const finding = (rule: string, message: string, hint: string): void => {
    reading.found.push(error({ rule, message, span: at, hints: [hint] }))
  }
  if (room && blocks.length > 0)
    finding('markup/container', `the container \`${part}\` holds text`, 'it is room for what is put on paper by hand')
  if (!room && blocks.length === 0)
    finding('markup/blank', `the container \`${part}\` is empty`, 'put the whole container inside the `{{#if}}`')
  return [{ type: 'container', part, at, blocks }]
}
