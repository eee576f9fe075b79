/** `verbale check`: paths in; what is wrong with the records, templates, notes and fixtures there out. */
import { CODES } from '../../check/codes.ts'
import { gatesOf, settingsOf } from '../../check/counted.ts'
import { percent, shareOf, type TextCoverage } from '../../coverage/coverage.ts'
import { type Survey, survey } from '../disk/survey.ts'
import { Obstacle } from '../obstacle.ts'
import { COMMON, type Command, EXIT_CODES, type Manner, mannerOf, type Option } from '../options.ts'
import { count, visible } from '../report/print.ts'
import { tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { JOBS, jobsOf } from '../workers.ts'
import { type CheckedWorkspace, checkWorkspace } from './check-workspace.ts'
import { countingOf, type Said, writeBaseline } from './counting.ts'
import { COVERAGES, type CoverageTarget, coverageTargets, writeCoverage } from './coverage.ts'
import { explained } from './explained.ts'
import { type Opened, type Outcome, openSession } from './make.ts'
import { updateGoldens } from './update.ts'

const OPTIONS = {
  update: {
    type: 'boolean',
    describe: 'write the goldens of fixtures, and the baseline, as they would have to be; never where CI is set'
  },
  coverage: {
    type: 'string',
    array: true,
    requiresArg: true,
    bare: 'table',
    describe: `which branches of the templates no fixture reaches: ${Object.entries(COVERAGES)
      .map(([name, { what }]) => `${name} (${what})`)
      .join(', ')}; on standard output, or in a file: lcov=FILE; may be given several times`,
    defaultDescription: 'none',
    offers: Object.keys(COVERAGES)
  },
  'min-coverage': {
    type: 'string',
    requiresArg: true,
    describe: 'refuse where fixtures reach fewer than N percent of the branches',
    offers: []
  },
  rule: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: 'how grave a rule is, CODE:off, information, warning or error; may be given several times',
    offers: [...CODES.keys()]
  },
  baseline: {
    type: 'string',
    requiresArg: true,
    describe: 'count only what is not in this file; --update writes it',
    offers: 'file'
  },
  today: {
    type: 'string',
    requiresArg: true,
    describe: 'the day by which exceptions end, such as 2026-11-14',
    defaultDescription: 'by the clock',
    offers: []
  },
  'max-warnings': { type: 'string', requiresArg: true, describe: 'refuse more than N warnings', offers: [] },
  jobs: { ...JOBS, describe: 'how many threads check notes; one where branches are counted' },
  explain: { type: 'string', requiresArg: true, describe: 'say what a code means and how to mend it', offers: [] },
  ...COMMON
} as const satisfies Record<string, Option>

export const checkCommand: Command = {
  words: ['check'],
  about: 'check records, templates, notes and fixtures',
  takes: { what: 'paths', offers: 'file', many: true },
  options: OPTIONS,
  add: (yargs, choose) =>
    yargs.command({
      command: 'check [paths..]',
      describe: checkCommand.about,
      builder: each =>
        each
          .positional('paths', {
            type: 'string',
            array: true,
            default: [],
            describe: 'files and folders; without any, the whole workspace'
          })
          .options(OPTIONS)
          .example('$0 check', 'everything in this workspace')
          .example('$0 check register.yaml templates/', 'a register, and templates')
          .example('$0 check fixtures/ --update', 'accept what differs, once it has been read')
          .example('$0 check --coverage', 'which branches no fixture reaches')
          .example('$0 check --coverage html=coverage.html --min-coverage 100', 'the same to look at, and as a gate')
          .example('$0 check --report github --report sarif=found.sarif', 'in GitHub Actions')
          .example('$0 check --explain template/null', 'what a code means')
          .epilogue(EXIT_CODES),
      handler: given => {
        const asked = {
          paths: given.paths,
          update: given.update ?? false,
          coverage: coverageTargets(given.coverage ?? []),
          least: wholeNumber('min-coverage', given['min-coverage'], 100),
          mostWarnings: wholeNumber('max-warnings', given['max-warnings'], null),
          jobs: jobsOf(given.jobs),
          said: { today: given.today, rules: given.rule ?? [], baseline: given.baseline }
        }
        const manner = mannerOf(given)
        const { explain } = given
        choose(shell => (explain === undefined ? checkPaths(asked, manner, shell) : explained(explain, shell)))
      }
    })
}

interface Asked {
  readonly paths: readonly string[]
  readonly update: boolean
  readonly coverage: readonly CoverageTarget[]
  /** The least percent of branches that fixtures must reach; null for none. */
  readonly least: number | null
  readonly mostWarnings: number | null
  readonly jobs: number
  readonly said: Said
}

function wholeNumber(option: string, given: string | undefined, most: number | null): number | null {
  if (given === undefined) return null
  const value = /^\d{1,6}$/.test(given) ? Number(given) : null
  if (value !== null && value <= (most ?? value)) return value
  throw new Obstacle(`--${option} is a whole number${most === null ? '' : ` from 0 to ${most}`}, not \`${given}\``)
}

