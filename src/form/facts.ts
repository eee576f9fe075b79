/** Asks of a leaf of a note from which facts it was made. */
import type { Text } from '../document/document.ts'
import { type Fact, factsOf, isIn } from '../fact.ts'
import type { Field, Section } from '../fact-fields.ts'

type Leaf = Pick<Text, 'origins'>

/** Whether some fact behind a leaf is such. */
export function isFrom({ origins }: Leaf, fits: (fact: Fact) => boolean): boolean {
  return factsOf(origins).some(fits)
}

/** Whether a leaf prints a field of a record, or a part of it. */
export function prints<S extends Section>(leaf: Leaf, section: S, id: string | null, field: Field<S>): boolean {
  return isFrom(leaf, fact => fact.id === id && isIn(fact, section, field))
}

/** Whether a leaf is the name of a party or facility. */
export function isNamed(leaf: Leaf): boolean {
  return isFrom(leaf, ({ field }) => field === 'names')
}

/** Whether a leaf prints words of the law. */
export function isOfLaw(leaf: Leaf): boolean {
  return isFrom(leaf, ({ section }) => section === 'law')
}

/** The ids of the records of a section from whose fields a leaf was made, each once. */
export function idsIn({ origins }: Leaf, section: Section): string[] {
  const own = factsOf(origins).filter(each => each.section === section && each.field !== null)
  return [...new Set(own.flatMap(each => each.id ?? []))]
}
