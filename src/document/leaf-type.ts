/** A leaf of a document in; whether it is words of a template, a value, a name, a joint or a blank, out. */
import { factsOf } from '../fact.ts'
import type { Text } from './document.ts'

export type LeafType = 'template' | 'value' | 'name' | 'joint' | 'blank'

/** A value's place is its mustache, and a separator's the block that lists the items. */
export function leafTypeOf({ origins, at, text }: Text): LeafType {
  const tag = at.source.text.slice(at.start, at.end)
  if (origins.length === 0) return tag.startsWith('{{') && /^_+$/.test(text) ? 'blank' : 'template'
  if (/^\{\{~?#list\b/.test(tag)) return 'joint'
  return factsOf(origins).every(each => each.field === 'names') ? 'name' : 'value'
}
