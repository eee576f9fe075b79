/** `verbale check`: paths in; what is wrong with the records, templates, notes and fixtures there out. */
import { dirname, join } from 'node:path'
import { CODES } from '../../check/codes.ts'
import { settingsOf } from '../../check/settings.ts'
import { percent, shareOf, type TextCoverage } from '../../coverage/coverage.ts'
import { didYouMean } from '../../diagnostic.ts'
import type { CHECK } from '../definitions.ts'
import { makeFolder, writeWhole } from '../disk/atomic.ts'
import { type Survey, survey } from '../disk/workspace.ts'
import { Obstacle } from '../obstacle.ts'
import { type CommonOptions, commonOptionsOf, type GivenOptions } from '../options.ts'
import { done, type NoteOutcome, obstacleFinding, outcomeOf } from '../report/finding.ts'
import { count, shortPath, visible } from '../report/print.ts'
import { progressLine, tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { jobsOf } from '../workers.ts'
import { type CountingOptions, countingOf, coverageTargets, writeBaseline, writeCoverage } from './check-options.ts'
import { type CheckedWorkspace, checkWorkspace } from './check-workspace.ts'
import { type OpenedWorkspace, openSession } from './make.ts'

export async function run(given: GivenOptions<typeof CHECK>, shell: Shell): Promise<ExitCode> {
  const asked = askedOf(given)
  const common = await commonOptionsOf(given)
  return given.explain === undefined ? checkPaths(asked, common, shell) : explained(given.explain, shell)
}

function askedOf(given: GivenOptions<typeof CHECK>) {
  const said: CountingOptions = { today: given.today, rules: given.rule ?? [], baseline: given.baseline }
  return {
    paths: given.paths ?? [],
    update: given.update ?? false,
    coverage: coverageTargets(given.coverage ?? []),
    /** The least percent of branches that fixtures must reach; null for none. */
    least: wholeNumber('min-coverage', given['min-coverage'], 100),
    mostWarnings: wholeNumber('max-warnings', given['max-warnings'], null),
    jobs: jobsOf(given.jobs),
    said
  }
}

type Asked = ReturnType<typeof askedOf>

function wholeNumber(option: string, given: string | undefined, most: number | null): number | null {
  if (given === undefined) return null
  const value = /^\d{1,6}$/.test(given) ? Number(given) : null
  if (value !== null && value <= (most ?? value)) return value
  throw new Obstacle(`--${option} takes a whole number${most === null ? '' : ` from 0 to ${most}`}, not \`${given}\``)
}

async function checkPaths(asked: Asked, common: CommonOptions, shell: Shell): Promise<ExitCode> {
  if (asked.update && shell.automation.ci) {
    throw new Obstacle('--update does not write goldens when CI is set', ['run it where somebody can read the changes'])
  }
  const counting = countingOf(asked.said, asked.update, shell)
  const session = openSession(shell)
  const progress = progressLine(shell, common, true)
  const surveys = survey(asked.paths.length === 0 ? [shell.cwd] : asked.paths, shell.cwd)
  // what one workspace asks for counts over all of them
  const measure = asked.coverage.length > 0 || asked.least !== null || surveys.some(each => isGated(each, session))
  const checked: CheckedWorkspace[] = []
  const told = (note: string, done: number, all: number) => progress(`[${done}/${all}] ${visible(note).slice(-60)}`)
  const how = { update: asked.update, measure, counting, jobs: asked.jobs, shell, open: session, told }
  for (const each of surveys) checked.push(await checkWorkspace(each, how))
  progress('')
  const texts = checked.flatMap(each => each.coverage)
  const { baseline } = asked.said
  const updated = asked.update ? updateGoldens(checked, shell) : []
  const known = asked.update && baseline !== undefined ? checked.flatMap(each => each.diagnostics) : null
  const written = writeCoverage(asked.coverage, texts, shell)
  const outcomes = [
    // what was just written down as known does not count any more
    ...checked.map(
      ({ findings }) => ({ ...done(null, findings), code: known === null ? codeOf(findings) : 0 }) as const
    ),
    ...updated,
    ...(known !== null && baseline !== undefined ? [writeBaseline(baseline, known, shell)] : []),
    ...written,
    ...gates(asked, checked, texts),
    done(summary(checked, counting.today))
  ]
  const used = common.reports.some(each => each.file !== null) ? checked.flatMap(each => [...each.touched]) : []
  return tell(outcomes, common, shell, { used, checked: checked.flatMap(each => each.checked) })
}

/** Whether the settings of a workspace ask for a share of the branches. */
function isGated({ root }: Survey, open: (root: string) => OpenedWorkspace): boolean {
  return settingsOf(open(root).engine.world).value?.gates?.coverage !== undefined
}

function codeOf(findings: NoteOutcome['findings']): ExitCode {
  return findings.some(each => each.severity === 'error') ? 1 : 0
}

/** What is refused although nothing by itself is wrong. */
function gates(asked: Asked, checked: readonly CheckedWorkspace[], texts: readonly TextCoverage[]): NoteOutcome[] {
  const stated = checked.map(each => each.gates)
  // of several workspaces the strictest counts; 0 percent and no bound of warnings refuse nothing
  const least = asked.least ?? Math.max(0, ...stated.flatMap(each => each.coverage ?? []))
  const mostWarnings = asked.mostWarnings ?? Math.min(Infinity, ...stated.flatMap(each => each.warnings ?? []))
  const share = shareOf(texts)
  const warnings = checked.flatMap(each => each.findings).filter(each => each.severity === 'warning').length
  const refused: NoteOutcome[] = []
  if (percent(share) < least) {
    const hints = ['`verbale check --coverage` lists the missing branches']
    const message = `branch coverage is ${percent(share)} % (${share.taken} of ${share.all}); ${least} % is required`
    refused.push(gate('check/coverage', message, hints))
  }
  if (warnings > mostWarnings) {
    refused.push(gate('check/warnings', `${count(warnings, 'warning')}; ${mostWarnings} allowed`, []))
  }
  return refused
}

function gate(rule: string, message: string, hints: readonly string[]): NoteOutcome {
  return { ...done(null, [{ ...obstacleFinding(message, hints), rule }]), code: 1 }
}

/** What was looked at, so that a check of nothing does not pass for one that found nothing. */
function summary(checked: readonly CheckedWorkspace[], today: string): string {
  const sum = (of: (each: CheckedWorkspace) => number): number => checked.reduce((all, each) => all + of(each), 0)
  const looked = [
    [sum(({ inventory: { files } }) => files.note.length), 'note'],
    [sum(({ inventory: { fixtures } }) => fixtures.size), 'fixture'],
    [sum(({ inventory: { files } }) => files.register.length), 'register'],
    [sum(({ inventory: { files } }) => files.template.length + files.formulas.length), 'template']
  ] as const
  const parts = looked.map(([number, noun]) => count(number, noun))
  const not = [
    [sum(each => each.excepted), 'excepted'],
    [sum(each => each.known), 'known before'],
    [sum(each => each.off), 'of rules that are off']
  ] as const
  const uncounted = not.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : []))
  const beside = uncounted.length > 0 ? `; not counted: ${uncounted.join(', ')}` : ''
  return `checked ${parts.join(', ')}, as of ${today}${beside}`
}

/** Prints one line of the table of codes. Throws `Obstacle` for a code that nothing gives. */
function explained(code: string, shell: Shell): ExitCode {
  const meaning = CODES.get(code)
  if (!meaning) throw new Obstacle(`no finding has the code \`${code}\``, didYouMean(code, CODES.keys()))
  shell.out.write(`${code}\n  ${meaning.means}\n  ${meaning.mend}\n`)
  return 0
}

/** Writes every golden that is missing or differs, each whole; one that cannot be written does not hold up the others. */
function updateGoldens(checked: readonly CheckedWorkspace[], shell: Shell): NoteOutcome[] {
  const goldens = checked.flatMap(({ root, wanted }) =>
    wanted.map(each => ({ path: join(root, each.name), text: each.text }))
  )
  return goldens.map(({ path, text }) =>
    outcomeOf(() => {
      makeFolder(dirname(path))
      writeWhole(path, text)
      return `wrote ${shortPath(shell.cwd, path)}`
    })
  )
}
