/** What every command takes on its command line, and what it makes of it. */
import type { InferredOptionTypes, Options, PositionalOptions } from 'yargs'
import { didYouMean } from '../diagnostic.ts'
import { Obstacle } from './obstacle.ts'
import { REPORTS, type ReportFormat, type Writer } from './report/report.ts'
import type { ExitCode, RunCommand, Shell } from './shell.ts'

/** What the tab key offers: words, the codes of findings, or the names of files, notes (YAML and JSON) or folders. */
export type Offer = readonly string[] | 'code' | 'file' | 'note' | 'folder'

/** An option, and what is known of its values besides what yargs needs. */
export interface CommandOption extends Options {
  /** What the tab key offers for its value; its choices where nothing is said. */
  readonly offers?: Offer
  /** Why a value is none of the choices, where there is something to say. */
  readonly reasonAgainst?: (value: string) => string | null
  /** Its value where it stands alone, which is where the next word begins with none of those that it offers. */
  readonly bare?: string
}

/** What is known of a command before it runs: plain data. */
export interface Definition {
  /** The name, then its aliases. */
  readonly words: readonly [string, ...string[]]
  /** What it does, in a few words. */
  readonly about: string
  /** What it takes besides options. */
  readonly takes: Readonly<Record<string, CommandOption & PositionalOptions>>
  readonly options: Readonly<Record<string, CommandOption>>
  /** The end of its help; what exit codes mean where nothing is said. */
  readonly epilogue?: string
}

/** What a command line gives a command. */
export type GivenOptions<D extends Definition> = InferredOptionTypes<D['options'] & D['takes']>

/** One command: its definition, and what runs it. */
export interface Command extends Definition {
  readonly start: (given: object) => RunCommand
}

/** Joins a definition with what runs it, which is loaded when it is wanted. */
export function command<const D extends Definition>(
  definition: D,
  load: () => Promise<(given: GivenOptions<D>, shell: Shell) => ExitCode | Promise<ExitCode>>
): Command {
  // What a table says of types is lost on its way through a parser.
  return { ...definition, start: given => async shell => (await load())(given as GivenOptions<D>, shell) }
}

/** The words that a table has, in their order. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table).filter((key): key is Key => Object.hasOwn(table, key))
}

/** A format, and the file that what is in it goes to; null where none is named. */
export interface OutputTarget<Format extends string> {
  readonly format: Format
  readonly file: string | null
}

/** Where a report goes: a file, `-` for standard output, or null for standard error. */
export interface ReportTarget extends OutputTarget<ReportFormat> {
  readonly write: Writer
}

/** Reads `FORMAT` or `FORMAT=FILE`. Throws `Obstacle` where the name of the file is empty. */
export function targetIn(option: string, given: string): OutputTarget<string> {
  const [format = '', ...rest] = given.split('=')
  if (rest.length > 0 && rest.join('=') === '') throw new Obstacle(`--${option} ${given} lacks a file name`)
  return { format, file: rest.length > 0 ? rest.join('=') : null }
}

/** The answers to the options that every command has. */
export interface CommonOptions {
  readonly quiet: boolean
  readonly verbose: boolean
  readonly plain: boolean
  readonly reports: readonly ReportTarget[]
}

async function reportTargets(given: readonly string[]): Promise<ReportTarget[]> {
  const targets = given.map(reportTarget)
  const places = targets.map(each => each.file)
  const twice = places.find((file, index) => places.indexOf(file) !== index)
  if (twice === undefined)
    return Promise.all(targets.map(async each => ({ ...each, write: await REPORTS[each.format].load() })))
  const place = twice === null ? 'standard error' : twice === '-' ? 'standard output' : twice
  throw new Obstacle(`two reports cannot both go to ${place}`, ['give each a file: --report json=FILE'])
}

function reportTarget(given: string): Omit<ReportTarget, 'write'> {
  const { format: word, file } = targetIn('report', given)
  const format = keysOf(REPORTS).find(each => each === word)
  if (format) return { format, file }
  throw new Obstacle(`there is no report \`${word}\``, didYouMean(word, keysOf(REPORTS)))
}

interface GivenCommon extends Partial<Record<'quiet' | 'verbose' | 'no-color', boolean | undefined>> {
  readonly report?: readonly string[] | undefined
}

/** The answers to the common options; the reports that are asked for are loaded. */
export async function commonOptionsOf(given: GivenCommon): Promise<CommonOptions> {
  const { quiet = false, verbose = false } = given
  if (quiet && verbose) throw new Obstacle('--quiet and --verbose cannot both be given')
  return {
    quiet,
    verbose,
    plain: given['no-color'] ?? false,
    reports: await reportTargets(given.report ?? ['pretty'])
  }
}

/** The value of an option that takes a whole number from 1 on. */
export function wholeNumber(option: string, given: string | undefined, otherwise: number, most: number): number {
  if (given === undefined) return otherwise
  if (/^[1-9]\d{0,5}$/.test(given) && Number(given) <= most) return Number(given)
  throw new Obstacle(`${option} cannot be \`${given}\``, [`a whole number from 1 to ${most}`])
}
