/** Origins and places of the dossier as statements name them in; each record, decision and source once out. */
import type { JudgedWording } from '../confirm/confirm.ts'
import { phraseAt } from '../confirm/phrases.ts'
import { keyOf as nameOf } from '../confirm/wordings.ts'
import type { Resolved } from '../dossier/resolve.ts'
import { keyOf, type Origin } from '../fact.ts'
import { once } from '../once.ts'
import type { Preparsed } from '../preparsed.ts'
import { byCodeUnit } from '../records/sequence.ts'
import type { Span } from '../source.ts'
import type { Pointer } from '../value.ts'
import { decisionAt, isConcluded, isOfIncident } from './decisions.ts'
import { placeIn, recordEntry, type Showing } from './records.ts'
import type { Explanation, StatementSpan } from './schema.ts'

/** What statements refer to by key. */
type Tables = Pick<Explanation, 'decisions' | 'records' | 'collections' | 'formulas' | 'sources'>

/** Record values that a span names one by one: each row of a long list is numbered from all its incidents. */
const FEW = 24

/** What a span is made from, by key. */
type Grounds = Pick<StatementSpan, 'origins' | 'collection'>

/** Takes what a statement refers to, and gives its key; each is looked up once. */
export type Ledger = ReturnType<typeof openLedger>

export function openLedger(
  showing: Showing,
  resolved: Resolved,
  { preparsed, judged = [] }: { readonly preparsed?: Preparsed | undefined; readonly judged?: readonly JudgedWording[] }
) {
  const persons = personsIn(judged)
  const house = judged.flatMap(each => (each.name === 'profile' ? (persons.get(nameOf(each)) ?? []) : []))[0] ?? null
  const records = new Map<string, Tables['records'][string]>()
  const decisions = new Map<string, Tables['decisions'][string]>()
  const formulas = new Map<string, Tables['formulas'][string]>()
  const collections = new Map<string, string[]>()
  /** Values that were made from one list have its very origins. */
  const collected = new Map<readonly Origin[], string>()
  const record = (origin: Origin): string => {
    const key = keyOf(origin)
    once(records, key, () => {
      const entry = recordEntry(origin, showing)
      return entry.file === 'profile' ? { ...entry, confirmed: entry.confirmed ?? house } : entry
    })
    return key
  }
  return {
    origins(list: readonly Origin[]): Grounds {
      const known = collected.get(list)
      if (known !== undefined) return { origins: [], collection: known }
      const keys = list.map(record)
      if (keys.length <= FEW) return { origins: keys, collection: null }
      const name = `many-${collections.size + 1}`
      collections.set(name, keys)
      collected.set(list, name)
      return { origins: [], collection: name }
    },
    decision(pointer: Pointer): Pointer {
      once(decisions, pointer, () => {
        const { decision, origins } = decisionAt(pointer, resolved)
        origins.forEach(record)
        return decision
      })
      return pointer
    },
    formula(at: Span): string | null {
      const phrase = phraseAt(at, preparsed)
      if (phrase) {
        const confirmed = phrase.confirmed ?? persons.get(nameOf({ file: at.source.name, name: phrase.key })) ?? null
        formulas.set(phrase.key, { confirmed, place: placeIn(phrase.span) })
      }
      return phrase?.key ?? null
    },
    /** Whether a rule concluded something at a place of the dossier. */
    concludes: (pointer: Pointer): boolean => isConcluded(pointer, resolved),
    /** Whether what stands at a place of the dossier is what the record of an incident says there. */
    isOfIncident: (pointer: Pointer): boolean => isOfIncident(pointer, resolved),
    /** The records behind a span and behind the reasons for it, by key, that are facts, or sentences of the drafter, without a source. */
    unsourced(span: Grounds, because: readonly Pointer[]): string[] {
      const own = span.collection === null ? span.origins : (collections.get(span.collection) ?? [])
      const grounds = [...own, ...because.flatMap(pointer => decisions.get(pointer)?.origins ?? [])]
      return grounds.filter(key => {
        const entry = records.get(key)
        const needs = entry?.basis === 'fact' || entry?.basis === 'insertion'
        return needs && entry.evidence.length === 0 && entry.issue === null
      })
    },
    tables: (): Tables => ({
      decisions: sorted(decisions),
      records: sorted(records),
      collections: Object.fromEntries(collections),
      formulas: sorted(formulas),
      sources: sourcesOf([...records.values()], showing)
    })
  }
}

/** Who confirmed what in this workspace. */
function personsIn(judged: readonly JudgedWording[]): ReadonlyMap<string, string> {
  return new Map(
    judged.flatMap(each => {
      const { standing, confirmation } = each
      return standing === 'confirmed' && confirmation ? [[nameOf(each), `${confirmation.by}, ${confirmation.on}`]] : []
    })
  )
}

function sorted<T>(entries: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => byCodeUnit(a, b)))
}

/** The sources that the evidence names. */
function sourcesOf(entries: readonly Tables['records'][string][], { records }: Showing): Tables['sources'] {
  const named = new Set(entries.flatMap(each => each.evidence.map(one => one.source)))
  const found = [...named].map(id => {
    const source = records.register.sources[id]
    if (!source) throw new Error(`there is no source \`${id}\`: relations were not checked`)
    const { publisher, title = null, date, language, url = null } = source
    return [id, { publisher, title, date, language, url }] as const
  })
  return sorted(new Map(found))
}
