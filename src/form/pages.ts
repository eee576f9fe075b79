/** The pages of a note in; which part of the note each thing on them belongs to out. */
import type { TextItem } from '../layout/page.ts'
import type { Part } from '../records/parts.ts'
import type { Span } from '../source.ts'
import { type Note, placeOfTemplate } from './note.ts'
import type { FindingPlace } from './place.ts'

/** What stands on one page: its text by part of the note, and its furniture. */
export interface PageContents {
  readonly number: number
  readonly items: readonly Laid[]
  /** How many page numbers it bears. */
  readonly numbers: number
  /** How many pictures stand on it: a house has one, its emblem. */
  readonly pictures: number
}

/** A stretch of text on a page; `null` is the body. */
export interface Laid {
  readonly part: Part | null
  readonly item: TextItem
}

/** The pages, their text told apart by the part that it is of. */
export function sheetsOf(note: Note): PageContents[] {
  const parts = partsByPlace(note)
  return note.layout().pages.map(({ items }, index) => {
    const texts = items.flatMap(item => (item.type === 'text' ? [item] : []))
    const laid = texts.flatMap(item => {
      const part = item.at && item.owner.type === 'element' ? parts.get(keyOf(item.at)) : undefined
      return part === undefined ? [] : [{ part, item }]
    })
    const numbers = texts.filter(({ owner }) => owner.type === 'artifact' && owner.kind === 'page-number').length
    const pictures = items.filter(each => each.type === 'image').length
    return { number: index + 1, items: laid, numbers, pictures }
  })
}

/** The part of the note by the place of its template text; of a text that two parts print the first. */
function partsByPlace({ paragraphs }: Note): ReadonlyMap<string, Part | null> {
  const parts = paragraphs.flatMap(({ part, runs }) => runs.map(({ leaf }) => [keyOf(leaf.at), part] as const))
  return new Map(parts.reverse())
}

function keyOf({ source, start, end }: Span): string {
  return `${source.name}:${start}-${end}`
}

/** How many lines stand on a page of the parts that count. */
export function linesOn({ items }: PageContents, counts: (part: Part | null) => boolean): number {
  return new Set(items.filter(each => counts(each.part)).map(each => each.item.y)).size
}

/** The template place of what stands on a page. */
export function atLeafOf(note: Note, laid: Laid | undefined): FindingPlace {
  return laid?.item.at ? { span: laid.item.at } : placeOfTemplate(note)
}
