/** An entry of the register and what a file says of itself in; where the two contradict each other out. */
import type { Edition } from '../records/editions.ts'
import { plainNumber } from '../records/registered.ts'
import type { CommunicationRecord, Register } from '../records/schema.ts'
import { callOf, type Identity, type NamedSection } from './identity.ts'
import { formOf, type Verdict } from './verify.ts'

/** What the register says, and what the file says; null where it says nothing. */
export interface Contradiction {
  readonly what: keyof Identity | 'type' | 'form' | 'language'
  readonly register: string | null
  readonly file: string | null
}

/** An entry, as what it holds a file, and of which of its editions. */
interface Held {
  readonly record: CommunicationRecord
  readonly as: string
  readonly edition: Edition
}

type Told = Pick<Verdict, 'identity' | 'called' | 'rebuilds'>

/** In the order in which people read them. What the entry does not say, and what is not known of the file, contradicts nothing. */
export function contradictions(register: Register, { record, as, edition }: Held, told: Told): Contradiction[] {
  const own = told.identity && underIdsOf(register, record, { ...told, identity: told.identity })
  const said: readonly (readonly [Contradiction['what'], string | null | undefined, string | null | undefined])[] = [
    ['type', record.type, own ? 'note' : undefined],
    ['form', as, formOf(told.rebuilds) ?? undefined],
    ['number', record.number ?? undefined, own?.number],
    ['series', record.series ?? null, own?.series],
    ['date', record.date, own?.date],
    ['from', record.from, own?.from],
    ['to', record.to, own?.to],
    ['language', edition.language ?? record.languages?.join(', '), own?.language],
    ['incidents', record.incidents && listed(record.incidents), own ? listed(own.incidents) : undefined],
    ['in-reply-to', record['in-reply-to'], own?.['in-reply-to']],
    ['supersedes', record.supersedes, own?.supersedes],
    ['epoch', edition.epoch?.toString(), own?.epoch.toString()]
  ]
  return said.flatMap(([what, theirs, its]) =>
    theirs === undefined || its === undefined || isSame(what, theirs, its)
      ? []
      : [{ what, register: theirs, file: its }]
  )
}

/**
 * A register may have given its records other ids since: one that it no longer has stands for what the entry names, if
 * that is called the same.
 */
function underIdsOf(
  register: Register,
  record: CommunicationRecord,
  { identity, called }: Told & { readonly identity: Identity }
): Identity {
  const now = (section: NamedSection, id: string | null, named: readonly (string | undefined)[]) => {
    if (id === null || Object.hasOwn(register[section], id)) return id
    const isMeant = (each: string | undefined) =>
      each !== undefined && callOf(register[section][each] ?? null) === called[section]?.[id]
    return named.find(isMeant) ?? id
  }
  return {
    ...identity,
    from: now('parties', identity.from, [record.from]),
    to: now('parties', identity.to, [record.to]),
    incidents: identity.incidents.map(id => now('incidents', id, record.incidents ?? []) ?? id),
    'in-reply-to': now('communications', identity['in-reply-to'], [record['in-reply-to']]),
    supersedes: now('communications', identity.supersedes, [record.supersedes])
  }
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
