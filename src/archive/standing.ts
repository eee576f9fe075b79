/** What was found of a file and a register (or a digest) in; whether it is the registered file out. */
import { type Edition, editionsOf } from '../records/editions.ts'
import { plainNumber, type RegisterIndex, registerKey } from '../records/registered.ts'
import type { CommunicationRecord, Register } from '../records/schema.ts'
import type { Called, Fingerprint, Identity, Told } from './carried.ts'
import { asNamedNow } from './renamed.ts'
import { formOf, type Verdict } from './verify.ts'

/** As what an entry holds a file. */
type Role = Edition['form'] | 'file-copy'

/** Where a file stands in the register. Only this says that it is the file that was issued. */
export type Standing =
  | { readonly type: 'not-asked' }
  /** The file of this entry; `sealed` when nothing but a signature was appended to it since. */
  | {
      readonly type: 'this'
      readonly entry: string | null
      readonly as: Role | null
      readonly sealed: boolean
      /** Whether the entry holds the copy that it was made again from, too; null where there is none, or none was asked for. */
      readonly copy: 'registered' | 'not-recorded' | null
    }
  /** The file of this entry with something else appended to it. */
  | { readonly type: 'altered'; readonly entry: string | null }
  /** The file of this entry, made again from another copy than the entry holds: what only a copy says may be forged. */
  | { readonly type: 'other-copy'; readonly entry: string }
  /** The entry has the digest of this file, and says otherwise than the file of what it is. */
  | { readonly type: 'contradicted'; readonly entry: string; readonly contradictions: readonly Contradiction[] }
  /** The entry of its number is of another file, or is told without a digest. */
  | { readonly type: 'another'; readonly entry: string | null }
  | { readonly type: 'undecided'; readonly entry: string; readonly lacks: 'issue' | 'file-copy' }
  | { readonly type: 'not-recorded' }

/** What has to be known of a file. */
export type VerdictFacts = Pick<Verdict, keyof Told | 'rebuilds' | 'copy'>

/** Against one digest that the user gave, which says nothing of any copy. */
export function standingBy(sha256: string, told: VerdictFacts): Standing {
  const found = matched({ entry: null, as: null, sha256 }, told)
  return found ?? { type: 'another', entry: null }
}

/** Against the notes of a register. */
export function standingIn(register: Register, index: RegisterIndex, told: VerdictFacts): Standing {
  const found = digestsOf(register).flatMap(digest => {
    const standing = matched(digest, told)
    return standing === null ? [] : [inEntry(standing, digest, register, told)]
  })
  const [first] = found
  return found.find(each => each.type === 'this') ?? first ?? byNumber(index, told)
}

interface Digest {
  readonly entry: string | null
  readonly as: Role | null
  readonly sha256: string
}

/** A file of an edition. */
interface Held extends Digest {
  readonly entry: string
  readonly as: Role
  readonly edition: Edition
  readonly record: CommunicationRecord
}

function digestsOf({ communications }: Register): Held[] {
  return Object.entries(communications).flatMap(([entry, record]) =>
    editionsOf(record).flatMap(edition =>
      ([edition.form, 'file-copy'] as const).flatMap(as => {
        const sha256 = as === 'file-copy' ? edition['file-copy'] : edition.sha256
        return sha256 === null ? [] : [{ entry, as, sha256, edition, record }]
      })
    )
  )
}

function matched({ entry, as, sha256 }: Digest, told: Fingerprint): Standing | null {
  if (told.sha256 === sha256) return { type: 'this', entry, as, sealed: false, copy: null }
  if (told.written !== sha256) return null
  if (told.appended.type === 'signature') return { type: 'this', entry, as, sealed: true, copy: null }
  return { type: 'altered', entry }
}

/** A digest alone is no more than that: the copy beside the file and what the file says of itself must be those of the entry. */
function inEntry(standing: Standing, held: Held, register: Register, told: VerdictFacts): Standing {
  const { entry, edition } = held
  if (standing.type !== 'this') return standing
  const copy = copyIn(edition, told)
  if (copy === 'another') return { type: 'other-copy', entry }
  const found = contradictions(register, held, { ...told, form: formOf(told.rebuilds) })
  return found.length > 0 ? { type: 'contradicted', entry, contradictions: found } : { ...standing, copy }
}

