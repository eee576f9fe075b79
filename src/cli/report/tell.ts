/** What came of every note in; lines and reports to the user, and the exit code, out. */
import { dirname, join, relative, resolve, sep } from 'node:path'
import { appendTo, writeWhole } from '../disk/atomic.ts'
import { kindOf, realPath } from '../disk/disk.ts'
import { Obstacle, tried } from '../obstacle.ts'
import type { CommonOptions, ReportTarget } from '../options.ts'
import type { ExitCode, Shell, Stream } from '../shell.ts'
import type { NoteOutcome, ReportedFinding, ReportOptions } from './finding.ts'
import { jobSummary } from './github.ts'
import { visible } from './print.ts'
import { arrange, painted, plainLine } from './report.ts'

/**
 * Reports all that was found and made. Gives the highest of the exit codes. A report that cannot be written does not hold
 * up what else there is to tell; none is written over `used`, the files of the run.
 */
export function tell(
  outcomes: readonly NoteOutcome[],
  common: CommonOptions,
  shell: Shell,
  { used = [], checked = [] }: Partial<Pick<ReportedRun, 'used' | 'checked'>> = {}
): ExitCode {
  const findings = arrange(outcomes.flatMap(each => each.findings)).filter(
    each => !common.quiet || each.severity === 'error'
  )
  const run = { common, shell, used, checked }
  const unwritten = [...common.reports.flatMap(report => write(report, findings, run)), ...summarise(findings, run)]
  // A report for machines on standard error stays alone there, so that it can be read.
  const silent = common.quiet || common.reports.some(each => each.file === null && each.format !== 'pretty')
  for (const { said } of outcomes)
    if (said !== null && !silent) shell.err.write(shown(said, isColoured(shell.err, run)))
  const failures = tellUnwritten(unwritten, shell)
  for (const { bug } of outcomes) if (bug !== null) shell.err.write(faultText(bug.thrown, shell))
  const codes = [...outcomes.map(each => each.code), ...failures]
  return ([3, 2, 1] as const).find(code => codes.includes(code)) ?? 0
}

/** Throws `Obstacle` for a report that nothing can be written to, so that a run ends before it has written anything. */
export function refuseReports({ reports }: CommonOptions, { cwd }: Shell): void {
  for (const { file } of reports) {
    if (file === null || file === '-') continue
    const path = resolve(cwd, file)
    if (kindOf(path) === 'folder') throw new Obstacle(`cannot write ${file}: it is a folder`)
    if (kindOf(dirname(path)) !== 'folder') throw new Obstacle(`cannot write ${file}: its folder does not exist`)
  }
}

/** A run that is reported. */
interface ReportedRun {
  readonly common: CommonOptions
  readonly shell: Shell
  /** The files that no report may be written over. */
  readonly used: readonly string[]
  /** The files that were checked, as the user knows them. */
  readonly checked: readonly string[]
}

/** Lines that name files, which may be called anything; they stand out from what was found. */
function shown(said: string, colour: boolean): string {
  const lines = said.split('\n').map(line => painted({ colour }, 'bold', visible(line)))
  return `${lines.join('\n')}\n`
}

function isColoured(stream: Stream, { common, shell }: Pick<ReportedRun, 'common' | 'shell'>): boolean {
  return stream.terminal && !shell.plain && !common.plain
}

/** Adds to the summary of the job, where GitHub Actions runs this and is reported to. */
function summarise(findings: readonly ReportedFinding[], run: ReportedRun): readonly Obstacle[] {
  const { summary } = run.shell.automation
  if (summary === null || run.common.reports.every(each => each.format !== 'github')) return []
  return hindrance(() => appendTo(resolve(run.shell.cwd, summary), jobSummary(findings, reportOptionsOf(run, false))))
}

function reportOptionsOf(
  { common: { verbose }, shell: { cwd, home }, checked }: ReportedRun,
  colour: boolean
): ReportOptions {
  return { colour, verbose, checked, inRepository: pathsInRepository(cwd), version: home.version }
}

/** Tells what could not be written, and gives the exit codes of that. */
export function tellUnwritten(unwritten: readonly Obstacle[], { err }: Shell): readonly ExitCode[] {
  for (const { message, hints } of unwritten) err.write(`${plainLine(message, hints)}\n`)
  return unwritten.map(() => 2 as const)
}

/** Writes one report of findings; what stands in the way of it is given back. */
export function write(
  { write: writer, file }: ReportTarget,
  findings: readonly ReportedFinding[],
  run: ReportedRun
): readonly Obstacle[] {
  const { shell, used } = run
  const stream = file === null ? shell.err : shell.out
  const colour = (file === null || file === '-') && isColoured(stream, run)
  const text = writer(findings, reportOptionsOf(run, colour))
  if (file === null || file === '-') {
    stream.write(text)
    return []
  }
  return hindrance(() => {
    const path = resolve(shell.cwd, file)
    if (used.includes(realPath(path) ?? path))
      throw new Obstacle(`the report would overwrite ${file}`, ['name another file'])
    writeWhole(path, text)
  })
}

/** What stands in the way of a step. */
function hindrance(step: () => void): readonly Obstacle[] {
  const stopped = tried(step)
  return stopped instanceof Obstacle ? [stopped] : []
}

/** What to say of an error that is ours. */
export function faultText(thrown: unknown, shell: Shell): string {
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  const versions = `verbale ${shell.home.version}, node ${process.version}, ${process.platform} ${process.arch}`
  return `${stack}\nThis is a fault in verbale, not in your files. Please report it with the lines above (${versions}).\n`
}

/** Names paths from the nearest folder upwards that holds `.git`, or from the current one where there is none. */
function pathsInRepository(cwd: string): (path: string) => string {
  const root = rootAround(cwd)
  return path => {
    const whole = resolve(cwd, path)
    const name = relative(root, realPath(whole) ?? whole)
    return name === '' || name.startsWith('..') ? whole : name.replaceAll(sep, '/')
  }
}

function rootAround(cwd: string): string {
  const start = realPath(cwd) ?? cwd
  for (let at = start; ; at = dirname(at)) {
    if (kindOf(join(at, '.git')) !== null) return at
    if (dirname(at) === at) return start
  }
}

/** A line on a terminal that says how far a command is, written over by the next one; an empty one at the end. */
export function progressLine({ err }: Shell, { quiet }: CommonOptions, wanted: boolean): (line: string) => void {
  const told = wanted && err.terminal && !quiet
  return line => {
    if (told) err.write(`\r\u001B[K${line}`)
  }
}
