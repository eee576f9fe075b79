/** A note that was issued in; its entry in the register out, and the id to keep it under. */
import type { UsedRecords } from '../../dossier/kind.ts'
import type { Dossier } from '../../dossier/schema.ts'
import { type Keeping, keptIn } from '../../records/keeping.ts'
import type { NoteRequest } from '../../records/request.ts'
import type { NoteRecord } from '../../records/schema.ts'

/** What is known of a note that was issued. */
export interface Issued {
  readonly request: NoteRequest
  readonly dossier: Dossier
  /** What of the register it used. */
  readonly used: UsedRecords
  /** The language of the file. */
  readonly language: string
  readonly pages: number
  readonly epoch: number
  readonly sha256: { readonly issue: string; readonly 'file-copy'?: string }
  /** By language. */
  readonly subject: Readonly<Record<string, string>>
  readonly title: Readonly<Record<string, string>>
  /** What only the house knows of it. */
  readonly keeping: Keeping
}

/**
 * The entry, with its keys in the order in which people read them. The incidents are those that it is about: what a note
 * only recalls was reported by others, which are among those that it refers to. It has no evidence but itself.
 */
export function noteEntry(issued: Issued): NoteRecord {
  const { request, dossier, used, language, pages, epoch, sha256, subject, title, keeping } = issued
  const { from, to, number, date, series, 'in-reply-to': reply, supersedes } = request
  if (number === null || date === null) throw new Error('an issue without number or date')
  const referred = citedBy(request, used)
  return {
    type: 'note',
    number,
    ...(series === undefined ? {} : { series }),
    date,
    from,
    to,
    title,
    subject,
    languages: [language],
    pages,
    annexes: dossier.annexes.length,
    incidents: [...used.subjects],
    ...(referred.length > 0 ? { 'refers-to': referred } : {}),
    ...(reply === undefined ? {} : { 'in-reply-to': reply }),
    ...(supersedes === undefined ? {} : { supersedes }),
    ...keptIn(keeping),
    epoch,
    sha256,
    evidence: []
  }
}

/** The communications that a note cites, besides the one that it answers and the one that it replaces. */
function citedBy(request: NoteRequest, { communications }: UsedRecords): string[] {
  const { 'refers-to': named = [], 'in-reply-to': reply, supersedes } = request
  return [...new Set([...named, ...communications])].filter(id => id !== reply && id !== supersedes)
}

/**
 * `note-12-2026` for the number 12/2026, and for the number 12 of that year; with its series where it has one. Null where
 * the number holds no Latin letter and no digit.
 */
export function idOf({ number, series, date }: Pick<NoteRecord, 'number' | 'series' | 'date'>): string | null {
  const plain: readonly string[] = (number ?? '').toLowerCase().match(/[a-z0-9]+/g) ?? []
  const year = date.slice(0, 4)
  if (plain.length === 0) return null
  const parts = ['note', ...(series === undefined ? [] : [series]), ...plain, ...(plain.includes(year) ? [] : [year])]
  const id = parts.join('-')
  return id.length > 80 ? null : id
}
