/** `verbale render`: note requests in; each as a file in the format asked for, and what was found on the way, out. */
import { finish } from '../../render.ts'
import { FORMATS, type Format } from '../../write/formats.ts'
import type { RENDER } from '../definitions.ts'
import type { Job } from '../disk/targets.ts'
import { jobsFor, noteFile } from '../disk/targets.ts'
import { today } from '../environment.ts'
import { Obstacle, tried } from '../obstacle.ts'
import { type CommonOptions, commonOptionsOf, type GivenOptions } from '../options.ts'
import { hindered, type NoteOutcome } from '../report/finding.ts'
import { visible } from '../report/print.ts'
import { progressLine, refuseReports, tell } from '../report/tell.ts'
import type { ExitCode, Shell } from '../shell.ts'
import { refuseClashes } from './clash.ts'
import { formatFor, type Wanted } from './forms.ts'
import { type Finish, filesOf, make, type NoteReview, openSession } from './make.ts'
import { watch } from './watch.ts'

export async function run(given: GivenOptions<typeof RENDER>, shell: Shell): Promise<ExitCode> {
  const { format, form, language, addressee, conformance, sources, internal = false, watch: watching = false } = given
  const output = given.output
  const asked = { format, form, language, addressee, conformance, embed: EMBED[sources ?? 'as-form'], internal }
  const request = { notes: given.notes, output, asked, common: await commonOptionsOf(given) }
  refuseReports(request.common, shell)
  return watching ? watchNotes(request, shell) : renderNotes(request, shell)
}

const EMBED = { embed: true, none: false, 'as-form': undefined } as const

interface Request {
  readonly notes: readonly string[]
  readonly output: string | undefined
  readonly asked: Omit<Wanted, 'format'> & { readonly format: Format | undefined }
  readonly common: CommonOptions
}

/** Makes every note that can be made; one that is refused leaves no file and does not hold up the others. */
async function renderNotes(request: Request, shell: Shell): Promise<ExitCode> {
  const { common } = request
  const { jobs, missing, wanted } = jobsOf(request, shell)
  refuseStandardOutputTwice(jobs, common)
  const [review, finish] = [await reviewFor(wanted.format, shell), await finishFor(wanted.format)]
  const session = openSession(shell)
  refuseClashes(jobs, wanted, session, shell)
  const progress = progressLine(shell, common, jobs.length > 1)
  const outcomes: NoteOutcome[] = missing.map(each => hindered(each))
  for (const [index, job] of jobs.entries()) {
    progress(`[${index + 1}/${jobs.length}] ${shortened(job.note.typed)}`)
    outcomes.push(make(job, wanted, { open: session, review, finish, shell }))
  }
  progress('')
  const reportsToFiles = common.reports.some(each => each.file !== null)
  return tell(outcomes, common, shell, { used: reportsToFiles ? filesOf(jobs, wanted, session) : [] })
}

/** The end of a name, which tells notes apart, short enough that the line is one on a terminal and can be wiped. */
function shortened(name: string): string {
  const shown = visible(name)
  return shown.length > 60 ? `…${shown.slice(-59)}` : shown
}

/** The notes with their places, what to make of them, and what stands in the way of those that are not there. */
function jobsOf({ notes, output, asked }: Request, shell: Shell) {
  if (notes.filter(note => note === '-').length > 1) throw new Obstacle('only one note can come from standard input')
  const found = notes.map(note => tried(() => noteFile(note, shell.cwd)))
  const there = found.flatMap(each => (each instanceof Obstacle ? [] : [each]))
  const jobs = jobsFor(there, output, shell.cwd, notes.length > 1)
  const missing = found.filter(each => each instanceof Obstacle)
  return { jobs, missing, wanted: { ...asked, format: formatFor(asked.format, jobs) } }
}

function refuseStandardOutputTwice(jobs: readonly Job[], common: CommonOptions): void {
  const uses = [
    ...jobs.filter(job => job.target.type === 'standard-output'),
    ...common.reports.filter(report => report.file === '-')
  ]
  if (uses.length > 1) {
    throw new Obstacle('only one output can go to standard output', ['give the report a file: --report json=FILE'])
  }
}

/** The form rules and the comparison of languages, loaded where there is a note for them; a view is for who writes templates. */
async function reviewFor(format: Format, { home: { preparsed } }: Shell): Promise<NoteReview | null> {
  if (!FORMATS[format].note) return null
  const { lookAtRendered, refuseSettings } = await import('../../check/rendered.ts')
  const { compareLanguages } = await import('../../check/translated.ts')
  const { lookAtWordings } = await import('../../confirm/look.ts')
  return {
    settings: refuseSettings,
    note: (prepared, { engine, options, paged, typed, first, alone }) => [
      ...(first ? compareLanguages(engine, options, prepared, alone) : []),
      ...lookAtRendered(prepared, { world: engine.world, paged, today: today() }),
      ...lookAtWordings(prepared, engine.world, preparsed, typed)
    ]
  }
}

/** What makes a format; a concordance is made of several notes, and loaded where one is wanted. */
async function finishFor(format: Format): Promise<Finish> {
  if (format !== 'concordance') return prepared => finish(prepared, format)
  const { renderConcordance } = await import('../../concordance/concordance.ts')
  return (prepared, engine, options) => renderConcordance(engine, options, prepared)
}

async function watchNotes(request: Request, shell: Shell): Promise<ExitCode> {
  const { jobs, missing, wanted } = jobsOf(request, shell)
  for (const obstacle of missing) throw obstacle
  if (jobs.some(job => job.note.standardInput || job.target.type === 'standard-output')) {
    throw new Obstacle('--watch reads and writes files, not `-`')
  }
  refuseClashes(jobs, wanted, openSession(shell), shell)
  const [review, finish] = [await reviewFor(wanted.format, shell), await finishFor(wanted.format)]
  return watch(jobs, wanted, request.common, { review, finish, shell })
}
