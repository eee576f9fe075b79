/** A register in; its communications and the numbers that were given up as rows of an outgoing register, and as CSV, out. */
import { editionsOf } from '../../records/editions.ts'
import type { CommunicationRecord, Register } from '../../records/schema.ts'
import { byCodeUnit } from '../../records/sequence.ts'

/** One row: what is not known is null. Ids are those of the register. */
export type OutgoingRow = Readonly<Record<(typeof COLUMNS)[number], string | number | readonly string[] | null>>

/** The columns of an outgoing register, as far as the records hold them. */
const COLUMNS = [
  'id',
  'year',
  'series',
  'number',
  'type',
  'date',
  'from',
  'to',
  'languages',
  'title',
  'subject',
  'pages',
  'annexes',
  'incidents',
  'drafter',
  'sealed-at',
  'delivered',
  'mode',
  'delivered-by',
  'received-by',
  'outcome',
  'refers-to',
  'in-reply-to',
  'answered-by',
  'supersedes',
  'superseded-by',
  'classification',
  'retention',
  'cancelled',
  'sha256-issue',
  'sha256-file-copy',
  'epoch'
] as const

/** Every communication and every number that was given up, in order of date, then of id. */
export function rowsOf(register: Register): OutgoingRow[] {
  const links = linksIn(register)
  const sent = Object.entries(register.communications).map(([id, each]) => communicationRow(id, each, links))
  const cancelled = (register.cancelled ?? []).map(each => {
    const { from, number, date, series = null, reason } = each
    return { ...NOTHING, year: yearOf(date), type: 'cancelled', from, number, date, series, cancelled: reason }
  })
  const key = ({ date, id, number }: OutgoingRow): string => [date, id, number].join(' ')
  return [...sent, ...cancelled].sort((a, b) => byCodeUnit(key(a), key(b)))
}

const NOTHING: OutgoingRow = {
  id: null,
  year: null,
  series: null,
  number: null,
  type: null,
  date: null,
  from: null,
  to: null,
  languages: null,
  title: null,
  subject: null,
  pages: null,
  annexes: null,
  incidents: null,
  drafter: null,
  'sealed-at': null,
  delivered: null,
  mode: null,
  'delivered-by': null,
  'received-by': null,
  outcome: null,
  'refers-to': null,
  'in-reply-to': null,
  'answered-by': null,
  supersedes: null,
  'superseded-by': null,
  classification: null,
  retention: null,
  cancelled: null,
  'sha256-issue': null,
  'sha256-file-copy': null,
  epoch: null
}

/** Who answers and who replaces a communication: by its id. */
interface Links {
  readonly answers: ReadonlyMap<string, readonly string[]>
  readonly successors: ReadonlyMap<string, readonly string[]>
}

function linksIn({ communications }: Register): Links {
  const entries = Object.entries(communications)
  const by = (field: 'in-reply-to' | 'supersedes') => {
    const found = new Map<string, string[]>()
    for (const [id, each] of entries) {
      const other = each[field]
      if (other !== undefined) found.set(other, [...(found.get(other) ?? []), id])
    }
    return found
  }
  return { answers: by('in-reply-to'), successors: by('supersedes') }
}

function communicationRow(id: string, each: CommunicationRecord, links: Links): OutgoingRow {
  const last = each.delivery?.at(-1)
  const answers = links.answers.get(id) ?? null
  const editions = editionsOf(each)
  return {
    ...NOTHING,
    id,
    year: yearOf(each.date),
    series: each.series ?? null,
    number: each.number,
    type: each.type,
    date: each.date,
    from: each.from,
    to: each.to,
    languages: each.languages ?? null,
    title: oneOf(each.title, each.languages),
    subject: oneOf(each.subject, each.languages),
    pages: each.pages ?? null,
    annexes: each.annexes ?? null,
    incidents: each.incidents ?? null,
    drafter: each.drafter ?? null,
    'sealed-at': each['sealed-at'] ?? null,
    delivered: last ? [last.on, last.time ?? ''].join(' ').trimEnd() : null,
    mode: last?.mode ?? null,
    'delivered-by': last?.by ?? null,
    'received-by': last?.to ?? null,
    outcome: last?.outcome ?? null,
    'refers-to': each['refers-to'] ?? null,
    'in-reply-to': each['in-reply-to'] ?? null,
    'answered-by': answers ?? ('response' in each ? (each.response ?? null) : null),
    supersedes: each.supersedes ?? null,
    'superseded-by': links.successors.get(id) ?? null,
    classification: each.classification ?? null,
    retention: each.retention ?? null,
    'sha256-issue': severally(editions.map(edition => edition.sha256)),
    'sha256-file-copy': severally(editions.map(edition => edition['file-copy'])),
    epoch: each.epoch ?? null
  }
}

/** One digest, or those of several editions in their order; null where none is known. */
function severally(digests: readonly (string | null)[]): string | readonly string[] | null {
  if (digests.every(each => each === null)) return null
  return digests.length === 1 ? (digests[0] ?? null) : digests.map(each => each ?? '')
}

function yearOf(date: string): string | null {
  return /^\d{4}/.exec(date)?.[0] ?? null
}

/** A text in the language of the communication, or in the first that there is. */
function oneOf(text: Readonly<Record<string, string>> | undefined, languages: readonly string[] = []): string | null {
  if (text === undefined) return null
  const found = languages.find(each => Object.hasOwn(text, each)) ?? Object.keys(text)[0]
  return found === undefined ? null : (text[found] ?? null)
}

/** RFC 4180: a header, lines that end in CRLF, lists joined by a semicolon. */
export function csvOf(rows: readonly OutgoingRow[]): string {
  const lines = rows.map(row => COLUMNS.map(column => cell(row[column])))
  return [[...COLUMNS], ...lines].map(cells => `${cells.join(',')}\r\n`).join('')
}

/**
 * A spreadsheet takes a cell that begins with one of these signs for a formula, and records may be made by somebody else:
 * an apostrophe before it makes it a text (OWASP, CSV Injection).
 */
function cell(value: OutgoingRow[keyof OutgoingRow]): string {
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '')
  const plain = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) || plain !== plain.trim() ? `"${plain.replaceAll('"', '""')}"` : plain
}
