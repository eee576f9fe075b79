/** A checked request and its profile → a number with the sign that the house prints before it: "No. No. 12/2026". */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { type Loaded, placeOf } from '../../value.ts'
import type { Profile } from '../profile.ts'
import type { NoteRequest } from '../request.ts'
import { quoted } from './quoted.ts'

/** A file as far as it was read. */
interface Read<T> {
  readonly loaded: Loaded
  readonly value: T | null
}

/** Nothing of files that are not well-shaped. */
export function signFindings(request: Read<NoteRequest>, profile: Read<Profile>): Diagnostic[] {
  const number = request.value?.number ?? null
  const signs = Object.values(profile.value?.number.sign ?? {})
  const sign = number === null ? undefined : signs.find(each => number.startsWith(each))
  if (number === null || sign === undefined) return []
  const message = `the number begins with ${quoted(sign)}, which the house prints before it`
  const hints = [`write \`number: ${JSON.stringify(number.slice(sign.length).trim())}\``]
  const span = placeOf(request.loaded, '/number')
  return [error({ rule: 'record/number-sign', message, span, pointer: '/number', hints })]
}
