/** The records of a note in; what the register already holds of notes with its number out. */
import { originOf } from '../fact.ts'
import { once } from '../once.ts'
import type { Span } from '../source.ts'
import { editionsOf, issueIn } from './editions.ts'
import type { Records } from './records.ts'
import type { NoteRecord, Register } from './schema.ts'
import { byCodeUnit } from './sequence.ts'

/** A note of the register that bears the number of the one that is made. */
export interface RegisteredNote {
  readonly id: string
  /** The SHA-256 of the issue that this one would have to be; null where the register knows none. */
  readonly issue: string | null
  /** Where the register says so. */
  readonly span: Span | null
}

/**
 * The notes of the same sender, series and number. One number stands for one note in a year, so a
 * note of another year is another note.
 */
export function registeredNotes({ register, request, language, spanOf }: Records): RegisteredNote[] {
  const { number, date } = request
  if (number === null || date === null) return []
  const notes = numberedNotes(register).get(registerKey({ ...request, number, date })) ?? []
  return notes.map(({ id, note }) => ({
    id,
    issue: issueFor(note, { to: request.to, identical: request.stated?.identical ?? [], date, language }),
    span: spanOf(originOf('register', `/communications/${id}`))
  }))
}

/** Notes of a register by `registerKey`, in the order of their ids. */
export type RegisterIndex = ReadonlyMap<string, readonly Held[]>

interface Held {
  readonly id: string
  readonly note: NoteRecord
}

interface WantedEdition {
  readonly to: string
  readonly identical: readonly string[]
  readonly date: string
  readonly language: string
}

/** The same note in another language, or to another addressee of identical notes, is another edition, and has a file of its own. */
function issueFor(note: NoteRecord, wanted: WantedEdition) {
  const editions = editionsOf(note)
  const isOne = note.to === wanted.to || wanted.identical.includes(note.to)
  if (!isOne || note.date !== wanted.date) return issueIn(editions)
  return issueIn(
    editions.filter(({ language, to }) => to === wanted.to && (language === null || language === wanted.language))
  )
}

/** The notes of a register by what one of them is told from another by: gone through once for many notes. */
const indexes = new WeakMap<Register, RegisterIndex>()

/** The notes of a register that bear a number. */
export function numberedNotes(register: Register): RegisterIndex {
  return once(indexes, register, indexed)
}

function indexed(register: Register): RegisterIndex {
  const index = new Map<string, Held[]>()
  for (const [id, each] of Object.entries(register.communications).sort(([a], [b]) => byCodeUnit(a, b))) {
    if (each.type !== 'note' || each.number === null) continue
    const key = registerKey({ ...each, number: each.number })
    index.set(key, [...(index.get(key) ?? []), { id, note: each }])
  }
  return index
}

/**
 * A number as it is compared: without white space, and without the noughts that its figures begin with. `112 / 2026` and
 * `0112/2026` are another way to write `112/2026`, and no other note may bear them.
 */
export function plainNumber(number: string): string {
  return number.replace(/\s+/gu, '').replace(/(?<!\p{Nd})0+(?=\p{Nd})/gu, '')
}

/** What tells a note from others: sender, series, number and year. */
export function registerKey({
  from,
  series,
  number,
  date
}: Record<'from' | 'number', string> & { date: string | null; series?: string | null | undefined }) {
  return JSON.stringify([from, series, plainNumber(number), date?.slice(0, 4)])
}
