/** An explanation and a format in; its text, and the file with it, out: for a terminal, with nothing in it that could move a cursor. */
import { extname, resolve } from 'node:path'
import { error, Rejected } from '../../diagnostic.ts'
import { pageHtml } from '../../explain/html/page.ts'
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
import type { World } from '../../world.ts'
import { EXPLAIN_NAMES, type ExplainFormat } from '../definitions.ts'
import { writeWhole } from '../disk/atomic.ts'
import { isReadOnly, realPath } from '../disk/disk.ts'
import { Obstacle } from '../obstacle.ts'
import type { ReportOptions } from '../report/finding.ts'
import { shellWord, shortPath, size, visible } from '../report/print.ts'
import { type Colour, painted } from '../report/report.ts'
import type { Shell } from '../shell.ts'

type Colouring = Pick<ReportOptions, 'colour'>

/** What a format may need besides the explanation. */
type Means = Colouring & Pick<World, 'sha256'>

interface Entry {
  /** How a file in it is called, with the dot. */
  readonly endings: readonly string[]
  readonly write: (explanation: Explanation, means: Means) => string
}

/** How an explanation is written in each format. */
export const WRITERS: Readonly<Record<ExplainFormat, Entry>> = {
  pretty: { endings: ['.txt'], write: explanationLines },
  json: { endings: ['.json'], write: explanation => `${JSON.stringify(explanation, null, 2)}\n` },
  html: { endings: ['.html', '.htm'], write: (explanation, { sha256 }) => pageHtml(explanation, sha256) }
}

/** The format that was asked for, or that of the file as its name ends. Throws `Obstacle` where the two disagree. */
export function explainFormat(asked: ExplainFormat | undefined, output: string | undefined): ExplainFormat {
  if (output === undefined || output === '-') return asked ?? 'pretty'
  const ending = extname(output).toLowerCase()
  const named = EXPLAIN_NAMES.find(name => WRITERS[name].endings.includes(ending)) ?? null
  if (asked === undefined) {
    if (named !== null) return named
    throw new Obstacle(`cannot tell the format from \`${ending}\``, [`add --format to -o ${shellWord(output)}`])
  }
  if (named === null || named === asked) return asked
  throw new Obstacle(`--format ${asked} and -o ${shellWord(output)} disagree`, [
    `ask for --format ${named}, or name another file`
  ])
}

/** Writes a text where the user wants it, and gives the line that says so; null for standard output. `used` made it. */
export function writeExplanation(text: string, output: string, used: readonly string[], shell: Shell): string | null {
  if (output === '-') {
    shell.out.write(text)
    return null
  }
  const path = resolve(shell.cwd, output)
  const shown = shortPath(shell.cwd, path)
  const real = realPath(path)
  if (real !== null && used.includes(real))
    throw new Obstacle(`${shown} would be overwritten: the explanation is made from it`, ['name another file with -o'])
  if (isReadOnly(path)) {
    const message = `${shown} is an issue or read-only, and is never overwritten`
    throw new Rejected([error({ rule: 'issue/exists', message, span: null, hints: ['name another file with -o'] })])
  }
  const bytes = new TextEncoder().encode(text)
  writeWhole(path, bytes)
  return `wrote ${shown} (${size(bytes.length)})`
}

/** A line in parts, so that what comes from records is made safe before colours are put around it. */
type Part = string | readonly [Colour, string]

export function explanationLines(explanation: Explanation, colouring: Colouring): string {
  const lines = [
    ...headOf(explanation),
    ...explanation.statements.flatMap(each => [[], ...statementLines(each, explanation)])
  ]
  const printed = (part: Part): string =>
    typeof part === 'string' ? visible(part) : painted(colouring, part[0], visible(part[1]))
  return lines.map(line => `${line.map(printed).join('')}\n`).join('')
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
    const from: Part = entry ? sourceText(entry) : ['error', 'without a source']
    return [`${statements.join(', ')}  “${text}” by ${by}; `, from]
  })
}

function unsourced({ unsourced: all }: Explanation): Line[] {
  return all.map(({ statement, text, records }) => [`${statement}  `, ['error', `“${text}”`], ` ${records.join(', ')}`])
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
    ['   · ', bare ? ['error', row.text] : ['information', row.text]],
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
  const shown = record.recorded ?? (record.restricted ? 'restricted' : null)
  const said = shown === null ? '' : `: ${shown}`
  const place = placeText(record.place)
  return [
    `${recordName(record)}${field === '' ? '' : ` ${field}`}${said}`,
    ...(place === '' ? [] : [['dim', ` ${place}`] as const])
  ]
}
