/** What was found of a file and a register (or a digest) in; whether it is the registered file out. */
import { type RegisterIndex, registerKey } from '../records/registered.ts'
import type { Register } from '../records/schema.ts'
import type { Verdict } from './verify.ts'

/** Where a file stands in the register. Only this says that it is the file that was issued. */
export type Standing =
  | { readonly type: 'not-asked' }
  /** The file of this entry; `sealed` when nothing but a signature was appended to it since. */
  | {
      readonly type: 'this'
      readonly entry: string | null
      readonly as: 'issue' | 'file-copy' | null
      readonly sealed: boolean
    }
  /** The file of this entry with something else appended to it. */
  | { readonly type: 'altered'; readonly entry: string | null }
  /** The entry of its number is of another file, or is told without a digest. */
  | { readonly type: 'another'; readonly entry: string | null }
  | { readonly type: 'undecided'; readonly entry: string }
  | { readonly type: 'not-recorded' }

/** Against one digest that the user gave. */
export function standingBy(sha256: string, verdict: Verdict): Standing {
  const found = matched([{ entry: null, as: null, sha256 }], verdict)
  return found ?? { type: 'another', entry: null }
}

/** Against the notes of a register. */
export function standingIn(register: Register, index: RegisterIndex, verdict: Verdict): Standing {
  const found = matched(digestsOf(register), verdict)
  if (found) return found
  const { identity } = verdict
  if (!identity || identity.number === null || identity.date === null) return { type: 'not-recorded' }
  const { from, series, number, date } = identity
  const [same] = index.get(registerKey({ from, series, number, date })) ?? []
  if (!same) return { type: 'not-recorded' }
  return same.issue === null ? { type: 'undecided', entry: same.id } : { type: 'another', entry: same.id }
}

interface Digest {
  readonly entry: string | null
  readonly as: 'issue' | 'file-copy' | null
  readonly sha256: string
}

function digestsOf({ communications }: Register): Digest[] {
  return Object.entries(communications).flatMap(([entry, { sha256 }]) => [
    ...(sha256?.issue === undefined ? [] : [{ entry, as: 'issue', sha256: sha256.issue } as const]),
    ...(sha256?.['file-copy'] === undefined ? [] : [{ entry, as: 'file-copy', sha256: sha256['file-copy'] } as const])
  ])
}

function matched(digests: readonly Digest[], { sha256, written, appended }: Verdict): Standing | null {
  const whole = digests.find(each => each.sha256 === sha256)
  if (whole) return { type: 'this', entry: whole.entry, as: whole.as, sealed: false }
  const before = digests.find(each => each.sha256 === written)
  if (!before) return null
  if (appended.type === 'signature') return { type: 'this', entry: before.entry, as: before.as, sealed: true }
  return { type: 'altered', entry: before.entry }
}
