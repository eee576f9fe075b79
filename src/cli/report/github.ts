/** Findings in; workflow commands of GitHub Actions, which annotate the lines concerned, out. */

import type { Severity } from '../../diagnostic.ts'
import type { Finding, Look } from './finding.ts'
import { sentence, visible } from './print.ts'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' }
const ORDER: readonly Severity[] = ['error', 'warning', 'information']
/** GitHub shows ten annotations of a kind for a step and drops the rest without a word (GitHub Docs, "Usage limits"). */
const MOST = 10

/** One line for each finding (GitHub Docs, "Workflow commands for GitHub Actions", setting a message), the gravest first. */
export function github(findings: readonly Finding[], look: Look): string {
  const inOrder = ORDER.flatMap(severity => findings.filter(each => each.severity === severity))
  const shown = inOrder
    .slice(0, MOST)
    .map(each => `::${COMMANDS[each.severity]} ${properties(each, look)}::${data(sentence(each))}`)
  return [...shown, ...others(inOrder.slice(MOST), look)].map(line => `${line}\n`).join('')
}

/** What no annotation tells is counted in the log. */
function others(findings: readonly Finding[], { inRepository }: Look): string[] {
  const byFile = new Map<string, number>()
  for (const { file } of findings) byFile.set(file ?? '', (byFile.get(file ?? '') ?? 0) + 1)
  return [...byFile].map(([file, number]) => `${number} more${file === '' ? '' : ` in ${visible(inRepository(file))}`}`)
}

function properties({ file, start, end, rule }: Finding, { inRepository }: Look): string {
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