async function checkPaths(asked: Asked, manner: Manner, shell: Shell): Promise<ExitCode> {
  if (asked.update && shell.automation.ci) {
    throw new Obstacle('--update does not write goldens where CI is set', [
      'run it where somebody reads what it writes'
    ])
  }
  const counting = countingOf(asked.said, asked.update, shell)
  const session = openSession(shell)
  const progress = shell.err.terminal && !manner.quiet
  const surveys = survey(asked.paths.length === 0 ? [shell.cwd] : asked.paths, shell.cwd)
  // what one workspace asks for counts over all of them
  const measure = asked.coverage.length > 0 || asked.least !== null || surveys.some(each => isGated(each, session))
  const checked: CheckedWorkspace[] = []
  const how = { update: asked.update, measure, counting, jobs: asked.jobs, shell, open: session }
  for (const each of surveys)
    checked.push(
      await checkWorkspace(each, how, (note, done, all) => {
        if (progress) shell.err.write(`\r\u001B[K[${done}/${all}] ${visible(note).slice(-60)}`)
      })
    )
  if (progress) shell.err.write('\r\u001B[K')
  const texts = checked.flatMap(each => each.coverage)
  const { baseline } = asked.said
  const updated = asked.update ? updateGoldens(checked, shell) : []
  const known = asked.update && baseline !== undefined ? checked.flatMap(each => each.diagnostics) : null
  const written = writeCoverage(asked.coverage, texts, shell)
  const outcomes = [
    ...checked.map(({ findings }) => ({
      // what was just written down as known does not count any more
      code: known === null ? codeOf(findings) : (0 as const),
      findings,
      said: null,
      bug: null
    })),
    ...updated,
    ...(known !== null && baseline !== undefined ? [writeBaseline(baseline, known, shell)] : []),
    ...written,
    ...gates(asked, checked, texts),
    { code: 0 as const, findings: [], said: summary(checked, counting.today), bug: null }
  ]
  const used = manner.reports.some(each => each.file !== null) ? filesOf(checked) : []
  return tell(outcomes, manner, shell, { used, checked: checked.flatMap(each => each.checked) })
}

/** Whether the settings of a workspace ask for a share of the branches. */
function isGated({ root }: Survey, open: (root: string) => Opened): boolean {
  return gatesOf(settingsOf(open(root).engine.world)).coverage !== undefined
}

function codeOf(findings: Outcome['findings']): ExitCode {
  return findings.some(each => each.severity === 'error') ? 1 : 0
}

function filesOf(checked: readonly CheckedWorkspace[]): string[] {
  return checked.flatMap(each => [...each.touched])
}

/** What is refused although nothing by itself is wrong. */
function gates(asked: Asked, checked: readonly CheckedWorkspace[], texts: readonly TextCoverage[]): Outcome[] {
  const stated = checked.map(each => each.gates)
  const least = asked.least ?? highest(stated.flatMap(each => each.coverage ?? []))
  const mostWarnings = asked.mostWarnings ?? lowest(stated.flatMap(each => each.warnings ?? []))
  const share = shareOf(texts)
  const warnings = checked.flatMap(each => each.findings).filter(each => each.severity === 'warning').length
  const refused: Outcome[] = []
  if (least !== null && percent(share) < least) {
    const hints = ['`verbale check --coverage` names the branches']
    const message = `fixtures reach ${share.taken} of ${share.all} branches, ${percent(share)} %, and ${least} % are asked for`
    refused.push(gate('check/coverage', message, hints))
  }
  if (mostWarnings !== null && warnings > mostWarnings) {
    refused.push(
      gate(
        'check/warnings',
        `there ${warnings === 1 ? 'is' : 'are'} ${count(warnings, 'warning')}, and at most ${mostWarnings} are let pass`,
        []
      )
    )
  }
  return refused
}

function highest(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.max(...numbers)
}

function lowest(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.min(...numbers)
}

function gate(rule: string, message: string, hints: readonly string[]): Outcome {
  const nowhere = { file: null, start: null, end: null, span: null, pointer: null }
  return { code: 1, findings: [{ ...nowhere, severity: 'error', rule, message, hints }], said: null, bug: null }
}

function sumOf(checked: readonly CheckedWorkspace[], what: 'excepted' | 'known' | 'off'): number {
  return checked.reduce((sum, each) => sum + each[what], 0)
}

/** What was looked at, so that a check of nothing does not pass for one that found nothing. */
function summary(checked: readonly CheckedWorkspace[], today: string): string {
  const of = (kinds: readonly (keyof CheckedWorkspace['inventory']['files'])[]): number =>
    checked.reduce((sum, { inventory }) => sum + kinds.reduce((all, kind) => all + inventory.files[kind].length, 0), 0)
  const fixtures = checked.reduce((sum, each) => sum + each.inventory.fixtures.size, 0)
  const parts = [
    count(of(['note']), 'note'),
    count(fixtures, 'fixture'),
    count(of(['register']), 'register'),
    count(of(['template', 'formulas']), 'template')
  ]
  const not = [
    [sumOf(checked, 'excepted'), 'excepted'],
    [sumOf(checked, 'known'), 'known before'],
    [sumOf(checked, 'off'), 'of rules that are off']
  ] as const
  const uncounted = not.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : []))
  const beside = uncounted.length > 0 ? `; not counted: ${uncounted.join(', ')}` : ''
  return `checked ${parts.join(', ')}, as of ${today}${beside}`
}
