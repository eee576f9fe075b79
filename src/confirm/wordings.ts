/** A made note in; the wordings that it prints which somebody has to confirm (set phrases, habits of the house, grammar), out. */
import { leaves } from '../document/walk.ts'
import { type Fact, factsOf, isIn, originOf } from '../fact.ts'
import type { GrammarTable, Language } from '../languages/language.ts'
import type { Preparsed } from '../preparsed.ts'
import type { Register } from '../records/schema.ts'
import { byCodeUnit } from '../records/sequence.ts'
import type { Prepared } from '../render.ts'
import type { Span } from '../source.ts'
import { phraseAt } from './phrases.ts'

/** Words that a note prints, whoever attests them. */
export interface PrintedWording {
  /** `templates/formulas/az.yaml`; `languages/az/names` for a table of grammar, which stands in no file of templates. */
  readonly file: string
  /** `opening/full`, `profile`, `embassy`. */
  readonly name: string
  /** What people are shown of it. */
  readonly text: string
  /** What a confirmation is for, to the letter. */
  readonly whole: string
  readonly confirmed: string | null
  readonly span: Span | null
}

/** In the order of files and names, each once. The label of a form that is not issued is none of them. */
export function wordingsOf(prepared: Prepared, preparsed: Preparsed | undefined): PrintedWording[] {
  const document = prepared.stages.document()
  const printed = [...document.labels, ...leaves(document)]
  const facts = printed.flatMap(each => factsOf(each.origins))
  const found = new Map<string, PrintedWording>()
  const all = [
    ...printed.flatMap(({ at }) => phraseWording(at, prepared, preparsed)),
    ...profileWording(prepared),
    ...grammarWordings(facts, prepared)
  ]
  for (const each of all) found.set(keyOf(each), each)
  return [...found].sort(([a], [b]) => byCodeUnit(a, b)).map(([, wording]) => wording)
}

/** By what a wording is known. */
export function keyOf({ file, name }: Pick<PrintedWording, 'file' | 'name'>): string {
  return `${file} ${name}`
}

function phraseWording(at: Span, { form }: Prepared, preparsed: Preparsed | undefined): PrintedWording[] {
  const phrase = phraseAt(at, preparsed)
  if (phrase === null || phrase.key === `labels/${form}`) return []
  const { key: name, text, confirmed, span } = phrase
  return [{ file: span.source.name, name, text, whole: text, confirmed, span }]
}

/** All that a profile says is one habit, which is confirmed as its file stands. */
function profileWording({ records }: Prepared): PrintedWording[] {
  const { name: text, confirmed } = records.profile
  const span = records.spanOf(originOf('profile', '/confirmed'))
  if (span === null) return []
  return [{ file: span.source.name, name: 'profile', text, whole: span.source.text, confirmed, span }]
}

/** The entries of the table of a language's names, and of that of units, that stand behind names and measures of the note. */
function grammarWordings(facts: readonly Fact[], { templates, records }: Prepared): PrintedWording[] {
  const { language } = templates.main
  const { tag, grammar } = language
  const nouns = facts.flatMap(each => nounsOf(each, records.register, language))
  const units = facts.flatMap(each => unitOf(each, records.register))
  return [
    ...nouns.flatMap(name => entryOf(grammar?.names, name, `languages/${tag}/names`)),
    ...units.flatMap(unit => {
      const entry = records.units.get(unit)?.get(tag)
      if (!entry) return []
      const { one, few, many } = entry.words
      const text = [...one, ...many, ...(few === null ? [] : [few])].join(' \u00B7 ')
      const { file, confirmed } = entry
      return [{ file, name: `${unit}/${tag}`, text, whole: text, confirmed, span: null }]
    })
  ]
}

function entryOf(entries: GrammarTable | undefined, name: string, file: string): PrintedWording[] {
  const entry = entries && Object.hasOwn(entries, name) ? entries[name] : undefined
  return entry ? [{ file, name, ...entry, whole: entry.text, span: null }] : []
}

type Parties = Register['parties']
type Named = Parties[string] | Register['facilities'][string]

/** The entries of which a printed name was made: none where the record writes the name itself. */
function nounsOf({ section, id, field }: Fact, { parties, facilities }: Register, { tag }: Language): string[] {
  if (field !== 'names' || id === null) return []
  const record = section === 'parties' ? parties[id] : section === 'facilities' ? facilities[id] : undefined
  return nounsIn(record, parties, tag)
}

function nounsIn(record: Named | undefined, parties: Parties, tag: string): string[] {
  if (!record) return []
  const { noun, in: _, ...written } = (Object.hasOwn(record.names, tag) ? record.names[tag] : undefined) ?? {}
  if (Object.keys(written).length > 0) return []
  const of = (party: string | undefined) => (party === undefined ? [] : nounsIn(parties[party], parties, tag))
  if ('type' in record) return [noun ?? record.type, ...of(record.owner ?? record.of ?? undefined), ...of(record.in)]
  if (record.kind === 'state') return record.iso === undefined ? [] : [record.iso]
  return [noun ?? record.kind, ...of(record.of), ...of(record['accredited-to'])]
}

function unitOf(fact: Fact, { incidents }: Register): string[] {
  const incident = fact.id === null ? undefined : incidents[fact.id]
  const measure = isIn(fact, 'incidents', 'measures') ? incident?.measures?.[Number(fact.item)] : undefined
  const { unit } = measure ?? (isIn(fact, 'incidents', 'occurred.duration') ? incident?.occurred.duration : {}) ?? {}
  return unit === undefined ? [] : [unit]
}
