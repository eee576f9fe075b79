/** What came of every note in; lines and reports to the user, and the exit code, out. */
import { resolve } from 'node:path'
import { writeWhole } from './atomic.ts'
import type { Outcome } from './make.ts'
import { Obstacle } from './obstacle.ts'
import type { Manner, ReportTarget } from './options.ts'
import { arrange, type Finding, REPORTS } from './report.ts'
import type { ExitCode, Shell } from './shell.ts'

/** Reports all that was found and made. Gives the highest of the exit codes. */
export function tell(outcomes: readonly Outcome[], manner: Manner, shell: Shell): ExitCode {
  const findings = arrange(outcomes.flatMap(each => each.findings)).filter(
    each => !manner.quiet || each.severity === 'error'
  )
  for (const report of manner.reports) write(report, findings, manner, shell)
  // A report for machines on standard error stays alone there, so that it can be read.
  const silent = manner.quiet || manner.reports.some(each => each.file === null && each.format !== 'pretty')
  for (const { said } of outcomes) if (said !== null && !silent) shell.err.write(`${said}\n`)
  for (const { bug } of outcomes) if (bug !== null) shell.err.write(faultText(bug.thrown, shell))
  return ([3, 2, 1] as const).find(code => outcomes.some(each => each.code === code)) ?? 0
}

function write({ format, file }: ReportTarget, findings: readonly Finding[], manner: Manner, shell: Shell): void {
  const stream = file === null ? shell.err : shell.out
  const colour = (file === null || file === '-') && stream.terminal && !shell.plain && !manner.plain
  const text = REPORTS[format].write(findings, { colour })
  if (file === null || file === '-') stream.write(text)
  else writeWhole(resolve(shell.cwd, file), new TextEncoder().encode(text))
}

/** What to say of an error that is ours. */
export function faultText(thrown: unknown, shell: Shell): string {
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  const versions = `verbale ${shell.home.version}, node ${process.version}, ${process.platform} ${process.arch}`
  return `${stack}\nThis is a fault in verbale, not in your files. Please report it with the lines above (${versions}).\n`
}

/** The exit code of something that was thrown before any note was made, once it has been told. */
export function codeOf(thrown: unknown): ExitCode {
  return thrown instanceof Obstacle ? 2 : 3
}
