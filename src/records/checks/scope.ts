/** A loaded register → the facilities in the list of a submission that are of no type that its scope names. */
import { type Diagnostic, error } from '../../diagnostic.ts'
import { type Loaded, placeOf } from '../../value.ts'
import { isList, partsAt, textAt, valueAt } from './parts.ts'
import { quoted } from './quoted.ts'

/** One finding for each facility that the list has and the types leave out: one of the two is wrong. */
export function scopeFindings(loaded: Loaded): Diagnostic[] {
  return partsAt(loaded.value, '/communications/*/scope').flatMap(({ pointer, value }) => {
    const types = valueAt(value, 'types')
    if (!isList(types)) return []
    return partsAt(value, '/facilities/*').flatMap(({ pointer: inner, value: id }) => {
      const type = typeof id === 'string' ? textAt(loaded.value, 'facilities', id, 'type') : null
      if (type === null || types.includes(type)) return []
      const at = pointer + inner
      const message = `${quoted(id)} is of type ${quoted(type)}, and the \`types\` of this scope have none such`
      const hints = [`add \`${type}\` to \`types\`, or take ${quoted(id)} out of the list`]
      return [error({ rule: 'record/scope', message, span: placeOf(loaded, at), pointer: at, hints })]
    })
  })
}
