/** Findings in; what GitHub Actions shows of them as the summary of a job, in Markdown, out. */
import { markdown, sentenceRow } from './difference.ts'
import type { Finding, Look } from './finding.ts'
import { visible } from './print.ts'

/** A summary may hold one megabyte (GitHub Docs, "Adding a job summary"); nobody reads as much. */
const MOST_ROWS = 100

/** The findings as a table, and below it each sentence that changed, before and after. */
export function jobSummary(findings: readonly Finding[], look: Look): string {
  const title = findings.length === 0 ? '### verbale: nothing found' : `### verbale: ${total(findings)}`
  const changed = findings.flatMap(each => changes(each, look))
  return `${[title, ...table(findings, look), ...changed].join('\n')}\n`
}

function total(findings: readonly Finding[]): string {
  const parts = (['error', 'warning', 'information'] as const).map(severity => {
    const number = findings.filter(each => each.severity === severity).length
    return number === 0 ? '' : `${number} ${severity}${number === 1 || severity === 'information' ? '' : 's'}`
  })
  return parts.filter(part => part !== '').join(', ')
}

function table(findings: readonly Finding[], { inRepository }: Look): string[] {
  if (findings.length === 0) return []
  const rows = findings.slice(0, MOST_ROWS).map(({ file, start, severity, rule, message }) => {
    const place = file === null ? '' : `${inRepository(file)}${start ? `:${start.line}` : ''}`
    return `| ${severity} | ${markdown(place)} | ${markdown(rule)} | ${markdown(message)} |`
  })
  const more = findings.length - rows.length
  const rest = more > 0 ? ['', `… and ${more} more`] : []
  return ['', '| | where | rule | what |', '| --- | --- | --- | --- |', ...rows, ...rest]
}

function changes({ file, difference }: Finding, { inRepository }: Look): string[] {
  if (!difference || difference.sentences.length === 0) return []
  const rows = difference.sentences.slice(0, MOST_ROWS).map(sentenceRow)
  const more = difference.sentences.length - rows.length
  const rest = more > 0 ? ['', `… and ${more} more`] : []
  const title = `#### ${markdown(visible(inRepository(file ?? '')))}`
  return ['', title, '', '| before | after |', '| --- | --- |', ...rows, ...rest]
}
