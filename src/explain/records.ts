/** The records of a note and an origin in; what the record says there, and the evidence for it, out. */
import { type Fact, factOf, isIn, type Origin, referenceOf } from '../fact.ts'
import { basisOf, recordKindOf } from '../records/basis.ts'
import { fieldsOf, isList, valueAt } from '../records/checks/parts.ts'
import { editionsOf, issueIn } from '../records/editions.ts'
import type { Records } from '../records/records.ts'
import type { CommunicationRecord } from '../records/schema.ts'
import { positionOf, type Span } from '../source.ts'
import { child, type DataFile, type Json, steps } from '../value.ts'
import type { FilePlace, RecordEntry } from './schema.ts'

/** How entries are made. */
export interface Showing {
  readonly records: Records
  /** Whether values that may not leave the house are shown. */
  readonly restricted: boolean
  /** Whether places in files of data mean something to the reader: in a PDF they do not. */
  readonly located: boolean
}

/** What stands behind a value. */
export function recordEntry(origin: Origin, showing: Showing): RecordEntry {
  const { records } = showing
  const { file, pointer } = referenceOf(origin)
  const fact = factOf(origin)
  const restricted = isRestricted(origin)
  return {
    file,
    ...kindOf(records, fact),
    pointer,
    place: placeOfRecord(origin, showing),
    basis: basisOf(fact),
    recorded: restricted && !showing.restricted ? null : inShort(valueIn(records, origin)),
    restricted,
    ...evidenceOf(records, origin),
    confirmed: confirmedBy(records, origin)
  }
}

/** The place of a record value, where it means something to the reader. */
export function placeOfRecord(origin: Origin, { records, located }: Showing): FilePlace | null {
  const span = located ? records.spanOf(origin) : null
  return span && placeIn(span)
}

/** A place for people. */
export function placeIn({ source, start }: Span): FilePlace {
  return { file: source.name, ...positionOf(source, start) }
}

/** What may not leave the house unless it is asked for: positions, and the list that a submission gave. */
export function isRestricted(origin: Origin): boolean {
  const fact = factOf(origin)
  return isIn(fact, 'facilities', 'coordinates') || isIn(fact, 'communications', 'scope.facilities')
}

/** Records are plain data, as they were read: zod checks them and changes nothing. */
function valueIn({ register, request, profile, law }: Records, origin: Origin): Json | undefined {
  const { file, pointer } = referenceOf(origin)
  const files: Readonly<Record<DataFile, unknown>> = { register, note: request, profile, law }
  return valueAt(files[file] as Json, ...steps(pointer))
}

function kindOf({ request }: Records, fact: Fact): Pick<RecordEntry, 'kind' | 'id'> {
  const id = fact.section === 'profile' ? request.profile : fact.id
  return { kind: recordKindOf(fact), id }
}

/** The evidence of a value, or of the nearest one around it that has some, up to the record; an insertion names a source. */
function evidenceOf(records: Records, origin: Origin): Pick<RecordEntry, 'evidence' | 'evidenceOf' | 'issue'> {
  const fact = factOf(origin)
  const basis = basisOf(fact)
  if (basis === 'insertion') return insertionSource(records, fact)
  const nothing = { evidence: [], evidenceOf: null, issue: null }
  if (basis !== 'fact') return nothing
  const path = steps(referenceOf(origin).pointer)
  const around = path.flatMap((_, index) => (index > 0 ? [path.slice(0, index + 1)] : [])).reverse()
  const nearest = around.find(each => evidenceAt(records, each).length > 0)
  if (nearest) return { evidence: evidenceAt(records, nearest), evidenceOf: nearest.reduce(child, ''), issue: null }
  const [section, id = ''] = path
  const communication = section === 'communications' ? records.register.communications[id] : undefined
  return { ...nothing, issue: communication ? issueIn(editionsOf(communication)) : null }
}

function evidenceAt({ register }: Records, path: readonly string[]): RecordEntry['evidence'] {
  // `evidence` is the same everywhere in a register, which was checked
  const found = valueAt(register as Json, ...path, 'evidence') as CommunicationRecord['evidence'] | undefined
  return (found ?? []).map(({ source, quote, note = null }) => {
    return { source, quote: quote ? { lang: quote.lang, text: quote.text } : null, note }
  })
}

function insertionSource({ request }: Records, fact: Fact): Pick<RecordEntry, 'evidence' | 'evidenceOf' | 'issue'> {
  const list = (['insert', 'demands', 'requests'] as const).find(each => isIn(fact, 'note', each)) ?? 'insert'
  const place = [list, fact.item ?? '']
  const source = valueAt(request as Json, ...place, 'source')
  const evidence = typeof source === 'string' ? [{ source, quote: null, note: null }] : []
  return { evidence, evidenceOf: evidence.length > 0 ? place.reduce(child, '') : null, issue: null }
}

/** Who attests a habit, an article or an instrument: said of it, or of what is around it. */
function confirmedBy({ profile, law }: Records, origin: Origin): string | null {
  const { file, pointer } = referenceOf(origin)
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
