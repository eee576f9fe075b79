/** Pieces in house markup in, the note as a tree out; what the markup leaves unclear is refused, all of it at once. */

import { distinct, error, Rejected, refuse } from '../diagnostic.ts'
import type { Part } from '../records/parts.ts'
import type { Piece } from '../template/piece.ts'
import { readBlocks } from './blocks.ts'
import type { Block, Document, Text } from './document.ts'
import type { Reading } from './fragments.ts'
import { gaps } from './gaps.ts'
import { join, strangers } from './join.ts'
import { type Section, sections } from './sections.ts'

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
function blocksOf(section: Section, reading: Reading): Block[] {
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
