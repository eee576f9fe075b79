/** A register and the entry of a note in; the edit that puts it there, or why it does not go there, out. */
import { type Diagnostic, error, Rejected, refuse } from '../../diagnostic.ts'
import { type Edit, insertion } from '../../load/insert.ts'
import { replacement } from '../../load/replace.ts'
import { editionsOf, issueIn } from '../../records/editions.ts'
import { KEPT } from '../../records/keeping.ts'
import { registerKey } from '../../records/registered.ts'
import type { CommunicationRecord, NoteRecord, Register } from '../../records/schema.ts'
import type { Source } from '../../source.ts'
import type { Json } from '../../value.ts'
import { withEdition } from './edition.ts'

/** An entry, and the id to keep it under. */
export interface Entry {
  readonly id: string
  readonly record: NoteRecord
}

export interface Addition {
  /** An edition goes into the entry that the note has in another language: `entry` is that one, as it becomes. */
  readonly type: 'new' | 'edition'
  readonly entry: Entry
  readonly edits: readonly Edit[]
}

/**
 * A new entry, or another edition in the entry that the note has already. Throws `Rejected` where the register holds
 * something else under the number or the id.
 */
export function additionTo(source: Source, register: Register, { id, record }: Entry): Addition {
  const section = 'communications'
  for (const [key, each] of Object.entries(register.communications)) {
    const said = each.type === 'note' && isNumberOf(each, record) ? withEdition(each, record) : null
    if (said === null || each.type !== 'note') continue
    refuseUnsaid(key, each, record)
    const { sha256: _, ...rest } = each
    const instead = each.editions ? 'editions' : 'sha256'
    const languages = each.languages ? [{ instead: 'languages', key: 'languages', value: jsonOf(said.languages) }] : []
    const fields = [...languages, { instead, key: 'editions', value: jsonOf(said.editions) }]
    const entry = { id: key, record: { ...rest, ...said } }
    return { type: 'edition', entry, edits: replacement(source, { section, id: key, fields }) }
  }
  refuse([...takenNumber(register, record), ...takenId(register, id)])
  return { type: 'new', entry: { id, record }, edits: [insertion(source, { section, id, value: jsonOf(record) })] }
}

/** The same as plain data. */
export function jsonOf(value: object): Json {
  const plain: Json = JSON.parse(JSON.stringify(value))
  return plain
}

/** The id under which the register holds this very file. What else the house has written there is its own affair, unless it is to be written now. */
export function knownAs({ communications }: Register, record: NoteRecord): string | null {
  const { from, number, series, date } = record
  const [own] = editionsOf(record)
  for (const [id, each] of Object.entries(communications)) {
    const held = editionsOf(each).find(edition => edition.sha256 !== null && edition.sha256 === own?.sha256)
    if (!held) continue
    const same = each.type === 'note' && each.from === from && each.number === number && each.series === series
    const [copy, other] = [held['file-copy'], own?.['file-copy'] ?? null]
    if (!same || each.date !== date)
      throw contradicts(`the register holds this file as \`${id}\`, with different particulars`)
    if (copy !== null && other !== null && copy !== other)
      throw contradicts(`the register holds this note as \`${id}\`, with another file copy`)
    refuseUnsaid(id, each, record)
    return id
  }
  return null
}

function refuseUnsaid(id: string, held: CommunicationRecord, record: NoteRecord): void {
  const unsaid = KEPT.filter(key => record[key] !== undefined && record[key] !== held[key])
  const wantsSetAside = differs(record, held)
  if (unsaid.length === 0 && !wantsSetAside) return
  const told = [
    ...unsaid.map(key => `\`${key}: ${record[key]}\``),
    ...(wantsSetAside ? [`\`set-aside: ${JSON.stringify(record['set-aside'])}\``] : [])
  ].join(', ')
  throw contradicts(`the register holds this file as \`${id}\`, without ${told}`, ['add it to that entry'])
}

/** Whether the request of the note set aside something that the register does not say. */
function differs(record: NoteRecord, held: CommunicationRecord): boolean {
  const said = held.type === 'note' ? held['set-aside'] : undefined
  return record['set-aside'] !== undefined && JSON.stringify(record['set-aside']) !== JSON.stringify(said)
}

function contradicts(message: string, hints: readonly string[] = []): Rejected {
  return new Rejected([error({ rule: 'record/contradiction', message, span: null, hints })])
}

/** One number stands for one note in a year. */
function takenNumber({ communications, cancelled = [] }: Register, record: NoteRecord): Diagnostic[] {
  const { number } = record
  const own = issueIn(editionsOf(record))
  const others = Object.entries(communications).filter(([, each]) => isNumberOf(each, record))
  const found = others.map(([id, each]) => {
    const held = issueIn(editionsOf(each))
    const message = `the register holds another note under the number \`${number}\`, \`${id}\``
    const hints =
      held === null
        ? [`that entry names no file; if it means this one, add to it: sha256: { issue: ${own} }`]
        : [`its SHA-256 is ${held}; this note has ${own}`]
    return error({ rule: 'issue/registered', message, span: null, hints })
  })
  const given = cancelled.filter(each => isNumberOf(each, record))
  const message = `the register lists the number \`${number}\` as cancelled`
  return [...found, ...given.map(() => error({ rule: 'issue/registered', message, span: null }))]
}

/** Whether both bear one number: of the same house, series and year. */
function isNumberOf(each: Numbered, record: NoteRecord): boolean {
  const [one, other] = [each, record].map(({ number, ...rest }) => number !== null && registerKey({ ...rest, number }))
  return one !== false && one === other
}

type Numbered = Pick<NoteRecord, 'from' | 'number' | 'date' | 'series'>

function takenId({ communications }: Register, id: string): Diagnostic[] {
  if (!Object.hasOwn(communications, id)) return []
  const message = `the register already has \`${id}\`, which is another communication`
  return [error({ rule: 'record/taken-id', message, span: null, hints: ['choose another id with --id'] })]
}
