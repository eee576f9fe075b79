/** An explanation in; the lines out that a terminal shows of it, with nothing in them that could move a cursor. */
import {
  basisText,
  confirmedText,
  exceptionText,
  fieldName,
  noteText,
  paraphraseText,
  placeText,
  reasonText,
  recordName,
  sourceText,
  tallyText,
  whereOf
} from '../../explain/phrasing.ts'
import {
  becauseOf,
  type ExplanationRow,
  type Few,
  type ReasonRow,
  rowsOf,
  statementsByName,
  wordsOf
} from '../../explain/rows.ts'
import type { Explanation, RecordEntry, Statement } from '../../explain/schema.ts'
import type { ReportOptions as ReportLook } from '../report/finding.ts'
import { visible } from '../report/print.ts'

type Look = Pick<ReportLook, 'colour'>

/** Escape sequences of ECMA-48, 8.3.117 (SGR). */
const COLOURS = { bold: '1', dim: '2', red: '31', cyan: '36' } as const

/** A line in parts, so that what comes from records is made safe before colours are put around it. */
type Part = string | readonly [keyof typeof COLOURS, string]

export function explanationLines(explanation: Explanation, look: Look): string {
  const lines = [
    ...headOf(explanation),
    ...explanation.statements.flatMap(each => [[], ...statementLines(each, explanation)])
  ]
  return lines.map(line => `${line.map(part => painted(part, look)).join('')}\n`).join('')
}

