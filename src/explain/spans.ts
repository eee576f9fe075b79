/** A stretch of a statement in; what it is, the template line that printed it, and what stands behind it, out. */
import type { Text } from '../document/document.ts'
import { factsOf } from '../fact.ts'
import type { Pointer } from '../value.ts'
import type { Ledger } from './ledger.ts'
import { placeIn } from './records.ts'
import type { FilePlace, StatementSpan } from './schema.ts'
import type { StatementFragment } from './statements.ts'

export function spanOf(fragment: StatementFragment, ledger: Ledger): StatementSpan {
  const { leaf, text } = fragment
  const type = typeOf(leaf)
  const from = ledger.origins(leaf.origins)
  const because = reasonsFor(type, leaf, ledger).map(ledger.decision)
  const grounds = [...ledger.keysOf(from), ...because.flatMap(ledger.grounds)]
  return {
    type,
    text,
    printed: printedAt(fragment),
    formula: ledger.formula(leaf.at),
    ...from,
    because,
    unsourced: grounds.some(ledger.isUnsourced)
  }
}

/** A value's place is its mustache, and a separator's the block that lists the items. */
function typeOf({ origins, at, text }: Text): StatementSpan['type'] {
  const tag = at.source.text.slice(at.start, at.end)
  if (origins.length === 0) return tag.startsWith('{{') && /^_+$/.test(text) ? 'blank' : 'template'
  if (/^\{\{~?#list\b/.test(tag)) return 'joint'
  return factsOf(origins).every(each => each.field === 'names') ? 'name' : 'value'
}

/** A value answers for itself; a name does not say why it is the one that stands there, where an incident names it. */
function reasonsFor(type: StatementSpan['type'], leaf: Text, ledger: Ledger): readonly Pointer[] {
  if (type === 'template') return reasonsOf(leaf, () => true)
  return type === 'name' ? reasonsOf(leaf, ledger.isOfIncident) : []
}

/** The nearest places of the dossier because of which a text is printed; the dossier as a whole says nothing. */
function reasonsOf({ because }: Text, counts: (pointer: Pointer) => boolean): readonly Pointer[] {
  for (let at = because ?? null; at; at = at.outer) {
    const places = at.pointers.filter(each => each !== '' && counts(each))
    if (places.length > 0) return [...new Set(places)]
  }
  return []
}

/** Where the first visible sign was printed, in template text; what is printed of a value is its mustache. */
function printedAt({ leaf, at, text }: StatementFragment): FilePlace {
  const { source, start, end } = leaf.at
  const skipped = at + (/^\s*/.exec(text)?.[0].length ?? 0)
  const isVerbatim = source.text.slice(start, end) === leaf.text && skipped < leaf.text.length
  return placeIn({ source, start: isVerbatim ? start + skipped : start, end })
}
