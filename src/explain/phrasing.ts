/** Records, places and evidence in; short texts in which both the terminal and the page name them out. */
import { steps } from '../value.ts'
import type { Decision, Explanation, FilePlace, RecordEntry, SourceEntry, Statement } from './schema.ts'

/** `page 1, lines 6–7`; `page 1, line 37 to page 2, line 1`. */
export function whereOf({ type, from, to }: Pick<Statement, 'type' | 'from' | 'to'>): string {
  if (type === 'label') return `page ${from.page}, above the text`
  if (from.page !== to.page) return `page ${from.page}, line ${from.line} to page ${to.page}, line ${to.line}`
  return from.line === to.line
    ? `page ${from.page}, line ${from.line}`
    : `page ${from.page}, lines ${from.line}–${to.line}`
}

/** `register.yaml:59:23`; where the file is not at hand, nothing. */
export function placeText(place: FilePlace | null): string {
  return place === null ? '' : `${place.file}:${place.line}:${place.column}`
}

/** `incident kyiv-2025-11-14`; `the request`. */
export function recordName({ kind, id }: RecordEntry): string {
  if (kind === 'request') return 'the request'
  return id === null ? kind : `${kind} ${id}`
}

/** The pointer inside the record: `/occurred/date`. */
export function fieldName({ pointer, id, file }: RecordEntry): string {
  if (id === null || file === 'profile') return pointer
  const [, , ...field] = steps(pointer)
  return field.join('/')
}

const BASES: Readonly<Record<RecordEntry['basis'], string>> = {
  fact: 'no source carries it',
  designation: 'held by the house itself',
  choice: 'the drafter’s choice',
  insertion: 'the drafter’s own sentence, without a source',
  habit: 'a habit of the house',
  law: 'as law.yaml holds it'
}

/** How what no source is quoted for is told. */
export function paraphraseText({ basis }: RecordEntry): string {
  return basis === 'insertion' ? 'in the drafter’s words' : 'in the words of the house'
}

/** What a record rests on where no evidence is given for it; nothing where there is some. */
export function basisText({ basis, evidence, issue, confirmed }: RecordEntry): string | null {
  if (evidence.length > 0) return null
  if (issue !== null) return `the note itself, whose issue has the SHA-256 ${issue}`
  const attested = basis === 'habit' || basis === 'law' ? `, ${confirmedText(confirmed)}` : ''
  return `${BASES[basis]}${attested}`
}

/** Of a set phrase, a habit or a law. */
export function confirmedText(confirmed: string | null): string {
  return confirmed === null ? 'which nobody confirms' : `confirmed by ${confirmed}`
}

/** What decided; a conclusion about the whole statement, of which `said` are all, is said at its head. */
export function reasonText({ rule, says }: Decision, said: ReadonlySet<string>): string {
  return rule !== null && said.has(says) ? `${rule}, as above` : says
}

/** `NV044 “etc.” in notes/*.yaml: a quotation, until 2026-12-31, by the desk`; `NV049: off`. */
export function exceptionText({ rule, match, in: where, reason, until, by }: Explanation['excepted'][number]): string {
  const about = `${rule}${match === null ? '' : ` “${match}”`}${where === null ? '' : ` in ${where}`}`
  return until === null ? `${about}: off` : `${about}: ${reason}, until ${until}${by === null ? '' : `, by ${by}`}`
}

/** `News.Az, “Baku summons …” (2025-11-14)` */
export function sourceText({ publisher, title, date }: SourceEntry): string {
  return `${publisher}${title === null ? '' : `, “${title}”`} (${date ?? 'without a date'})`
}

/** The one line that sums a note up. */
export function tallyText({ tally, grammar = [] }: Explanation): string {
  const { statements, values, unsourced, unconfirmed } = tally
  const phrases = unconfirmed === 0 ? '' : `; ${counted(unconfirmed, 'set phrase')} that nobody confirms`
  const entries = grammar.map(each => each.entry).join(', ')
  const words = grammar.length === 0 ? '' : `; nobody confirms these entries of grammar: ${entries}`
  return `${counted(statements, 'statement')}, ${counted(values, 'value')}, ${unsourced} without source${phrases}${words}`
}

export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `draft in en, 2 pages` */
export function noteText({ note }: Explanation): string {
  const number = note.number === null ? '' : ` No. ${note.number}`
  const date = note.date === null ? '' : ` of ${note.date}`
  return `${note.form.replaceAll('-', ' ')}${number}${date}, in ${note.language}, ${counted(note.pages, 'page')}${copyText(note)}`
}

/** What of a PDF was read, and whether that is known to be the file that was registered: only then is it evidence. */
function copyText({ copy }: Explanation['note']): string {
  if (copy === null) return ''
  const known = copy.entry === null ? 'which was compared with no register' : `the registered file of ${copy.entry}`
  return `; read from ${copy.file}, ${known}`
}
