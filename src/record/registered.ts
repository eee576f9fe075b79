/** The records of a note in; what the register already holds of notes with its number out. */
import type { Span } from '../source.ts'
import { byCodeUnit } from './decisions/sequence.ts'
import type { Records } from './resolve.ts'

/** A note of the register that bears the number of the one that is made. */
export interface RegisteredNote {
  readonly id: string
  /** The SHA-256 of the issue as it was recorded; null where none was. */
  readonly issue: string | null
  /** Where the register says so. */
  readonly span: Span | null
}

/**
 * The notes of the same sender, series and number. One number stands for one note in a year (practice.md part 7), so a
 * note of another year is another note.
 */
export function registeredNotes({ register, request, spanOf }: Records): RegisteredNote[] {
  const { number, date, from, series } = request
  if (number === null || date === null) return []
  return Object.entries(register.communications)
    .filter(
      ([, each]) => each.type === 'note' && each.from === from && each.number === number && each.series === series
    )
    .filter(([, each]) => each.date.slice(0, 4) === date.slice(0, 4))
    .map(([id, each]) => ({
      id,
      issue: each.sha256?.issue ?? null,
      span: spanOf({ file: 'register', pointer: `/communications/${id}` })
    }))
    .sort((a, b) => byCodeUnit(a.id, b.id))
}