function copyIn(
  { 'file-copy': held }: Edition,
  { copy }: VerdictFacts
): 'registered' | 'not-recorded' | 'another' | null {
  if (copy === null) return null
  if (held === null) return 'not-recorded'
  return matched({ entry: null, as: null, sha256: held }, copy)?.type === 'this' ? 'registered' : 'another'
}

/** A file that no entry holds: whether another stands in the register under its number. */
function byNumber(index: RegisterIndex, { identity, rebuilds }: VerdictFacts): Standing {
  const { from, to, series, number, date, language } = identity ?? {}
  if (!from || !number || !date) return { type: 'not-recorded' }
  const [same] = index.get(registerKey({ from, series, number, date })) ?? []
  if (!same) return { type: 'not-recorded' }
  const lacks = formOf(rebuilds) === 'file-copy' ? 'file-copy' : 'issue'
  const editions = editionsOf(same.note)
  const inLanguage = editions
    .filter(each => each.language === null || each.language === language)
    .filter(each => each.to === to || editions.every(other => other.to === same.note.to))
  if (editions.length > 0 && inLanguage.length === 0) return { type: 'not-recorded' }
  const holds = inLanguage.some(each => (lacks === 'issue' ? each.sha256 : each['file-copy']) !== null)
  return holds ? { type: 'another', entry: same.id } : { type: 'undecided', entry: same.id, lacks }
}

/** What the register says, and what the file says, each in its own ids; null where it says nothing. */
export interface Contradiction {
  readonly what: keyof Identity | 'type' | 'form'
  readonly register: string | null
  readonly file: string | null
}

/** What a file says of itself, as far as that is known. */
interface Said {
  readonly identity: KnownIdentity | null
  readonly called: Called
  readonly form: string | null
}

/** An entry that is about to be written need not say every part. */
type KnownIdentity = Omit<Identity, 'language' | 'epoch'> & {
  readonly language: string | undefined
  readonly epoch: number | undefined
}

/** In the order in which people read them. What the entry does not say, and what is not known of the file, contradicts nothing. */
export function contradictions(
  register: Register,
  { record, as, edition }: Pick<Held, 'record' | 'as' | 'edition'>,
  { identity: own, called, form }: Said
): Contradiction[] {
  // what it names, under the ids that the register has for it by now
  const now = own ? asNamedNow(register, { ...record, to: edition.to }, own, called) : undefined
  const [incidents, ownIncidents] = [now, own].map(each => each && listed(each.incidents))
  type Text = string | null | undefined
  const said: readonly (readonly [Contradiction['what'], Text, Text, Text?])[] = [
    ['type', record.type, own ? 'note' : undefined],
    ['form', as, form ?? undefined],
    ['number', record.number ?? undefined, own?.number],
    ['series', record.series ?? null, own?.series],
    ['date', record.date, own?.date],
    ['from', record.from, now?.from, own?.from],
    ['to', edition.to, now?.to, own?.to],
    ['language', edition.language ?? record.languages?.join(', '), own?.language],
    ['incidents', record.incidents && listed(record.incidents), incidents, ownIncidents],
    ['in-reply-to', record['in-reply-to'], now?.['in-reply-to'], own?.['in-reply-to']],
    ['supersedes', record.supersedes, now?.supersedes, own?.supersedes],
    ['epoch', edition.epoch?.toString(), own?.epoch?.toString()]
  ]
  return said.flatMap(([what, theirs, its, told = its]) =>
    theirs === undefined || its === undefined || told === undefined || isSame(what, theirs, its)
      ? []
      : [{ what, register: theirs, file: told }]
  )
}

/** Contradictions in words that follow "other particulars:". */
export function contradictionsInWords(all: readonly Contradiction[]): string {
  const told = all.map(({ what, register, file }) => {
    const [there, here] = [register, file].map(each => (each === null ? 'none' : `\`${each}\``))
    return `${what} is ${there} there and ${here} in the file`
  })
  return told.join(', ')
}

/** The order of incidents is a matter of the note's style. */
function listed(ids: readonly string[]): string {
  return ids.toSorted().join(', ')
}

function isSame(what: Contradiction['what'], register: string | null, file: string | null): boolean {
  if (register === null || file === null) return register === file
  // An entry may stand for the note in several languages.
  if (what === 'language') return register.split(', ').includes(file)
  return what === 'number' ? plainNumber(register) === plainNumber(file) : register === file
}
