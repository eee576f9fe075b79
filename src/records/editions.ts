/** An entry of the register in; the editions of its communication, each with its files by digest, out. */
import type { CommunicationRecord } from './schema.ts'

/** One communication in one language and form; what the register does not say of it is null. */
export interface Edition {
  readonly language: string | null
  readonly to: string
  readonly form: NonNullable<CommunicationRecord['editions']>[number]['form']
  readonly sha256: string | null
  readonly 'file-copy': string | null
  readonly epoch: number | null
}

/** Its editions in the order of the entry. One that says `sha256` has one, in the language that it names if that is one. */
export function editionsOf(record: CommunicationRecord): Edition[] {
  const { sha256, editions, languages = [], epoch: ofAll = null } = record
  if (editions)
    return editions.map(({ language, to = record.to, form, sha256: file, 'file-copy': copy = null, epoch = ofAll }) => {
      return { language, to, form, sha256: file, 'file-copy': copy, epoch }
    })
  if (!sha256) return []
  const language = languages.length === 1 ? (languages[0] ?? null) : null
  const { issue = null, 'file-copy': copy = null } = sha256
  return [{ language, to: record.to, form: 'issue', sha256: issue, 'file-copy': copy, epoch: ofAll }]
}

/** The first file that went out as an issue; null where the entry knows none. */
export function issueIn(editions: readonly Edition[]): string | null {
  return editions.find(each => each.form === 'issue' && each.sha256 !== null)?.sha256 ?? null
}
