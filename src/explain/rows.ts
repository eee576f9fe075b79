/** A statement and its explanation in; what in it has something to say for itself, with what it says, out. */
import { once } from '../once.ts'
import type { Decision, Explanation, RecordEntry, Statement, StatementSpan } from './schema.ts'

/** A value, or a set phrase with all its words in the statement, and what stands behind it. */
export interface ExplanationRow {
  readonly type: StatementSpan['type']
  /** The spans of the statement that it is made of. */
  readonly spans: readonly number[]
  readonly text: string
  readonly printed: StatementSpan['printed']
  readonly formula: string | null
  readonly records: Few
  readonly because: readonly ReasonRow[]
  readonly unsourced: boolean
}

/** The first of some records, and how many there are besides. */
export interface Few {
  readonly first: readonly RecordEntry[]
  readonly more: number
}

/** A decision, with the place of the dossier where it was taken. */
export interface ReasonRow {
  readonly pointer: string
  readonly decision: Decision
  readonly records: Few
}

const NAMED = new WeakMap<Explanation, ReadonlyMap<string, Statement>>()

/** The first statement of each name, in reading order. */
export function statementsByName(explanation: Explanation): ReadonlyMap<string, Statement> {
  return once(NAMED, explanation, ({ statements }) => {
    const first = new Map<string, Statement>()
    for (const each of statements) for (const name of each.names) if (!first.has(name)) first.set(name, each)
    return first
  })
}

/** In the order of the statement; what only joins words is no row. */
export function rowsOf({ spans }: Statement, explanation: Explanation): ExplanationRow[] {
  const groups: number[][] = []
  for (const [index, span] of spans.entries()) {
    const same = groups.find(group => isSamePhrase(spans[group[0] ?? -1], span, explanation))
    if (same) same.push(index)
    else if (speaks(span, explanation)) groups.push([index])
  }
  return groups.map(group => rowOf(group, spans, explanation))
}

/** Every value, and template text with words of its own that is a set phrase or stands there by a rule. */
function speaks({ type, formula, text, because }: StatementSpan, explanation: Explanation): boolean {
  if (type !== 'template') return type !== 'joint'
  return hasWords(text) && (formula !== null || ruleOf(because, explanation) !== null)
}

/** The words of one set phrase, or those that stand in the statement by one rule, are told together. */
function isSamePhrase(one: StatementSpan | undefined, other: StatementSpan, explanation: Explanation): boolean {
  if (other.type !== 'template' || one?.type !== 'template' || !hasWords(other.text)) return false
  if (one.formula !== null || other.formula !== null) return one.formula === other.formula
  return ruleOf(one.because, explanation) === ruleOf(other.because, explanation)
}

/** What a rule concluded at the first place where one did. */
function ruleOf(because: readonly string[], { decisions }: Explanation): string | null {
  const concluded = because.find(each => (decisions[each]?.rule ?? null) !== null)
  return concluded === undefined ? null : (decisions[concluded]?.says ?? null)
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text)
}

function rowOf(group: readonly number[], spans: readonly StatementSpan[], explanation: Explanation): ExplanationRow {
  const members = group.flatMap(index => spans[index] ?? [])
  const [first] = members
  if (!first) throw new Error('a row has no span')
  const { type, printed, formula } = first
  const origins = distinct(members.flatMap(each => keysOf(each, explanation)))
  return {
    type,
    spans: group,
    text: joined(members, group),
    printed,
    formula,
    records: fewOf(origins, explanation),
    because: becauseOf(distinct(members.flatMap(each => each.because)), explanation),
    unsourced: members.some(each => each.unsourced)
  }
}

/** Words of one phrase with something else between them. */
function joined(members: readonly StatementSpan[], group: readonly number[]): string {
  const isApart = (index: number) => index > 0 && group[index] !== (group[index - 1] ?? 0) + 1
  return members
    .map((each, index) => `${isApart(index) ? ' … ' : ''}${each.text}`)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What was decided at places of the dossier; the same conclusion at several of them is one, from the records of all. */
export function becauseOf(pointers: readonly string[], explanation: Explanation): ReasonRow[] {
  const found = pointers.flatMap(pointer => {
    const decision = explanation.decisions[pointer]
    return decision ? [{ pointer, decision }] : []
  })
  return distinct(found.map(each => each.decision.says)).flatMap(says => {
    const same = found.filter(each => each.decision.says === says)
    const records = fewOf(distinct(same.flatMap(each => each.decision.origins)), explanation)
    return same.slice(0, 1).map(each => ({ ...each, records }))
  })
}

/** Records that are shown one by one; a reader of more looks into the register. */
const SHOWN = 8

function fewOf(keys: readonly string[], { records }: Explanation): Few {
  const first = keys.slice(0, SHOWN).flatMap(key => records[key] ?? [])
  return { first, more: Math.max(0, keys.length - SHOWN) }
}

/** The records of a span, by key. */
export function keysOf(span: StatementSpan, { collections }: Explanation): readonly string[] {
  return span.collection === null ? span.origins : (collections[span.collection] ?? [])
}

/** The template lines of the words between, each once. */
export function wordsOf({ spans }: Statement, explanation: Explanation): string[] {
  const templates = spans.filter(each => each.type === 'template' && hasWords(each.text) && !speaks(each, explanation))
  return distinct(templates.map(({ printed }) => `${printed.file}:${printed.line}`))
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)]
}
