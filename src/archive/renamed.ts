/** A register, an entry of it and what a file says of the same note in; that with the ids that the register has by now, out. */
import type { CommunicationRecord, Register } from '../records/schema.ts'
import { child } from '../value.ts'
import { type Called, callOf, type Identity, type NamedSection } from './carried.ts'

/** What a file says of other records, by their ids. */
type Links = Pick<Identity, 'from' | 'to' | 'incidents' | 'in-reply-to' | 'supersedes'>

/**
 * A register may have given its records other ids since: one that it no longer has stands for what the entry names, if
 * that is called the same. One record stands for one alone.
 */
export function asNamedNow(register: Register, entry: CommunicationRecord, said: Links, called: Called): Links {
  const facility = (id: string) => register.facilities[id]
  const now = (section: NamedSection, ids: readonly string[], named: readonly (string | undefined)[]) => {
    const open = named.filter(each => each !== undefined && !ids.includes(each))
    return ids.map(id => {
      if (named.includes(id) || Object.hasOwn(register[section], id)) return id
      const call = called[child(`/${section}`, id)]
      const at = open.findIndex(each => each && callOf(register[section][each], facility) === call)
      return at < 0 ? id : (open.splice(at, 1)[0] ?? id)
    })
  }
  const one = (section: NamedSection, id: string | null, named: string | undefined) =>
    id === null ? null : (now(section, [id], [named])[0] ?? id)
  return {
    from: one('parties', said.from, entry.from),
    to: one('parties', said.to, entry.to),
    incidents: now('incidents', said.incidents, entry.incidents ?? []),
    'in-reply-to': one('communications', said['in-reply-to'], entry['in-reply-to']),
    supersedes: one('communications', said.supersedes, entry.supersedes)
  }
}
