/** `verbale render`: note requests in; each as a file in the format asked for, and what was found on the way, out. */

import { LANGUAGES } from '../../languages/index.ts'
import { CONFORMANCES } from '../../render.ts'
import { FORMATS, type Format } from '../../write/index.ts'
import { type NoteFile, noteFile, targetsOf } from '../disk/targets.ts'
import { Obstacle } from '../obstacle.ts'
import { COMMON, type Command, EXIT_CODES, type Manner, mannerOf, type Option } from '../options.ts'
import { visible } from '../report/print.ts'
import { refuseReports, tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { typed } from '../words.ts'
import { FORMAT_NAMES, formatFor } from './format.ts'
import { MADE_FORMS, reasonAgainst } from './forms.ts'
import { filesOf, hindered, type Job, make, type Outcome, openSession } from './make.ts'
import type { Wanted } from './wanted.ts'
import { watch } from './watch.ts'

const listOfFormats = FORMAT_NAMES.map(name => `${name} (${FORMATS[name].what})`).join(', ')

const OPTIONS = {
  output: {
    alias: 'o',
    type: 'string',
    requiresArg: true,
    describe: 'a file, a folder (out/), or - for standard output; without it, beside the note',
    offers: 'file'
  },
  format: {
    choices: FORMAT_NAMES,
    requiresArg: true,
    describe: listOfFormats,
    defaultDescription: 'as FILE ends, or pdf'
  },
  form: {
    choices: MADE_FORMS,
    requiresArg: true,
    describe: 'in place of the form that the note states',
    reasonAgainst
  },
  language: {
    choices: Object.keys(LANGUAGES),
    requiresArg: true,
    describe: 'one that the note lists, in place of its original'
  },
  conformance: {
    choices: CONFORMANCES,
    requiresArg: true,
    describe: 'the level of PDF/A that it claims, beside PDF/UA-1; 3a where it carries its sources',
    defaultDescription: '2a'
  },
  sources: {
    choices: ['embed', 'none'],
    requiresArg: true,
    describe: 'whether the PDF carries the records and templates that it is made from',
    defaultDescription: 'embed in file copies, else none'
  },
  internal: { type: 'boolean', describe: 'let an issue carry its sources, marked as not to leave the house' },
  watch: { type: 'boolean', describe: 'make it again whenever a file that it was made from changes' },
  ...COMMON
} as const satisfies Record<string, Option>

export const renderCommand: Command = {
  words: ['render', 'compile'],
  about: 'make notes from their requests',
  takes: { what: 'notes', offers: 'note', many: true },
  options: OPTIONS,
  add: (yargs, choose) =>
    yargs.command({
      command: 'render <notes..>',
      aliases: ['compile'],
      describe: renderCommand.about,
      builder: each =>
        each
          .positional('notes', {
            type: 'string',
            array: true,
            demandOption: true,
            describe: 'note requests; - is standard input'
          })
          .options(OPTIONS)
          .example('$0 render note.yaml', 'note.pdf, beside it')
          .example('$0 render note.yaml -o protest.txt', 'its text')
          .example('$0 render cases/*/note.yaml -o out/', 'each under the name of its folder')
          .example('$0 render note.yaml --format txt -o -', 'its text on standard output')
          .example('$0 render - -o note.pdf < note.yaml', 'from standard input')
          .example(
            '$0 render note.yaml --form issue',
            'note.issue.pdf, never written over, and its file copy note.issue.file.pdf'
          )
          .example('$0 render note.yaml --watch', 'again at every change, until Ctrl-C')
          .example('$0 render note.yaml --report json=found.json', 'the findings for a machine')
          .epilogue(EXIT_CODES),
      handler: given => {
        const { format, form, language, conformance, sources, internal = false, watch: watching = false } = given
        const output = given.output === undefined ? undefined : typed(given.output)
        const asked = { format, form, language, conformance, embed: EMBED[sources ?? 'as-form'], internal }
        const request = { notes: given.notes.map(typed), output, asked, manner: mannerOf(given) }
        choose(shell => {
          refuseReports(request.manner, shell)
          return watching ? watchNotes(request, shell) : renderNotes(request, shell)
        })
      }
    })
}

const EMBED = { embed: true, none: false, 'as-form': undefined } as const

interface Request {
  readonly notes: readonly string[]
  readonly output: string | undefined
  readonly asked: Omit<Wanted, 'format'> & { readonly format: Format | undefined }
  readonly manner: Manner
}

/** Makes every note that can be made; one that is refused leaves no file and does not hold up the others. */
function renderNotes(request: Request, shell: Shell): ExitCode {
  const { manner } = request
  const { jobs, missing, wanted } = jobsOf(request, shell)
  refuseStandardOutputTwice(jobs, manner)
  const session = openSession(shell)
  const progress = jobs.length > 1 && shell.err.terminal && !manner.quiet
  const outcomes: Outcome[] = missing.map(each => hindered(each))
  for (const [index, job] of jobs.entries()) {
    if (progress) shell.err.write(`\r\u001B[K[${index + 1}/${jobs.length}] ${shortened(job.note.typed)}`)
    outcomes.push(make(job, wanted, session, shell))
  }
  if (progress) shell.err.write('\r\u001B[K')
  const reportsToFiles = manner.reports.some(each => each.file !== null)
  return tell(outcomes, manner, shell, { used: reportsToFiles ? filesOf(jobs, wanted, session) : [] })
}

/** The end of a name, which tells notes apart, short enough that the line is one on a terminal and can be wiped. */
function shortened(name: string): string {
  const shown = visible(name)
  return shown.length > 60 ? `…${shown.slice(-59)}` : shown
}

interface Jobs {
  readonly jobs: readonly Job[]
  /** What stands in the way of the notes that are no jobs. */
  readonly missing: readonly Obstacle[]
  readonly wanted: Wanted
}

/** The notes with their places, and what to make of them. */
function jobsOf({ notes, output, asked }: Request, shell: Shell): Jobs {
  if (notes.filter(note => note === '-').length > 1) throw new Obstacle('standard input can be only one of the notes')
  const found = notes.map(note => tryNoteFile(note, shell.cwd))
  const there = found.flatMap(each => (each instanceof Obstacle ? [] : [each]))
  const targets = targetsOf(there, { output, cwd: shell.cwd, many: notes.length > 1 })
  return {
    jobs: there.flatMap((note, index) => {
      const target = targets[index]
      return target ? [{ note, target }] : []
    }),
    missing: found.filter(each => each instanceof Obstacle),
    wanted: { ...asked, format: formatFor(asked.format, targets) }
  }
}

function tryNoteFile(note: string, cwd: string): NoteFile | Obstacle {
  try {
    return noteFile(note, cwd)
  } catch (thrown) {
    if (thrown instanceof Obstacle) return thrown
    throw thrown
  }
}

function refuseStandardOutputTwice(jobs: readonly Job[], manner: Manner): void {
  const uses = [
    ...jobs.filter(job => job.target.type === 'standard-output'),
    ...manner.reports.filter(report => report.file === '-')
  ]
  if (uses.length > 1) {
    throw new Obstacle('standard output can take one thing only', ['give the report a file: --report json=FILE'])
  }
}

function watchNotes(request: Request, shell: Shell): Promise<ExitCode> {
  const { jobs, missing, wanted } = jobsOf(request, shell)
  for (const obstacle of missing) throw obstacle
  if (jobs.some(job => job.note.standardInput || job.target.type === 'standard-output')) {
    throw new Obstacle('--watch goes from files to files, not with `-`')
  }
  return watch(jobs, wanted, request.manner, shell)
}
