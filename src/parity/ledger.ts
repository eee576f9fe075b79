/** A made note in; what it says by part and incident out: its facts, choices, law and insertions, and what decided about its words. */
import type { Text } from '../document/document.ts'
import { leafTypeOf } from '../document/leaf-type.ts'
import { leaves } from '../document/walk.ts'
import { factOf, fieldOfDossier, type Origin } from '../fact.ts'
import { linesOf } from '../lines.ts'
import { basisOf, recordKindOf, type ValueBasis } from '../records/basis.ts'
import { valueAt } from '../records/checks/parts.ts'
import type { Prepared } from '../render.ts'
import type { Span } from '../source.ts'
import { type Json, type Pointer, steps } from '../value.ts'
import { wholeOf } from './fields.ts'

/** What is said once or more; how often, and in which order, is not. */
export interface LedgerEntry {
  /** The step of the note, and the incident that its statement is about. */
  readonly part: string
  readonly incident: string | null
  /** `incidents.damage.what`: the field of a record, or of the dossier. */
  readonly what: string
  /** In words, for people. */
  readonly says: string
  /** The template line that says it first. */
  readonly at: Span
  readonly origin?: Origin
}

/** A place of the dossier because of which words stand in the note. */
interface DecisionEntry extends LedgerEntry {
  readonly pointer: Pointer
}

/** Entries by what they are, apart from all words: the same in every language. */
export interface NoteLedger {
  readonly language: string
  readonly facts: Map<string, LedgerEntry>
  readonly decisions: Map<string, DecisionEntry>
  /** By part and incident: every place because of which anything stands there, words or values. */
  readonly reasons: Map<string, Set<Pointer>>
}

/** A name is what a house calls something, and a habit how it sets it: their number follows grammar. */
const COUNTED: ReadonlySet<ValueBasis> = new Set<ValueBasis>(['fact', 'choice', 'law', 'insertion'])

/** Places of the dossier that tell languages and papers apart, and nothing that a note says. */
const OF_THE_PAPER: ReadonlySet<Pointer> = new Set(['', '/original', '/language', '/form'])

export function ledgerOf({ stages, templates, records, fill }: Prepared): NoteLedger {
  const document = stages.document()
  const ledger = { language: document.language, facts: new Map(), decisions: new Map(), reasons: new Map() }
  const incidents = new Set(Object.keys(records.register.incidents))
  const { dossier } = stages.resolved()
  for (const leaf of [...linesOf(templates.title, fill), ...document.labels, ...leaves(document)]) {
    if (leaf.type !== 'text') throw new Error(`the mention of ${leaf.subject} is not settled`)
    enter(ledger, leaf, standOf(leaf, incidents), dossier)
  }
  return ledger
}

type Stand = Pick<LedgerEntry, 'part' | 'incident' | 'at'>

/** The statement's step, and the incident that it names. */
function standOf({ statement = '', at }: Text, incidents: ReadonlySet<string>): Stand {
  const [part = '', about = ''] = statement.split('/')
  return { part, incident: incidents.has(about) ? about : null, at }
}

/** `recall of kharkiv-2022-03-10` */
export function standingOf({ part, incident }: Pick<Stand, 'part' | 'incident'>): string {
  return incident === null ? part : `${part} of ${incident}`
}

function enter({ facts, decisions, reasons }: NoteLedger, leaf: Text, stand: Stand, dossier: Json): void {
  const standing = standingOf(stand)
  for (const origin of factsIn(leaf)) {
    const entry = { ...stand, ...named(origin), origin }
    add(facts, `${standing} ${entry.says}`, entry)
  }
  const because = reasonsOf(leaf).filter(each => isThere(valueAt(dossier, ...steps(each))))
  reasons.set(standing, new Set([...(reasons.get(standing) ?? []), ...because]))
  for (const pointer of isWords(leaf) ? because : []) {
    const what = fieldOfDossier(pointer).join('.')
    add(decisions, `${standing} ${pointer}`, { ...stand, what, says: `what stands at \`${pointer}\``, pointer })
  }
}

function add<T>(entries: Map<string, T>, key: string, entry: T): void {
  if (!entries.has(key)) entries.set(key, entry)
}

function factsIn(leaf: Text): readonly Origin[] {
  const type = leafTypeOf(leaf)
  return type === 'value' || type === 'name' ? leaf.origins.filter(each => COUNTED.has(basisOf(factOf(each)))) : []
}

/** A fact without the language of its wording, and however many parts that has. */
function named(origin: Origin): Pick<LedgerEntry, 'what' | 'says'> {
  const fact = factOf(origin)
  const field = wholeOf(fact.field ?? 'record')
  const item = fact.item === null ? '' : ` (\`${fact.item}\`)`
  const record = fact.id === null ? recordKindOf(fact) : `${recordKindOf(fact)} \`${fact.id}\``
  return { what: `${fact.section}.${field}`, says: `\`${field}\`${item} of the ${record}` }
}

/** Words of a template; values answer for themselves, and what only parts words says nothing. */
function isWords(leaf: Text): boolean {
  return leafTypeOf(leaf) === 'template' && /[\p{L}\p{N}]/u.test(leaf.text)
}

/** Every place of the dossier because of which a leaf stands there. */
function reasonsOf(leaf: Text): Pointer[] {
  const found: Pointer[] = []
  for (let at = leaf.because ?? null; at; at = at.outer) found.push(...at.pointers)
  return found.filter(each => !OF_THE_PAPER.has(each))
}

/** That there is nothing is no decision: one language asks first, another leaves it. */
function isThere(value: Json | undefined): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
}
