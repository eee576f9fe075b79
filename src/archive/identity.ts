/** What a register tells a file by: its digests, and what its records say that it is. */
import { canonicalJson } from '../bundle/canonical.ts'
import { fieldsOf, partsAt, textAt, valueAt } from '../records/checks/parts.ts'
import type { Json } from '../value.ts'
import { BUNDLED, type Bundle, type World } from '../world.ts'
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
export function identityOf({ bundle, manifest }: Carried): { readonly identity: Identity; readonly called: Called } {
  const { number, date, language, epoch } = manifest
  const request = jsonIn(bundle, BUNDLED.note)
  const of = (key: string) => textAt(request, key)
  const incidents = partsAt(request, '/occasion/*').flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  const parties = { from: of('from'), to: of('to') }
  const links = { 'in-reply-to': of('in-reply-to'), supersedes: of('supersedes') }
  return {
    identity: { ...parties, series: of('series'), number, date, language, incidents, ...links, epoch },
    called: calledIn(jsonIn(bundle, BUNDLED.register))
  }
}

function jsonIn({ files }: Bundle, name: string): Json {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(files.get(name)))
  } catch {
    return null
  }
}

/** The sections of a register whose records an identity names. */
const NAMED = ['parties', 'incidents', 'communications'] as const
export type NamedSection = (typeof NAMED)[number]

/** What records of each section are called, by id. */
export type Called = { readonly [section in NamedSection]?: Readonly<Record<string, string>> }

function calledIn(register: Json): Called {
  const called = (section: NamedSection) =>
    Object.fromEntries(fieldsOf(valueAt(register, section)).map(([id, each]) => [id, callOf(each)]))
  return Object.fromEntries(NAMED.map(section => [section, called(section)]))
}

/** What tells a record from others whatever its id: a party's names, the day and hour of an incident, the number and date of a note. */
export function callOf(record: unknown): string {
  const plain: Json = JSON.parse(JSON.stringify(record))
  return canonicalJson(['names', 'occurred', 'type', 'number', 'date'].map(key => valueAt(plain, key) ?? null))
}
