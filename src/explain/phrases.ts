/** A place in the formulas of a language in; the set phrase that stands there, and who or what attests it, out. */
import { load } from '../load/load.ts'
import { once } from '../once.ts'
import type { Preparsed } from '../preparsed.ts'
import { fieldsOf, textAt, valueAt } from '../records/checks/parts.ts'
import type { Source, Span } from '../source.ts'
import { placeOf } from '../value.ts'

/** A set phrase of a language: its name (`protest/strong-protest`), who or what attests it, and where its words stand. */
interface Phrase {
  readonly key: string
  readonly confirmed: string | null
  readonly span: Span
}

/** Gives the set phrase at a place, or null where the place is in a template of its own. */
export function phraseBook(preparsed: Preparsed): (at: Span) => Phrase | null {
  const read = new Map<Source, readonly Phrase[]>()
  return at => {
    if (!at.source.name.startsWith('templates/formulas/')) return null
    const phrases = once(read, at.source, source => phrasesIn(source, preparsed))
    return phrases.find(({ span }) => span.start <= at.start && at.start <= span.end) ?? null
  }
}

function phrasesIn(source: Source, preparsed: Preparsed): Phrase[] {
  const loaded = load(source, preparsed)
  return fieldsOf(valueAt(loaded.value, 'formulas')).flatMap(([group, entries]) =>
    fieldsOf(entries).map(([key, entry]) => ({
      key: `${group}/${key}`,
      confirmed: textAt(entry, 'confirmed'),
      span: placeOf(loaded, `/formulas/${group}/${key}/text`)
    }))
  )
}
