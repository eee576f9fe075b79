/** Checked files of one note → what only shows where two of them meet, or where one meets what is asked for. */
import { type Diagnostic, didYouMean, error } from '../../diagnostic.ts'
import { child, type Json, keySpan, type Loaded, type Pointer, placeOf } from '../../value.ts'
import type { Law } from '../law.ts'
import type { Profile } from '../profile.ts'
import { addresseesOf, type WrittenRequest } from '../request.ts'
import { compareDays } from '../sequence.ts'
import { fieldsOf, partsAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** A finding where the request does not list the language that is asked for. */
export function languageFindings(note: Loaded, request: WrittenRequest, asked: string | undefined): Diagnostic[] {
  const { original, translations = [] } = request.languages
  const known = [original, ...translations]
  if (asked === undefined || known.includes(asked)) return []
  const message = `the request has no language \`${asked}\``
  const hints = [`it has: ${known.map(each => `\`${each}\``).join(', ')}`]
  return [error({ rule: 'record/language', message, span: placeOf(note, '/languages'), pointer: '/languages', hints })]
}

/** A finding where the note that is asked for goes to somebody else. */
export function addresseeFindings(note: Loaded, request: WrittenRequest, asked: string | undefined): Diagnostic[] {
  const known = addresseesOf(request)
  if (asked === undefined || known.includes(asked)) return []
  const message = `the note does not go to \`${asked}\``
  const hints = [`it goes to: ${known.map(each => `\`${each}\``).join(', ')}`]
  return [error({ rule: 'record/addressee', message, span: placeOf(note, '/to'), pointer: '/to', hints })]
}

/** A number with the sign that the house prints before it: "No. No. 12/2026". */
export function signFindings(note: Loaded, request: WrittenRequest, profile: Profile): Diagnostic[] {
  const { number: given } = request
  const number = typeof given === 'object' ? (Object.values(given ?? {})[0] ?? null) : given
  const sign = Object.values(profile.number.sign).find(each => number?.startsWith(each))
  if (number === null || sign === undefined) return []
  const message = `the number begins with ${quoted(sign)}, which the house prints before it`
  const hints = [`write \`number: ${JSON.stringify(number.slice(sign.length).trim())}\``]
  return [error({ rule: 'record/number-sign', message, span: placeOf(note, '/number'), pointer: '/number', hints })]
}

/**
 * A finding for each treaty of an invented State that the law does not name so, for nothing could ever be cited by it, and
 * for each day on which the treaty bound nobody.
 */
export function treatyFindings(register: Loaded, { instruments }: Law): Diagnostic[] {
  const known = Object.entries(instruments).flatMap(([id, { type }]) => (type === 'treaty' ? [id] : []))
  const named = partsAt(register.value, '/parties/*/treaties').flatMap(({ pointer, value }) =>
    fieldsOf(value).map(([id, since]) => ({ id, since, pointer: child(pointer, id) }))
  )
  return named.flatMap(({ id, since, pointer }) => {
    if (known.includes(id)) return tooEarly(register, pointer, { id, since, inForce: instruments[id]?.['in-force'] })
    const message = `the law has no treaty ${quoted(id)}`
    const hints = meantTreaty(id, known)
    return [error({ rule: 'record/treaties', message, span: keySpan(register, pointer), pointer, hints })]
  })
}

/** A finding for each party of the law that would be bound before there was anything to be bound by. */
export function partyFindings(loaded: Loaded, { instruments }: Law): Diagnostic[] {
  return Object.entries(instruments).flatMap(([id, { parties, 'in-force': inForce }]) =>
    Object.entries(parties).flatMap(([iso, { since }]) =>
      tooEarly(loaded, `/instruments/${id}/parties/${iso}/since`, { id, since, inForce })
    )
  )
}

interface Binding {
  readonly id: string
  readonly since: Json
  readonly inForce: string | null | undefined
}

function tooEarly(loaded: Loaded, pointer: Pointer, { id, since, inForce }: Binding): Diagnostic[] {
  if (typeof since !== 'string' || !inForce || compareDays(since, inForce) !== 'before') return []
  const message = `nobody was bound by ${quoted(id)} on ${since}: it is in force since ${inForce}`
  const hints = ['say since when the State is bound, which is later than its signature or its deposit']
  return [error({ rule: 'record/treaty-date', message, span: placeOf(loaded, pointer), pointer, hints })]
}

/** `vcdr-1961` is nearer to `vcdr` than its letters say. */
function meantTreaty(id: string, known: readonly string[]): string[] {
  const begun = known.find(each => id.startsWith(`${each}-`))
  return begun === undefined ? didYouMean(id, known) : [`did you mean \`${begun}\`?`]
}
