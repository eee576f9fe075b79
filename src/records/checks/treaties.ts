/** A register and the law → treaties by which an invented State is said to be bound and which the law does not have. */
import { type Diagnostic, didYouMean, error } from '../../diagnostic.ts'
import { child, type Loaded } from '../../value.ts'
import type { Law } from '../law.ts'
import { keySpan } from './key-span.ts'
import { fieldsOf, partsAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** A finding for each treaty of a party that the law does not name so: nothing could ever be cited by it. */
export function treatyFindings(register: Loaded, law: Law): Diagnostic[] {
  const known = Object.entries(law.instruments).flatMap(([id, { type }]) => (type === 'treaty' ? [id] : []))
  return partsAt(register.value, '/parties/*/treaties').flatMap(({ pointer, value }) =>
    fieldsOf(value).flatMap(([id]) => {
      if (known.includes(id)) return []
      const at = child(pointer, id)
      const message = `the law has no treaty ${quoted(id)}`
      return [
        error({ rule: 'record/treaties', message, span: keySpan(register, at), pointer: at, hints: meant(id, known) })
      ]
    })
  )
}

/** `vcdr-1961` is nearer to `vcdr` than its letters say. */
function meant(id: string, known: readonly string[]): string[] {
  const begun = known.find(each => id.startsWith(`${each}-`))
  return begun === undefined ? didYouMean(id, known) : [`did you mean \`${begun}\`?`]
}
