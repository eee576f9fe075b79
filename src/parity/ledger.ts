/** A made note in; what it says by part and incident out: its facts, choices, law and insertions, and what decided about its words. */
import type { Text } from '../document/document.ts'
import { leafTypeOf } from '../document/leaf-type.ts'
import { leaves } from '../document/walk.ts'
import { factOf, fieldOfDossier, type Origin } from '../fact.ts'
import { linesOf } from '../lines.ts'
import { once } from '../once.ts'
import { basisOf, recordKindOf, type ValueBasis } from '../records/basis.ts'
import { valueAt } from '../records/checks/parts.ts'
import type { Prepared } from '../render.ts'
import type { Span } from '../source.ts'
import type { Because } from '../template/piece.ts'
import { around, type Json, type Pointer, steps } from '../value.ts'
import { wholeOf } from './fields.ts'

/** What is said once or more; how often, and in which order, is not. */
export interface LedgerEntry {
  readonly rule: 'parity/fact' | 'parity/decision'
  /** The step of the note. */
  readonly part: string
  /** With the incident that its statement is about: `recall of kharkiv-2022-03-10`. */
  readonly standing: string
  /** `incidents.damage.what`: the field of a record, or of the dossier. */
  readonly what: string
  /** In words, behind the language that does. */
  readonly says: string
  /** The template line that says it first. */
  readonly at: Span
  readonly origin?: Origin
  /** The place of the dossier because of which words stand in the note. */
  readonly pointer?: Pointer
}

/** Entries by what they are, apart from all words: the same in every language. */
export interface NoteLedger {
  readonly language: string
  readonly entries: ReadonlyMap<string, LedgerEntry>
  /** By standing: every place because of which anything stands there, words or values. */
  readonly reasons: ReadonlyMap<string, ReadonlySet<Pointer>>
  /** By standing: every place that is printed there. */
  readonly printed: ReadonlyMap<string, ReadonlySet<Pointer>>
}

/** A name is what a house calls something, and a habit how it sets it: their number follows grammar. */
const COUNTED: ReadonlySet<ValueBasis> = new Set<ValueBasis>(['fact', 'choice', 'law', 'insertion'])

/** Places of the dossier that tell languages and papers apart, and nothing that a note says. */
const OF_THE_PAPER: ReadonlySet<Pointer> = new Set(['', '/original', '/language', '/form'])

export function ledgerOf({ stages, templates, records: { register }, fill, decided }: Prepared): NoteLedger {
  const document = stages.document()
  const entries = new Map<string, LedgerEntry>()
  const [reasons, printed] = [new Map<string, Set<Pointer>>(), new Map<string, Set<Pointer>>()]
  const placesMadeOf = placesByOrigin(decided.origins)
  const reasonsFor = reasonsIn(stages.resolved().dossier)
  for (const leaf of [...linesOf(templates.title, fill), ...document.labels, ...leaves(document)]) {
    if (leaf.type !== 'text') throw new Error(`the mention of ${leaf.subject} is not settled`)
    const { statement = '', at, because = null } = leaf
    const [part = '', about = ''] = statement.split('/')
    const standing = Object.hasOwn(register.incidents, about) ? `${part} of ${about}` : part
    const places = reasonsFor(because)
    addAll(reasons, standing, places)
    if (isPrinted(leaf)) addAll(printed, standing, leaf.origins.flatMap(placesMadeOf))
    for (const said of saidBy(leaf, places))
      once(entries, `${standing} ${said.says}`, () => ({ ...said, part, standing, at }))
  }
  return { language: document.language, entries, reasons, printed }
}

function addAll(sets: Map<string, Set<Pointer>>, standing: string, places: readonly Pointer[]): void {
  const known = once(sets, standing, () => new Set())
  for (const each of places) known.add(each)
}

/** The places of a dossier that were made of a value of a record. */
function placesByOrigin(origins: ReadonlyMap<Pointer, readonly Origin[]>): (origin: Origin) => readonly Pointer[] {
  const places = new Map<Origin, Pointer[]>()
  for (const [place, from] of origins) for (const origin of from) once(places, origin, () => []).push(place)
  return origin => places.get(origin) ?? []
}

type Said = Omit<LedgerEntry, 'part' | 'standing' | 'at'>

/** A value answers for itself, and words for what decided about them; what only parts words says nothing. */
function saidBy(leaf: Text, places: readonly Pointer[]): readonly Said[] {
  if (isPrinted(leaf)) return leaf.origins.flatMap(factAt)
  return leafTypeOf(leaf) === 'template' && /[\p{L}\p{N}]/u.test(leaf.text) ? places.map(decisionAt) : []
}

function isPrinted(leaf: Text): boolean {
  const type = leafTypeOf(leaf)
  return type === 'value' || type === 'name'
}

/** A fact without the language of its wording, and however many parts that has. */
function factAt(origin: Origin): Said[] {
  const fact = factOf(origin)
  if (!COUNTED.has(basisOf(fact))) return []
  const field = wholeOf(fact.field ?? 'record')
  const item = fact.item === null ? '' : ` (\`${fact.item}\`)`
  const record = fact.id === null ? recordKindOf(fact) : `${recordKindOf(fact)} \`${fact.id}\``
  const says = `prints \`${field}\`${item} of the ${record}`
  return [{ rule: 'parity/fact', what: `${fact.section}.${field}`, says, origin }]
}

function decisionAt(pointer: Pointer): Said {
  const says = `says something because of what stands at \`${pointer}\``
  return { rule: 'parity/decision', what: fieldOfDossier(pointer).join('.'), says, pointer }
}

/**
 * Every place of a dossier because of which something stands in its note. That there is nothing is no decision: one
 * language asks first, another leaves it.
 */
function reasonsIn(dossier: Json): (because: Because | null) => readonly Pointer[] {
  const known = new Map<Because, readonly Pointer[]>()
  const isThere = (pointer: Pointer) => {
    const value = OF_THE_PAPER.has(pointer) ? null : (valueAt(dossier, ...steps(pointer)) ?? null)
    return value !== null && !(Array.isArray(value) && value.length === 0)
  }
  const reasonsFor = (because: Because | null): readonly Pointer[] =>
    because
      ? once(known, because, ({ pointers, outer }) => [...pointers.filter(isThere).map(whole), ...reasonsFor(outer)])
      : []
  // which part of a quantity a language asks about, its grammar decides
  const whole = (pointer: Pointer) =>
    valueAt(dossier, ...steps(around(pointer)), 'kind') === 'quantity' ? around(pointer) : pointer
  return reasonsFor
}
