/** Findings in; workflow commands of GitHub Actions, which annotate the lines concerned, out. */
import type { Severity } from '../diagnostic.ts'
import { sentence } from './print.ts'
import type { Finding } from './report.ts'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' }

/** One line for each finding (GitHub Docs, "Workflow commands for GitHub Actions", setting a message). */
export function github(findings: readonly Finding[]): string {
  return findings.map(each => `::${COMMANDS[each.severity]} ${properties(each)}::${data(sentence(each))}\n`).join('')
}

function properties({ file, start, end, rule }: Finding): string {
  const inOneLine = start?.line === end?.line
  const all = {
    file,
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
