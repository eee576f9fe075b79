/** A State and a treaty in; since when it is known to be bound, and who says so, out. */
import type { Records } from '../../records/records.ts'
import { partyOf } from './case.ts'

/** What is known of a State and a treaty. */
export interface Bond {
  /** Since when it is bound; null where it is known not to be. */
  readonly since: string | null
  readonly confirmed: string | null
  readonly said: 'register' | 'law' | 'status'
}

/** Of an invented State its own record says it; of one that exists the law, and where that is silent the table of parties. */
export function bondOf({ register, law, treatyStatus }: Records, state: string, treaty: string): Bond | null {
  const { invented, treaties = {}, iso = '' } = partyOf(register, state)
  if (invented) {
    const since = own(treaties, treaty)
    return since === undefined ? null : { since, confirmed: null, said: 'register' }
  }
  const entry = own(law.instruments[treaty]?.parties ?? {}, iso)
  if (entry !== undefined) return { ...entry, said: 'law' }
  const status = treatyStatus()
  const since = own(own(status?.parties ?? {}, treaty) ?? {}, iso)
  return since === undefined || status === null ? null : { since, confirmed: status.source, said: 'status' }
}

function own<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined
}
