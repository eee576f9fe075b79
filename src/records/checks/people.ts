/** An incident of a register → more people named than counted, and damage at what was not struck. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { child, keySpan, type Loaded, placeOf } from '../../value.ts'
import { isList, partsAt, type RecordPart, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'

const GROUPS = ['/casualties/killed/*', '/casualties/injured/*', '/people/*']

/** Those who are named are among those who are counted. */
export function namedFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  return GROUPS.flatMap(path => partsAt(value, path)).flatMap(part => {
    const [named, count, to] = ['named', 'count', 'to'].map(key => valueAt(part.value, key))
    const most = to ?? count
    if (!isList(named) || typeof most !== 'number' || named.length <= most) return []
    const at = child(pointer + part.pointer, 'named')
    const message = `\`named\` has ${named.length} people, but \`count\` says that there were ${most}`
    const hints = ['correct the count, or name in each group those who belong to it']
    return [error({ rule: 'record/people', message, span: keySpan(loaded, at), pointer: at, hints })]
  })
}

/** Damage befalls what was struck. */
export function damageFindings(loaded: Loaded, { pointer, value }: RecordPart): Diagnostic[] {
  const struck = valueAt(value, 'facilities')
  if (!isList(struck)) return []
  return partsAt(value, '/damage/*/at').flatMap(part => {
    if (typeof part.value !== 'string' || struck.includes(part.value)) return []
    const at = pointer + part.pointer
    const message = `${quoted(part.value)} is not among the \`facilities\` of the incident`
    const hints = ['add it there, or name the facility that the damage befell']
    return [error({ rule: 'record/damage', message, span: placeOf(loaded, at), pointer: at, hints })]
  })
}
