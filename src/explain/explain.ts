/** A note that is ready to be made in; every statement of it, with the records, sources and template lines behind it, out. */
import { type JudgedWording, openIn } from '../confirm/confirm.ts'
import type { Text } from '../document/document.ts'
import { leafTypeOf } from '../document/leaf-type.ts'
import { keyOf, originOf } from '../fact.ts'
import type { Preparsed } from '../preparsed.ts'
import { FORMAT_VERSION } from '../records/fields.ts'
import type { Records } from '../records/records.ts'
import type { ReadSettings } from '../records/settings.ts'
import type { Prepared } from '../render.ts'
import { child, type Pointer, placeOf } from '../value.ts'
import { sameConclusion } from './decisions.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { placesOf, type StatementPlace } from './places.ts'
import { isRestricted, placeIn, placeOfRecord, type Showing } from './records.ts'
import type { Explanation, FilePlace, Statement, StatementSpan } from './schema.ts'
import { type Draft, type StatementFragment, statementsOf } from './statements.ts'

/** What is explained, and how. */
export interface ExplainOptions {
  /** The note, as the reader knows it. */
  readonly file: string
  readonly from: Explanation['note']['from']
  /** The file that was read, where it is a PDF. */
  readonly copy?: Explanation['note']['copy']
  /** Those of the workspace, where a request is explained in one, and the places in them that take out what is found in the note. */
  readonly settings?: { readonly read: ReadSettings; readonly used: ReadonlySet<Pointer> }
  /** Whether values are shown that may not leave the house. */
  readonly restricted: boolean
  readonly preparsed?: Preparsed | undefined
  /** How the wordings of the note stand in its workspace; nothing where a PDF is explained, which does not say. */
  readonly judged?: readonly JudgedWording[]
}

/** Explains a whole note. Throws `Rejected` where its templates or its layout refuse it. */
export function explain(
  { stages, records, decided, form, templates }: Prepared,
  question: ExplainOptions
): Explanation {
  const showing: Showing = { records, restricted: question.restricted, located: question.from === 'request' }
  const ledger = openLedger(showing, decided, question)
  const [document, layout] = [stages.document(), stages.layout()]
  const drafts = statementsOf(document, templates.main.language.sentences)
  const places = placesOf(drafts, layout)
  const statements = drafts.map((draft, index) => statementOf(draft, places[index], index + 1, ledger))
  const shown = question.restricted ? statements : statements.map((each, index) => redacted(each, drafts[index]))
  const { number, date } = records.request
  return {
    verbale: FORMAT_VERSION,
    note: {
      file: question.file,
      from: question.from,
      copy: question.copy ?? null,
      title: document.title,
      language: document.language,
      form,
      number,
      date,
      pages: layout.pages.length
    },
    insertions: insertionsOf(records, statements),
    unsourced: unsourcedOf(shown, ledger),
    overrides: overridesOf(showing),
    'set-aside': setAsideOf(showing),
    excepted: question.settings ? exceptedBy(question.settings) : [],
    ...grammarOf(question.judged ?? []),
    tally: tallyOf(statements, ledger),
    statements: shown,
    ...ledger.tables()
  }
}

function statementOf(draft: Draft, placed: StatementPlace | undefined, number: number, ledger: Ledger): Statement {
  if (!placed) throw new Error(`statement ${number} has no place`)
  const { type, part, block, names, fragments } = draft
  const spans = fragments.map(each => spanOf(each, ledger))
  const text = spans.map(each => each.text).join('')
  const concluded = concludedOf(fragments, ledger).map(ledger.decision)
  const unsourced = spans.some(each => each.unsourced)
  return { number, names: [...names], type, part, block, ...placed, text, spans, concluded, unsourced }
}

/** The places of the dossier where something about these words was concluded, each conclusion once, nearest first. */
function concludedOf(fragments: readonly StatementFragment[], ledger: Ledger): Pointer[] {
  const found: Pointer[] = []
  for (const { leaf } of fragments)
    for (let at = leaf.because ?? null; at; at = at.outer)
      for (const pointer of at.pointers)
        if (ledger.concludes(pointer) && !found.some(each => sameConclusion(each, pointer))) found.push(pointer)
  return found
}

const RESTRICTED = '[restricted]'

/** A statement in which what may not leave the house is not shown; pages turn at the same words. */
function redacted(statement: Statement, draft: Draft | undefined): Statement {
  const fragments = draft?.fragments ?? []
  const hidden = fragments.map(({ leaf }) => leaf.origins.some(isRestricted))
  if (!hidden.includes(true)) return statement
  const spans = statement.spans.map((each, index) => (hidden[index] ? { ...each, text: RESTRICTED } : each))
  const turns = statement.turns.map(({ page, at }) => ({ page, at: movedTo(at, statement.spans, spans) }))
  return { ...statement, spans, turns, text: spans.map(each => each.text).join('') }
}

