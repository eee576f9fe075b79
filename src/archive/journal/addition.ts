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
import type { Called } from '../carried.ts'
import { contradictions, contradictionsInWords } from '../standing.ts'

/** An entry, and the id to keep it under. */
export interface Entry {
  readonly id: string
  readonly record: NoteRecord
  /** What the records are called that its file names. */
  readonly called?: Called
  /** Whether its file is a translation, which has no entry of its own. */
  readonly translated?: boolean
  /** To whom identical notes go under its number. */
  readonly identical?: readonly string[]
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
export function additionTo(source: Source, register: Register, { id, record, translated, identical }: Entry): Addition {
  const section = 'communications'
  for (const [key, each] of Object.entries(register.communications)) {
    const said = each.type === 'note' && isNumberOf(each, record) ? withEdition(each, record, identical) : null
    if (said === null || each.type !== 'note') continue
    refuseUnsaid(key, each, record)
    const { sha256: _, ...rest } = each
    const instead = each.editions ? 'editions' : 'sha256'
    const languages = each.languages ? [{ instead: 'languages', key: 'languages', value: jsonOf(said.languages) }] : []
    const fields = [...languages, { instead, key: 'editions', value: jsonOf(said.editions) }]
    const entry = { id: key, record: { ...rest, ...said } }
    return { type: 'edition', entry, edits: replacement(source, { section, id: key, fields }) }
  }
  if (translated) throw withoutOriginal(record)
  refuse([...takenNumber(register, record), ...takenId(register, id)])
  return { type: 'new', entry: { id, record }, edits: [insertion(source, { section, id, value: jsonOf(record) })] }
}

/** A translation is an edition of the note that it translates. */
export function withoutOriginal({ number, languages = [] }: NoteRecord): Rejected {
  const message = `this is a translation (${languages.join()}) of the note ${number}, and no entry of its original is there`
  const hints = ['record the original first, or name both: the translation becomes an edition of its entry']
  return new Rejected([error({ rule: 'record/translation-alone', message, span: null, hints })])
}

/** The same as plain data. */
export function jsonOf(value: object): Json {
  const plain: Json = JSON.parse(JSON.stringify(value))
  return plain
}

/**
 * The id under which the register holds this very file. What else the house has written there is its own affair, unless it is
 * to be written now. Throws `Rejected` where the entry says otherwise of what the file says of itself, as `verify` reads it.
 */
export function knownAs(register: Register, { record, called = {} }: Omit<Entry, 'id'>): string | null {
  const [own] = editionsOf(record)
  for (const [id, each] of Object.entries(register.communications)) {
    const held = editionsOf(each).find(edition => edition.sha256 !== null && edition.sha256 === own?.sha256)
    if (!held) continue
    const there = { record: each, as: held.form, edition: held }
    const found = contradictions(register, there, { identity: identityIn(record), called, form: own?.form ?? null })
    if (found.length > 0 || each.type !== 'note') {
      const message = `the register holds this file as \`${id}\`, with other particulars: ${contradictionsInWords(found)}`
      throw contradicts(message, ['correct that entry, or remove the digest of this file from it'])
    }
    const [copy, other] = [held['file-copy'], own?.['file-copy'] ?? null]
    if (copy !== null && other !== null && copy !== other)
      throw contradicts(`the register holds this note as \`${id}\`, with another file copy`)
    refuseUnsaid(id, each, record)
    return id
  }
  return null
}

/** What an entry says of its note, as the file of that says it. */
function identityIn({ from, to, number, date, series, languages, incidents = [], epoch, ...links }: NoteRecord) {
  const { 'in-reply-to': reply, supersedes } = links
  return {
    ...{ from, to, number, date, series: series ?? null, language: languages?.[0], incidents, epoch },
    ...{ 'in-reply-to': reply ?? null, supersedes: supersedes ?? null }
  }
}

/** What only the house knows of a note, and what its request set aside, is to stand in the entry if it is told. */
function refuseUnsaid(id: string, held: NoteRecord, record: NoteRecord): void {
  const unsaid = [...KEPT, 'set-aside' as const].flatMap(key => {
    const [said, there] = [record[key], held[key]].map(each => (typeof each === 'object' ? JSON.stringify(each) : each))
    return said === undefined || said === there ? [] : [`\`${key}: ${said}\``]
  })
  if (unsaid.length === 0) return
  const message = `the register holds this file as \`${id}\`, without ${unsaid.join(', ')}`
  throw contradicts(message, ['add it to that entry'])
}

function contradicts(message: string, hints: readonly string[] = []): Rejected {
  return new Rejected([error({ rule: 'record/contradiction', message, span: null, hints })])
}

/** One number stands for one note in a year. */
function takenNumber({ communications, cancelled = [] }: Register, record: NoteRecord): Diagnostic[] {
  const { number } = record
  const own = issueIn(editionsOf(record))
  const taken = (message: string, hints: readonly string[] = []) =>
    error({ rule: 'issue/registered', message, span: null, hints })
  const others = Object.entries(communications).filter(([, each]) => isNumberOf(each, record))
  const found = others.map(([id, each]) => {
    const held = issueIn(editionsOf(each))
    const unnamed = `that entry names no file; if it means this one, add to it: sha256: { issue: ${own} }`
    const hint = held === null ? unnamed : `its SHA-256 is ${held}; this note has ${own}`
    return taken(`the register holds another note under the number \`${number}\`, \`${id}\``, [hint])
  })
  const given = cancelled.filter(each => isNumberOf(each, record))
  return [...found, ...given.map(() => taken(`the register lists the number \`${number}\` as cancelled`))]
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

/** What an entry says of its files once it has several. With one it keeps the short `sha256`, in the one of its `languages`. */
interface Editions {
  readonly languages: NonNullable<NoteRecord['languages']>
  readonly editions: NonNullable<NoteRecord['editions']>
}

/** Null where the other is not of the same note, or where a file in its language is there or may be. */
function withEdition(held: CommunicationRecord, other: NoteRecord, identical: readonly string[] = []): Editions | null {
  if (held.to !== other.to && !identical.includes(held.to)) return null
  const before = statedIn(held, held)
  const [added] = statedIn(other, held)
  if (before.length < Math.max(1, editionsOf(held).length) || !added || !isSameNote(held, other)) return null
  if (before.some(each => each.language === added.language && each.to === added.to)) return null
  const languages = new Set([...(held.languages ?? []), ...before.map(each => each.language), added.language])
  return { languages: [...languages], editions: [...before, added] }
}

/** The editions of one entry as they stand under another: what is the same for all is not said again. */
function statedIn(record: CommunicationRecord, entry: CommunicationRecord): Editions['editions'] {
  return editionsOf(record).flatMap(({ language, to, form, sha256, 'file-copy': copy, epoch }, index) => {
    if (language === null || sha256 === null) return []
    const { pages } = record.editions?.[index] ?? record
    const own = {
      ...(copy === null ? {} : { 'file-copy': copy }),
      ...(pages === undefined || pages === entry.pages ? {} : { pages }),
      ...(epoch === null || epoch === entry.epoch ? {} : { epoch })
    }
    return [{ language, ...(to === entry.to ? {} : { to }), form, sha256, ...own }]
  })
}

/** What a note says of itself in every language, and to whomever it goes. */
const SHARED = ['type', 'from', 'date', 'in-reply-to', 'supersedes'] as const

function isSameNote(held: CommunicationRecord, other: NoteRecord): boolean {
  const incidents = held.incidents?.toSorted().join() ?? ''
  const isSame = held.incidents === undefined || incidents === (other.incidents ?? []).toSorted().join()
  return isSame && SHARED.every(key => held[key] === other[key])
}
