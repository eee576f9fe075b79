/** An opened file in; the bundle that it carries, checked against its manifest, and what a register tells it by, out. */
import { canonicalJson } from '../bundle/canonical.ts'
import { MANIFEST, type Manifest, manifestSchema } from '../bundle/schema.ts'
import { type Diagnostic, error, Rejected, refuse } from '../diagnostic.ts'
import { load } from '../load/load.ts'
import { partsAt, textAt, valueAt } from '../records/checks/parts.ts'
import { validateShape } from '../records/validate.ts'
import type { Json, Pointer } from '../value.ts'
import { BUNDLED, type Bundle, LARGEST_FILE, type World } from '../world.ts'
import { type Appended, appendedTo } from './appended.ts'
import type { OpenedPdf } from './open.ts'

/** What a copy for the house carries. */
export interface Carried {
  readonly manifest: Manifest
  readonly bundle: Bundle
}

/** Whether a file carries what it was made from at all. */
export function carries({ attachments }: OpenedPdf): boolean {
  return attachments.has(MANIFEST)
}

/** Throws `Rejected` with everything that manifest and attachments contradict each other in. */
export function carriedIn({ attachments }: OpenedPdf, world: World): Carried {
  const manifest = manifestIn(attachments)
  const files = new Map<string, Uint8Array>()
  const findings: Diagnostic[] = []
  for (const { name, attachment, sha256 } of manifest.files) {
    const bytes = attachments.get(attachment)
    if (bytes === undefined) findings.push(altered(`the manifest names \`${attachment}\`, which is not attached`))
    else if (world.sha256(bytes) !== sha256) findings.push(altered(`\`${attachment}\` is not what the manifest says`))
    else if (files.has(name)) findings.push(altered(`the manifest names \`${name}\` twice`))
    else files.set(name, bytes)
  }
  const named = new Set([MANIFEST, ...manifest.files.map(each => each.attachment)])
  for (const name of attachments.keys())
    if (!named.has(name))
      findings.push(altered(`${JSON.stringify(name)} is attached, and the manifest does not name it`))
  refuse(findings)
  return { manifest, bundle: { files } }
}

function altered(message: string): Diagnostic {
  return error({ rule: 'archive/altered', message, span: null })
}

function manifestIn(attachments: OpenedPdf['attachments']): Manifest {
  const bytes = attachments.get(MANIFEST)
  if (bytes === undefined)
    throw new Rejected([error({ rule: 'archive/none', message: 'it carries no manifest', span: null })])
  if (bytes.length > LARGEST_FILE) throw new Rejected([altered('its manifest is larger than 8 MiB')])
  const text = new TextDecoder('utf-8').decode(bytes)
  const { value, findings } = validateShape(manifestSchema, load({ name: MANIFEST, text }))
  refuse(findings)
  if (value === null) throw new Error('a finding is missing')
  return value
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

/** A file by its digests and by what its records say. */
export interface Told extends Fingerprint {
  /** What its records say it is; null where they cannot be read. */
  readonly identity: Identity | null
  /** What the records that it names are called, which a register may have given other ids since. */
  readonly called: Called
}

export function fingerprintOf(opened: OpenedPdf, { sha256 }: World): Fingerprint {
  const written = sha256(opened.bytes.subarray(0, opened.length))
  return { sha256: sha256(opened.bytes), written, appended: appendedTo(opened) }
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

/** What records are called, by their pointers in the register. */
export type Called = Readonly<Record<Pointer, string>>

function calledIn(register: Json): Called {
  const facility = (id: string) => valueAt(register, 'facilities', id)
  const named = NAMED.flatMap(section => partsAt(register, `/${section}/*`))
  return Object.fromEntries(named.map(({ pointer, value }) => [pointer, callOf(value, facility)]))
}

/**
 * What tells a record from others whatever its id: a party's names; the day, hour and place of an incident and what the
 * facilities are called that it struck; the number and date of a note.
 */
export function callOf(record: unknown, facility: (id: string) => unknown): string {
  const plain = plainOf(record)
  const own = ['names', 'occurred', 'place', 'type', 'number', 'date'].map(key => valueAt(plain, key) ?? null)
  const struck = partsAt(plain, '/facilities/*').map(({ value }) => plainOf(facility(String(value))))
  return canonicalJson([...own, struck.map(each => canonicalJson(valueAt(each, 'names') ?? null)).toSorted()])
}

function plainOf(record: unknown): Json {
  return JSON.parse(JSON.stringify(record ?? null))
}
