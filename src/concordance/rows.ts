/** The same note in several languages in; its words side by side, by part and incident, out. */
import type { Block, Inline, Text } from '../document/document.ts'
import { type inlinesOf, leafBlocks } from '../document/walk.ts'
import { once } from '../once.ts'

/** A note in one language: what stands on its pages, in reading order, and what says so. */
export interface LanguageSide {
  readonly language: string
  /** Its labels and its title, a text each, and then its blocks. */
  readonly before: readonly Text[]
  readonly blocks: readonly Block[]
}

/** What the languages say of one thing, each as one paragraph, or as several where their numbers of paragraphs differ. */
export interface ConcordanceRow {
  /** `recall/kharkiv-2022-03-10`: the step of the note, and the incident that it speaks of. */
  readonly standing: string
  /** By language, in the order of the sides; none where a language says nothing there. */
  readonly cells: readonly (readonly Stretch[])[]
}

/** Words of one paragraph that stand together. */
type Stretch = readonly Text[]

/** By standing, in the order in which one language comes to each. */
type Told = ReadonlyMap<string, readonly Stretch[]>

/** Puts the languages side by side; each row has its place from the first language that has it. */
export function concordanceRows(sides: readonly LanguageSide[], isIncident: (id: string) => boolean): ConcordanceRow[] {
  const told = sides.map(side => toldBy(side, isIncident))
  return inOrder(told).flatMap(standing => rowsOf(standing, told))
}

/** One row, or one for each paragraph where all languages have as many. */
function rowsOf(standing: string, told: readonly Told[]): ConcordanceRow[] {
  const cells = told.map(each => each.get(standing) ?? [])
  const counts = new Set(cells.map(each => each.length))
  const [count = 0] = counts
  if (counts.size > 1 || count < 2) return [{ standing, cells }]
  return Array.from({ length: count }, (_, at) => ({ standing, cells: cells.map(each => each.slice(at, at + 1)) }))
}

/** Every standing: as the first language has them; what another has besides stands behind what it has before it. */
function inOrder(told: readonly Told[]): string[] {
  const order: string[] = []
  for (const each of told) {
    let at = -1
    for (const standing of each.keys()) {
      const known = order.indexOf(standing)
      if (known < 0) order.splice(at + 1, 0, standing)
      at = known < 0 ? at + 1 : known
    }
  }
  return order
}

/** A text of a note, which says in which language it is: the paper has one of its own. */
export function spoken(text: Text, { language }: LanguageSide): Text {
  return { ...text, language: text.language ?? language }
}

function toldBy(side: LanguageSide, isIncident: (id: string) => boolean): Told {
  const { before, blocks } = side
  const told = new Map<string, Stretch[]>()
  const lines = [...before.map(text => [text]), ...[...leafBlocks(blocks)].flatMap(({ block }) => linesIn(block))]
  for (const line of lines) {
    const inLine = new Map<string, Text[]>()
    let last: string | null = null
    for (const text of line.map(each => spoken(each, side))) {
      // what only parts words belongs to what it follows
      const standing: string = isWord(text) || last === null ? standingOf(text, isIncident) : last
      const words = once(inLine, standing, () => [])
      if (words.length > 0 && standing !== last) words.push({ ...text, text: ' … ', origins: [] })
      words.push(text)
      last = standing
    }
    for (const [standing, words] of inLine) if (words.some(isWord)) once(told, standing, () => []).push(words)
  }
  return told
}

/** Whether a text says something: a blank to fill in has its sign (№). */
export function isWord({ text }: Text): boolean {
  return /[^\s\p{P}]/u.test(text)
}

/** The first two steps of the statement's name, where the second is an incident. */
function standingOf({ statement = '' }: Text, isIncident: (id: string) => boolean): string {
  const [step = '', about = ''] = statement.split('/')
  return isIncident(about) ? `${step}/${about}` : step
}

/** The lines of a block: a row of a table is one, and a line break ends one. */
function linesIn(block: Parameters<typeof inlinesOf>[0]): Text[][] {
  if (block.type !== 'table') return linesOf(block.children)
  return [block.header, ...block.rows].map(row =>
    row.flatMap((cell, index) => {
      const texts = linesOf(cell.children).flat()
      const [first] = texts
      return index > 0 && first ? [{ ...first, text: ' · ', origins: [] }, ...texts] : texts
    })
  )
}

function linesOf(inlines: readonly Inline[]): Text[][] {
  const lines: Text[][] = [[]]
  const walk = (each: Inline): void => {
    if (each.type === 'text') lines.at(-1)?.push(each)
    else if (each.type === 'break') lines.push([])
    else if (each.type === 'mention') throw new Error(`the mention of ${each.subject} is not settled`)
    else each.children.forEach(walk)
  }
  inlines.forEach(walk)
  return lines.filter(each => each.length > 0)
}
