/** What was found of each file in; lines for people, JSON, findings and the exit code out. */
import { contradictionsInWords, type Standing } from '../../archive/standing.ts'
import type { Rebuilds, Verdict } from '../../archive/verify.ts'
import { obstacleFinding, type ReportedFinding } from '../report/finding.ts'
import { count, visible } from '../report/print.ts'
import type { ExitCode } from '../shell.ts'

/** What came of one file: its verdict, or why there is none. */
export type JudgedFile =
  | { readonly type: 'judged'; readonly verdict: Verdict }
  | { readonly type: 'gave-up'; readonly why: string }
  | { readonly type: 'unreadable'; readonly why: string }
  | { readonly type: 'fault'; readonly stack: string }

/** One file and what was found of it. */
export interface VerdictRow {
  /** The file as the user knows it, and the copy that it was made again from. */
  readonly file: string
  readonly copy: string | null
  readonly judged: JudgedFile
  readonly standing: Standing
}

/** What `verify` does not say, at the end of what it does. */
const CAUTION = 'That a file rebuilds does not say who made it: only a register does.'

/** The answers for people. */
export function lines(rows: readonly VerdictRow[], quiet: boolean): string {
  const told = quiet ? rows.filter(row => codeOf(row) !== 0) : rows
  const blocks = told.map(row => [row.file, ...answersOf(row).map(answer => `  ${answer}`)].map(visible).join('\n'))
  return [...blocks, ...(quiet || rows.length < 2 ? [] : [totals(rows)]), ...(quiet ? [] : [CAUTION]), '']
    .filter((line, index, all) => line !== '' || index === all.length - 1)
    .join('\n')
}

function totals(rows: readonly VerdictRow[]): string {
  const of = (wanted: Rebuilds['answer']) =>
    rows.filter(({ judged }) => judged.type === 'judged' && judged.verdict.rebuilds.answer === wanted).length
  const parts = [
    [of('yes'), 'rebuild'],
    [of('same-content'), 'rebuild with another compressor'],
    [of('no'), 'do not rebuild'],
    [of('cannot'), 'cannot be judged here'],
    [rows.filter(({ judged }) => judged.type !== 'judged').length, 'without an answer']
  ] as const
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  return `${count(rows.length, 'file')}: ${said.join(', ')}`
}

function answersOf({ copy, judged, standing }: VerdictRow): string[] {
  if (judged.type === 'fault') return [`no answer: ${judged.stack.split('\n')[0]}`]
  if (judged.type !== 'judged') return [`no answer: ${judged.why}`]
  const { verdict } = judged
  return [`rebuilds: ${rebuildsInWords(verdict, copy)}`, ...sealInWords(verdict), ...standingInWords(standing)]
}

function rebuildsInWords({ rebuilds }: Verdict, copy: string | null): string {
  const from = copy === null ? 'from what it carries' : `from ${copy}`
  if (rebuilds.answer === 'yes') return `yes, to the byte, ${from} (${rebuilds.form})`
  if (rebuilds.answer === 'same-content')
    return `with another compressor: the same content in other bytes, ${from} (${rebuilds.form})`
  if (rebuilds.answer === 'no') return `no: ${rebuilds.why}`
  return `cannot tell here: ${rebuilds.why}; ${rebuilds.hint}`
}

function sealInWords({ appended }: Verdict): string[] {
  if (appended.type !== 'signature') return []
  return [`sealed after it was written: ${count(appended.count, 'signature')}, whose validity is not checked here`]
}

function standingInWords(standing: Standing): string[] {
  if (standing.type === 'not-asked') return []
  const isPlain = standing.type === 'not-recorded' || (standing.type === 'another' && standing.entry === null)
  const isDenied = GRAVITY[standing.type].code === 1 && !isPlain
  return [`registered: ${isDenied ? 'no: ' : ''}${inWords(standing)}`]
}

/** Where a file stands, in words that follow "registered:". */
export function inWords(standing: Exclude<Standing, { type: 'not-asked' }>): string {
  if (standing.type === 'not-recorded') return 'not recorded'
  const of = standing.entry === null ? '' : ` of \`${standing.entry}\``
  if (standing.type === 'this') return thisInWords(standing, of)
  if (standing.type === 'altered') return `the file${of} with something else appended to it`
  if (standing.type === 'other-copy')
    return `this is the issue${of}, but its file copy is not the one that the register holds`
  if (standing.type === 'contradicted') {
    const told = contradictionsInWords(standing.contradictions)
    return `\`${standing.entry}\` has the digest of this file but other particulars: ${told}`
  }
  if (standing.type === 'undecided') {
    const lacking = standing.lacks === 'issue' ? 'no digest' : 'no digest of its file copy'
    return `cannot tell: \`${standing.entry}\` has its number and records ${lacking}`
  }
  return standing.entry === null
    ? 'another file has this digest'
    : `its number belongs to another file, that of \`${standing.entry}\``
}

function thisInWords({ as, sealed, copy }: Extract<Standing, { type: 'this' }>, of: string): string {
  const what = as === null ? 'this file' : `this is the ${as}${of}`
  const known = sealed ? `${what}, sealed after it was registered` : what
  return copy === 'not-recorded' ? `${known}; the register holds no digest of its file copy` : known
}

/** What a standing means: the exit code, and the code of the finding. */
export const GRAVITY: Readonly<Record<Standing['type'], { readonly code: 0 | 1 | 2; readonly rule: string }>> = {
  'not-asked': { code: 0, rule: '' },
  this: { code: 0, rule: '' },
  altered: { code: 1, rule: 'archive/not-registered' },
  another: { code: 1, rule: 'archive/not-registered' },
  'not-recorded': { code: 1, rule: 'archive/not-registered' },
  'other-copy': { code: 1, rule: 'archive/other-copy' },
  contradicted: { code: 1, rule: 'archive/contradicted' },
  undecided: { code: 2, rule: 'archive/cannot-tell' }
}

/** 0 in order, 1 found wanting, 2 it cannot be told here. */
export function codeOf({ judged, standing }: VerdictRow): ExitCode {
  if (judged.type === 'fault') return 3
  if (judged.type === 'unreadable') return 2
  if (judged.type === 'gave-up') return 1
  const { answer } = judged.verdict.rebuilds
  const { code } = GRAVITY[standing.type]
  if (answer === 'no' || code === 1) return 1
  return answer === 'cannot' ? 2 : code
}

/** Plain objects, one for each file. */
export function json(rows: readonly VerdictRow[]): string {
  const plain = rows.map(row => {
    const { file, copy, judged, standing } = row
    if (judged.type !== 'judged') return { file, copy, answer: judged.type, why: answersOf(row)[0] }
    const { rebuilds, appended, sha256, written, identity } = judged.verdict
    return { file, copy, rebuilds, appended, registered: standing, sha256, written, note: identity }
  })
  return `${JSON.stringify(plain, null, 2)}\n`
}

/** What is not in order, as findings for reports of other kinds. */
export function findings(rows: readonly VerdictRow[]): ReportedFinding[] {
  return rows
    .filter(row => codeOf(row) !== 0)
    .map(row => ({ ...obstacleFinding(answersOf(row).join('; '), []), rule: ruleOf(row), file: row.file }))
}

function ruleOf({ judged, standing }: VerdictRow): string {
  if (judged.type !== 'judged') return 'archive/no-answer'
  const { answer } = judged.verdict.rebuilds
  if (answer === 'no') return 'archive/altered'
  const { code, rule } = GRAVITY[standing.type]
  return code === 1 ? rule : 'archive/cannot-tell'
}
