/** A register in; its communications and the numbers that were given up as rows of an outgoing register, and as CSV, out. */
import { once } from '../../once.ts'
import { editionsOf } from '../../records/editions.ts'
import { type WordingRecord, wordingTexts } from '../../records/fields.ts'
import type { CommunicationRecord, Register } from '../../records/schema.ts'
import { byCodeUnit } from '../../records/sequence.ts'

/** One row, by column: a text, a number or a list of texts; what is not known is null. Ids are those of the register. */
export type OutgoingRow = Readonly<Record<string, unknown>>

/** The columns of an outgoing register, as far as the records hold them. */
const COLUMNS = [
  'id year series number type date from to languages title subject pages annexes incidents drafter sealed-at',
  'delivered mode delivered-by received-by outcome refers-to in-reply-to answered-by supersedes superseded-by',
  'classification retention cancelled sha256-issue sha256-file-copy epoch'
].flatMap(names => names.split(' '))

/** Every communication and every number that was given up, in order of date, then of id. */
export function rowsOf(register: Register): OutgoingRow[] {
  const links = linksIn(register)
  const sent = Object.entries(register.communications).map(([id, each]) => communicationRow(id, each, links))
  const cancelled = (register.cancelled ?? []).map(({ reason, ...each }) =>
    rowOf({ ...each, year: yearOf(each.date), type: 'cancelled', cancelled: reason })
  )
  const key = (row: OutgoingRow): string => [row['date'], row['id'], row['number']].join(' ')
  return [...sent, ...cancelled].sort((a, b) => byCodeUnit(key(a), key(b)))
}

function rowOf(said: Readonly<Record<string, unknown>>): OutgoingRow {
  return Object.fromEntries(COLUMNS.map(column => [column, said[column] ?? null]))
}

/** Who answers and who replaces a communication: by its id. */
interface Links {
  readonly answers: ReadonlyMap<string, readonly string[]>
  readonly successors: ReadonlyMap<string, readonly string[]>
}

function linksIn({ communications }: Register): Links {
  const by = (field: 'in-reply-to' | 'supersedes') => {
    const found = new Map<string, string[]>()
    for (const [id, { [field]: other }] of Object.entries(communications))
      if (other !== undefined) once(found, other, () => []).push(id)
    return found
  }
  return { answers: by('in-reply-to'), successors: by('supersedes') }
}

/** What a record has under the name of a column is told as it is; the rest is made of it here. */
function communicationRow(id: string, each: CommunicationRecord, links: Links): OutgoingRow {
  const last = each.delivery?.at(-1)
  const editions = editionsOf(each)
  return rowOf({
    ...each,
    id,
    year: yearOf(each.date),
    title: oneOf(each.title, each.languages),
    subject: oneOf(each.subject, each.languages),
    delivered: last && [last.on, last.time ?? ''].join(' ').trimEnd(),
    mode: last?.mode,
    'delivered-by': last?.by,
    'received-by': last?.to,
    outcome: last?.outcome,
    'answered-by': links.answers.get(id) ?? ('response' in each ? each.response : null),
    'superseded-by': links.successors.get(id),
    to: editions.some(edition => edition.to !== each.to) ? [...new Set(editions.map(edition => edition.to))] : each.to,
    'sha256-issue': severally(editions.map(edition => edition.sha256)),
    'sha256-file-copy': severally(editions.map(edition => edition['file-copy']))
  })
}

/** One digest, or those of several editions in their order; null where none is known. */
function severally(digests: readonly (string | null)[]): string | readonly string[] | null {
  if (digests.every(each => each === null)) return null
  return digests.length === 1 ? (digests[0] ?? null) : digests.map(each => each ?? '')
}

function yearOf(date: string | null): string | null {
  return /^\d{4}/.exec(date ?? '')?.[0] ?? null
}

/** A text in the language of the communication, or in the first that there is. */
function oneOf(text: WordingRecord | undefined, languages: readonly string[] = []): string | null {
  if (text === undefined) return null
  const found = languages.find(each => Object.hasOwn(text, each)) ?? Object.keys(text)[0]
  return found === undefined ? null : (wordingTexts(text[found])[0] ?? null)
}

/** RFC 4180: a header, lines that end in CRLF, lists joined by a semicolon. */
export function csvOf(rows: readonly OutgoingRow[]): string {
  const lines = rows.map(row => COLUMNS.map(column => cell(row[column])))
  return [COLUMNS, ...lines].map(cells => `${cells.join(',')}\r\n`).join('')
}

/**
 * A spreadsheet takes a cell that begins with one of these signs for a formula, and records may be made by somebody else:
 * an apostrophe before it makes it a text (OWASP, CSV Injection).
 */
function cell(value: unknown): string {
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '')
  const plain = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) || plain !== plain.trim() ? `"${plain.replaceAll('"', '""')}"` : plain
}
