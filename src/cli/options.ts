/** What every command takes on its command line, and what it makes of it. */
import type { Argv, Options } from 'yargs'
import { didYouMean } from '../diagnostic.ts'
import { Obstacle } from './obstacle.ts'
import { REPORTS, type ReportFormat } from './report/report.ts'
import type { Run } from './shell.ts'

/** What the tab key offers: words, or the names of files, notes (YAML and JSON) or folders. */
export type Offer = readonly string[] | 'file' | 'note' | 'folder'

/** An option, and what is known of its values besides what yargs needs. */
export interface Option extends Options {
  /** What the tab key offers for its value; its choices where nothing is said. */
  readonly offers?: Offer
  /** Why a value is none of the choices, where there is something to say. */
  readonly reasonAgainst?: (value: string) => string | null
  /** Its value where it stands alone, which is where the next word begins with none of those that it offers. */
  readonly bare?: string
}

/** One command: its words, what can stand behind them, and its part of the parser. */
export interface Command {
  /** The name, then its aliases. */
  readonly words: readonly [string, ...string[]]
  /** What it does, in a few words. */
  readonly about: string
  /** What it takes besides options, and whether more than one. */
  readonly takes: { readonly what: string; readonly offers: Offer; readonly many: boolean }
  readonly options: Readonly<Record<string, Option>>
  /** Adds it to the parser; `choose` is called when it is the one that the user wants. */
  readonly add: (yargs: Argv, choose: (run: Run) => void) => Argv
}

/** Where a report goes: a file, `-` for standard output, or null for standard error. */
export interface ReportTarget {
  readonly format: ReportFormat
  readonly file: string | null
}

/** The answers to the options that every command has. */
export interface Manner {
  readonly quiet: boolean
  readonly verbose: boolean
  readonly plain: boolean
  readonly reports: readonly ReportTarget[]
}

const reportNames = Object.keys(REPORTS)
const listOfReports = Object.entries(REPORTS).map(([name, { what }]) => `${name} (${what})`)

/** The options of every command. */
export const COMMON = {
  report: {
    type: 'string',
    array: true,
    requiresArg: true,
    describe: `how findings are told: ${listOfReports.join(', ')}; on standard error, or in a file: json=FILE; may be given several times`,
    defaultDescription: 'pretty',
    offers: reportNames
  },
  quiet: { type: 'boolean', describe: 'print errors only' },
  verbose: { type: 'boolean', describe: 'print what is for information, too' },
  'no-color': { type: 'boolean', describe: 'print without colour, as NO_COLOR does' }
} as const satisfies Record<string, Option>

/** What every exit code means, at the end of the help. */
export const EXIT_CODES = [
  'Exit codes:',
  '  0  done',
  '  1  refused: something is wrong in records or templates, and is told with its place',
  '  2  the command line or the surroundings: an unknown option, a file that is not there',
  '  3  a fault of verbale itself'
].join('\n')

function reportTargets(given: readonly string[]): ReportTarget[] {
  const targets = given.map(reportTarget)
  const places = targets.map(each => each.file)
  const twice = places.find((file, index) => places.indexOf(file) !== index)
  if (twice === undefined) return targets
  const place = twice === null ? 'standard error' : twice === '-' ? 'standard output' : twice
  throw new Obstacle(`two reports cannot both go to ${place}`, ['give each a file: --report json=FILE'])
}

function reportTarget(given: string): ReportTarget {
  const [format = '', ...rest] = given.split('=')
  if (!isReportFormat(format)) {
    throw new Obstacle(`there is no report \`${format}\``, didYouMean(format, reportNames))
  }
  if (rest.length > 0 && rest.join('=') === '') throw new Obstacle(`--report ${given} names no file`)
  return { format, file: rest.length > 0 ? rest.join('=') : null }
}

function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(REPORTS, name)
}

/** What yargs found for the common options, as a manner. */
export function mannerOf(given: {
  readonly report: readonly string[] | undefined
  readonly quiet: boolean | undefined
  readonly verbose: boolean | undefined
  readonly 'no-color': boolean | undefined
}): Manner {
  const { quiet = false, verbose = false } = given
  if (quiet && verbose) throw new Obstacle('--quiet and --verbose cannot both be given')
  return {
    quiet,
    verbose,
    plain: given['no-color'] ?? false,
    reports: reportTargets(given.report ?? ['pretty'])
  }
}

/** The value of an option that takes a whole number from 1 on. */
export function wholeNumber(option: string, given: string | undefined, otherwise: number, most: number): number {
  if (given === undefined) return otherwise
  if (/^[1-9]\d{0,5}$/.test(given) && Number(given) <= most) return Number(given)
  throw new Obstacle(`${option} cannot be \`${given}\``, [`a whole number from 1 to ${most}`])
}
