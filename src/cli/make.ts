/** One note and its place in; the file there, and what came of it, out. */
import { dirname, relative, resolve } from 'node:path'
import { error, Rejected } from '../diagnostic.ts'
import type { Form } from '../record/request.ts'
import { createEngine, type Engine, type Rendered, type RenderOptions, render } from '../render.ts'
import type { Format } from '../write/index.ts'
import { makeFolder, writeOnce, writeWhole } from './atomic.ts'
import { createWorld, type Disk, isReadOnly, readStandardInput, realPath } from './disk.ts'
import { MADE_FORMS, reasonAgainst } from './forms.ts'
import { Obstacle } from './obstacle.ts'
import { count, size } from './print.ts'
import { type Finding, findingsOf, obstacleFinding } from './report.ts'
import type { ExitCode, Shell } from './shell.ts'
import type { NoteFile, Target } from './targets.ts'
import { registersOf } from './workspace.ts'

/** A note and where it goes. */
export interface Job {
  readonly note: NoteFile
  readonly target: Target
}

/** What to make of every note. */
export interface Wanted {
  readonly format: Format
  readonly form: Form | undefined
  readonly language: string | undefined
}

/** What came of one note. */
export interface Outcome {
  readonly code: ExitCode
  readonly findings: readonly Finding[]
  /** The line that says what was made. */
  readonly said: string | null
  /** What was thrown that should not have been. */
  readonly bug: { readonly thrown: unknown } | null
}

/** The world and the engine of a workspace, which its notes share. */
export interface Opened {
  readonly disk: Disk
  readonly engine: Engine
}

/** Opens each workspace once. */
export function openSession(shell: Shell): (root: string) => Opened {
  const opened = new Map<string, Opened>()
  return root => {
    const known = opened.get(root)
    if (known) return known
    const disk = createWorld(root, shell.home)
    const fresh = { disk, engine: createEngine(disk, shell.home.preparsed) }
    opened.set(root, fresh)
    return fresh
  }
}

/** Makes one note and writes it. Whatever goes wrong is told in the outcome; nothing is thrown. */
export function make(job: Job, wanted: Wanted, open: (root: string) => Opened, shell: Shell): Outcome {
  const { note } = job
  const about = note.standardInput ? '<stdin>' : note.typed
  let locate = (name: string): string => name
  try {
    const { disk, engine } = open(note.root)
    locate = name => (note.standardInput && name === note.name ? about : shortPath(shell.cwd, disk.locate(name)))
    const rendered = render(engine, optionsOf(note, wanted, disk))
    const findings = findingsOf(rendered.notes, about, locate)
    refuseForm(rendered)
    return written(() => write(job, wanted, rendered, disk, shell), findings, about)
  } catch (thrown) {
    return failed(thrown, [], about, locate)
  }
}

/** A request can state a form that no option could ask for. */
function refuseForm({ form }: Rendered): void {
  const message = reasonAgainst(form)
  if (message === null) return
  const hints = [`forms that can be made: ${MADE_FORMS.join(', ')}`]
  throw new Rejected([error({ rule: 'form/unmade', message, span: null, pointer: '/form', hints })])
}

function written(step: () => string | null, findings: readonly Finding[], about: string): Outcome {
  try {
    return { code: 0, findings, said: step(), bug: null }
  } catch (thrown) {
    return failed(thrown, findings, about, name => name)
  }
}

/** What a thrown thing means for the user. */
function failed(thrown: unknown, found: readonly Finding[], about: string, pathOf: (name: string) => string): Outcome {
  if (thrown instanceof Rejected) {
    return { code: 1, findings: [...found, ...findingsOf(thrown.diagnostics, about, pathOf)], said: null, bug: null }
  }
  if (thrown instanceof Obstacle) return hindered(thrown, found)
  return { code: 3, findings: found, said: null, bug: { thrown } }
}

/** The outcome of a note that something outside it prevents. */
export function hindered(obstacle: Obstacle, found: readonly Finding[] = []): Outcome {
  return { code: 2, findings: [...found, obstacleFinding(obstacle.message, obstacle.hints)], said: null, bug: null }
}

function optionsOf(note: NoteFile, wanted: Wanted, disk: Disk): RenderOptions {
  const asked = { ...wanted, note: note.name, registers: registersOf(disk, note.name) }
  if (!note.standardInput) return asked
  const text = new TextDecoder('utf-8').decode(readStandardInput())
  return { ...asked, noteSource: { name: note.name, text } }
}

/** Writes what was made, and gives the line that says so; null where the note itself went to standard output. */
function write(job: Job, wanted: Wanted, rendered: Rendered, disk: Disk, shell: Shell): string | null {
  const { output } = rendered
  if (job.target.type === 'standard-output') {
    refuseTerminal(wanted, shell)
    shell.out.write(output)
    return null
  }
  const path = pathOf(job.target, wanted, rendered)
  const shown = shortPath(shell.cwd, path)
  const isIssue = rendered.form === 'issue' && wanted.format === 'pdf'
  refuseInput(path, shown, rendered, disk)
  if (!isIssue) refuseIssue(path, shown)
  if (job.target.type === 'base') makeFolder(dirname(path))
  if (!isIssue) writeWhole(path, output)
  else if (!writeOnce(path, output)) throw issueExists(shown)
  const pages = rendered.pages === null ? '' : `${count(rendered.pages, 'page')}, `
  return `wrote ${shown} (${pages}${size(output.length)})`
}

/** A variant that the command line asks for has a name of its own, so that it does not replace the note itself. */
function pathOf(target: Exclude<Target, { type: 'standard-output' }>, wanted: Wanted, rendered: Rendered): string {
  if (target.type === 'file') return target.path
  const variant = [wanted.language, wanted.form].map(each => (each === undefined ? '' : `.${each}`)).join('')
  return target.base + variant + rendered.extension
}

function refuseTerminal(wanted: Wanted, shell: Shell): void {
  if (wanted.format !== 'pdf' || !shell.out.terminal) return
  throw new Obstacle('a PDF is nothing for a terminal', ['send it to a file, or ask for --format txt'])
}

function refuseInput(path: string, shown: string, rendered: Rendered, disk: Disk): void {
  const real = realPath(path)
  if (real === null || !rendered.read.some(name => realPath(resolve(disk.root, disk.locate(name))) === real)) return
  throw new Obstacle(`${shown} would be written over: the note is made from it`, ['name another file with -o'])
}

/** What has gone to the other side stays as it is. An issue itself is refused by the writing, which alone can be sure. */
function refuseIssue(path: string, shown: string): void {
  if (isReadOnly(path)) throw issueError(`${shown} is an issue or otherwise read-only, and is never written over`)
}

function issueExists(shown: string): Rejected {
  return issueError(`${shown} is there already, and an issue is never written over another file`)
}

function issueError(message: string): Rejected {
  const hints = ['move that file away, or name another with -o']
  return new Rejected([error({ rule: 'issue/exists', message, span: null, hints })])
}

/** A path as it is shortest to read: from the current folder, or whole. */
function shortPath(cwd: string, path: string): string {
  const short = relative(cwd, path)
  return short !== '' && short.length <= path.length ? short : path
}
