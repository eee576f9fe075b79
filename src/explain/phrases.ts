/** The places of template text in; the set phrases of the house in which it stands, and who confirms them, out. */

import { load } from '../load/load.ts'
import type { Preparsed } from '../preparsed.ts'
import { fieldsOf, textAt, valueAt } from '../records/checks/parts.ts'
import type { Source, Span } from '../source.ts'
import { placeOf } from '../value.ts'

/** A set phrase of a language. */
export interface Phrase {
  /** `protest/strong-protest`. */
  readonly key: string
  /** Who or what attests it; null while nobody does. */
  readonly confirmed: string | null
  readonly span: Span
}

/** Gives the set phrase at a place, or null where the place is in a template of its own. */
export function phraseBook(preparsed: Preparsed): (at: Span) => Phrase | null {
  const read = new Map<Source, readonly Phrase[]>()
  return at => {
    if (!at.source.name.startsWith('templates/formulas/')) return null
    const phrases = read.get(at.source) ?? phrasesIn(at.source, preparsed)
    read.set(at.source, phrases)
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
