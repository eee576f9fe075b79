/** What a register tells a file by: its digests, and what its records say that it is. */
import type { Manifest } from '../bundle/schema.ts'
import { BUNDLED, type World } from '../world.ts'
import { type Appended, appendedTo } from './appended.ts'
import type { Carried } from './carried.ts'
import type { Inflate, OpenedPdf } from './open.ts'

/** A file that was opened. */
export interface NamedFile {
  readonly bytes: Uint8Array
  readonly opened: OpenedPdf
}

/** A file by its digests. */
export interface Fingerprint {
  /** SHA-256 of the whole file, and of the file as it was written, without what was appended to it. */
  readonly sha256: string
  readonly written: string
  readonly appended: Appended
}

/** What a note says of itself, in the words of its request and its manifest; null where it says nothing. */
export interface Identity {
  readonly from: string | null
  readonly to: string | null
  readonly series: string | null
  readonly number: string | null
  readonly date: string | null
  readonly language: string
  /** The incidents that it protests. */
  readonly incidents: readonly string[]
  readonly 'in-reply-to': string | null
  readonly supersedes: string | null
  readonly epoch: number
}

export function fingerprintOf({ bytes, opened }: NamedFile, { sha256 }: World, inflate: Inflate): Fingerprint {
  const written = sha256(bytes.subarray(0, opened.length))
  return { sha256: sha256(bytes), written, appended: appendedTo(bytes, opened, inflate) }
}

/** Read as it stands: that the records make a note at all is told by making it. */
export function identityOf({ bundle, manifest }: Carried): Identity {
  const { number, date, language, epoch } = manifest satisfies Manifest
  const text = new TextDecoder('utf-8').decode(bundle.files.get(BUNDLED.note))
  const request: unknown = text === '' ? null : JSON.parse(text)
  const fields = new Map<string, unknown>(
    typeof request === 'object' && request !== null ? Object.entries(request) : []
  )
  const of = (key: string): string | null => asText(fields.get(key))
  const occasion = fields.get('occasion')
  return {
    from: of('from'),
    to: of('to'),
    series: of('series'),
    number,
    date,
    language,
    incidents: Array.isArray(occasion) ? occasion.flatMap(each => asText(each) ?? []) : [],
    'in-reply-to': of('in-reply-to'),
    supersedes: of('supersedes'),
    epoch
  }
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
