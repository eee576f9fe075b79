/** Findings in; workflow commands of GitHub Actions, which annotate the lines concerned, out. */
import type { Severity } from '../../diagnostic.ts'
import type { ReportedFinding, ReportOptions } from './finding.ts'
import { count, markdown, sentence, sentenceRow, visible } from './print.ts'

/** A summary may hold one megabyte (GitHub Docs, "Adding a job summary"); nobody reads as much. */
const MOST_ROWS = 100

/** The findings as a table, and below it each sentence that changed, before and after. */
export function jobSummary(findings: readonly ReportedFinding[], options: ReportOptions): string {
  const title = findings.length === 0 ? '### verbale: nothing found' : `### verbale: ${total(findings)}`
  const changed = findings.flatMap(each => changes(each, options))
  return `${[title, ...table(findings, options), ...changed].join('\n')}\n`
}

function total(findings: readonly ReportedFinding[]): string {
  const parts = ORDER.flatMap(severity => {
    const number = findings.filter(each => each.severity === severity).length
    return number === 0 ? [] : [severity === 'information' ? `${number} information` : count(number, severity)]
  })
  return parts.join(', ')
}

function table(findings: readonly ReportedFinding[], { inRepository }: ReportOptions): string[] {
  if (findings.length === 0) return []
  const rows = findings.map(({ file, start, severity, rule, message }) => {
    const place = file === null ? '' : `${inRepository(file)}${start ? `:${start.line}` : ''}`
    return `| ${severity} | ${markdown(place)} | ${markdown(rule)} | ${markdown(message)} |`
  })
  return ['', '| | where | rule | what |', '| --- | --- | --- | --- |', ...first(rows)]
}

function changes({ file, difference }: ReportedFinding, { inRepository }: ReportOptions): string[] {
  if (!difference || difference.sentences.length === 0) return []
  const title = `#### ${markdown(visible(inRepository(file ?? '')))}`
  return ['', title, '', '| before | after |', '| --- | --- |', ...first(difference.sentences.map(sentenceRow))]
}

function first(rows: readonly string[]): string[] {
  const more = rows.length - MOST_ROWS
  return [...rows.slice(0, MOST_ROWS), ...(more > 0 ? ['', `… and ${more} more`] : [])]
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' }
const ORDER: readonly Severity[] = ['error', 'warning', 'information']
/** GitHub shows ten annotations of a kind for a step and drops the rest without a word (GitHub Docs, "Usage limits"). */
const MOST = 10

/** One line for each finding (GitHub Docs, "Workflow commands for GitHub Actions", setting a message), the gravest first. */
export function github(findings: readonly ReportedFinding[], options: ReportOptions): string {
  const inOrder = ORDER.flatMap(severity => findings.filter(each => each.severity === severity))
  const shown = inOrder
    .slice(0, MOST)
    .map(each => `::${COMMANDS[each.severity]} ${properties(each, options)}::${data(sentence(each))}`)
  return [...shown, ...others(inOrder.slice(MOST), options)].map(line => `${line}\n`).join('')
}

/** What no annotation tells is counted in the log. */
function others(findings: readonly ReportedFinding[], { inRepository }: ReportOptions): string[] {
  const byFile = new Map<string, number>()
  for (const { file } of findings) byFile.set(file ?? '', (byFile.get(file ?? '') ?? 0) + 1)
  return [...byFile].map(([file, number]) => `${number} more${file === '' ? '' : ` in ${visible(inRepository(file))}`}`)
}

function properties({ file, start, end, rule }: ReportedFinding, { inRepository }: ReportOptions): string {
  const inOneLine = start?.line === end?.line
  const all = {
    file: file === null ? null : inRepository(file),
    line: start?.line ?? null,
    endLine: end?.line ?? null,
    // Columns mean something only within one line.
    col: inOneLine ? (start?.column ?? null) : null,
    endColumn: inOneLine ? (end?.column ?? null) : null,
    title: rule
  }
  const said = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${property(String(value))}`]
  )
  return said.join(',')
}

/** As the runner takes it apart (actions/toolkit, command.ts: `escapeData`, `escapeProperty`). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
