/** The entry of a note and that of the same note in another language in; what the one entry says of both out. */
import { editionsOf } from '../../records/editions.ts'
import type { CommunicationRecord, NoteRecord } from '../../records/schema.ts'

/** What an entry says of its files once it has several. With one it keeps the short `sha256`, in the one of its `languages`. */
export interface Editions {
  readonly languages: NonNullable<NoteRecord['languages']>
  readonly editions: NonNullable<NoteRecord['editions']>
}

/** Null where the other is not of the same note, or where a file in its language is there or may be. */
export function withEdition(held: CommunicationRecord, other: NoteRecord): Editions | null {
  const before = statedIn(held, held)
  const [added] = statedIn(other, held)
  if (before.length < Math.max(1, editionsOf(held).length) || !added || !isSameNote(held, other)) return null
  if (before.some(each => each.language === added.language)) return null
  const languages = new Set([...(held.languages ?? []), ...before.map(each => each.language), added.language])
  return { languages: [...languages], editions: [...before, added] }
}

/** The editions of one entry as they stand under another: what is the same for all is not said again. */
function statedIn(record: CommunicationRecord, entry: CommunicationRecord): Editions['editions'] {
  const pages = record.editions ? undefined : record.pages
  return editionsOf(record).flatMap(({ language, form, sha256, 'file-copy': copy, epoch }, index) => {
    if (language === null || sha256 === null) return []
    const its = { pages: record.editions?.[index]?.pages ?? pages, epoch: epoch ?? undefined }
    return [
      {
        language,
        form,
        sha256,
        ...(copy === null ? {} : { 'file-copy': copy }),
        ...(its.pages === undefined || its.pages === entry.pages ? {} : { pages: its.pages }),
        ...(its.epoch === undefined || its.epoch === entry.epoch ? {} : { epoch: its.epoch })
      }
    ]
  })
}

/** What a note says of itself in every language. */
const SHARED = ['type', 'from', 'to', 'date', 'in-reply-to', 'supersedes'] as const

function isSameNote(held: CommunicationRecord, other: NoteRecord): boolean {
  const incidents = held.incidents?.toSorted().join() ?? ''
  const isSame = held.incidents === undefined || incidents === (other.incidents ?? []).toSorted().join()
  return isSame && SHARED.every(key => held[key] === other[key])
}
