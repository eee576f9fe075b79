/** What every command takes on its command line, and what it makes of it. */
import type { Argv, Options } from 'yargs'
import { didYouMean } from '../diagnostic.ts'
import { Obstacle } from './obstacle.ts'
import { REPORTS, type ReportFormat } from './report.ts'
import type { Run } from './shell.ts'

/** One command: its words, the names of its options (to be found when they are mistyped), and its part of the parser. */
export interface Command {
  /** The name, then its aliases. */
  readonly words: readonly [string, ...string[]]
  readonly options: readonly string[]
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
  readonly plain: boolean
  readonly reports: readonly ReportTarget[]
}

/**
 * Stands for `-` while yargs parses, which drops a bare hyphen. No argument can hold a NUL, so nothing else is mistaken
 * for it.
 */
export const HYPHEN = '\0'

/** The options of every command. */
export const COMMON = {
  report: {
    type: 'string',
    requiresArg: true,
    describe: `how findings are reported: ${Object.keys(REPORTS).join(' or ')}, on standard error or in a file (json=FILE); may be given several times`,
    defaultDescription: 'pretty'
  },
  quiet: { type: 'boolean', describe: 'print errors only' },
  'no-color': { type: 'boolean', describe: 'print without colour, as NO_COLOR does' }
} as const satisfies Record<string, Options>

/** yargs gives one string, or a list when the option is given several times. */
function reportTargets(given: string | readonly string[]): ReportTarget[] {
  return [given].flat().map(each => {
    const [format = '', ...rest] = each.split('=')
    if (!isReportFormat(format)) {
      throw new Obstacle(`there is no report \`${format}\``, didYouMean(format, Object.keys(REPORTS)))
    }
    if (rest.length > 0 && rest.join('=') === '') throw new Obstacle(`--report ${each} names no file`)
    return { format, file: rest.length > 0 ? rest.join('=') : null }
  })
}

function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(REPORTS, name)
}

/** What yargs found for the common options, as a manner. */
export function mannerOf(given: {
  readonly report: string | readonly string[] | undefined
  readonly quiet: boolean | undefined
  readonly 'no-color': boolean | undefined
}): Manner {
  return {
    quiet: given.quiet ?? false,
    plain: given['no-color'] ?? false,
    reports: reportTargets(given.report ?? 'pretty')
  }
}

/** A path as the user typed it, `-` included. */
export function typed(path: string): string {
  return path === HYPHEN ? '-' : path
}
