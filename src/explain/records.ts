/** The records of a note and an origin in; what the record says there, and the evidence for it, out. */

import { fieldsOf, isList, isMapping, valueAt } from '../records/checks/parts.ts'
import { editionsOf, issueIn } from '../records/editions.ts'
import type { Records } from '../records/records.ts'
import { positionOf, type Span } from '../source.ts'
import type { Json, Origin, Pointer } from '../value.ts'
import { steps } from '../value.ts'
import type { FilePlace, RecordEntry } from './schema.ts'

/** How entries are made. */
export interface Showing {
  readonly records: Records
  /** Whether values that may not leave the house are shown. */
  readonly restricted: boolean
  /** Whether places in files of data mean something to the reader: in a PDF they do not. */
  readonly located: boolean
}

/** `register#/incidents/…` */
export function keyOf({ file, pointer }: Origin): string {
  return `${file}#${pointer}`
}

/** What stands behind a value. */
export function recordEntry(origin: Origin, showing: Showing): RecordEntry {
  const { records, located } = showing
  const { file, pointer } = origin
  const value = valueIn(records, origin)
  const restricted = isRestricted(origin)
  const span = located ? records.spanOf(origin) : null
  return {
    file,
    ...kindOf(records, origin),
    pointer,
    place: span && placeIn(span),
    basis: basisOf(origin),
    recorded: restricted && !showing.restricted ? null : inShort(value),
    restricted,
    ...evidenceOf(records, origin),
    confirmed: confirmedBy(records, origin)
  }
}

/** A place for people. */
export function placeIn({ source, start }: Span): FilePlace {
  return { file: source.name, ...positionOf(source, start) }
}

/** What may not leave the house unless it is asked for: positions, and the list that a submission gave. */
const RESTRICTED = /^\/facilities\/[^/]+\/coordinates(\/|$)|^\/communications\/[^/]+\/scope\/facilities(\/|$)/

export function isRestricted({ file, pointer }: Origin): boolean {
  return file === 'register' && RESTRICTED.test(pointer)
}

function valueIn(records: Records, { file, pointer }: Origin): Json | undefined {
  return valueAt(documentOf(records, file), ...steps(pointer))
}

/** Records are plain data, as they were read: zod checks them and changes nothing. */
function documentOf({ register, request, profile, law }: Records, file: Origin['file']): Json {
  const files: Readonly<Record<Origin['file'], unknown>> = { register, note: request, profile, law, formulas: null }
  return files[file] as Json
}

const KINDS: Readonly<Record<string, string>> = {
  parties: 'party',
  facilities: 'facility',
  incidents: 'incident',
  communications: 'communication',
  sources: 'source',
  instruments: 'instrument'
}

function kindOf({ request }: Records, { file, pointer }: Origin): Pick<RecordEntry, 'kind' | 'id'> {
  const [section = '', id = null] = steps(pointer)
  if (file === 'note') return { kind: section === 'insert' ? 'insertion' : 'request', id: null }
  if (file === 'profile') return { kind: 'profile', id: request.profile }
  return { kind: KINDS[section] ?? section, id }
}

function basisOf({ file, pointer }: Origin): RecordEntry['basis'] {
  if (file === 'note') return /^\/insert\//.test(pointer) ? 'insertion' : 'choice'
  if (file === 'profile') return 'habit'
  if (file === 'law') return 'law'
  return /^\/(incidents|communications)\//.test(pointer) ? 'fact' : 'designation'
}

/** The evidence of a value, or of the nearest one around it that has some, up to the record; an insertion names a source. */
function evidenceOf(records: Records, origin: Origin): Pick<RecordEntry, 'evidence' | 'evidenceOf' | 'issue'> {
  const basis = basisOf(origin)
  if (basis === 'insertion') return insertionSource(records, origin)
  const nothing = { evidence: [], evidenceOf: null, issue: null }
  if (basis !== 'fact') return nothing
  const path = steps(origin.pointer)
  const around = path.flatMap((_, index) => (index > 0 ? [path.slice(0, index + 1)] : [])).reverse()
  const nearest = around.find(each => evidenceAt(records, each).length > 0)
  if (nearest) {
    return { evidence: evidenceAt(records, nearest), evidenceOf: pointerOf(origin.pointer, nearest), issue: null }
  }
  const [section, id = ''] = path
  const communication = section === 'communications' ? records.register.communications[id] : undefined
  return { ...nothing, issue: communication ? issueIn(editionsOf(communication)) : null }
}

function pointerOf(pointer: Pointer, path: readonly string[]): Pointer {
  return pointer
    .split('/')
    .slice(0, path.length + 1)
    .join('/')
}

function evidenceAt({ register }: Records, path: readonly string[]): RecordEntry['evidence'] {
  const found = valueAt(register as Json, ...path, 'evidence')
  return isList(found) ? found.map(proofOf) : []
}

function proofOf(proof: Json): RecordEntry['evidence'][number] {
  const { source, quote = null, note = null } = isMapping(proof) ? proof : {}
  const words = isMapping(quote ?? undefined) ? fieldsOf(quote ?? undefined) : []
  const said = Object.fromEntries(words.map(([key, value]) => [key, String(value)]))
  const { lang = '', text = '' } = said
  return {
    source: String(source),
    quote: words.length > 0 ? { lang, text } : null,
    note: note === null ? null : String(note)
  }
}

function insertionSource(
  { request }: Records,
  { pointer }: Origin
): Pick<RecordEntry, 'evidence' | 'evidenceOf' | 'issue'> {
  const [, index] = steps(pointer)
  const source = request.insert?.[Number(index)]?.source ?? null
  const evidence = source === null ? [] : [{ source, quote: null, note: null }]
  return { evidence, evidenceOf: source === null ? null : `/insert/${index}`, issue: null }
}

/** Who attests a habit, an article or an instrument: said of it, or of what is around it. */
function confirmedBy({ profile, law }: Records, { file, pointer }: Origin): string | null {
  if (file === 'profile') return profile.confirmed
  if (file !== 'law') return null
  const path = steps(pointer)
  const said = path.map((_, index) => valueAt(law as Json, ...path.slice(0, index + 1), 'confirmed')).reverse()
  const nearest = said.find(each => each !== undefined)
  return typeof nearest === 'string' ? nearest : null
}

/** A value on one line: what is plain in it. */
function inShort(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null
  if (isList(value)) return value.filter(isPlain).map(String).join(', ') || null
  if (isPlain(value)) return String(value)
  const plain = fieldsOf(value).filter(([, part]) => isPlain(part))
  return plain.map(([key, part]) => `${key}: ${part}`).join(', ') || null
}

function isPlain(value: Json): value is string | number | boolean {
  return value !== null && typeof value !== 'object'
}