/** Where an offset in the texts of some spans is in those of others that stand for them. */
function movedTo(offset: number, before: readonly StatementSpan[], after: readonly StatementSpan[]): number {
  let [from, to] = [0, 0]
  for (const [index, { text }] of before.entries()) {
    const other = after[index]?.text ?? ''
    if (offset < from + text.length) return text === other ? to + offset - from : to
    from += text.length
    to += other.length
  }
  return to
}

function tallyOf(statements: readonly Statement[], ledger: Ledger): Explanation['tally'] {
  const spans = statements.flatMap(each => each.spans)
  const { formulas } = ledger.tables()
  return {
    statements: statements.length,
    values: spans.filter(each => each.type === 'value' || each.type === 'name').length,
    unsourced: spans.filter(each => each.unsourced).length,
    unconfirmed: Object.values(formulas).filter(each => each.confirmed === null).length
  }
}

/** The entries of tables of grammar that nobody confirms, where there are such. */
function grammarOf(judged: readonly JudgedWording[]): Pick<Explanation, 'grammar'> {
  const open = openIn(judged).filter(({ file }) => file.startsWith('languages/'))
  return open.length === 0 ? {} : { grammar: open.map(({ file, name, text }) => ({ table: file, entry: name, text })) }
}

/** The drafter's own sentences, and where they stand in the note. */
function insertionsOf({ request, language }: Records, statements: readonly Statement[]): Explanation['insertions'] {
  return (request.insert ?? []).map(({ by, after, text, source }, index) => {
    const record = keyOf(originOf('note', `/insert/${index}/text/${language}`))
    const said = statements.filter(each => each.spans.some(span => span.origins.includes(record)))
    return { by, after, text: text[language] ?? '', source, record, statements: said.map(each => each.number) }
  })
}

/** What no source carries. */
function unsourcedOf(statements: readonly Statement[], ledger: Ledger): Explanation['unsourced'] {
  return statements.flatMap(({ number, spans }) =>
    spans
      .filter(each => each.unsourced)
      .map(span => ({ statement: number, text: span.text.trim(), records: ledger.unsourced(span, span.because) }))
  )
}

/** Legal positions, with who decided them where the request says it; a file copy says only that they were taken. */
function overridesOf(showing: Showing): Explanation['overrides'] {
  const { request } = showing.records
  const decided = (request.override ?? []).map(({ rule, incident = null, authority, reason }, index) => {
    return { rule, incident, authority, reason, place: placeOfRecord(originOf('note', `/override/${index}`), showing) }
  })
  const stated = (request.stated?.positions ?? []).map(({ rule, incident = null }) => {
    return { rule, incident, authority: null, reason: null, place: null }
  })
  return [...decided, ...stated]
}

/** Findings of form that the request sets aside, which it alone says. */
function setAsideOf(showing: Showing): Explanation['set-aside'] {
  return (showing.records.request['set-aside'] ?? []).map(({ rule, match = null, reason, by }, index) => {
    return { rule, match, reason, by, place: placeOfRecord(originOf('note', `/set-aside/${index}`), showing) }
  })
}

/** What the settings leave out of what is found in the note: rules that are off, and exceptions that are in force. */
function exceptedBy({ read, used }: NonNullable<ExplainOptions['settings']>): Explanation['excepted'] {
  const { value, loaded } = read
  const at = (pointer: Pointer) => loaded && placeIn(placeOf(loaded, pointer))
  const off = Object.keys(value?.rules ?? {}).map(rule => {
    const pointer = child('/rules', rule)
    return { pointer, rule, in: null, match: null, reason: null, until: null, by: null, place: at(pointer) }
  })
  const exceptions = (value?.exceptions ?? []).map(
    ({ rule, in: where = null, match = null, reason, until, by = null }, index) => {
      const pointer = `/exceptions/${index}`
      return { pointer, rule, in: where, match, reason, until, by, place: at(pointer) }
    }
  )
  return [...off, ...exceptions].flatMap(({ pointer, ...each }) => (used.has(pointer) ? [each] : []))
}

function spanOf(fragment: StatementFragment, ledger: Ledger): StatementSpan {
  const { leaf, text } = fragment
  const type = leafTypeOf(leaf)
  const from = ledger.origins(leaf.origins)
  const because = reasonsFor(type, leaf, ledger).map(ledger.decision)
  return {
    type,
    text,
    printed: printedAt(fragment),
    formula: ledger.formula(leaf.at),
    ...from,
    because,
    unsourced: ledger.unsourced(from, because).length > 0
  }
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
