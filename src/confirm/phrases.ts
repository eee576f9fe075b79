/** A place in a file of formulas in; the set phrase whose words stand there out. */
import { load } from '../load/load.ts'
import { once } from '../once.ts'
import { NOTHING_PREPARSED, type Preparsed } from '../preparsed.ts'
import { fieldsOf, textAt, valueAt } from '../records/checks/parts.ts'
import type { Source, Span } from '../source.ts'
import { placeOf } from '../value.ts'

/** A set phrase of a language: its name (`protest/strong-protest`), its text, who or what attests it, and where its words stand. */
export interface Phrase {
  readonly key: string
  readonly text: string
  readonly confirmed: string | null
  readonly span: Span
}

/** What was read of each file of formulas, for all the notes that print it. */
const books = new WeakMap<Source, readonly Phrase[]>()

/** The set phrase at a place; null where the place is in a template of its own. */
export function phraseAt(at: Span, preparsed: Preparsed = NOTHING_PREPARSED): Phrase | null {
  if (!at.source.name.startsWith('templates/formulas/')) return null
  const phrases = once(books, at.source, source => phrasesIn(source, preparsed))
  return phrases.find(({ span }) => span.start <= at.start && at.start <= span.end) ?? null
}

function phrasesIn(source: Source, preparsed: Preparsed): Phrase[] {
  const loaded = load(source, preparsed)
  return fieldsOf(valueAt(loaded.value, 'formulas')).flatMap(([group, entries]) =>
    fieldsOf(entries).map(([key, entry]) => ({
      key: `${group}/${key}`,
      text: textAt(entry, 'text') ?? '',
      confirmed: textAt(entry, 'confirmed'),
      span: placeOf(loaded, `/formulas/${group}/${key}/text`)
    }))
  )
}
