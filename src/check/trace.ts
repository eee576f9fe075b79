/** A settled document in; for a stretch of its plain text the template line and the record values that made it, out. */
import type { Document, Inline, Text } from '../document/document.ts'
import { inlinesOf, leafBlocks } from '../document/walk.ts'
import type { Span } from '../source.ts'
import type { Origin } from '../value.ts'

/** What made a stretch of text. */
export interface Maker {
  readonly template: Span
  readonly origins: readonly Origin[]
}

/** The words of a note as one line, and which leaf each of its characters stands in. */
interface Reading {
  readonly text: string
  readonly starts: readonly number[]
  readonly leaves: readonly Text[]
}

/** Finds what made some words. They are looked for from where the last were found, so ask in the order of the note. */
export type Trace = (line: string, words: string) => Maker | null

/** How a note is asked for its makers. */
export function traceIn(document: Document): Trace {
  const reading = readingOf(document)
  let from = 0
  return (line, words) => {
    const at = placeOf(reading.text, [line, words].map(folded), from)
    if (at === null) return null
    from = at
    return makerAt(reading, at)
  }
}

/** Where some words of a line stand; the line is not found whole where a table sets it in columns. */
function placeOf(text: string, [line = '', words = '']: readonly string[], from: number): number | null {
  const inside = line.indexOf(words)
  const whole = firstAt(text, line, from)
  if (whole !== null && inside >= 0) return whole + inside
  return firstAt(text, words, from)
}

function firstAt(text: string, part: string, from: number): number | null {
  if (part === '') return null
  const ahead = text.indexOf(part, from)
  const found = ahead >= 0 ? ahead : text.indexOf(part)
  return found >= 0 ? found : null
}

function makerAt({ starts, leaves }: Reading, at: number): Maker | null {
  const next = starts.findIndex(start => start > at)
  const leaf = leaves[(next < 0 ? starts.length : next) - 1]
  return leaf ? { template: leaf.at, origins: leaf.origins } : null
}

/** Labels first and footnotes behind their paragraph, as they are not read where plain text prints them. */
function readingOf(document: Document): Reading {
  const parts: { readonly text: string; readonly leaf: Text | null }[] = []
  const read = (inlines: readonly Inline[]): void => {
    const notes: Inline[] = []
    for (const each of inlines) {
      if (each.type === 'text') parts.push({ text: each.text, leaf: each })
      else if (each.type === 'break') parts.push({ text: ' ', leaf: null })
      else if (each.type === 'footnote') notes.push(...each.children)
      else if (each.type !== 'mention') read(each.children)
    }
    if (notes.length > 0) read(notes)
  }
  for (const label of document.labels) {
    read([label])
    parts.push({ text: ' ', leaf: null })
  }
  for (const { block } of leafBlocks(document.blocks)) {
    for (const inlines of inlinesOf(block)) {
      read(inlines)
      parts.push({ text: ' ', leaf: null })
    }
  }
  return join(parts)
}

function join(parts: readonly { readonly text: string; readonly leaf: Text | null }[]): Reading {
  let text = ''
  const starts: number[] = []
  const leaves: Text[] = []
  for (const part of parts) {
    if (part.leaf) {
      starts.push(text.length)
      leaves.push(part.leaf)
    }
    const next = part.text.replace(/[\s\u00A0]+/g, ' ')
    text += text.endsWith(' ') ? next.replace(/^ /, '') : next
  }
  return { text, starts, leaves }
}

function folded(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim()
}