/** The names of statements, each with its page and its first words. */
export function nameLines(explanation: Explanation): string {
  const first = statementsByName(explanation)
  const width = Math.max(0, ...[...first.keys()].map(each => each.length))
  const lines = [...first].map(([name, { from, text }]) => {
    const words = text.replace(/\s+/g, ' ').trim()
    const shown = words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN)}…` : words
    return `${name.padEnd(width)}  page ${from.page}  ${shown}`
  })
  return lines.map(each => `${visible(each)}\n`).join('')
}

/** Characters of a statement that its line in a list shows. */
const MOST_SHOWN = 60

function painted(part: Part, { colour }: Look): string {
  if (typeof part === 'string') return visible(part)
  const [name, text] = part
  return colour ? `\u001B[${COLOURS[name]}m${visible(text)}\u001B[0m` : visible(text)
}

type Line = readonly Part[]

function headOf(explanation: Explanation): Line[] {
  const { note } = explanation
  return [
    [['bold', note.title]],
    [`${note.file}: ${noteText(explanation)}`],
    [],
    ...list('The drafter’s own sentences', insertions(explanation)),
    ...list('Without a source', unsourced(explanation)),
    ...list('Legal positions by decision', overrides(explanation)),
    // a PDF does not say
    ...(note.from === 'pdf' ? [] : list('Findings set aside', setAside(explanation))),
    ...(explanation.excepted.length === 0 ? [] : list('Findings that the workspace excepts', excepted(explanation))),
    [tallyText(explanation)]
  ]
}

function list(title: string, items: readonly Line[]): Line[] {
  if (items.length === 0) return [[['bold', title], ': none']]
  return [[['bold', title], ':'], ...items.map((each): Line => ['  ', ...each])]
}

function insertions({ insertions: all, sources }: Explanation): Line[] {
  return all.map(({ by, text, source, statements }): Line => {
    const entry = source === null ? undefined : sources[source]
    const from: Part = entry ? sourceText(entry) : ['red', 'without a source']
    return [`${statements.join(', ')}  “${text}” by ${by}; `, from]
  })
}

function unsourced({ unsourced: all }: Explanation): Line[] {
  return all.map(({ statement, text, records }) => [`${statement}  `, ['red', `“${text}”`], ` ${records.join(', ')}`])
}

function overrides({ overrides: all }: Explanation): Line[] {
  return all.map(({ rule, incident, authority, reason, place }): Line => {
    const about = incident === null ? rule : `${rule} for ${incident}`
    if (authority === null) return [about, ': who decided it stays in the register']
    return [`${about}: ${authority}: ${reason ?? ''} `, ['dim', placeText(place)]]
  })
}

function setAside({ 'set-aside': all }: Explanation): Line[] {
  return all.map(({ rule, match, reason, by, place }): Line => {
    const about = match === null ? rule : `${rule} “${match}”`
    return [`${about}: ${by}: ${reason} `, ['dim', placeText(place)]]
  })
}

function excepted({ excepted: all }: Explanation): Line[] {
  return all.map((each): Line => [exceptionText(each), ' ', ['dim', placeText(each.place)]])
}

function statementLines(statement: Statement, explanation: Explanation): Line[] {
  const { number, names, text, concluded } = statement
  const words = wordsOf(statement, explanation)
  const shown = new Set(concluded.map(each => explanation.decisions[each]?.says ?? ''))
  return [
    [
      ['bold', String(number)],
      ['dim', `  ${whereOf(statement)}: ${names.join(', ')}`]
    ],
    ['   ', text.replace(/\s+/g, ' ').trim()],
    ...becauseOf(concluded, explanation).flatMap(concludedLines),
    ...rowsOf(statement, explanation).flatMap(row => rowLines(row, explanation, shown)),
    ...(words.length === 0 ? [] : [['     ', ['dim', `other words: ${words.join(', ')}`]] as Line])
  ]
}

function concludedLines({ decision, records }: ReasonRow): Line[] {
  const rule = decision.rule === null ? '' : `${decision.rule} `
  const from = records.first.map((each): Line => ['       from ', ...recordParts(each)])
  return [['   = ', rule, decision.says], ...from, ...moreLines(records)]
}

function rowLines(row: ExplanationRow, explanation: Explanation, shown: Set<string>): Line[] {
  const { formula, printed, unsourced: bare } = row
  const phrase = formula === null ? undefined : explanation.formulas[formula]
  const said = phrase ? [`set phrase ${formula}, ${confirmedText(phrase.confirmed)}`] : []
  return [
    ['   · ', bare ? ['red', row.text] : ['cyan', row.text]],
    ...(row.type === 'blank' ? [['       room to write by hand'] as Line] : []),
    ...row.records.first.flatMap(each => evidenceLines(each, explanation, shown)),
    ...moreLines(row.records),
    ...row.because.flatMap(({ decision, records }): Line[] => [
      [`       because: ${reasonText(decision, shown)}`],
      // That the drafter chose is said already.
      ...records.first.flatMap(each =>
        each.basis === 'choice' ? [['       ', ...recordParts(each)] as Line] : evidenceLines(each, explanation, shown)
      ),
      ...moreLines(records)
    ]),
    ...said.map((each): Line => ['       ', each]),
    ['       ', ['dim', `printed by ${printed.file}:${printed.line}`]]
  ]
}

function moreLines({ more }: Few): Line[] {
  return more === 0 ? [] : [[`       and ${more} more`]]
}

/** A record and its evidence, which a statement says once. */
function evidenceLines(record: RecordEntry, { sources }: Explanation, shown: Set<string>): Line[] {
  const head: Line = ['       ', ...recordParts(record)]
  const basis = basisText(record)
  if (basis !== null) return [[...head, `; ${basis}`]]
  const key = record.evidenceOf ?? ''
  if (shown.has(key)) return [[...head, '; evidence as above']]
  shown.add(key)
  const proofs = record.evidence.map(({ source, quote, note }): Line => {
    const entry = sources[source]
    if (!entry) throw new Error(`the source ${source} is not in the explanation`)
    const said = quote ? `“${quote.text}” [${quote.lang}]` : paraphraseText(record)
    const url = entry.url === null ? '' : ` ${entry.url}`
    return [`         ${said} – ${sourceText(entry)}, in ${entry.language}${url}${note === null ? '' : ` – ${note}`}`]
  })
  return [head, ...proofs]
}

function recordParts(record: RecordEntry): Part[] {
  const field = fieldName(record)
  const said =
    record.restricted && record.recorded === null
      ? ': restricted'
      : record.recorded === null
        ? ''
        : `: ${record.recorded}`
  const place = placeText(record.place)
  return [
    `${recordName(record)}${field === '' ? '' : ` ${field}`}${said}`,
    ...(place === '' ? [] : [['dim', ` ${place}`] as const])
  ]
}
